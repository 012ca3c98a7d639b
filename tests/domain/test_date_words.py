"""Days as people write them, in both languages; what is not understood is kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.date_words import YEARS, parse_moment
from kcdesk.domain.moment import Moment, Tie
from tests import strategies

TODAY = date(2026, 3, 12)  # a Thursday
MEETING = date(2026, 3, 2)  # a Monday


def iso(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-02", "2026-03-02"),
        ("2026-3-2", "2026-03-02"),
        ("20260302", "2026-03-02"),
        ("260302", "2026-03-02"),
        ("2 mars", "2026-03-02"),
        ("2 Mars.", "2026-03-02"),
        ("den 2 mars", "2026-03-02"),
        ("den 2e mars", "2026-03-02"),
        ("2:a mars 2027", "2027-03-02"),
        ("2 mar", "2026-03-02"),
        ("måndag 2 mars", "2026-03-02"),
        ("måndagen den 2 mars 2026", "2026-03-02"),
        ("mån 2/3", "2026-03-02"),
        ("2/3", "2026-03-02"),
        ("2/3 2027", "2027-03-02"),
        ("2/3-27", "2027-03-02"),
        ("2.3.2027", "2027-03-02"),
        ("2 March", "2026-03-02"),
        ("2nd of March 2026", "2026-03-02"),
        ("March 2", "2026-03-02"),
        ("March 2nd, 2026", "2026-03-02"),
        ("Monday, 2 March", "2026-03-02"),
        ("fredag", "2026-03-06"),
        ("på fredag", "2026-03-06"),
        ("fre", "2026-03-06"),
        ("next Friday", "2026-03-06"),
        ("måndag", "2026-03-09"),
        ("om två veckor", "2026-03-16"),
        ("om 10 dagar", "2026-03-12"),
        ("om en månad", "2026-04-02"),
        ("in a year", "2027-03-02"),
        ("idag", "2026-03-12"),
        ("i morgon", "2026-03-13"),
        ("tomorrow", "2026-03-13"),
        ("igår", "2026-03-11"),
        ("  2   mars ", "2026-03-02"),
        ("lo\u0308rdag", "2026-03-07"),  # o with a combining mark
    ],
)
def test_one_certain_day(text, day):
    assert parse_moment(text, TODAY, MEETING) == Moment(iso(day))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("i mars", "2026-03-31"),
        ("mars", "2026-03-31"),
        ("i februari", "2027-02-28"),
        ("i februari 2028", "2028-02-29"),
        ("under september", "2026-09-30"),
        ("i slutet av april", "2026-04-30"),
        ("in May", "2026-05-31"),
        ("v. 12", "2026-03-22"),
        ("vecka 2", "2027-01-17"),
        ("week 53 2026", "2027-01-03"),
        ("senast 20 mars", "2026-03-20"),
        ("senast den 20 mars", "2026-03-20"),
        ("senast i april", "2026-04-30"),
        ("före 1 april", "2026-03-31"),
        ("before Friday", "2026-03-05"),
        ("by March 20", "2026-03-20"),
        ("ca 20 mars", "2026-03-20"),
        ("1–4 oktober", "2026-10-04"),
        ("1- 4 oktober 2027", "2027-10-04"),
        ("tisdag 2 mars", "2026-03-02"),  # a Monday: both words and day are kept to be seen
    ],
)
def test_vague_words_stay_beside_the_last_day_meant(text, day):
    assert parse_moment(text, TODAY, MEETING) == Moment(iso(day), text)


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("nästa möte", Tie.NEXT_MEETING),
        ("Vid nästa sammanträde", Tie.NEXT_MEETING),
        ("till nästa möte", Tie.NEXT_MEETING),
        ("at the next meeting", Tie.NEXT_MEETING),
        ("före nästa möte", Tie.BEFORE_NEXT_MEETING),
        ("innan nästa sammanträde", Tie.BEFORE_NEXT_MEETING),
        ("before the next meeting", Tie.BEFORE_NEXT_MEETING),
    ],
)
def test_days_that_hang_on_the_next_meeting(text, tie):
    assert parse_moment(text, TODAY, MEETING) == Moment(tie=tie)


@pytest.mark.parametrize("text", ["före kommande regionrådsmöte", "vid styrelsesammanträdet"])
def test_another_bodys_meeting_keeps_its_words(text):
    assert parse_moment(text, TODAY) == Moment(text=text, tie=Tie.OTHER_MEETING)


@pytest.mark.parametrize(
    "text",
    [
        "löpande",
        "snarast",
        "31/2",
        "0 mars",
        "2/13",
        "2026-02-30",
        "9999-12-31",
        "om några veckor",
        "om två möten",
        "om 300 år",
        "vecka 60",
        "vecka 53 2027",
        "senast snarast",
        "fredag kväll",
        "före mötet",
        "30 februari",
    ],
)
def test_what_is_not_understood_is_kept(text):
    assert parse_moment(text, TODAY, MEETING) == Moment(text=text)


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_nothing_written_is_unknown(text):
    assert parse_moment(text, TODAY).is_unknown


def test_without_a_meeting_the_nearest_year_is_meant():
    assert parse_moment("20 december", date(2026, 1, 10)).day == iso("2025-12-20")
    assert parse_moment("20 januari", date(2026, 12, 10)).day == iso("2027-01-20")
    assert parse_moment("29 februari", TODAY).day == iso("2028-02-29")
    assert parse_moment("v. 52", date(2026, 1, 10)).day == iso("2025-12-28")


def test_a_day_after_the_meeting_is_meant_even_when_written_up_later():
    assert parse_moment("9 mars", date(2026, 6, 1), MEETING).day == iso("2026-03-09")
    assert parse_moment("1 mars", date(2026, 6, 1), MEETING).day == iso("2027-03-01")
    assert parse_moment("v. 1", TODAY, MEETING).day == iso("2027-01-10")


def test_a_month_later_ends_with_the_month():
    assert parse_moment("om en månad", date(2026, 1, 31)).day == iso("2026-02-28")


def test_a_span_beyond_all_calendars_is_kept():
    assert parse_moment("om 12 månader", date(2199, 6, 1)) == Moment(text="om 12 månader")


@given(strategies.texts(wild=True, max_size=40), strategies.days())
def test_anything_may_be_written(text, today):
    moment = parse_moment(text, today)
    assert moment.day is None or moment.day.year in YEARS


@given(strategies.days(), strategies.days())
def test_an_iso_day_is_that_day_whenever_it_is_written(day, today):
    assert parse_moment(day.isoformat(), today) == Moment(day)


@given(strategies.days(), st.integers(0, 364))
def test_a_day_without_year_is_the_first_from_the_meeting_on(meeting, ahead):
    day = meeting + timedelta(days=ahead)
    if (day.month, day.day) != (2, 29):
        assert parse_moment(f"{day.day}/{day.month}", meeting, meeting).day == day
