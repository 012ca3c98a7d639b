"""What is printed, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, time

from kcdesk.domain.body import Layout
from kcdesk.domain.deadline import HolidayCalendar
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.domain.seal import SealContent
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.document_choice import ActionOrder, Copy, Document

__all__ = ["ActionOrder", "Copy", "Document", "PrintJob", "default_document"]


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A document to make from the rows of a meeting and of its body.

    ``layout`` None follows the meeting's profile. ``calendar`` gives the planned dates of the
    notice. ``items`` are those of an extract, ``order`` that of a list of actions, ``board``
    the one that a notice is for (empty: each), ``recipient`` whose extracts are wanted (empty:
    those of all), ``base`` and ``embed`` say how a package is made, ``files`` holds the attached
    files that are at hand by their SHA-256; ``further`` are other meetings of the body, for what is
    told over time. ``sealed`` is what of the meeting went out for signature, as it was then: a §
    sealed ahead of the rest is told from there. ``printed_at`` is the instant that the file names
    as its own; None takes the meeting's day, so that the same rows always give the same bytes.
    ``signature_fields`` makes each line to sign on a field that can be signed electronically.
    """

    records: Records
    body: Records
    calendar: HolidayCalendar
    document: Document = Document.PROTOCOL
    language: str = "sv"
    copy: Copy = Copy.INTERNAL
    layout: Layout | None = None
    items: tuple[str, ...] = ()
    order: ActionOrder = ActionOrder.DUE
    board: str = ""
    recipient: str = ""
    base: Document | None = None
    embed: bool = False
    files: Mapping[str, bytes] = field(default_factory=dict)
    further: tuple[MeetingBundle, ...] = ()
    sealed: tuple[SealContent, ...] = ()
    printed_at: datetime | None = None
    signature_fields: bool = False

    @property
    def instant(self) -> datetime:
        """The instant that the file names as its own."""
        if self.printed_at is not None:
            return self.printed_at
        day = self.records.root(Meeting).day.day
        if day is None or day.year < 1900:
            return datetime(2000, 1, 1, tzinfo=UTC)
        return datetime.combine(day, time(), UTC)


def default_document(body: Records, meeting: Records) -> Document:
    """Return the document that a meeting ends in."""
    return Document.PROTOCOL if profile(body, meeting).is_formal else Document.NOTES
