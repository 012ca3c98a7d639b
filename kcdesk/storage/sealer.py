"""The library's commands for signing: ``services.sealer.Sealer`` on a library file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from kcdesk.storage import clearing, files, print_check, seal_row, signing
from kcdesk.storage.connection import Road

if TYPE_CHECKING:
    from kcdesk.domain.operation import Group
    from kcdesk.services.sealer import KnownPrint, SentText


class LibrarySealer:
    """Runs each command on the writer's connection, after everything queued."""

    def __init__(self, run: Road, read: Road, author: str, now: Callable[[], datetime]) -> None:
        self._run = run
        self._read = read
        self._author = author
        self._now = now

    def send(self, meeting_id: str, approval_id: str, group: Group, day: date) -> SentText:
        """Lock the text of an approval as the group leaves it."""
        named = self._named(meeting_id, approval_id, group)
        return self._run(partial(signing.send, day=day, **named))

    def take_back(self, meeting_id: str, approval_id: str, group: Group) -> None:
        """Unlock a text that is out for signature."""
        self._run(partial(signing.take_back, **self._named(meeting_id, approval_id, group)))

    def seal(self, meeting_id: str, approval_id: str, group: Group, day: date) -> None:
        """Seal a text that is out for signature, for good."""
        named = self._named(meeting_id, approval_id, group)
        self._run(partial(signing.seal, day=day, **named))

    def versions(self, meeting_id: str) -> Sequence[SentText]:
        """Return what of a meeting ever went out for signature, oldest first."""
        rows = self._read(partial(seal_row.rows_of_meeting, meeting_id=meeting_id))
        return [row.told() for row in rows]

    def keep_prints(self, fingerprint: str, internal: bytes, public: bytes) -> None:
        """Keep the PDFs of a text that is out, and their hashes beside its seal."""
        hashes = [self._run(partial(files.keep, content=each)) for each in (internal, public)]
        self._run(
            partial(
                signing.keep_prints, fingerprint=fingerprint, internal=hashes[0], public=hashes[1]
            )
        )

    def clear(self, meeting_id: str) -> int:
        """Destroy a meeting's drafts and history for good; returns how many steps it was."""
        command = partial(
            clearing.clear, meeting_id=meeting_id, at=self._now(), author=self._author
        )
        return self._run(command)

    def recognised(self, content: bytes) -> KnownPrint | None:
        """Return which PDF that went out a file is, or begins with."""
        return self._read(partial(print_check.recognised, content=content))

    def _named(self, meeting_id: str, approval_id: str, group: Group) -> dict[str, Any]:
        return {
            "meeting_id": meeting_id,
            "approval_id": approval_id,
            "group": group,
            "at": self._now(),
            "author": self._author,
        }
