"""The states of a meeting in a word and an icon, as lists show them."""

from __future__ import annotations

from kcdesk.domain.meeting import MeetingState
from kcdesk.domain.message import Message

STATE_WORD = {
    MeetingState.DRAFT: Message("draft"),
    MeetingState.REVIEW: Message("in review"),
    MeetingState.APPROVAL: Message("in approval"),
    MeetingState.NOTICE: Message("on notice"),
    MeetingState.DONE: Message("completed"),
}

STATE_ICON = {
    MeetingState.DRAFT: "draft",
    MeetingState.REVIEW: "review",
    MeetingState.APPROVAL: "approve",
    MeetingState.NOTICE: "notice",
    MeetingState.DONE: "done",
}
