"""What the panels of a meeting get when it is opened."""

from __future__ import annotations

from kcdesk.domain.meeting import Meeting
from kcdesk.domain.profile import profile
from kcdesk.ui.qt.page import LibraryContext
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.session_bridge import Selection


def opened_meeting(context: LibraryContext, meeting_id: str) -> MeetingContext:
    """Return a meeting with its body and the library's people. Raises ``KeyError`` when there is
    none with this id.
    """
    bridge = context.sessions.bridge(meeting_id)
    body = context.sessions.bridge(bridge.records.root(Meeting).body_id or "")
    language = profile(body.records, bridge.records).language
    return MeetingContext(
        bridge=bridge,
        selection=Selection(bridge),
        body_bridge=body,
        people_bridge=context.people_bridge,
        calendar=context.calendar,
        clock=context.clock,
        journal=context.journal,
        shelf=context.shelf,
        speller=context.spellers(language) if context.spellers is not None else None,
        read_only=context.read_only,
    )
