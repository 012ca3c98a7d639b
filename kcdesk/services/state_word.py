"""What the states of a meeting are called, everywhere: state line, lists, command line."""

from __future__ import annotations

from kcdesk.domain.meeting_state import MeetingState
from kcdesk.domain.message import Message

STATE_WORD = {
    MeetingState.DRAFT: Message("Draft"),
    MeetingState.REVIEW: Message("Review"),
    MeetingState.APPROVAL: Message("Approval"),
    MeetingState.NOTICE: Message("Notice"),
    MeetingState.DONE: Message("Finished"),
}
