"""The icons of the states of a meeting, as lists show them."""

from __future__ import annotations

from kcdesk.domain.meeting_state import MeetingState

STATE_ICON = {
    MeetingState.DRAFT: "draft",
    MeetingState.REVIEW: "review",
    MeetingState.APPROVAL: "approve",
    MeetingState.NOTICE: "notice",
    MeetingState.DONE: "done",
}
