"""Migrations happen whole, after a verified backup, or not at all."""

from __future__ import annotations

import os
import signal
import sqlite3
from pathlib import Path

import pytest

from kcdesk.domain.error import UserFacingError
from kcdesk.storage.backup import Backups, is_whole
from kcdesk.storage.connection import connect
from kcdesk.storage.library_file import LibraryFile
from kcdesk.storage.migration import migrate, migrations, version_of
from tests.storage.sample import AT

COLOUR = """
-- A comment; with a semicolon.
CREATE TABLE colour (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL) STRICT;
INSERT INTO colour VALUES ('a', 'grön');
CREATE TRIGGER colour_stays BEFORE DELETE ON colour
BEGIN
  SELECT RAISE(ABORT, 'stays');
END;
ALTER TABLE meeting ADD COLUMN colour TEXT;
UPDATE meeting SET colour = 'a';
"""
STATEMENTS = 5
NOW = len(migrations())


@pytest.fixture
def steps(tmp_path: Path) -> tuple[Path, ...]:
    folder = tmp_path / "migrations"
    folder.mkdir()
    for shipped in migrations():
        (folder / shipped.name).write_text(shipped.read_text("utf-8"), "utf-8")
    (folder / f"{NOW + 1:04}_colour.sql").write_text(COLOUR, "utf-8")
    (folder / "notes.txt").write_text("no migration", "utf-8")
    return migrations(folder)


def nothing(_version: int) -> None: ...


def test_each_step_is_taken_once_after_its_backup(path: Path, steps: tuple[Path, ...]) -> None:
    LibraryFile.new(path).close()
    connection = connect(path, foreign_keys=False)
    asked: list[int] = []
    migrate(connection, steps, before_each=asked.append)
    migrate(connection, steps, before_each=asked.append)
    assert asked == [NOW]
    assert version_of(connection) == NOW + 1
    assert connection.execute("SELECT name FROM colour").fetchall() == [("grön",)]
    connection.close()


def test_without_a_backup_no_step_is_taken(path: Path, steps: tuple[Path, ...]) -> None:
    LibraryFile.new(path).close()
    before = path.read_bytes()

    def failing(_version: int) -> None:
        raise OSError("no room for a backup")

    connection = connect(path, foreign_keys=False)
    with pytest.raises(OSError, match="no room"):
        migrate(connection, steps, before_each=failing)
    connection.close()
    assert path.read_bytes() == before


def test_a_step_that_leaves_rows_without_owners_is_taken_back(
    path: Path, steps: tuple[Path, ...]
) -> None:
    LibraryFile.new(path).close()
    stray = "INSERT INTO person_alias VALUES ('a', 'nowhere', 'nobody', 'V', 'x');\n"
    steps[-1].write_text(COLOUR + stray, "utf-8")
    connection = connect(path, foreign_keys=False)
    with pytest.raises(sqlite3.IntegrityError):
        migrate(connection, steps, before_each=nothing)
    assert version_of(connection) == NOW
    assert not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'colour'").fetchall()
    connection.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a child that is killed is forked")
@pytest.mark.parametrize("number", range(1, STATEMENTS + 2))
def test_killed_at_any_statement_there_is_no_half_migration(
    path: Path, steps: tuple[Path, ...], number: int
) -> None:
    LibraryFile.new(path).close()
    child = os.fork()
    if child == 0:  # pragma: no cover  # ends by its own kill
        seen = iter(range(1, STATEMENTS + 2))

        def kill_at(_statement: str) -> None:
            if next(seen) == number:
                os.kill(os.getpid(), signal.SIGKILL)

        try:
            connection = connect(path, foreign_keys=False)
            connection.execute("PRAGMA cache_size = 1")  # so that half of it reaches the file
            migrate(connection, steps, before_each=nothing, on_statement=kill_at)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) == (number <= STATEMENTS)
    connection = connect(path, foreign_keys=False)
    done = number > STATEMENTS
    assert version_of(connection) == (NOW + 1 if done else NOW)
    tables = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'colour'").fetchall()
    assert bool(tables) == done
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    migrate(connection, steps, before_each=nothing)
    assert version_of(connection) == NOW + 1
    connection.close()


def test_opening_an_older_library_backs_it_up_and_migrates_it(
    path: Path, tmp_path: Path, steps: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    LibraryFile.new(path, name="Gammal").close()
    backups = Backups(tmp_path / "backups", path, lambda: AT)
    monkeypatch.setattr("kcdesk.storage.library_file.migrations", lambda: steps)
    LibraryFile.open(path, back_up=backups.before_migration).close()
    (kept,) = backups.folder.iterdir()
    assert kept.name == f"before-version-{NOW + 1}-20260302T083000Z.kcdesk"
    assert is_whole(kept)
    old = connect(kept, mode="ro")
    assert version_of(old) == NOW
    old.close()
    new = connect(path, mode="ro")
    assert version_of(new) == NOW + 1
    new.close()
    monkeypatch.undo()
    with pytest.raises(UserFacingError, match="newer version"):
        LibraryFile.open(path)


def test_a_migration_that_cannot_be_backed_up_does_not_happen(
    path: Path, tmp_path: Path, steps: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    LibraryFile.new(path).close()
    before = path.read_bytes()
    (tmp_path / "backups").write_text("a file where the folder should be", "utf-8")
    backups = Backups(tmp_path / "backups", path, lambda: AT)
    monkeypatch.setattr("kcdesk.storage.library_file.migrations", lambda: steps)
    with pytest.raises(UserFacingError, match="No backup"):
        LibraryFile.open(path, back_up=backups.before_migration)
    assert path.read_bytes() == before
