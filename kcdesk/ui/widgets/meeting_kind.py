"""What sorts of meeting there are, as lists of choices name them."""

from __future__ import annotations

from kcdesk.domain.meeting import MeetingKind
from kcdesk.domain.message import Message

MEETING_KINDS = (
    (MeetingKind.ORDINARY, Message("Ordinary meeting")),
    (MeetingKind.EXTRA, Message("Extra meeting")),
    (MeetingKind.TELEPHONE, Message("Telephone meeting")),
    (MeetingKind.PER_CAPSULAM, Message("Per capsulam")),
    (MeetingKind.STUDY_TRIP, Message("Study trip")),
)
