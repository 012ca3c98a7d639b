"""Rows in SQL, written once for all of them.

There is no repository class for each noun: every row class has the same five things done to it
(insert, delete, set, move, select), and its columns follow from its fields. Thirty hand-written
repositories would be thirty places to forget a field in. What is particular about a noun is in
its migration (constraints, indexes) and in the queries that need it (``shelf.py``).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

from kcdesk.domain.operation import Place
from kcdesk.domain.row import ROW_TYPES, Row, types_of
from kcdesk.storage.column import decoder, encoder
from kcdesk.storage.error import Unstorable

R = TypeVar("R", bound=Row)


class RowTable(Generic[R]):
    """The SQL table of one row class. Every change names the stream, so none can stray."""

    def __init__(self, cls: type[R]) -> None:
        kinds = types_of(cls)
        self._cls = cls
        self._encoders = {name: encoder(kind) for name, kind in kinds.items()}
        self._decoders = tuple(decoder(kind) for kind in kinds.values())
        # Hence S608: names of tables and columns are our own classes' and cannot be parameters.
        # In brackets, as SQLite takes an unknown name in double quotes for a text.
        table, names = f"[{cls.table}]", ", ".join(f"[{name}]" for name in kinds)
        marks = ", ".join("?" * (len(kinds) + 1))
        here = "WHERE id = ? AND stream_id = ?"
        self._insert = f"INSERT INTO {table} (stream_id, {names}) VALUES ({marks})"  # noqa: S608
        self._delete = f"DELETE FROM {table} {here}"  # noqa: S608
        self._select = f"SELECT {names} FROM {table}"  # noqa: S608
        where = f"FROM {table} WHERE stream_id IN"
        self._select_of = f"SELECT stream_id, {names} {where}"
        self._set = {
            name: f"UPDATE {table} SET [{name}] = ? {here} AND [{name}] IS ?"  # noqa: S608
            for name in kinds
        }
        stands = "AND owner_id = ? AND position = ?"
        self._move = f"UPDATE {table} SET owner_id = ?, position = ? {here} {stands}"  # noqa: S608

    def insert(self, connection: sqlite3.Connection, stream_id: str, row: R) -> None:
        """Add a row."""
        values = [encode(getattr(row, name)) for name, encode in self._encoders.items()]
        connection.execute(self._insert, (stream_id, *values))

    def delete(self, connection: sqlite3.Connection, stream_id: str, id: str) -> None:
        """Take a row away. Raises ``Unstorable`` when there is none."""
        self._one(connection.execute(self._delete, (id, stream_id)), id)

    def set(
        self,
        connection: sqlite3.Connection,
        stream_id: str,
        id: str,
        field: str,
        before: Any,
        after: Any,
    ) -> None:
        """Give a field another value. Raises ``Unstorable`` when it is not as it was."""
        encode = self._encoders[field]
        values = (encode(after), id, stream_id, encode(before))
        self._one(connection.execute(self._set[field], values), id)

    def move(
        self, connection: sqlite3.Connection, stream_id: str, id: str, before: Place, after: Place
    ) -> None:
        """Put a row elsewhere. Raises ``Unstorable`` when it is not where it was."""
        values = (after.owner_id, after.position, id, stream_id, before.owner_id, before.position)
        self._one(connection.execute(self._move, values), id)

    def fetch(self, connection: sqlite3.Connection, stream_id: str) -> list[tuple[Any, ...]]:
        """Return the rows of a stream as SQL has them, for ``rows``."""
        return connection.execute(f"{self._select} WHERE stream_id = ?", (stream_id,)).fetchall()

    def fetch_of(self, connection: sqlite3.Connection, streams: str) -> list[tuple[Any, ...]]:
        """Return the rows of the streams that a query finds, each after its stream's id."""
        return connection.execute(f"{self._select_of} ({streams})").fetchall()

    def rows(self, fetched: Iterable[Sequence[Any]]) -> list[R]:
        """Return fetched rows. Raises ``ValueError`` for what another tool may have written."""
        return [self._row(values) for values in fetched]

    def get(self, connection: sqlite3.Connection, stream_id: str, id: str) -> R:
        """Return one row. Raises ``Unstorable`` when there is none."""
        query = f"{self._select} WHERE id = ? AND stream_id = ?"
        values = connection.execute(query, (id, stream_id)).fetchone()
        if values is None:
            raise Unstorable(f"there is no {self._cls.table} {id}")
        return self._row(values)

    def _row(self, values: Sequence[Any]) -> R:
        named = zip(self._encoders, self._decoders, values, strict=True)
        return self._cls(**{name: decode(value) for name, decode, value in named})

    def _one(self, cursor: sqlite3.Cursor, id: str) -> None:
        if cursor.rowcount != 1:
            raise Unstorable(f"{self._cls.table} {id} is not as it was")


_TABLES: dict[str, RowTable[Any]] = {}


def row_table(table: str) -> RowTable[Any]:
    """Return the SQL table of a row class, by its name; made at first use."""
    if table not in _TABLES:
        _TABLES[table] = RowTable(ROW_TYPES[table])
    return _TABLES[table]
