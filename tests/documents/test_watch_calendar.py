"""Att bevaka as a calendar file, read back by the library that calendars use."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from kcdesk.documents.calendar_file import REMINDER, CalendarDay, calendar_file
from kcdesk.documents.watch_calendar import watch_calendar
from kcdesk.i18n import catalogue
from tests.services.watch.test_watch import APPROVED, POSTED, board, of

AT = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)


def events(content: bytes) -> list:
    return Calendar.from_ical(content).walk("VEVENT")


def test_each_entry_is_a_whole_day_with_a_reminder_the_morning_before() -> None:
    (event,) = events(watch_calendar(of(APPROVED, board()), catalogue("sv"), AT))
    assert event.decoded("dtstart") == date(2026, 11, 26)
    assert event.decoded("dtend") == date(2026, 11, 27)
    assert event.decoded("dtstamp") == AT
    assert str(event["summary"]) == "Anslå protokollet · Styrelsen 12 november 2026"
    assert "KL 8:12" in str(event["description"])
    assert str(event["transp"]) == "TRANSPARENT"
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == REMINDER == timedelta(hours=-15)


def test_an_event_is_the_same_when_the_file_is_made_again() -> None:
    first = events(watch_calendar(of(APPROVED, POSTED), catalogue("sv"), AT))
    later = of(APPROVED, board(posted=date(2026, 11, 26)))
    again = events(watch_calendar(later, catalogue("en"), AT + timedelta(days=1)))
    assert [str(each["uid"]) for each in first] == ["a:take_down@kcdesk", "a:confirm@kcdesk"]
    assert [str(each["uid"]) for each in again] == [str(each["uid"]) for each in first]
    assert again[0].decoded("dtstart") != first[0].decoded("dtstart")


@pytest.mark.parametrize(
    "text",
    [
        "komma, semikolon; bakstreck \\ och kolon:",
        "två\nrader",
        "åäö éü – § 52 " * 20,  # longer than a line of 75 bytes, letters of two bytes at its end
        "BEGIN:VEVENT\r\nUID:other",
        "\N{GRINNING FACE}" * 40,
    ],
)
def test_any_text_comes_back_as_it_was_and_stays_inside_its_field(text: str) -> None:
    day = CalendarDay("x", date(2026, 11, 30), text, text, text)
    content = calendar_file(text, [day], AT)
    (event,) = events(content)
    wanted = text.replace("\r\n", "\n")
    for field in ("summary", "description", "location"):
        assert str(event[field]).replace("\r\n", "\n") == wanted
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert str(event["uid"]) == "x@kcdesk"


def test_a_calendar_of_nothing_is_a_calendar() -> None:
    calendar = Calendar.from_ical(calendar_file("Att bevaka", [], AT))
    assert calendar.walk("VEVENT") == []
    assert str(calendar["version"]) == "2.0"
    assert str(calendar["prodid"]).startswith("-//kcdesk//")
