"""One letter of sealed minutes changed with another tool is found, every time.

The triggers are dropped first, as somebody who means to do it would.
"""

from __future__ import annotations

import os
import random
import sqlite3
from pathlib import Path

import pytest

from kcdesk.domain.approval import Approval
from kcdesk.domain.catalogue import ROW_TYPES
from kcdesk.domain.lock import locked_rows, signing_rows
from kcdesk.domain.row import fields_outside_seal, types_of
from kcdesk.services.session import EditingSession
from kcdesk.storage.seal_check import verify_seals
from tests.storage.signed import approvals, seal, send, with_sample

CHANGES = 1_000 if os.environ.get("HYPOTHESIS_PROFILE") == "deep" else 60
LETTERS = "abcdefghijklmnopqrstuvwxyzåäö0123456789"

Place = tuple[str, str, str, str]  # table, column, key column, key


@pytest.fixture
def sealed(tmp_path: Path):
    path = tmp_path / "Protokoll.kcdesk"
    library, session = with_sample(path)
    at_once, rest = approvals(session)
    for approval in (at_once, rest):
        sent = send(library, session, approval.id)
        library.sealer.keep_prints(sent.fingerprint, b"%PDF-1.7 int", b"%PDF-1.7 pub")
        seal(library, session, approval.id)
    other = sqlite3.connect(path, isolation_level=None)
    names = other.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    kept = [sql for name, sql in names if name.startswith("guard_")]
    for name, _ in names:
        other.execute(f"DROP TRIGGER {name}")
    other.execute("PRAGMA foreign_keys = OFF")
    other.execute("PRAGMA ignore_check_constraints = ON")
    yield library, session, other, kept
    other.close()
    library.close()


def places(session: EditingSession) -> list[Place]:
    """Every value that a seal keeps: in the rows, who signed, and in the table of seals."""
    found: list[Place] = []
    for approval in session.records.children(session.stream_id, Approval):
        for row in locked_rows(session.records, approval):
            columns = set(types_of(type(row))) - fields_outside_seal(type(row)) - {"id"}
            found += [(row.table, column, "id", row.id) for column in sorted(columns)]
        for row in signing_rows(session.records, approval):
            columns = (
                {"place", "approved_on", "items"}
                if row.table == "approval"
                else set(types_of(ROW_TYPES[row.table])) - {"id"}
            )
            found += [(row.table, column, "id", row.id) for column in sorted(columns)]
        found += [
            ("seal", column, "approval_id", approval.id)
            for column in (
                *("content", "previous", "fingerprint", "internal_sha256", "public_sha256"),
                *("outcome_at", "outcome_by", "signatures", "outcome_hash", "meeting_id"),
            )
        ]
        found += [("approval", "fingerprint", "id", approval.id)]
    return found


def test_one_changed_letter_is_always_found(sealed) -> None:
    library, session, other, kept = sealed
    for sql in kept:
        other.execute(sql)
    assert verify_seals(other) == []
    assert library.verify() == ()
    for sql in kept:  # said whenever they are gone; below it is about the letters alone
        other.execute(f"DROP TRIGGER {sql.split()[2]}")
    gone = verify_seals(other)
    assert [str(each.what) for each in gone] == [
        "What protects sealed texts was removed from the library."
    ]
    dice, everywhere, tried = random.Random(2026), places(session), 0
    while tried < CHANGES:
        table, column, key, id = dice.choice(everywhere)
        query = f"SELECT [{column}] FROM [{table}] WHERE [{key}] = ?"
        (text,) = other.execute(query, (id,)).fetchone()
        spots = [n for n, each in enumerate(str(text)) if each in LETTERS] if text else []
        if not spots or not isinstance(text, str):
            continue
        tried += 1
        at = dice.choice(spots)
        letter = dice.choice(LETTERS.replace(text[at], ""))
        statement = f"UPDATE [{table}] SET [{column}] = ? WHERE [{key}] = ?"
        other.execute(statement, (text[:at] + letter + text[at + 1 :], id))
        assert len(verify_seals(other)) > len(gone), (table, column, id, at, letter)
        back = key if column != key else column
        other.execute(statement.replace(f"[{key}] = ?", f"[{back}] = ?"), (text, id))
    assert verify_seals(other) == gone


def test_a_row_more_or_less_is_found(sealed) -> None:
    library, _session, other, _kept = sealed
    before = len(library.verify())
    other.execute("DELETE FROM reservation WHERE id = (SELECT id FROM reservation LIMIT 1)")
    assert len(library.verify()) > before


def test_a_seal_that_is_cut_off_or_out_is_found(sealed) -> None:
    _library, _session, other, _kept = sealed
    before = len(verify_seals(other))
    for number in (1, 2):
        other.execute("BEGIN")
        other.execute("DELETE FROM locked_row")
        other.execute("DELETE FROM seal WHERE number = ?", (number,))
        found = [str(each.what) for each in verify_seals(other)]
        assert len(found) > before
        other.execute("ROLLBACK")


def test_a_changed_file_is_found(sealed) -> None:
    library, _session, other, _kept = sealed
    before = len(library.verify())
    other.execute("UPDATE file_chunk SET content = CAST(replace(content, 'int', 'inu') AS BLOB)")
    assert len(library.verify()) == before + 2  # both seals name it


def test_what_cannot_be_read_is_found_and_the_meeting_still_opens(sealed) -> None:
    library, session, other, _kept = sealed
    before = len(library.verify())
    other.execute("UPDATE seal SET content = replace(content, 'kcdesk-seal', 'kcdesk-sead')")
    assert len(library.verify()) > before
    assert len(library.load(session.stream_id)) == len(session.records)
    other.execute("UPDATE item SET kind = 'unknown'")
    assert any("cannot be read" in str(each.what) for each in verify_seals(other))


def test_a_history_that_was_written_anew_is_found(sealed) -> None:
    _library, _session, other, _kept = sealed
    before = len(verify_seals(other))
    other.execute("UPDATE log SET hash = replace(hash, 'a', 'b') WHERE seq = 1")
    assert len(verify_seals(other)) > before
