"""Which document of a meeting is wanted, and how: the words that all who ask for one share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcdesk.domain.body import Layout


class Document(StrEnum):
    """A document that is made from a meeting."""

    PROTOCOL = "protocol"  # formal minutes
    NOTES = "notes"  # minnesanteckningar


class Copy(StrEnum):
    """For whom: the public copy leaves out what is secret (KL 8:10, OSL)."""

    INTERNAL = "internal"
    PUBLIC = "public"


@dataclass(frozen=True, slots=True)
class DocumentChoice:
    """What is to be made. ``layout`` None follows the meeting's profile."""

    document: Document = Document.PROTOCOL
    layout: Layout | None = None
    copy: Copy = Copy.INTERNAL
    language: str = "sv"
