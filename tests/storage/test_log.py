"""The history cannot be changed unseen."""

from __future__ import annotations

import dataclasses
import sqlite3

import pytest

from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Splice
from kcdesk.domain.richtext import plain
from kcdesk.storage import log, verification
from kcdesk.storage.beginning import begin_stream
from kcdesk.storage.error import Unstorable
from kcdesk.storage.queue import Pending
from tests.storage.database import empty_database
from tests.storage.sample import AT, inserting, rows_of_a_meeting

COLUMNS = ("seq", "op_id", "undoes", "schema", "at", "author", "parent", "payload_hash", "hash")


def typed(block_id: str, text: str, at: int = 0) -> Group:
    return Group(Message("Typing"), (Splice(block_id, at, (), plain(text)),))


@pytest.fixture
def meeting() -> tuple[sqlite3.Connection, str, str]:
    """A stream with four closed groups and an open one: database, stream id, block id."""
    database = empty_database()
    rows = rows_of_a_meeting()
    begin_stream(database, inserting(rows), at=AT, author="Anna")
    stream_id, block_id = rows[0].id, rows[-1].id
    for seq, text in enumerate(("Å", "rsmöte", " öppnat", " kl. 9"), start=2):
        group = typed(block_id, text)
        Pending(stream_id, seq, AT, group, stored=False, closed=seq < 5).write(database, "Anna")
    return database, stream_id, block_id


def tamper(database: sqlite3.Connection, statement: str, values: tuple[object, ...] = ()) -> None:
    """Change the file as another tool would, which knows nothing of triggers."""
    triggers = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    kept = triggers.fetchall()
    for name, _ in kept:
        database.execute(f"DROP TRIGGER {name}")
    database.execute(statement, values)
    for _, sql in kept:
        database.execute(sql)


def verified(database: sqlite3.Connection) -> tuple[verification.Finding, ...]:
    ids = verification.stream_ids(database)
    return tuple(each for id in ids for each in verification.verify(database, id))


def broken(database: sqlite3.Connection, stream_id: str) -> int | None:
    return log.broken_at(log.rows(database, stream_id))


def test_the_chain_holds_with_its_last_row_still_open(
    meeting: tuple[sqlite3.Connection, str, str],
) -> None:
    database, stream_id, _ = meeting
    history = log.rows(database, stream_id)
    assert [row.hash is None for row in history] == [False, False, False, False, True]
    assert broken(database, stream_id) is None
    log.close_all(database)
    assert log.rows(database, stream_id)[-1].hash is not None
    assert broken(database, stream_id) is None
    assert verified(database) == ()


def test_entries_tell_who_did_what_and_when(meeting: tuple[sqlite3.Connection, str, str]) -> None:
    database, stream_id, block_id = meeting
    entry = log.rows(database, stream_id)[1].entry()
    assert (entry.stream_id, entry.seq, entry.author, entry.at) == (stream_id, 2, "Anna", AT)
    assert entry.group is not None
    assert entry.group.operations == (Splice(block_id, 0, (), plain("Å")),)


def test_one_letter_changed_anywhere_in_a_closed_payload_is_found(
    meeting: tuple[sqlite3.Connection, str, str],
) -> None:
    database, stream_id, _ = meeting
    for row in log.rows(database, stream_id)[:4]:
        assert row.payload is not None
        for place in range(len(row.payload)):
            letter = "x" if row.payload[place] != "x" else "y"
            changed = row.payload[:place] + letter + row.payload[place + 1 :]
            statement = "UPDATE log SET payload = ? WHERE op_id = ?"
            tamper(database, statement, (changed, row.op_id))
            assert broken(database, stream_id) == row.seq
            tamper(database, statement, (row.payload, row.op_id))
    assert broken(database, stream_id) is None


@pytest.mark.parametrize("column", COLUMNS)
def test_a_changed_header_is_found(
    meeting: tuple[sqlite3.Connection, str, str], column: str
) -> None:
    database, stream_id, _ = meeting
    changed = "77" if column in ("seq", "undoes", "schema") else "annat"
    tamper(database, f"UPDATE log SET {column} = ? WHERE seq = 3", (changed,))
    assert broken(database, stream_id) == 3


def test_a_row_taken_out_is_found(meeting: tuple[sqlite3.Connection, str, str]) -> None:
    database, stream_id, _ = meeting
    tamper(database, "DELETE FROM log WHERE seq = 3")
    assert broken(database, stream_id) == 3


def test_an_open_row_before_the_last_is_found(
    meeting: tuple[sqlite3.Connection, str, str],
) -> None:
    database, stream_id, _ = meeting
    tamper(
        database,
        "UPDATE log SET hash = NULL, parent = NULL, payload_hash = NULL WHERE seq = 3",
    )
    assert broken(database, stream_id) == 3


