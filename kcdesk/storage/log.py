"""The history of each stream: one row a group, chained by hashes.

``hash = SHA-256(parent + header + payload hash)``. As only the payload's hash is chained, a
payload can be destroyed for good (set to NULL) and the chain still verifies. The last row of a
stream may be *open*: typing goes on in it; it is durable but rewritten in place, and not hashed
until it is closed. Triggers refuse every other change.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kcdesk.domain.canonical import canonical_json, sha256
from kcdesk.domain.operation import Group
from kcdesk.domain.plain_group import group_from_plain, group_to_plain
from kcdesk.services.ports import LogEntry
from kcdesk.storage.error import Unstorable

START = "0" * 64
"""The parent of a stream's first row."""

SCHEMA = 1
"""The form of the payloads; raised when an older form can no longer be read as it stands."""

_SELECT = """
SELECT stream_id, seq, op_id, undoes, schema, at, author, parent, payload, payload_hash, hash
FROM log WHERE stream_id = ?
"""


@dataclass(frozen=True, slots=True)
class LogRow:
    """One row as it stands in the table. ``hash``, ``parent`` and ``payload_hash`` are None while
    it is open.
    """

    stream_id: str
    seq: int
    op_id: str
    undoes: int | None
    schema: int
    at: str
    author: str
    parent: str | None
    payload: str | None
    payload_hash: str | None
    hash: str | None

    def sealed(self, parent: str, payload_hash: str) -> str:
        """Return the hash that this row has after ``parent``."""
        header = canonical_json(
            [self.stream_id, self.seq, self.op_id, self.undoes, self.schema, self.at, self.author]
        )
        return sha256(parent, header, payload_hash)

    def group(self) -> Group | None:
        """Return the group, None where the payload was destroyed or has an older form."""
        if self.payload is None or self.schema != SCHEMA:
            return None
        return group_from_plain(json.loads(self.payload), id=self.op_id, undoes=self.undoes)

    def entry(self) -> LogEntry:
        """Return the row as the services know it."""
        at = datetime.fromisoformat(self.at)
        return LogEntry(
            self.stream_id, self.seq, self.group(), self.undoes, self.schema, at, self.author
        )


def append(
    connection: sqlite3.Connection,
    stream_id: str,
    seq: int,
    group: Group,
    *,
    at: datetime,
    author: str,
) -> None:
    """Add a group as the open row ``seq``. The one before it must be closed."""
    header = (stream_id, seq, group.id, group.undoes, SCHEMA, at.isoformat(), author)
    connection.execute(
        "INSERT INTO log (stream_id, seq, op_id, undoes, schema, at, author, payload)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (*header, payload_of(group)),
    )


def open_group(connection: sqlite3.Connection, stream_id: str, seq: int) -> Group:
    """Return the group of an open row. Raises ``Unstorable`` when that row is not open."""
    row = _row(connection, stream_id, seq)
    group = row.group()
    if row.hash is not None or group is None:
        raise Unstorable(f"{stream_id} {seq} is closed")
    return group


def rewrite(connection: sqlite3.Connection, stream_id: str, seq: int, group: Group) -> None:
    """Give the open row a longer version of its group."""
    connection.execute(
        "UPDATE log SET payload = ? WHERE stream_id = ? AND seq = ?",
        (payload_of(group), stream_id, seq),
    )


def close(connection: sqlite3.Connection, stream_id: str, seq: int) -> None:
    """Hash a row: from now on it never changes. A closed row is left as it is."""
    row = _row(connection, stream_id, seq)
    if row.hash is not None:
        return
    assert row.payload is not None
    parent = _parent(connection, stream_id, seq)
    payload_hash = sha256(row.payload)
    connection.execute(
        "UPDATE log SET parent = ?, payload_hash = ?, hash = ? WHERE stream_id = ? AND seq = ?",
        (parent, payload_hash, row.sealed(parent, payload_hash), stream_id, seq),
    )


def close_all(connection: sqlite3.Connection) -> None:
    """Close what a crash has left open."""
    left = connection.execute("SELECT stream_id, seq FROM log WHERE hash IS NULL").fetchall()
    for stream_id, seq in left:
        close(connection, stream_id, seq)


def rows(connection: sqlite3.Connection, stream_id: str) -> list[LogRow]:
    """Return a stream's log, oldest first."""
    query = _SELECT + " ORDER BY seq"
    return [LogRow(*values) for values in connection.execute(query, (stream_id,)).fetchall()]


def last_seq(connection: sqlite3.Connection, stream_id: str) -> int:
    """Return the number of a stream's last row, 0 without any."""
    query = "SELECT coalesce(max(seq), 0) FROM log WHERE stream_id = ?"
    found: int = connection.execute(query, (stream_id,)).fetchone()[0]
    return found


def head(connection: sqlite3.Connection, stream_id: str) -> tuple[int, str]:
    """Return the number and hash of a stream's last row, which is closed."""
    seq = last_seq(connection, stream_id)
    return seq, _row(connection, stream_id, seq).hash or ""


def destroy_payload(connection: sqlite3.Connection, stream_id: str, seq: int) -> None:
    """Destroy what a closed row says, for good; the chain still verifies."""
    connection.execute(
        "UPDATE log SET payload = NULL WHERE stream_id = ? AND seq = ?", (stream_id, seq)
    )


def payload_of(group: Group) -> str:
    """Return a group as the text that is stored and hashed."""
    return canonical_json(group_to_plain(group))


def broken_at(history: list[LogRow]) -> int | None:
    """Return the number of the first row whose hash does not fit, None when the chain holds."""
    parent = START
    for number, row in enumerate(history, start=1):
        if row.seq != number:
            return number
        if row.hash is None:  # open: only the last row may be
            return None if row is history[-1] else number
        told = row.payload_hash or ""
        true = sha256(row.payload) if row.payload is not None else told
        if row.parent != parent or told != true or row.hash != row.sealed(parent, told):
            return number
        parent = row.hash
    return None


def _parent(connection: sqlite3.Connection, stream_id: str, seq: int) -> str:
    if seq == 1:
        return START
    parent = _row(connection, stream_id, seq - 1).hash
    if parent is None:
        raise Unstorable(f"{stream_id} {seq - 1} is still open")
    return parent


def _row(connection: sqlite3.Connection, stream_id: str, seq: int) -> LogRow:
    query = _SELECT + " AND seq = ?"
    values: tuple[Any, ...] | None = connection.execute(query, (stream_id, seq)).fetchone()
    if values is None:
        raise Unstorable(f"there is no {stream_id} {seq}")
    return LogRow(*values)
