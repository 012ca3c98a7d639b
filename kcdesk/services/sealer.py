"""The port to the library's commands for signing, and what they tell of a text that went out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # a kept text is told of before any row is read
    from collections.abc import Sequence
    from datetime import date, datetime

    from kcdesk.domain.operation import Group


@dataclass(frozen=True, slots=True)
class SentText:
    """A version of a text that went out for signature; ``number`` counts those of the body.

    ``content`` is what its fingerprint is of (``domain.seal``), None once it was destroyed. The
    hashes are those of its PDFs, empty until they are made. Neither sealed nor taken back: it is
    out now.
    """

    body_id: str
    number: int
    meeting_id: str
    approval_id: str
    content: str | None
    fingerprint: str
    internal_sha256: str
    public_sha256: str
    is_sealed: bool
    is_taken_back: bool
    ended_at: datetime | None


class PrintCopy(StrEnum):
    """Which of the PDFs of a text."""

    INTERNAL = "internal"
    PUBLIC = "public"
    SIGNED = "signed"  # as it came back


@dataclass(frozen=True, slots=True)
class KnownPrint:
    """A PDF of ours; ``is_whole`` false: the file begins with it, and more was added after."""

    text: SentText
    copy: PrintCopy
    is_whole: bool


class Sealer(Protocol):
    """The library's commands for signing. Each waits for the disk and stores its group together
    with what it does; the meeting is read again afterwards. All raise ``UserFacingError``.
    """

    def send(self, meeting_id: str, approval_id: str, group: Group, day: date) -> SentText:
        """Lock the text of an approval as the group leaves it."""

    def take_back(self, meeting_id: str, approval_id: str, group: Group) -> None:
        """Unlock a text that is out for signature."""

    def seal(self, meeting_id: str, approval_id: str, group: Group, day: date) -> None:
        """Seal a text that is out for signature, for good."""

    def versions(self, meeting_id: str) -> Sequence[SentText]:
        """Return what of a meeting ever went out for signature, oldest first."""

    def keep_prints(self, fingerprint: str, internal: bytes, public: bytes) -> None:
        """Keep the PDFs of a text that is out, and their hashes beside its seal."""

    def clear(self, meeting_id: str) -> int:
        """Destroy the drafts and history of a meeting for good, once its minutes are sealed; its
        chain of hashes stays, and that it was done. Returns how many steps it was. Takes as long as
        the library is large: not for the GUI's thread. Backups are the caller's.
        """

    def recognised(self, content: bytes) -> KnownPrint | None:
        """Return which PDF that went out a file is, or begins with."""
