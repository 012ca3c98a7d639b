"""Days and times as people write them."""

from __future__ import annotations

from datetime import date, time

import pytest

from kcdesk.domain.moment import ClockTime, Moment, Tie
from kcdesk.services.read_clock import read_clock
from kcdesk.services.read_moment import read_moment

TODAY = date(2026, 11, 12)  # a Thursday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-02", date(2026, 3, 2)),
        ("20260302", date(2026, 3, 2)),
        ("2026-3-2", date(2026, 3, 2)),
        ("2 mars", date(2027, 3, 2)),
        ("2 mars 2026", date(2026, 3, 2)),
        ("den 2 mars", date(2027, 3, 2)),
        ("1 oktober", date(2026, 10, 1)),
        ("1 okt.", date(2026, 10, 1)),
        ("2/3", date(2027, 3, 2)),
        ("2/3 2026", date(2026, 3, 2)),
        ("March 2", date(2027, 3, 2)),
        ("March 2nd, 2026", date(2026, 3, 2)),
        ("2:a mars", date(2027, 3, 2)),
        ("torsdagen den 12 november 2026", date(2026, 11, 12)),
        ("tors 12 nov", date(2026, 11, 12)),
        ("fredag", date(2026, 11, 13)),
        ("på torsdag", date(2026, 11, 19)),
        ("Sunday", date(2026, 11, 15)),
        ("i dag", date(2026, 11, 12)),
        ("imorgon", date(2026, 11, 13)),
        ("igår", date(2026, 11, 11)),
        ("  12   nov ", date(2026, 11, 12)),
    ],
)
def test_reads_a_day(text: str, day: date) -> None:
    assert read_moment(text, TODAY) == Moment(day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31 augusti", date(2015, 8, 31)),
        ("1/9", date(2015, 9, 1)),
        ("5 jan", date(2016, 1, 5)),
        ("19 aug", date(2015, 8, 19)),
        ("31 aug 2016", date(2016, 8, 31)),
        ("2017-01-02", date(2017, 1, 2)),
        ("fredag", date(2026, 11, 13)),
        ("idag", TODAY),
        ("om två veckor", date(2026, 11, 26)),
    ],
)
def test_what_follows_a_meeting_has_a_day_of_its_year(text: str, day: date) -> None:
    assert read_moment(text, TODAY, since=date(2015, 8, 19)) == Moment(day)


@pytest.mark.parametrize(
    "text", ["31 april", "när det passar", "2 foo", "29 februari 2027", "99/99"]
)
def test_keeps_words_that_are_no_day(text: str) -> None:
    assert read_moment(text, TODAY) == Moment(text=text)


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("nästa möte", Tie.NEXT_MEETING),
        ("Vid nästa sammanträde", Tie.NEXT_MEETING),
        ("next meeting", Tie.NEXT_MEETING),
        ("före nästa möte", Tie.BEFORE_NEXT_MEETING),
    ],
)
def test_reads_a_tie(text: str, tie: Tie) -> None:
    assert read_moment(text, TODAY) == Moment(tie=tie)


def test_nothing_is_unknown() -> None:
    assert read_moment("  ", TODAY).is_unknown


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("8.30", ClockTime(time(8, 30))),
        ("kl. 08:30", ClockTime(time(8, 30))),
        ("1330", ClockTime(time(13, 30))),
        ("830", ClockTime(time(8, 30))),
        ("16", ClockTime(time(16))),
        ("ca 16.00", ClockTime(time(16), approximate=True)),
        ("ca kl 9", ClockTime(time(9), approximate=True)),
        ("", None),
    ],
)
def test_reads_a_time(text: str, clock: ClockTime | None) -> None:
    assert read_clock(text) == clock


@pytest.mark.parametrize("text", ["25", "8.61", "snart", "8.3"])
def test_refuses_what_is_no_time(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read_clock(text)
