"""Rows come back from SQL as they went in."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given

from kcdesk.domain.body import Body
from kcdesk.domain.operation import Place
from kcdesk.domain.row import Row
from kcdesk.storage.error import Unstorable
from kcdesk.storage.row_table import row_table
from kcdesk.storage.stream_store import begin_stream
from tests.storage.database import empty_database
from tests.strategies import rows

DATABASE = empty_database()
DATABASE.execute("PRAGMA foreign_keys = OFF")


@given(rows(wild=True))
def test_a_row_of_any_class_with_any_value_comes_back_the_same(row: Row) -> None:
    table = row_table(row.table)
    DATABASE.execute("BEGIN")
    try:
        table.insert(DATABASE, "stream", row)
        assert table.get(DATABASE, "stream", row.id) == row
        assert table.rows(table.fetch(DATABASE, "stream")) == [row]
    finally:
        DATABASE.execute("ROLLBACK")


def test_a_change_made_against_another_state_is_refused() -> None:
    database = empty_database()
    body = Body(id="b", name="Styrelsen")
    begin_stream(database, body)
    table = row_table("body")
    table.insert(database, "b", body)
    with pytest.raises(Unstorable):
        table.set(database, "b", "b", "name", "Nämnden", "Utskottet")
    with pytest.raises(Unstorable):
        table.set(database, "another stream", "b", "name", "Styrelsen", "Utskottet")
    with pytest.raises(Unstorable):
        table.move(database, "b", "b", Place("x", ""), Place("", ""))
    with pytest.raises(Unstorable):
        table.delete(database, "b", "c")
    with pytest.raises(Unstorable):
        table.get(database, "b", "c")
    assert table.rows(table.fetch(database, "b")) == [body]


def test_a_column_that_is_not_there_is_an_error_and_no_text() -> None:
    database = empty_database()
    begin_stream(database, Body(id="b"))
    row_table("body").insert(database, "b", Body(id="b"))
    database.execute("ALTER TABLE body RENAME COLUMN name TO title")
    with pytest.raises(sqlite3.OperationalError):
        row_table("body").fetch(database, "b")
