"""The tables say the same as the row classes."""

from __future__ import annotations

import pytest

from kcdesk.domain.catalogue import ROW_TYPES
from kcdesk.domain.row import types_of
from kcdesk.storage.column import without_none
from tests.storage.database import empty_database


def sql_type(kind: object) -> str:
    inner, _ = without_none(kind)
    return "INTEGER" if inner in (bool, int) else "TEXT"


@pytest.mark.parametrize("table", ROW_TYPES)
def test_each_field_of_a_row_class_has_its_column(table: str) -> None:
    found = {
        name: (kind, bool(needed))
        for _, name, kind, needed, *_ in empty_database().execute(f'PRAGMA table_info("{table}")')
    }
    told = {
        name: (sql_type(kind), not without_none(kind)[1])
        for name, kind in types_of(ROW_TYPES[table]).items()
    }
    assert found == {"stream_id": ("TEXT", True), **told}


def test_all_tables_are_strict() -> None:
    tables = empty_database().execute("PRAGMA table_list").fetchall()
    loose = [name for _, name, kind, _, _, strict in tables if kind == "table" and not strict]
    assert [name for name in loose if not name.startswith("sqlite_")] == []
