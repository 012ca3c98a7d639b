"""What sort of meeting it is and where its minutes stand. Apart from the rows: lists need these
before any row is read.
"""

from __future__ import annotations

from enum import StrEnum


class MeetingKind(StrEnum):
    """What sort of meeting it is."""

    ORDINARY = "ordinary"
    EXTRA = "extra"
    TELEPHONE = "telephone"
    PER_CAPSULAM = "per_capsulam"
    STUDY_TRIP = "study_trip"


class MeetingState(StrEnum):
    """Where the minutes stand on their way: Utkast, Granskning, Justering, Anslag, Klart."""

    DRAFT = "draft"
    REVIEW = "review"
    APPROVAL = "approval"
    NOTICE = "notice"
    DONE = "done"
