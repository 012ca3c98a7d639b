"""The Swedish days that are not working days, by the law of each year.

Public holidays (lag 1989:253) come from the package ``holidays``, which knows since when 6 June is
one (2005) and until when annandag pingst was one (2004). Only its public ones are asked for: the
categories with the eves differ between its versions, and lag 1930:173 § 2 names three eves alone.
"""

from __future__ import annotations

from datetime import date

from kcdesk.domain.message import Message

_FRIDAY, _SATURDAY, _SUNDAY = 4, 5, 6  # as date.weekday() counts


class SwedishCalendar:
    """A ``HolidayCalendar``; the package is imported at the first question, years are kept."""

    def __init__(self) -> None:
        self._years: dict[int, dict[date, Message]] = {}

    def closed(self, day: date) -> Message | None:
        """Return why a day is no working day (lag 1930:173 § 2), or None where it is one.

        A holiday is named before the Saturday or Sunday that it may fall on.
        """
        if day.year not in self._years:
            self._years[day.year] = _public_holidays(day.year)
        return self._years[day.year].get(day) or _eve(day) or _weekend(day)


def _public_holidays(year: int) -> dict[date, Message]:
    from holidays.countries.sweden import Sweden

    calendar = Sweden(years=year, language="sv", include_sundays=False)
    names = _names()
    found: dict[date, Message] = {}
    for day in calendar:
        known = [names[name] for name in calendar.get_list(day) if name in names]
        found[day] = known[0] if known else Message("a public holiday")
    return found


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
