"""The files that meetings name by their checksums: attachments and signed originals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from kcdesk.domain.attachment import Attachment
from kcdesk.domain.message import Message
from kcdesk.domain.records import Records
from kcdesk.domain.signature import SignedCopy


class Files(Protocol):
    """Where files are kept."""

    def read_file(self, sha256: str) -> bytes:
        """Return a kept file. Raises ``KeyError`` when it is not here, whole and unchanged."""


@dataclass(frozen=True, slots=True)
class AttachedFiles:
    """Contents by SHA-256, and a line for each file that is named but not here."""

    contents: dict[str, bytes]
    missing: tuple[Message, ...] = ()


def attached_files(meetings: Iterable[Records], files: Files) -> AttachedFiles:
    """Return what is kept of the files that the meetings name."""
    contents: dict[str, bytes] = {}
    missing: list[Message] = []
    for records in meetings:
        rows: tuple[Attachment | SignedCopy, ...] = records.all(Attachment)
        for row in (*rows, *records.all(SignedCopy)):
            if not row.sha256 or row.sha256 in contents:
                continue
            try:
                contents[row.sha256] = files.read_file(row.sha256)
            except KeyError:
                missing.append(Message("{name} is not in the library", {"name": row.name}))
    return AttachedFiles(contents, tuple(missing))
