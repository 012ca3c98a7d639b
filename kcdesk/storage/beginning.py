"""The first group of a stream, which inserts its root."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.row import Row
from kcdesk.storage import log, stream_store


def root_of(group: Group) -> Row:
    """Return the root that a stream's first group inserts. Raises ``ValueError`` without one."""
    match group.operations:
        case (Insert(root), *_) if not root.owner_id:
            return root
    raise ValueError("the first group of a stream inserts its root first")


def begin_stream(
    connection: sqlite3.Connection, group: Group, *, at: datetime, author: str
) -> None:
    """Begin a stream, within the caller's transaction."""
    root = root_of(group)
    stream_store.begin_stream(connection, root)
    store_closed(connection, root.id, 1, group, at, author)


def store_closed(
    connection: sqlite3.Connection,
    stream_id: str,
    seq: int,
    group: Group,
    at: datetime,
    author: str,
) -> None:
    """Store a group as a closed row of the log, within the caller's transaction."""
    log.append(connection, stream_id, seq, group, at=at, author=author)
    stream_store.apply(connection, stream_id, group)
    log.close(connection, stream_id, seq)
