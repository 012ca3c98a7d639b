"""Each change of a meeting's head is one step that can be taken back."""

from datetime import date, time

import pytest

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.body import ItemPart, Layout, Numbering, Regime, TakeDown
from kcdesk.domain.meeting import Adjournment, Meeting, MeetingKind
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.operation import inverse_group
from kcdesk.domain.records import Records
from kcdesk.services import edit_meeting

MORNING, NOON = ClockTime(time(8, 30)), ClockTime(time(12), approximate=True)


@pytest.fixture
def records() -> Records:
    return Records("m", [Meeting(id="m")])


@pytest.mark.parametrize(
    ("verb", "arguments", "expected"),
    [
        (edit_meeting.set_day, (Moment(date(2026, 11, 12)),), {"day": Moment(date(2026, 11, 12))}),
        (edit_meeting.set_kind, (MeetingKind.EXTRA,), {"kind": MeetingKind.EXTRA}),
        (edit_meeting.set_title, ("Budgetdag",), {"title": "Budgetdag"}),
        (edit_meeting.set_place, ("Sessionssalen",), {"place": "Sessionssalen"}),
        (edit_meeting.set_remote, (True,), {"remote": True}),
        (
            edit_meeting.set_planned_times,
            (MORNING, NOON),
            {"planned_start": MORNING, "planned_end": NOON},
        ),
        (
            edit_meeting.set_actual_times,
            (MORNING, NOON),
            {"actual_start": MORNING, "actual_end": NOON},
        ),
        (edit_meeting.set_first_paragraph, (52,), {"first_paragraph": 52}),
        (edit_meeting.set_numbering, (Numbering.PARAGRAPH,), {"numbering": Numbering.PARAGRAPH}),
        (edit_meeting.set_layout, (Layout.TWO_COLUMN,), {"layout": Layout.TWO_COLUMN}),
        (edit_meeting.set_language, ("en",), {"language": "en"}),
        (edit_meeting.set_regime, (Regime.INFORMAL,), {"regime": Regime.INFORMAL}),
        (edit_meeting.set_part_order, ((ItemPart.NOTES,),), {"part_order": (ItemPart.NOTES,)}),
        (edit_meeting.set_take_down, (TakeDown.LAST_DAY,), {"take_down": TakeDown.LAST_DAY}),
        (edit_meeting.set_note, ("Kaffe 08.00",), {"note": "Kaffe 08.00"}),
    ],
)
def test_a_change_sets_its_fields_and_can_be_undone(records, verb, arguments, expected):
    group = verb(records, *arguments)
    changed = records.apply(group)
    meeting = changed.root(Meeting)
    assert {name: getattr(meeting, name) for name in expected} == expected
    assert changed.apply(inverse_group(group, 1)) == records
    assert not verb(changed, *arguments)  # the same again is no step at all


def test_adjournments_come_change_and_go(records):
    records = records.apply(edit_meeting.add_adjournment(records, MORNING))
    (first,) = records.all(Adjournment)
    records = records.apply(edit_meeting.add_adjournment(records, NOON, item_id="i"))
    records = records.apply(edit_meeting.set_adjournment(records, first.id, MORNING, NOON, "i"))
    changed, second = records.children("m", Adjournment)
    assert (changed.from_time, changed.until_time, changed.item_id) == (MORNING, NOON, "i")
    assert second.from_time == NOON
    records = records.apply(edit_meeting.remove_adjournment(records, first.id))
    assert [each.id for each in records.all(Adjournment)] == [second.id]
