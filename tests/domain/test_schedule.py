"""One approval's dates: what happened, what is presumed until it has, what somebody overrode."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kcdesk.domain.approval import Approval, DateKey, DateOverride, Notice
from kcdesk.domain.body import TakeDown
from kcdesk.domain.final_force import FinalForce
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import Moment, Tie
from kcdesk.domain.records import Records
from kcdesk.domain.regime import Regime
from kcdesk.domain.schedule import Schedule, schedule, schedules
from tests.domain.calendars import LawCalendar

LAW = LawCalendar()
MEETING = Meeting(id="m", day=Moment(date(2026, 3, 2)))  # a Monday


def day(month: int, number: int) -> date:
    return date(2026, month, number)


def of(*rows, meeting: Meeting = MEETING, convention: TakeDown = TakeDown.DAY_AFTER) -> Schedule:
    records = Records("m", [meeting, *rows])
    return schedule(records, records.find(Approval, "a"), convention, LAW)


def approval(**fields) -> Approval:
    return Approval(id="a", owner_id="m", position="V", **fields)


def board(id: str, posted: date | None = None, removed: date | None = None) -> Notice:
    return Notice(id=id, owner_id="a", position=id, posted_on=posted, removed_on=removed)


def override(key: DateKey, to: date | None) -> DateOverride:
    return DateOverride(
        id=f"o-{key}", owner_id="a", position=key, key=key, day=to, reason="Påskvecka"
    )


def test_nothing_prepared_yet_counts_from_the_last_day_of_each_step():
    found = of()
    assert [(each.key, each.day) for each in found.days] == [
        (DateKey.APPROVE_BY, day(3, 16)),
        (DateKey.POST_BY, day(3, 18)),
        (DateKey.LAST_APPEAL_DAY, day(4, 8)),
        (DateKey.TAKE_DOWN, day(4, 9)),
        (DateKey.FINAL_FORCE, day(4, 9)),
    ]
    assert [str(each.presumes) for each in found.days] == [
        "None",
        "Presumes that the minutes are approved on 2026-03-16",
        *["Presumes that the notice is posted on 2026-03-18"] * 3,
    ]


def test_the_agreed_day_of_approval_is_presumed():
    found = of(approval(planned_on=day(3, 9)))
    assert found.post_by.day == day(3, 11)
    assert found.post_by.is_presumed


def test_items_approved_at_once_are_presumed_approved_at_the_meeting():
    found = of(approval(items=("i",)))
    assert found.post_by.day == day(3, 4)


def test_what_happened_counts():
    found = of(
        approval(planned_on=day(3, 9), approved_on=day(3, 10)),
        board("1", day(3, 11), day(4, 2)),
        FinalForce(id="f", owner_id="a", confirmed_on=day(4, 7), confirmed_by="Lisa Nyman"),
    )
    assert found.approve_by.happened == day(3, 10)
    assert found.post_by.day == day(3, 12)
    assert found.post_by.happened == day(3, 11)
    assert found.last_appeal_day.day == day(4, 1)
    assert found.take_down.day == day(4, 2)
    assert found.take_down.happened == day(4, 2)
    assert not any(each.is_presumed or each.is_to_do for each in found.days)


def test_the_convention_of_the_body_decides_when_it_comes_down():
    rows = (approval(approved_on=day(3, 10)), board("1", day(3, 11)))
    assert of(*rows, convention=TakeDown.LAST_DAY).take_down.day == day(4, 1)


def test_several_boards_count_from_the_last():
    found = of(approval(approved_on=day(3, 10)), board("1", day(3, 11)), board("2", day(3, 12)))
    assert found.post_by.happened == day(3, 12)
    assert found.last_appeal_day.day == day(4, 2)
    assert not found.last_appeal_day.is_presumed


def test_a_board_not_yet_posted_keeps_the_period_open():
    found = of(approval(approved_on=day(3, 9)), board("1", day(3, 9)), board("2"))
    assert found.post_by.happened is None
    assert found.last_appeal_day.computed.unshifted == day(4, 1)
    assert str(found.last_appeal_day.presumes).endswith("posted on 2026-03-11")


def test_a_board_posted_after_the_limit_is_the_one_presumed_from():
    found = of(approval(approved_on=day(3, 9)), board("1", day(3, 20)), board("2"))
    assert found.last_appeal_day.computed.unshifted == day(4, 10)
    assert str(found.last_appeal_day.presumes).endswith("posted on 2026-03-20")


def test_taken_down_is_the_first_removal_once_all_are():
    rows = (approval(approved_on=day(3, 9)), board("1", day(3, 9), day(4, 1)))
    assert of(*rows, board("2", day(3, 9))).take_down.happened is None
    assert of(*rows, board("2", day(3, 9), day(3, 31))).take_down.happened == day(3, 31)


@pytest.mark.parametrize(
    ("key", "to", "days"),
    [
        (DateKey.APPROVE_BY, day(3, 9), [day(3, 9), day(3, 11), day(4, 1), day(4, 2), day(4, 2)]),
        (DateKey.POST_BY, day(3, 17), [day(3, 16), day(3, 17), day(4, 7), day(4, 8), day(4, 8)]),
        (
            DateKey.LAST_APPEAL_DAY,
            day(4, 10),
            [day(3, 16), day(3, 18), day(4, 10), day(4, 11), day(4, 11)],
        ),
        (DateKey.TAKE_DOWN, day(4, 20), [day(3, 16), day(3, 18), day(4, 8), day(4, 20), day(4, 9)]),
        (DateKey.FINAL_FORCE, day(5, 4), [day(3, 16), day(3, 18), day(4, 8), day(4, 9), day(5, 4)]),
    ],
)
def test_an_override_replaces_its_day_and_what_follows(key, to, days):
    found = of(approval(), override(key, to))
    assert [each.day for each in found.days] == days
    (changed,) = found.overridden
    assert changed.key is key
    assert changed.override.reason == "Påskvecka"
    assert changed.computed.day != to


def test_an_override_counts_for_nothing_once_it_has_happened():
    rows = (approval(approved_on=day(3, 5)), override(DateKey.APPROVE_BY, day(3, 9)))
    assert of(*rows).post_by.day == day(3, 9)  # the second day was a Saturday


def test_an_overriding_last_day_is_not_shifted_again():
    found = of(approval(), override(DateKey.LAST_APPEAL_DAY, day(4, 11)))
    for after in (found.take_down, found.final_force):
        followed = after.computed.follows
        assert (followed.day, followed.by_hand) == (day(4, 11), True)
    assert found.take_down.day == day(4, 12)
    assert not found.take_down.computed.is_shifted


def test_an_override_without_a_day_is_none():
    assert not any(each.override for each in of(approval(), override(DateKey.TAKE_DOWN, None)).days)


@pytest.mark.parametrize(
    "moment",
    [
        Moment(),
        Moment(text="i mars"),
        Moment(tie=Tie.NEXT_MEETING),
        Moment(date(2026, 3, 1), tie=Tie.BEFORE_NEXT_MEETING),
        Moment(date(9999, 12, 31)),
    ],
)
def test_a_meeting_without_a_day_to_count_from_has_no_dates(moment):
    assert of(approval(), meeting=replace(MEETING, day=moment)).days == ()


def test_a_vague_day_is_presumed():
    found = of(meeting=replace(MEETING, day=Moment(date(2026, 3, 2), "1–2 mars")))
    assert str(found.approve_by.presumes) == "Presumes that the meeting is held on 2026-03-02"


def test_each_approval_has_its_own_dates():
    whole = Approval(id="b", owner_id="m", position="W")
    records = Records("m", [MEETING, approval(items=("i",)), whole])
    found = schedules(records, TakeDown.DAY_AFTER, LAW)
    assert [(each.id, dates.post_by.day) for each, dates in found] == [
        ("a", day(3, 4)),
        ("b", day(3, 18)),
    ]


def test_the_last_appeal_day_is_nobodys_to_do():
    to_do = [each.key for each in of().days if each.is_to_do]
    assert to_do == [
        DateKey.APPROVE_BY,
        DateKey.POST_BY,
        DateKey.TAKE_DOWN,
        DateKey.FINAL_FORCE,
    ]


POSTED = (approval(approved_on=day(3, 10)), board("1", day(3, 11)))


def test_laga_kraft_is_only_the_earliest_day_until_somebody_confirms_it():
    assert of(*POSTED).final_force.day == day(4, 2)  # the day after the last day to appeal
    assert of(*POSTED).final_force.happened is None
    unsaid = FinalForce(id="f", owner_id="a")
    assert of(*POSTED, unsaid).final_force.happened is None
    said = replace(unsaid, confirmed_on=day(4, 7), confirmed_by="Lisa Nyman")
    assert of(*POSTED, said).final_force.happened == day(4, 2)


def test_another_day_of_laga_kraft_holds_with_its_reason():
    found = of(*POSTED, override(DateKey.FINAL_FORCE, day(6, 1)))
    assert found.final_force.day == day(6, 1)
    assert found.overridden == (found.final_force,)


def test_the_regime_says_by_which_law_it_is_posted_and_appealed():
    records = Records("m", [MEETING, *POSTED])
    held = records.get(Approval, "a")
    regime = Regime.COORDINATION_FEDERATION
    found = schedule(records, held, TakeDown.DAY_AFTER, LAW, regime)
    assert found.post_by.computed.source == "KL 8:12; lag 2003:1210 § 19"
    assert found.last_appeal_day.computed.source == "KL 13:5; lag 2003:1210 § 28"
    ((_, same),) = schedules(records, TakeDown.DAY_AFTER, LAW, regime)
    assert same == found


@pytest.mark.parametrize("convention", list(TakeDown))
def test_where_nothing_can_be_appealed_no_day_of_an_appeal_is_counted(convention):
    posted = (approval(approved_on=day(3, 4)), board("x", day(3, 5)), board("y", day(3, 6)))
    records = Records("m", [MEETING, *posted])
    usual = schedule(records, posted[0], convention, LAW)
    found = schedule(records, posted[0], convention, LAW, only_prepares=True)
    assert [each.key for each in found.days] == [
        DateKey.APPROVE_BY,
        DateKey.POST_BY,
        DateKey.TAKE_DOWN,
    ]
    assert found.take_down.day == usual.take_down.day  # it hangs as long as others
    assert found.take_down.computed.source == "KL 13:2"
    assert found.take_down.computed.follows is None
    assert str(found.take_down.computed.rule).startswith(
        "As long as other notices: three weeks from 2026-03-06."
    )
    ((_row, again),) = schedules(records, convention, LAW, only_prepares=True)
    assert again == found
    assert schedule(Records("m", [Meeting(id="m")]), None, convention, LAW, only_prepares=True) == (
        Schedule()
    )
