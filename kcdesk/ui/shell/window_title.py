"""What the window's title says stands in it: a meeting of a body, or a body."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kcdesk.ui.qt.pane import MeetingContext
    from kcdesk.ui.qt.session_bridge import SessionBridge


def title_words(meeting: MeetingContext | None, body: SessionBridge | None) -> str:
    """Return the body's name, with the day where a meeting is open; empty: neither is."""
    from kcdesk.domain.body import Body

    if meeting is not None:
        from kcdesk.domain.meeting import Meeting

        shown = meeting.body.root(Body)
        day = meeting.bridge.records.root(Meeting).day
        when = day.day.isoformat() if day.day is not None else day.text
        return f"{shown.name or shown.organisation} {when}".strip()
    found = body.records.find(Body, body.records.root_id) if body is not None else None
    return (found.name or found.organisation) if found is not None else ""
