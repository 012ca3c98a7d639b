"""The rows of streams in SQL: reading them whole, and the five primitives done to them.

Does to the tables exactly what ``domain.records`` does in memory; tests hold the two together.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from kcdesk.domain.block import Block
from kcdesk.domain.catalogue import ROW_TYPES
from kcdesk.domain.operation import Group, Insert, Move, Primitive, Remove, Set, Splice
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import splice
from kcdesk.domain.row import Row
from kcdesk.storage.error import Unstorable
from kcdesk.storage.row_table import row_table

Fetched = dict[str, list[tuple[Any, ...]]]


def begin_stream(connection: sqlite3.Connection, root: Row) -> None:
    """Note that a stream exists; its rows follow by operations."""
    connection.execute("INSERT INTO stream (id, kind) VALUES (?, ?)", (root.id, root.table))


def load(connection: sqlite3.Connection, stream_id: str) -> Records:
    """Return the rows of a stream. Raises ``KeyError`` when there is no such stream."""
    return built(stream_id, fetch(connection, stream_id))


def fetch(connection: sqlite3.Connection, stream_id: str) -> Fetched:
    """Read a stream as SQL has it: quickly, as commits wait meanwhile. Raises ``KeyError``."""
    found = connection.execute("SELECT kind FROM stream WHERE id = ?", (stream_id,)).fetchone()
    if found is None:
        raise KeyError(stream_id)
    return {table: row_table(table).fetch(connection, stream_id) for table in ROW_TYPES}


def built(stream_id: str, fetched: Fetched) -> Records:
    """Return the rows that were fetched. Raises ``ValueError`` for what is damaged."""
    rows = [row for table, each in fetched.items() for row in row_table(table).rows(each)]
    return Records(stream_id, rows)


def apply(connection: sqlite3.Connection, stream_id: str, group: Group) -> None:
    """Do a group to the tables. Raises ``Unstorable`` when it does not fit."""
    for operation in group.operations:
        _perform(connection, stream_id, operation)


def _perform(connection: sqlite3.Connection, stream_id: str, operation: Primitive) -> None:
    match operation:
        case Insert(row):
            row_table(row.table).insert(connection, stream_id, row)
        case Remove(row):
            row_table(row.table).delete(connection, stream_id, row.id)
        case Set(table, id, name, before, after):
            row_table(table).set(connection, stream_id, id, name, before, after)
        case Move(table, id, before, after):
            row_table(table).move(connection, stream_id, id, before, after)
        case Splice(block_id, at, removed, inserted):
            blocks = row_table(Block.table)
            spans = blocks.get(connection, stream_id, block_id).spans
            try:
                changed = splice(spans, at, removed, inserted)
            except ValueError as error:
                raise Unstorable(f"block {block_id}: {error}") from error
            blocks.set(connection, stream_id, block_id, "spans", spans, changed)
