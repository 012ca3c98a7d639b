"""Reading a stream as it is to be seen: sealed rows from their seals, the others as they stand."""

from __future__ import annotations

import logging
import sqlite3

from kcdesk.domain.records import Records
from kcdesk.domain.seal import SealContent, read_seal
from kcdesk.services.sealed_view import sealed_view
from kcdesk.storage import seal_row, stream_store

Fetched = tuple[stream_store.Fetched, list[str]]

_log = logging.getLogger(__name__)


def fetch(connection: sqlite3.Connection, stream_id: str) -> Fetched:
    """Read a stream as SQL has it, quickly. Raises ``KeyError``."""
    return stream_store.fetch(connection, stream_id), texts(connection, stream_id)


def built(stream_id: str, fetched: Fetched) -> Records:
    """Return the rows that were fetched. Raises ``ValueError`` for what is damaged."""
    tables, kept = fetched
    live = stream_store.built(stream_id, tables)
    found = contents(kept)
    return sealed_view(live, found) if found else live


def texts(connection: sqlite3.Connection, id: str) -> list[str]:
    """Return the texts of a meeting that are out for signature or sealed, oldest first."""
    rows = seal_row.holding_rows(connection, id)
    return [row.content for row in rows if row.content is not None]


def contents(kept: list[str]) -> tuple[SealContent, ...]:
    """Return what can be read of such texts; the rest is for ``verify`` to report, and must not
    keep the meeting from being opened.
    """
    found = []
    for text in kept:
        try:
            found.append(read_seal(text))
        except (ValueError, TypeError):
            _log.warning("a sealed text cannot be read")
    return tuple(found)
