"""Reading a stream as it is to be seen: sealed rows from their seals, the others as they stand."""

from __future__ import annotations

import logging
import sqlite3

from kcdesk.domain.records import Records
from kcdesk.domain.seal import SealContent, read_seal
from kcdesk.services.sealed_view import sealed_body, sealed_view
from kcdesk.storage import seal_row, stream_store

Fetched = tuple[stream_store.Fetched, list[str]]

_log = logging.getLogger(__name__)


def fetch(connection: sqlite3.Connection, stream_id: str) -> Fetched:
    """Read a stream as SQL has it, quickly. Raises ``KeyError``."""
    return stream_store.fetch(connection, stream_id), texts_of(connection, stream_id)


def built(stream_id: str, fetched: Fetched) -> Records:
    """Return the rows that were fetched. Raises ``ValueError`` for what is damaged."""
    tables, texts = fetched
    live = stream_store.built(stream_id, tables)
    contents = _read(texts)
    return sealed_view(live, contents) if contents else live


def body_of(connection: sqlite3.Connection, *, meeting_id: str, body: Records) -> Records:
    """Return a meeting's body as its sealed minutes are printed with it."""
    return sealed_body(_read(texts_of(connection, meeting_id)), body)


def texts_of(connection: sqlite3.Connection, meeting_id: str) -> list[str]:
    """Return the texts of a meeting that are out for signature or sealed."""
    rows = seal_row.holding_rows(connection, meeting_id)
    return [row.content for row in rows if row.content is not None]


def _read(texts: list[str]) -> list[SealContent]:
    """Return what can be read; the rest is for ``verify`` to report, and must not keep the meeting
    from being opened.
    """
    found = []
    for text in texts:
        try:
            found.append(read_seal(text))
        except (ValueError, TypeError):
            _log.warning("a sealed text cannot be read")
    return found
