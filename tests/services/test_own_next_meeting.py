"""Which of the coming meetings "the next meeting" is."""

from __future__ import annotations

from datetime import date, time

import pytest

from kcdesk.domain.body import Body
from kcdesk.domain.meeting import Meeting, MeetingKind, NextMeeting
from kcdesk.domain.moment import ClockTime, Moment, Tie
from kcdesk.domain.planned_meeting import PlannedMeeting
from kcdesk.domain.records import Records
from kcdesk.i18n import catalogue
from kcdesk.services.own_next_meeting import own_next_meeting
from kcdesk.wording.coming_meeting import what, when_and_where

NOV, DEC, JAN = date(2026, 11, 26), date(2026, 12, 10), date(2027, 1, 14)
BODY = Body(id="b", name="Kommunchefsgruppen", organisation="Älvdalarnas kommunsamverkan")


def coming(place: str, day: date | None = None, text: str = "", **fields: object) -> NextMeeting:
    return NextMeeting(id=place, owner_id="m", position=place, place=place,
                       day=Moment(day, text), **fields)  # fmt: skip


def chosen(*rows: NextMeeting, planned: tuple[PlannedMeeting, ...] = ()) -> str | None:
    meeting = Meeting(id="m", day=Moment(date(2026, 11, 12)))
    found = own_next_meeting(Records("m", [meeting, *rows]), Records("b", [BODY, *planned]))
    return found.place if found is not None else None


def plan(day: date | None, place: str = "plan") -> PlannedMeeting:
    return PlannedMeeting(id=place, owner_id="b", position=place, day=day, place=place,
                          start=ClockTime(time(8, 30)))  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((coming("a", NOV, kind=MeetingKind.TELEPHONE), coming("b", DEC)), "b"),
        ((coming("a", DEC), coming("b", NOV)), "b"),
        ((coming("a", NOV, title="Regionrådet"), coming("b", DEC)), "b"),
        ((coming("a", NOV, title="Regionrådet"), coming("b", JAN, kind=MeetingKind.EXTRA)), "b"),
        ((coming("a", None, "i slutet av februari"), coming("b", JAN)), "b"),
        ((coming("a", None, "i slutet av februari"),), "a"),
        ((coming("a"), coming("b", DEC)), "b"),
        ((coming("a", date(2026, 11, 12)), coming("b", DEC)), "b"),
        ((coming("a", NOV, title="Regionrådet"),), "a"),
        ((coming("a", NOV), coming("b", DEC, title="Kommunchefsgruppens möte")), "a"),
        ((), None),
        ((coming("a"),), None),
    ],
)
def test_it_is_the_bodys_own_soonest_certain_one(
    rows: tuple[NextMeeting, ...], expected: str | None
) -> None:
    assert chosen(*rows) == expected


def test_one_tied_to_the_next_meeting_says_nothing() -> None:
    tied = NextMeeting(id="a", owner_id="m", day=Moment(tie=Tie.NEXT_MEETING))
    assert chosen(tied) is None


def test_the_year_plan_knows_it_where_nothing_is_announced() -> None:
    days = (plan(date(2026, 10, 1), "past"), plan(JAN, "late"), plan(DEC, "soon"), plan(None, "?"))
    assert chosen(planned=days) == "soon"
    assert chosen(coming("a", JAN), planned=days) == "a"


def test_a_day_of_the_year_plan_is_the_bodys_whatever_it_is_called() -> None:
    rows = coming("a", NOV, title="Regionrådet"), coming("b", DEC, title="KC-möte")
    assert chosen(*rows, planned=(plan(DEC),)) == "b"


def test_only_what_is_known_is_said() -> None:
    sv = catalogue("sv")
    at = ClockTime(time(8, 30))
    assert when_and_where(sv, coming("Rotsjö", DEC, start=at)).replace("\u00a0", " ") == (
        "torsdagen den 10 december 2026 kl. 08.30, Rotsjö"
    )
    assert when_and_where(sv, coming("", None, "i februari")) == "i februari"
    assert when_and_where(sv, coming("")) == ""
    trip = coming("", kind=MeetingKind.STUDY_TRIP, title="Styrelsen", note="anmälan krävs")
    assert what(sv, trip) == "Styrelsen, studieresa, anmälan krävs"
