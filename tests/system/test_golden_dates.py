"""Every day from 2000 to 2040 through the program's own calendar, against an oracle written here.

The oracle knows the law's words and nothing of the program: neither its rules, nor the package of
holidays, nor the table that ships. It lists each year's closed days as sets, where the program asks
of one day at a time, and finds Easter by another road than the other oracle of the tests.

Lag (1989:253) § 1: söndagar; nyårsdagen, trettondedag jul, första maj, juldagen, annandag jul;
långfredagen, påskdagen, annandag påsk, Kristi himmelsfärdsdag (den sjätte torsdagen efter
påskdagen), pingstdagen (den sjunde söndagen efter påskdagen); midsommardagen (den lördag som
infaller 20–26 juni); alla helgons dag (den lördag som infaller 31 oktober–6 november);
nationaldagen from 2005 in the place of annandag pingst (SFS 2004:1320).
Lag (1930:173) § 1: tid efter vecka slutar den dag som genom sitt namn motsvarar begynnelsedagen.
§ 2: söndag, annan allmän helgdag, lördag, midsommarafton, julafton, nyårsafton → nästa vardag.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

import pytest

from kcdesk.domain.body import TakeDown
from kcdesk.domain.deadline import (
    approve_by,
    final_force,
    last_appeal_day,
    last_appeal_day_of_party,
    post_by,
    take_down,
)
from kcdesk.system.holidays import SwedishCalendar

ONE = timedelta(days=1)
FIRST, LAST = date(2000, 1, 1), date(2040, 12, 31)
EVERY_DAY = [FIRST + n * ONE for n in range((LAST - FIRST).days + 1)]


def easter_sunday(year: int) -> date:
    """Gauss's rule for the Gregorian calendar, with his two exceptions."""
    a, b, c = year % 19, year % 4, year % 7
    k = year // 100
    p = (13 + 8 * k) // 25
    m = (15 - p + k - k // 4) % 30
    n = (4 + k - k // 4) % 7
    d = (19 * a + m) % 30
    e = (2 * b + 4 * c + 6 * d + n) % 7
    if d == 29 and e == 6:
        return date(year, 4, 19)
    if d == 28 and e == 6 and (11 * m + 11) % 30 < 19:
        return date(year, 4, 18)
    return date(year, 3, 22) + (d + e) * ONE


def the_saturday(first: date) -> date:
    """The Saturday among seven days."""
    return next(first + n * ONE for n in range(7) if (first + n * ONE).isoweekday() == 6)


@cache
def closed(year: int) -> frozenset[date]:
    """All days of a year on which the last day of a period may not fall."""
    sunday = easter_sunday(year)
    midsummer = the_saturday(date(year, 6, 20))
    found = {
        date(year, 1, 1),
        date(year, 1, 6),
        sunday - 2 * ONE,
        sunday,
        sunday + ONE,
        date(year, 5, 1),
        sunday + (5 * 7 + 4) * ONE,  # the first Thursday after Easter is four days after it
        sunday + 7 * 7 * ONE,
        midsummer - ONE,
        midsummer,
        the_saturday(date(year, 10, 31)),
        date(year, 12, 24),
        date(year, 12, 25),
        date(year, 12, 26),
        date(year, 12, 31),
    }
    found.add(sunday + 50 * ONE if year < 2005 else date(year, 6, 6))
    day = date(year, 1, 1)
    while day.year == year:
        if day.isoweekday() in (6, 7):
            found.add(day)
        day += ONE
    return frozenset(found)


def next_open(day: date) -> date:
    while day in closed(day.year):
        day += ONE
    return day


@pytest.fixture(scope="module")
def calendar() -> SwedishCalendar:
    return SwedishCalendar()


def test_the_oracle_knows_days_that_a_calendar_on_the_wall_shows() -> None:
    assert [easter_sunday(year).isoformat() for year in (2000, 2008, 2011, 2019, 2026, 2038)] == [
        "2000-04-23",
        "2008-03-23",
        "2011-04-24",
        "2019-04-21",
        "2026-04-05",
        "2038-04-25",
    ]
    assert date(2004, 5, 31) in closed(2004)
    assert date(2004, 6, 6) in closed(2004)  # a Sunday
    assert date(2003, 6, 6) not in closed(2003)
    assert date(2005, 5, 16) not in closed(2005)
    assert date(2005, 6, 6) in closed(2005)


def test_every_posting_day_gives_the_last_day_the_removal_and_laga_kraft(calendar) -> None:
    wrong = []
    for posted in EVERY_DAY:
        last = next_open(posted + timedelta(weeks=3))
        appeal = last_appeal_day([posted], calendar)
        found = (
            appeal.day,
            appeal.unshifted,
            take_down(appeal, TakeDown.LAST_DAY).day,
            take_down(appeal, TakeDown.DAY_AFTER).day,
            final_force(appeal).day,
            last_appeal_day_of_party(posted, calendar).day,
        )
        if found != (last, posted + timedelta(weeks=3), last, last + ONE, last + ONE, last):
            wrong.append(posted.isoformat())
    assert wrong == []


def test_every_meeting_and_every_approval_gives_its_limit_and_target(calendar) -> None:
    wrong = []
    for day in EVERY_DAY:
        approve, post = approve_by(day, calendar), post_by(day, calendar)
        asked = (approve.day, approve.unshifted, post.day, post.unshifted)
        told = (next_open(day + 14 * ONE), day + 14 * ONE, next_open(day + 2 * ONE), day + 2 * ONE)
        if asked != told:
            wrong.append(day.isoformat())
    assert wrong == []


def test_every_shift_has_a_reason_and_goes_past_closed_days_alone(calendar) -> None:
    wrong = []
    for posted in EVERY_DAY:
        appeal = last_appeal_day([posted], calendar)
        past = [each.day for each in appeal.passed]
        gone = [appeal.unshifted + n * ONE for n in range((appeal.day - appeal.unshifted).days)]
        if past != gone or (appeal.shift is None) == bool(gone):
            wrong.append(posted.isoformat())
    assert wrong == []


# The table of real notices: meeting, approved, posted, taken down, convention, last day to appeal,
# and the limits for approval and notice that were kept or not.
REAL = """
2020-10-30 2020-11-26 2020-11-30 2020-12-21 A 2020-12-21 2020-11-13 2020-11-30
2020-08-18 2020-08-18 2020-08-18 2020-09-09 B 2020-09-08 2020-09-01 2020-08-20
2019-01-28 2019-02-04 2019-02-05 2019-02-27 B 2019-02-26 2019-02-11 2019-02-06
2017-10-25 2017-10-25 2017-10-26 2017-11-17 B 2017-11-16 2017-11-08 2017-10-27
2017-10-25 2017-11-06 2017-11-07 2017-11-29 B 2017-11-28 2017-11-08 2017-11-08
1999-10-25 1999-10-29 1999-11-01 1999-11-22 A 1999-11-22 1999-11-08 1999-11-01
2006-05-02 2006-05-10 2006-05-11 2006-06-01 A 2006-06-01 2006-05-16 2006-05-12
1997-06-03 1997-06-03 1997-06-09 1997-06-30 A 1997-06-30 1997-06-17 1997-06-05
"""


@pytest.mark.parametrize(
    ("meeting", "approved", "posted", "down", "convention", "last", "approve", "post"),
    [line.split() for line in REAL.strip().splitlines()],
)
def test_real_notices(  # as they hung on boards: what they say is what the program says
    calendar, meeting, approved, posted, down, convention, last, approve, post
) -> None:
    day = date.fromisoformat
    rule = TakeDown.LAST_DAY if convention == "A" else TakeDown.DAY_AFTER
    appeal = last_appeal_day([day(posted)], calendar)
    assert appeal.day == day(last)
    assert take_down(appeal, rule).day == day(down)
    assert approve_by(day(meeting), calendar).day == day(approve)
    assert post_by(day(approved), calendar).day == day(post)


@pytest.mark.parametrize(
    ("posted", "last", "why"),
    [
        ("2025-05-30", "2025-06-23", "Midsummer Eve"),
        ("2025-12-03", "2025-12-29", "Christmas Eve"),
        ("2026-03-13", "2026-04-07", "Good Friday"),
        ("2026-12-10", "2027-01-04", "New Year's Eve"),
        ("2005-05-16", "2005-06-07", "the National Day"),  # the first year
        ("2003-05-16", "2003-06-06", ""),  # not yet
        ("2004-05-10", "2004-06-01", "Whit Monday"),  # the last year
        ("2005-04-25", "2005-05-16", ""),  # annandag pingst, no longer
        ("2025-12-15", "2026-01-05", ""),  # trettondagsafton: RÅ 2004 not 40
    ],
)
def test_the_holidays_of_the_year_in_question(calendar, posted, last, why) -> None:
    found = last_appeal_day([date.fromisoformat(posted)], calendar)
    assert found.day == date.fromisoformat(last)
    assert str(found.shift or "") == why
