"""Bringing a library to the newest form: numbered ``.sql`` files, each in one transaction."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kcdesk.storage.connection import transaction

SHIPPED = Path(__file__).resolve().parent / "migrations"

_NAME = re.compile(r"\d{4}_\w+\.sql")


def migrations(folder: Path = SHIPPED) -> tuple[Path, ...]:
    """Return the migrations in order: file ``0002_…`` leads to ``user_version`` 2."""
    return tuple(sorted(path for path in folder.iterdir() if _NAME.fullmatch(path.name)))


def version_of(connection: sqlite3.Connection) -> int:
    """Return the number of the last migration that the file has had."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def migrate(
    connection: sqlite3.Connection,
    steps: Sequence[Path],
    *,
    before_each: Callable[[int], None],
    on_statement: Callable[[str], None] = lambda _statement: None,
) -> None:
    """Bring the file to the newest form.

    ``before_each`` is called with the present version before each step, to back the file up; if it
    raises, that step is not taken. ``on_statement`` is told each statement that was run. The
    connection must not enforce foreign keys, as tables may be rebuilt; they are checked at the end
    of each step. What guards sealed rows steps aside meanwhile and is made anew for the new form.
    """
    for number in range(version_of(connection) + 1, len(steps) + 1):
        before_each(number - 1)
        with transaction(connection):
            _let_through(connection)
            for statement in _statements(steps[number - 1].read_text(encoding="utf-8")):
                connection.execute(statement)
                on_statement(statement)
            strays = connection.execute("PRAGMA foreign_key_check").fetchall()
            if strays:
                raise sqlite3.IntegrityError(f"migration {number} leaves rows without owners")
            if number == len(steps):
                _guard(connection)
            connection.execute(f"PRAGMA user_version = {number}")


def _let_through(connection: sqlite3.Connection) -> None:
    from kcdesk.storage import guard

    guard.drop(connection)


def _guard(connection: sqlite3.Connection) -> None:
    from kcdesk.storage import guard

    if guard.is_needed(connection):
        guard.install(connection)


def _statements(script: str) -> Iterator[str]:
    """Yield the statements one by one; triggers hold semicolons of their own."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
