"""A calendar for tests of the domain, written from the words of the law and of no package.

Lag (1989:253) om allmänna helgdagar: Sundays; nyårsdagen, trettondedag jul, första maj, juldagen
and annandag jul; långfredagen, påskdagen, annandag påsk, Kristi himmelsfärdsdag (sixth Thursday
after Easter), pingstdagen (seventh Sunday after); midsommardagen (the Saturday of 20–26 June) and
alla helgons dag (that of 31 October–6 November); 6 June as from 2005 instead of annandag pingst
(lag 2004:1320). Lag (1930:173) § 2 adds Saturdays, midsommarafton, julafton and nyårsafton.
"""

from __future__ import annotations

from datetime import date, timedelta

from kcdesk.domain.message import Message

SATURDAY, SUNDAY = 5, 6
FIXED = {(1, 1), (1, 6), (5, 1), (12, 25), (12, 26)}
EVES = {(12, 24), (12, 31)}


def easter(year: int) -> date:
    """Easter Sunday by the tables of the church: the Sunday after the first full moon of spring.

    Golden number, century and epact as in Clavius' canon, not the usual chain of remainders.
    """
    golden = year % 19 + 1
    century = year // 100 + 1
    leap_years_left_out = 3 * century // 4 - 12
    moon_correction = (8 * century + 5) // 25 - 5
    sundays = 5 * year // 4 - leap_years_left_out - 10
    epact = (11 * golden + 20 + moon_correction - leap_years_left_out) % 30
    if (epact == 25 and golden > 11) or epact == 24:
        epact += 1
    moon = 44 - epact
    moon += 30 if moon < 21 else 0
    sunday = moon + 7 - (sundays + moon) % 7
    return date(year, 3, 1) + timedelta(days=sunday - 1)


def is_public_holiday(day: date) -> bool:
    """Whether a day is one by lag (1989:253) as it read that year; Sundays apart."""
    after_easter = (day - easter(day.year)).days
    movable = {-2, 0, 1, 39, 49} | ({50} if day.year <= 2004 else set())
    saturday = day.weekday() == SATURDAY
    return (
        (day.month, day.day) in FIXED
        or after_easter in movable
        or (day.year >= 2005 and (day.month, day.day) == (6, 6))
        or (saturday and date(day.year, 6, 20) <= day <= date(day.year, 6, 26))
        or (saturday and date(day.year, 10, 31) <= day <= date(day.year, 11, 6))
    )


def is_eve(day: date) -> bool:
    """Whether a day is one of the three eves of lag (1930:173) § 2."""
    midsummer_day = day + timedelta(days=1)
    return (day.month, day.day) in EVES or (
        midsummer_day.weekday() == SATURDAY
        and date(day.year, 6, 20) <= midsummer_day <= date(day.year, 6, 26)
    )


class LawCalendar:
    """A ``HolidayCalendar`` from the rules above; it names no holiday."""

    def closed(self, day: date) -> Message | None:
        """Return a message for a day that is no working day."""
        if day.weekday() in (SATURDAY, SUNDAY) or is_public_holiday(day) or is_eve(day):
            return Message("no working day")
        return None
