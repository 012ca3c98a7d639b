"""A coming meeting is announced, changed and taken back, each as one step."""

from datetime import date, time

import pytest

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.meeting import Meeting, MeetingKind, NextMeeting
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.operation import inverse_group
from kcdesk.domain.records import Records
from kcdesk.services.edit_next_meeting import (
    add_next_meeting,
    change_next_meeting,
    remove_next_meeting,
)

MAY = Moment(date(2027, 5, 6), "5–6 maj 2027")


@pytest.fixture
def records() -> Records:
    rows = [NextMeeting(id=id, owner_id="m", position=id) for id in ("A", "B")]
    return Records("m", [Meeting(id="m"), *rows])


def announced(records: Records) -> tuple[NextMeeting, ...]:
    return tuple(records.children("m", NextMeeting))


def test_a_coming_meeting_is_added_last(records):
    after = records.apply(add_next_meeting(records, place="Rovaniemi", day=MAY))
    *before, added = announced(after)
    assert [each.id for each in before] == ["A", "B"]
    assert (added.place, added.day, added.kind) == ("Rovaniemi", MAY, MeetingKind.ORDINARY)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", "Styrelsen"),
        ("day", MAY),
        ("start", ClockTime(time(8, 30))),
        ("end", ClockTime(time(12), approximate=True)),
        ("place", "Rotsjö"),
        ("kind", MeetingKind.STUDY_TRIP),
        ("note", "buss från stationen"),
    ],
)
def test_each_field_is_changed_and_taken_back(records, field, value):
    group = change_next_meeting(records, "A", **{field: value})
    after = records.apply(group)
    assert getattr(after.get(NextMeeting, "A"), field) == value
    assert announced(after)[1] == announced(records)[1]
    assert announced(after.apply(inverse_group(group, 1))) == announced(records)
    assert not change_next_meeting(after, "A", **{field: value}).operations


def test_texts_lose_outer_spaces(records):
    after = records.apply(change_next_meeting(records, "A", place="  Nordby "))
    assert after.get(NextMeeting, "A").place == "Nordby"


def test_one_is_removed_and_comes_back(records):
    group = remove_next_meeting(records, "A")
    after = records.apply(group)
    assert [each.id for each in announced(after)] == ["B"]
    assert announced(after.apply(inverse_group(group, 1))) == announced(records)
