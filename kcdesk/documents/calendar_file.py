"""What is to be watched as a calendar file (RFC 5545): a day each, with a reminder before it.

An entry keeps its UID as long as it is the same thing to do, so a calendar that reads the file
again moves its events instead of doubling them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import kcdesk

REMINDER = timedelta(hours=-15)
"""At nine in the morning of the day before: the event begins at midnight."""


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """An event of one whole day; the texts are in the language of whoever asked for the file."""

    id: str
    day: date
    title: str
    description: str = ""
    place: str = ""


def calendar_file(name: str, days: Sequence[CalendarDay], at: datetime) -> bytes:
    """Return the file's content; ``at`` (UTC) is when it was made, ``name`` the calendar's."""
    from icalendar import Alarm, Calendar, Event, vText

    calendar = Calendar()
    calendar.add("prodid", f"-//kcdesk//kcdesk {kcdesk.__version__}//SV")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(_lines(name)))
    for each in days:
        event = Event()
        event.add("uid", f"{each.id}@kcdesk")
        event.add("dtstamp", at)
        event.add("dtstart", each.day)
        event.add("dtend", each.day + timedelta(days=1))
        event.add("summary", _lines(each.title))
        for field, text in (("description", each.description), ("location", each.place)):
            if text:
                event.add(field, _lines(text))
        event.add("transp", "TRANSPARENT")  # nobody is busy for it
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", _lines(each.title))
        alarm.add("trigger", REMINDER)
        event.add_component(alarm)
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _lines(text: str) -> str:
    """Return a text whose lines end in one way, as the format escapes that one alone."""
    return "\n".join(text.splitlines())
