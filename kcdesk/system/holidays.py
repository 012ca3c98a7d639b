"""The Swedish days that are not working days, by the law of each year.

Public holidays (lag 1989:253) come from the package ``holidays``, which knows since when 6 June is
one (2005) and until when annandag pingst was one (2004). Only its public ones are asked for: the
categories with the eves differ between its versions, and lag 1930:173 § 2 names three eves alone.

The package reads the calendars of all countries when it is imported (0.3 s, as long as printing a
protokoll). So its answer for the years that minutes are about lies in a table, written by
``packaging/holidays_table.py`` and held to the package by a test; other years ask the package. It
knows those from 1953 (when the days of church were moved to Saturdays and Sundays) to 2100; for
any other year there is no answer rather than a wrong one.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from kcdesk.domain.message import Message
from kcdesk.paths import resource

TABLE_YEARS = range(1990, 2061)
KNOWN_YEARS = range(1953, 2101)

_FRIDAY, _SATURDAY, _SUNDAY = 4, 5, 6  # as date.weekday() counts


class SwedishCalendar:
    """A ``HolidayCalendar``; the table is read at the first question, years are kept."""

    def __init__(self) -> None:
        self._years: dict[int, dict[date, Message]] = {}

    def closed(self, day: date) -> Message | None:
        """Return why a day is no working day (lag 1930:173 § 2), or None where it is one.

        A holiday is named before the Saturday or Sunday that it may fall on. Raises
        ``OverflowError`` for a year whose holidays are not known.
        """
        if day.year not in KNOWN_YEARS:
            raise OverflowError(f"the public holidays of {day.year} are not known")
        if day.year not in self._years:
            self._years[day.year] = _named(day.year)
        return self._years[day.year].get(day) or _eve(day) or _weekend(day)


def public_holidays(year: int) -> dict[date, str]:
    """Return the public holidays of a year by the package, with the Swedish name that we know."""
    from holidays.countries.sweden import Sweden

    calendar = Sweden(years=year, language="sv", include_sundays=False)
    known = _names()
    found: dict[date, str] = {}
    for day in calendar:
        names = calendar.get_list(day)
        found[day] = next((name for name in names if name in known), names[0])
    return found


@cache
def _table() -> dict[str, dict[str, str]]:
    import json

    text = resource("holidays", "sweden.json").read_text("utf-8")
    table: dict[str, dict[str, str]] = json.loads(text)
    return table


def _named(year: int) -> dict[date, Message]:
    if year in TABLE_YEARS:
        days = {date.fromisoformat(day): name for day, name in _table()[str(year)].items()}
    else:
        days = public_holidays(year)
    names = _names()
    return {day: names.get(name, Message("a public holiday")) for day, name in days.items()}


def _eve(day: date) -> Message | None:
    """Return which of the three eves of lag 1930:173 § 2 a day is."""
    if (day.month, day.day) == (12, 24):
        return Message("Christmas Eve")
    if (day.month, day.day) == (12, 31):
        return Message("New Year's Eve")
    if day.month == 6 and 19 <= day.day <= 25 and day.weekday() == _FRIDAY:
        return Message("Midsummer Eve")
    return None


def _weekend(day: date) -> Message | None:
    if day.weekday() == _SATURDAY:
        return Message("Saturday")
    return Message("Sunday") if day.weekday() == _SUNDAY else None


def _names() -> dict[str, Message]:
    """Return our messages by the Swedish names that the package gives."""
    return {
        "Nyårsdagen": Message("New Year's Day"),
        "Trettondedag jul": Message("Epiphany"),
        "Långfredagen": Message("Good Friday"),
        "Påskdagen": Message("Easter Sunday"),
        "Annandag påsk": Message("Easter Monday"),
        "Första maj": Message("May Day"),
        "Kristi himmelsfärdsdag": Message("Ascension Day"),
        "Pingstdagen": Message("Whit Sunday"),
        "Annandag pingst": Message("Whit Monday"),
        "Nationaldagen": Message("the National Day"),
        "Midsommardagen": Message("Midsummer Day"),
        "Alla helgons dag": Message("All Saints' Day"),
        "Juldagen": Message("Christmas Day"),
        "Annandag jul": Message("Boxing Day"),
    }
