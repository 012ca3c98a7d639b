"""Finding what another tool has changed: in the history, or in the tables beside it."""

from __future__ import annotations

import sqlite3

from kcdesk.domain.message import Message
from kcdesk.domain.records import Records, StaleOperation
from kcdesk.storage import log, stream_store
from kcdesk.storage.finding import Finding


def stream_ids(connection: sqlite3.Connection) -> list[str]:
    """Return the ids of all streams."""
    found = connection.execute("SELECT id FROM stream ORDER BY id").fetchall()
    return [stream_id for (stream_id,) in found]


def verify(connection: sqlite3.Connection, stream_id: str) -> tuple[Finding, ...]:
    """Return what does not fit: a broken chain, or rows that are not what the history makes.

    Rows cannot be compared where a payload was destroyed for good.
    """
    history = log.rows(connection, stream_id)
    broken = log.broken_at(history)
    if broken is not None:
        what = Message("The history was changed at step {seq}.", {"seq": broken})
        return (Finding(stream_id, what, broken),)
    try:
        told = _replayed(stream_id, history)
        if told is None or told == stream_store.load(connection, stream_id):
            return ()
    except (ValueError, TypeError, KeyError, StaleOperation) as error:
        what = Message("The text cannot be read: {fault}", {"fault": str(error)})
        return (Finding(stream_id, what),)
    return (Finding(stream_id, Message("The text is not what its history says.")),)


def _replayed(stream_id: str, history: list[log.LogRow]) -> Records | None:
    records = Records(stream_id)
    for row in history:
        group = row.group()
        if group is None:
            return None
        records = records.apply(group)
    return records