def test_what_was_destroyed_for_good_leaves_the_chain_whole(
    meeting: tuple[sqlite3.Connection, str, str],
) -> None:
    database, stream_id, _ = meeting
    log.destroy_payload(database, stream_id, 3)
    assert log.rows(database, stream_id)[2].entry().group is None
    assert broken(database, stream_id) is None
    assert verification.verify(database, stream_id) == ()


def test_what_was_written_in_an_older_form_is_not_undone(
    meeting: tuple[sqlite3.Connection, str, str],
) -> None:
    database, stream_id, _ = meeting
    row = log.rows(database, stream_id)[1]
    assert row.group() is not None
    assert dataclasses.replace(row, schema=log.SCHEMA - 1).entry().group is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE log SET payload = '{}' WHERE seq = 2",
        "UPDATE log SET author = 'Bo' WHERE seq = 2",
        "UPDATE log SET at = '2020-01-01' WHERE seq = 5",
        "UPDATE log SET hash = NULL, parent = NULL, payload_hash = NULL WHERE seq = 2",
        "UPDATE log SET hash = 'x' WHERE seq = 5",
        "UPDATE log SET payload = NULL WHERE seq = 5",
        "DELETE FROM log WHERE seq = 2",
        "DELETE FROM log",
        (
            "INSERT INTO log (stream_id, seq, op_id, schema, at, author, payload)"
            " SELECT stream_id, 9, 'new', 1, at, author, payload FROM log WHERE seq = 4"
        ),
        (
            "INSERT INTO log (stream_id, seq, op_id, schema, at, author, payload)"
            " SELECT stream_id, 6, 'new', 1, at, author, payload FROM log WHERE seq = 4"
        ),
        (
            "INSERT OR REPLACE INTO log (stream_id, seq, op_id, schema, at, author, payload)"
            " SELECT stream_id, 2, 'new', 1, at, author, payload FROM log WHERE seq = 4"
        ),
        (
            "INSERT OR REPLACE INTO log (stream_id, seq, op_id, schema, at, author, payload)"
            " SELECT stream_id, 1, op_id, 1, at, author, payload FROM log WHERE seq = 2"
        ),
    ],
)
def test_triggers_refuse_every_change_of_what_is_closed(
    meeting: tuple[sqlite3.Connection, str, str], statement: str
) -> None:
    database, stream_id, _ = meeting
    before = log.rows(database, stream_id)
    with pytest.raises(sqlite3.IntegrityError):
        database.execute(statement)
    assert log.rows(database, stream_id) == before


def test_typing_goes_on_in_the_open_row_and_ends_with_its_closing(
    meeting: tuple[sqlite3.Connection, str, str],
) -> None:
    database, stream_id, block_id = meeting
    assert log.open_group(database, stream_id, 5).operations
    Pending(stream_id, 5, AT, typed(block_id, "längre"), stored=True, closed=True).write(
        database, "Anna"
    )
    assert broken(database, stream_id) is None
    with pytest.raises(Unstorable):
        log.open_group(database, stream_id, 5)
    with pytest.raises(sqlite3.IntegrityError):
        log.rewrite(database, stream_id, 5, typed(block_id, "ännu längre"))
    log.close(database, stream_id, 5)  # closing twice changes nothing
    assert verification.verify(database, stream_id) == ()


def test_a_row_that_is_not_there_cannot_be_closed(
    meeting: tuple[sqlite3.Connection, str, str],
) -> None:
    database, stream_id, _ = meeting
    with pytest.raises(Unstorable):
        log.close(database, stream_id, 99)


def test_a_row_cannot_be_closed_after_an_open_one(
    meeting: tuple[sqlite3.Connection, str, str],
) -> None:
    database, stream_id, block_id = meeting
    database.execute("DROP TRIGGER log_goes_on")
    log.append(database, stream_id, 6, typed(block_id, "x"), at=AT, author="Anna")
    with pytest.raises(Unstorable):
        log.close(database, stream_id, 6)


def test_the_number_of_the_last_row_is_known(
    meeting: tuple[sqlite3.Connection, str, str],
) -> None:
    database, stream_id, _ = meeting
    assert log.last_seq(database, stream_id) == 5
    assert log.last_seq(database, "nowhere") == 0


def test_a_table_changed_beside_the_history_is_found(
    meeting: tuple[sqlite3.Connection, str, str],
) -> None:
    database, stream_id, _ = meeting
    database.execute("UPDATE block SET spans = replace(spans, 'öppnat', 'stängt')")
    (finding,) = verified(database)
    assert (finding.stream_id, finding.seq) == (stream_id, None)
    database.execute("UPDATE block SET spans = '[['")
    (finding,) = verified(database)
    assert "cannot be read" in str(finding.what)
    tamper(database, "UPDATE log SET payload = '{}' WHERE seq = 3")
    (finding,) = verified(database)
    assert finding.seq == 3
