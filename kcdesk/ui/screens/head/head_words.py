"""What the head says: whose meeting it is, when and where."""

from __future__ import annotations

from kcdesk.domain.body import Body
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.records import Records
from kcdesk.i18n import _, current
from kcdesk.ui.widgets.clock_edit import clock_text
from kcdesk.ui.widgets.day_edit import written


def name_words(meeting: Records, body: Records) -> str:
    """Return organisation and body; before the meeting's own title the body alone."""
    own = meeting.root(Meeting).title
    held = body.root(Body)
    parts = [held.organisation, held.name] if held.organisation != held.name else [held.name]
    if own:
        parts = [held.name or held.organisation, own]
    return " · ".join(part for part in parts if part) or _("A body without a name")


def when_words(meeting: Meeting) -> str:
    """Return "torsdag 12 november 2026 · 08.30–12.00 · Sessionssalen och på distans"."""
    parts = [day_words(meeting.day), _times(meeting), _place(meeting)]
    return " · ".join(part for part in parts if part)


def day_words(day: Moment) -> str:
    """Return a day with its weekday, or the words that stand for it."""
    if day.is_unknown:
        return _("No day yet")
    if day.is_exact and day.day is not None:
        return current().weekday(day.day)
    return written(day)


def _times(meeting: Meeting) -> str:
    start = meeting.actual_start or meeting.planned_start
    end = meeting.actual_end or meeting.planned_end
    if end is None:
        return clock_text(start)
    return _span(start, end)


def _span(start: ClockTime | None, end: ClockTime) -> str:
    first, last = clock_text(start), clock_text(end)
    return f"{first} – {last}" if " " in first + last else f"{first}–{last}"


def _place(meeting: Meeting) -> str:
    if not meeting.remote:
        return meeting.place
    if not meeting.place:
        return _("from a distance")
    return _("{place} and from a distance", place=meeting.place)
