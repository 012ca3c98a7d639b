"""The chain of what went out for signature, as it stands in its table."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from kcdesk.domain.canonical import canonical_json, sha256
from kcdesk.domain.seal import START
from kcdesk.services.sealer import SentText

SEALED: Final = "sealed"
TAKEN_BACK: Final = "taken_back"

_SELECT = """
SELECT body_id, number, meeting_id, approval_id, content, previous, fingerprint, internal_sha256,
       public_sha256, outcome, outcome_at, outcome_by, signatures, outcome_hash
FROM seal
"""


@dataclass(frozen=True, slots=True)
class SealRow:
    """One row of the table."""

    body_id: str
    number: int
    meeting_id: str
    approval_id: str
    content: str | None
    previous: str
    fingerprint: str
    internal_sha256: str | None
    public_sha256: str | None
    outcome: str | None
    outcome_at: str | None
    outcome_by: str | None
    signatures: str | None
    outcome_hash: str | None

    def hash_of_outcome(self) -> str:
        """Return what the outcome's hash has to be."""
        told = [self.outcome, self.outcome_at, self.outcome_by, self.signatures]
        return sha256(self.fingerprint, canonical_json(told))

    def told(self) -> SentText:
        """Return the row as the services know it."""
        return SentText(
            body_id=self.body_id,
            number=self.number,
            meeting_id=self.meeting_id,
            approval_id=self.approval_id,
            content=self.content,
            fingerprint=self.fingerprint,
            internal_sha256=self.internal_sha256 or "",
            public_sha256=self.public_sha256 or "",
            is_sealed=self.outcome == SEALED,
            is_taken_back=self.outcome == TAKEN_BACK,
            ended_at=datetime.fromisoformat(self.outcome_at) if self.outcome_at else None,
        )


def all_rows(connection: sqlite3.Connection) -> list[SealRow]:
    """Return every row, body by body, first to last."""
    return _rows(connection, "ORDER BY body_id, number")


def rows_of_meeting(connection: sqlite3.Connection, meeting_id: str) -> list[SealRow]:
    """Return the versions of a meeting's texts, oldest first."""
    return _rows(connection, "WHERE meeting_id = ? ORDER BY number", meeting_id)


def holding_rows(connection: sqlite3.Connection, meeting_id: str) -> list[SealRow]:
    """Return the versions of a meeting's texts that hold: out for signature, or sealed."""
    rows = rows_of_meeting(connection, meeting_id)
    return [row for row in rows if row.outcome != TAKEN_BACK]


def holding_row(connection: sqlite3.Connection, approval_id: str) -> SealRow | None:
    """Return the version of an approval's text that holds."""
    found = _rows(connection, "WHERE approval_id = ? AND outcome IS NOT ?", approval_id, TAKEN_BACK)
    return found[-1] if found else None


def row_by_fingerprint(connection: sqlite3.Connection, fingerprint: str) -> SealRow:
    """Return the row of a fingerprint. Raises ``KeyError``."""
    found = _rows(connection, "WHERE fingerprint = ?", fingerprint)
    if not found:
        raise KeyError(fingerprint)
    return found[0]


def last_link(connection: sqlite3.Connection, body_id: str) -> tuple[int, str]:
    """Return the number and fingerprint of a body's last row; 0 and the start without any."""
    query = "SELECT number, fingerprint FROM seal WHERE body_id = ? ORDER BY number DESC LIMIT 1"
    found: tuple[int, str] | None = connection.execute(query, (body_id,)).fetchone()
    return found or (0, START)


def _rows(connection: sqlite3.Connection, condition: str, *values: Any) -> list[SealRow]:
    found = connection.execute(f"{_SELECT} {condition}", values).fetchall()
    return [SealRow(*each) for each in found]
