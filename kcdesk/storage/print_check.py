"""Whether a PDF is one that went out for signature, or begins with one, as signed ones do."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator

from kcdesk.services.sealer import KnownPrint, PrintCopy
from kcdesk.storage.seal_row import SealRow, all_rows, holding_row


def recognised(connection: sqlite3.Connection, *, content: bytes) -> KnownPrint | None:
    """Return which PDF of ours a file is or begins with; None where it is none of them.

    Those that are sealed are looked at before those that were taken back.
    """
    whole = hashlib.sha256(content).hexdigest()
    rows = all_rows(connection)
    for row in sorted(rows, key=_sealed_first):
        for copy, sha256 in _prints(row):
            size = _size(connection, sha256)
            if sha256 == whole:
                return KnownPrint(row.told(), copy, is_whole=True)
            if size is not None and size < len(content):
                beginning = hashlib.sha256(content[:size]).hexdigest()
                if beginning == sha256:
                    return KnownPrint(row.told(), copy, is_whole=False)
    return _signed_copy(connection, whole)


def _signed_copy(connection: sqlite3.Connection, sha256: str) -> KnownPrint | None:
    query = "SELECT owner_id FROM signed_copy WHERE sha256 = ?"
    for (approval_id,) in connection.execute(query, (sha256,)).fetchall():
        row = holding_row(connection, approval_id)
        if row is not None:
            return KnownPrint(row.told(), PrintCopy.SIGNED, is_whole=True)
    return None


def _prints(row: SealRow) -> Iterator[tuple[PrintCopy, str]]:
    for copy, sha256 in (
        (PrintCopy.INTERNAL, row.internal_sha256),
        (PrintCopy.PUBLIC, row.public_sha256),
    ):
        if sha256:
            yield copy, sha256


def _size(connection: sqlite3.Connection, sha256: str) -> int | None:
    found = connection.execute("SELECT size FROM file WHERE sha256 = ?", (sha256,)).fetchone()
    return found[0] if found else None


def _sealed_first(row: SealRow) -> int:
    return ("sealed", None, "taken_back").index(row.outcome)
