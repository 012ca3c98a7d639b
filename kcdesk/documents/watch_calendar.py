"""Att bevaka as a calendar file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from kcdesk.documents.calendar_file import CalendarDay, calendar_file
from kcdesk.i18n import Catalogue
from kcdesk.services.watch.entry import WatchEntry
from kcdesk.wording.day_reason import reasons


def watch_calendar(entries: Sequence[WatchEntry], texts: Catalogue, at: datetime) -> bytes:
    """Return the file's content, in the language of ``texts``; ``at`` (UTC) is when it is made."""
    days = [
        CalendarDay(entry.id, entry.day, _title(texts, entry), _description(texts, entry))
        for entry in entries
    ]
    return calendar_file(texts.text("To watch"), days, at)


def _title(texts: Catalogue, entry: WatchEntry) -> str:
    return f"{texts.render(entry.what)} · {_meeting(texts, entry)}"


def _meeting(texts: Catalogue, entry: WatchEntry) -> str:
    day = texts.long_day(entry.meeting_day) if entry.meeting_day else ""
    return " ".join(part for part in (entry.body, day) if part)


def _description(texts: Catalogue, entry: WatchEntry) -> str:
    if entry.scheduled is not None:
        return "\n".join(reasons(texts, entry.scheduled))
    return texts.render(entry.why) if entry.why is not None else ""
