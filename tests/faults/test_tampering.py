"""One letter changed with another tool is found, wherever it stands."""

from __future__ import annotations

import os
import random
import sqlite3
from pathlib import Path

from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.services.session import EditingSession
from kcdesk.storage.library_file import LibraryFile
from tests.storage.sample import begin, only_block, rows_of_a_meeting, type_text

CHANGES = 1_000 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 150
LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"
PLACES = (
    ("block", "spans", "id"),
    ("item", "title", "id"),
    ("meeting", "place", "id"),
    ("log", "payload", "op_id"),
    ("log", "author", "op_id"),
)


def approved(path: Path) -> LibraryFile:
    """A library with a meeting that was written in several steps."""
    library = LibraryFile.new(path, author="anna berg")
    session = EditingSession(begin(library, rows_of_a_meeting()), library)
    type_text(session, only_block(session.records).id, "att godkänna årsredovisningen. ")
    setting = session.records.setting(session.stream_id, "place", "kommunhuset i åsele")
    session.perform(Group(Message("x"), setting))
    type_text(session, only_block(session.records).id, "och att lägga rapporten till handlingarna")
    session.close_typing()
    library.drain()
    return library


def test_one_changed_letter_is_always_found(tmp_path: Path) -> None:
    dice = random.Random(2026)
    path = tmp_path / "a.kcdesk"
    library = approved(path)
    other = sqlite3.connect(path, isolation_level=None)
    for (trigger,) in other.execute(
        "SELECT name FROM sqlite_master WHERE type='trigger'"
    ).fetchall():
        other.execute(f"DROP TRIGGER {trigger}")
    assert library.verify() == ()
    for _ in range(CHANGES):
        table, column, key = dice.choice(PLACES)
        rows = other.execute(f"SELECT {key}, {column} FROM {table}").fetchall()
        id, text = dice.choice(rows)
        place = dice.choice([at for at, letter in enumerate(text) if letter in LETTERS])
        letter = dice.choice(LETTERS.replace(text[place], ""))
        statement = f"UPDATE {table} SET {column} = ? WHERE {key} = ?"
        other.execute(statement, (text[:place] + letter + text[place + 1 :], id))
        assert len(library.verify()) == 1, (table, column, place, letter)
        other.execute(statement, (text, id))
    assert library.verify() == ()
    other.close()
    library.close()
