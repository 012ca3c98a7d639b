"""Out for signature, taken back, sealed: one transaction each, and nothing changes afterwards."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kcdesk.domain.approval import Approval, Approver
from kcdesk.domain.block import Block
from kcdesk.domain.body import Body, HeadingWord, ItemPart, Numbering, Regime
from kcdesk.domain.canonical import canonical_json, sha256
from kcdesk.domain.catalogue import ROW_TYPES
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Splice
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import plain
from kcdesk.domain.row import fields_outside_seal, new_id, types_of
from kcdesk.domain.seal import START, read_seal
from kcdesk.domain.signature import Signature
from kcdesk.services.edit_meeting import set_place
from kcdesk.services.refuse_locked import Locked
from kcdesk.services.sealed_view import sealed_body
from kcdesk.services.session import EditingSession
from kcdesk.storage import guard
from kcdesk.storage.connection import connect
from kcdesk.storage.library_file import LibraryFile
from kcdesk.storage.migration import migrate, migrations
from tests.storage.signed import (
    DAY,
    approvals,
    seal,
    send,
    summon_with_file,
    take_back,
    with_sample,
)

X = Message("x")
LIBRARY = tuple[LibraryFile, EditingSession]


@pytest.fixture
def other(opened: LIBRARY, path: Path) -> Iterator[sqlite3.Connection]:
    """Another program at the same file."""
    connection = sqlite3.connect(path, isolation_level=None)
    yield connection
    connection.close()


def texts(session: EditingSession, item_id: str) -> Block:
    below = session.records.subtree(item_id)
    return next(row for row in below if isinstance(row, Block) and row.spans)


def test_the_way_of_a_text_through_signing(opened: LIBRARY) -> None:
    library, session = opened
    at_once, rest = approvals(session)
    first = send(library, session, at_once.id)
    assert (first.number, first.is_sealed) == (1, False)
    assert session.records.get(Approval, at_once.id).fingerprint == first.fingerprint
    assert library.verify() == ()
    seal(library, session, at_once.id)
    second = send(library, session, rest.id)
    take_back(library, session, rest.id)
    assert session.records.root(Meeting).state is MeetingState.REVIEW
    assert {row.signed_on for row in session.records.children(rest.id, Approver)} == {None}
    third = send(library, session, rest.id)
    assert session.records.root(Meeting).state is MeetingState.APPROVAL
    seal(library, session, rest.id)
    assert session.records.root(Meeting).state is MeetingState.NOTICE
    assert session.records.get(Approval, rest.id).sealed_on == DAY
    told = [
        (each.number, each.is_sealed, each.is_taken_back)
        for each in library.sealer.versions(session.stream_id)
    ]
    assert told == [(1, True, False), (2, False, True), (3, True, False)]
    assert len({first.fingerprint, second.fingerprint, third.fingerprint}) == 3
    assert library.verify() == ()


def test_the_fingerprint_is_of_the_text_and_the_one_before(opened: LIBRARY) -> None:
    library, session = opened
    at_once, rest = approvals(session)
    first, second = (send(library, session, each.id) for each in (at_once, rest))
    assert first.content is not None
    assert second.content is not None
    assert first.fingerprint == sha256(first.content + START)
    assert second.fingerprint == sha256(second.content + first.fingerprint)


def test_the_text_holds_what_is_signed_and_what_it_takes_to_print_it(opened: LIBRARY) -> None:
    library, session = opened
    at_once, rest = approvals(session)
    part = read_seal(send(library, session, at_once.id).content or "")
    whole = read_seal(send(library, session, rest.id).content or "")
    assert part.numbers == {at_once.items[0]: "59"}
    assert at_once.items[0] not in whole.numbers
    assert sorted(whole.numbers.values()) == [str(n) for n in range(52, 63) if n != 59]
    below = session.records.subtree(at_once.items[0])
    inside = {row.id for row in below if not _outside(session.records, row)}
    assert {row.id for row in part.sealed} == inside
    assert [row.table for row in whole.body] == ["body"]
    outside = {row.table for row in whole.sealed + whole.context}
    assert outside.isdisjoint({"approval", "approver", "notice", "signature", "correction"})
    kept = {row.id for row in whole.sealed + whole.context + part.sealed}
    assert {row.id for row in session.records if not _outside(session.records, row)} == kept


def test_a_paragraph_sealed_ahead_keeps_no_draft_of_the_others(opened: LIBRARY) -> None:
    library, session = opened
    part = read_seal(send(library, session, approvals(session)[0].id).content or "")
    tables = {row.table for row in part.context}
    assert {"item", "participant", "presence", "role", "meeting"} <= tables
    assert tables.isdisjoint({"section", "block", "decision", "action", "motion", "vote"})
    assert part.around() == part.context


def test_the_words_for_headings_are_sealed_with_the_body(opened: LIBRARY) -> None:
    library, session = opened
    body_id = session.records.root(Meeting).body_id or ""
    body = EditingSession(body_id, library)
    word = HeadingWord(id=new_id(), owner_id=body_id, position="V", text="Styrelsen beslutar")
    body.perform(Group(X, (Insert(word),)))
    send(library, session, approvals(session)[1].id)
    later = replace(word, id=new_id(), part=ItemPart.ACTIONS, text="Att göra")
    body.perform(Group(X, (*body.records.setting(word.id, "text", "Vi beslutar"), Insert(later))))
    (content,) = library.sealed(session.stream_id)
    then = sealed_body([content], body.records)
    assert then.children(body_id, HeadingWord) == (word,)
    first = replace(content, version=1, body=content.body[:1])  # as it was sealed before
    assert len(sealed_body([first], body.records).children(body_id, HeadingWord)) == 2


def _outside(records: Records, row) -> bool:
    while not type(row).outside_seal:
        if row.owner_id not in records:
            return False
        row = records.row(row.owner_id)
    return True


def test_no_edit_of_a_sent_text_reaches_session_or_file(opened: LIBRARY) -> None:
    library, session = opened
    at_once, rest = approvals(session)
    send(library, session, at_once.id)
    block = texts(session, at_once.items[0])
    with pytest.raises(Locked, match="out for signature"):
        session.type(Splice(block.id, 0, (), plain("x")), X)
    session.perform(set_place(session.records, "Annan sal"))  # the rest goes on
    send(library, session, rest.id)
    with pytest.raises(Locked):
        session.perform(set_place(session.records, "Tredje salen"))
    assert session.undo_label is None
    seal(library, session, rest.id)
    with pytest.raises(Locked, match="approved and sealed"):
        session.perform(set_place(session.records, "Fjärde salen"))
    assert session.undo() is None
    assert library.verify() == ()


def test_undo_ends_where_the_text_went_out_also_after_a_restart(path: Path) -> None:
    library, session = with_sample(path)
    session.perform(set_place(session.records, "Annan sal"))
    send(library, session, approvals(session)[1].id)
    library.close()
    library = LibraryFile.open(path)
    again = EditingSession(session.stream_id, library)
    assert again.undo_label is None
    take_back(library, again, approvals(again)[1].id)
    assert again.undo_label is None
    again.perform(set_place(again.records, "Tredje salen"))
    assert again.undo() is not None
    assert again.undo() is None
    library.close()


@pytest.mark.parametrize("sealed", [False, True])
def test_no_other_program_changes_a_locked_row(
    opened: LIBRARY, other: sqlite3.Connection, sealed: bool
) -> None:
    library, session = opened
    for approval in approvals(session):
        send(library, session, approval.id)
        if sealed:
            seal(library, session, approval.id)
    tried = 0
    for row in session.records:
        if _outside(session.records, row):
            continue
        free = fields_outside_seal(type(row))
        for column in ["position", "owner_id", "stream_id", *types_of(type(row))]:
            if column in free:
                continue
            tried += 1
            (value,) = other.execute(
                f"SELECT [{column}] FROM [{row.table}] WHERE id = ?", (row.id,)
            ).fetchone()
            if isinstance(value, int):
                changed: object = 1 - value
            else:
                changed = 7 if value is None else f"{value}x"
            with pytest.raises(sqlite3.IntegrityError, match="never changes"):
                other.execute(
                    f"UPDATE [{row.table}] SET [{column}] = ? WHERE id = ?", (changed, row.id)
                )
        with pytest.raises(sqlite3.IntegrityError, match="never changes"):
            other.execute(f"DELETE FROM [{row.table}] WHERE id = ?", (row.id,))
        with pytest.raises(sqlite3.IntegrityError, match="never changes"):
            other.execute(
                f"INSERT OR REPLACE INTO [{row.table}] SELECT * FROM [{row.table}] WHERE id = ?",
                (row.id,),
            )
    assert tried > 1000
    assert library.verify() == ()


def test_no_row_comes_under_a_locked_one(opened: LIBRARY, other: sqlite3.Connection) -> None:
    library, session = opened
    send(library, session, approvals(session)[1].id)
    item = session.records.children(session.stream_id, Item)[0]
    with pytest.raises(sqlite3.IntegrityError, match="never changes"):
        other.execute(
            "INSERT INTO recusal (id, stream_id, owner_id, position, ground)"
            " SELECT 'new', stream_id, id, 'V', '' FROM item WHERE id = ?",
            (item.id,),
        )


def test_the_signing_itself_is_kept_by_the_seal_alone(
    opened: LIBRARY, other: sqlite3.Connection
) -> None:
    library, session = opened
    rest = approvals(session)[1]
    send(library, session, rest.id)
    other.execute("UPDATE approver SET signed_on = '2026-11-25' WHERE owner_id = ?", (rest.id,))
    other.execute("UPDATE approver SET signed_on = '2026-11-24' WHERE owner_id = ?", (rest.id,))
    seal(library, session, rest.id)
    for statement in (
        "UPDATE approver SET signed_on = '2026-11-25' WHERE owner_id = ?",
        "UPDATE signature SET signed_on = '2026-11-25' WHERE owner_id = ?",
        "DELETE FROM approver WHERE owner_id = ?",
        "UPDATE approval SET approved_on = '2026-11-25' WHERE id = ?",
        "UPDATE approval SET sealed_on = NULL WHERE id = ?",
        "UPDATE approval SET sent_on = NULL WHERE id = ?",
        "DELETE FROM approval WHERE id = ?",
        "DELETE FROM locked_row WHERE ? IN (SELECT approval_id FROM seal)",
        "DELETE FROM seal WHERE approval_id = ?",
        "UPDATE seal SET content = content || ' ' WHERE approval_id = ?",
        "UPDATE seal SET outcome_by = 'x' WHERE approval_id = ?",
        "UPDATE seal SET outcome = NULL WHERE approval_id = ?",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            other.execute(statement, (rest.id,))
    other.execute("UPDATE approval SET storage_location = 'Arkivet' WHERE id = ?", (rest.id,))
    other.execute("UPDATE notice SET removed_on = '2027-01-02' WHERE owner_id = ?", (rest.id,))


def test_sealed_views_read_the_seal_and_not_the_rows(path: Path) -> None:
    library, session = with_sample(path)
    for approval in approvals(session):
        send(library, session, approval.id)
        seal(library, session, approval.id)
    before = session.records
    library.close()
    other = sqlite3.connect(path, isolation_level=None)
    for name in guard.wanted():
        other.execute(f"DROP TRIGGER {name}")
    other.execute("UPDATE item SET title = 'Förfalskat'")
    other.execute("UPDATE meeting SET place = 'Någon annanstans', state = 'done'")
    other.execute("DELETE FROM block")
    other.execute("UPDATE action_owner SET state = 'done'")
    other.close()
    library = LibraryFile.open(path)
    again = library.load(session.stream_id)
    root = again.root(Meeting)
    assert root.place == before.root(Meeting).place
    assert root.state is MeetingState.DONE  # outside the seal
    assert [row.title for row in again.all(Item)] == [row.title for row in before.all(Item)]
    assert again.all(Block) == before.all(Block)
    assert library.verify() != ()
    library.close()


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE file_chunk SET content = x'00' WHERE sha256 = ?",
        "DELETE FROM file_chunk WHERE sha256 = ?",
    ],
)
def test_what_is_attached_to_a_sealed_text_or_was_sent_before_is_looked_at(
    opened: LIBRARY, other: sqlite3.Connection, tmp_path: Path, change: str
) -> None:
    library, session = opened
    name, snapshot = summon_with_file(library, session, tmp_path)
    for approval in approvals(session):
        send(library, session, approval.id)
        seal(library, session, approval.id)
    assert library.verify() == ()
    found = []
    for each in (name, snapshot):
        kept = other.execute("SELECT * FROM file_chunk WHERE sha256 = ?", (each,)).fetchone()
        other.execute(change, (each,))
        found += [str(finding.what) for finding in library.verify()]
        other.execute("DELETE FROM file_chunk WHERE sha256 = ?", (each,))
        other.execute("INSERT INTO file_chunk VALUES (?, ?, ?)", kept)
    assert found == [
        "The attachment plan.txt of seal number 2 is not kept whole in the library.",
        "A summons is not kept as it was sent.",
    ]
    assert library.verify() == ()


def test_a_body_that_changes_its_ways_breaks_no_seal(opened: LIBRARY) -> None:
    library, session = opened
    for approval in approvals(session):
        send(library, session, approval.id)
        seal(library, session, approval.id)
    body_id = session.records.root(Meeting).body_id or ""
    body = EditingSession(body_id, library)
    for field, value in (("numbering", Numbering.ITEM), ("regime", Regime.INFORMAL)):
        body.perform(Group(X, body.records.setting(body_id, field, value)))
    library.drain()
    assert library.verify() == ()


def test_the_body_is_printed_as_it_was(opened: LIBRARY) -> None:
    library, session = opened
    body_id = session.records.root(Meeting).body_id or ""
    body = EditingSession(body_id, library)
    name = body.records.root(Body).name
    send(library, session, approvals(session)[1].id)
    body.perform(Group(X, body.records.setting(body_id, "name", "Direktionen")))
    sealed = library.sealed(session.stream_id)
    assert sealed_body(sealed, body.records).root(Body).name == name
    take_back(library, session, approvals(session)[1].id)
    now = sealed_body(library.sealed(session.stream_id), body.records)
    assert now.root(Body).name == "Direktionen"


def test_commands_say_no_to_what_does_not_fit(opened: LIBRARY) -> None:
    library, session = opened
    rest = approvals(session)[1]
    nothing = Group(X, ())
    with pytest.raises(UserFacingError, match="not out for signature"):
        library.sealer.seal(session.stream_id, rest.id, nothing, DAY)
    with pytest.raises(UserFacingError, match="not out for signature"):
        library.sealer.take_back(session.stream_id, rest.id, nothing)
    send(library, session, rest.id)
    seal(library, session, rest.id)
    with pytest.raises(UserFacingError, match="approved and sealed"):
        library.sealer.take_back(session.stream_id, rest.id, nothing)
    with pytest.raises(sqlite3.IntegrityError):
        library.sealer.send(session.stream_id, rest.id, nothing, DAY)
    assert library.verify() == ()


def test_a_meeting_without_a_body_is_not_sent(library: LibraryFile) -> None:
    from tests.storage.sample import begin

    meeting = Meeting(id="m", day=Meeting(id="x").day, first_paragraph=1)
    approval = Approval(id="a", owner_id="m")
    begin(library, (meeting, approval))
    with pytest.raises(UserFacingError, match="no body"):
        library.sealer.send("m", "a", Group(X, ()), DAY)


def test_a_meeting_without_numbers_gets_them_when_it_is_sent(opened: LIBRARY) -> None:
    library, session = opened
    session.perform(Group(X, session.records.setting(session.stream_id, "first_paragraph", None)))
    rest = approvals(session)[1]
    content = read_seal(send(library, session, rest.id).content or "")
    assert session.records.root(Meeting).first_paragraph == 1
    assert "1" in content.numbers.values()


def test_the_pdfs_are_kept_once(opened: LIBRARY) -> None:
    library, session = opened
    sent = send(library, session, approvals(session)[1].id)
    library.sealer.keep_prints(sent.fingerprint, b"%PDF internal", b"%PDF public")
    library.sealer.keep_prints(sent.fingerprint, b"%PDF other", b"%PDF other")
    (kept,) = library.sealer.versions(session.stream_id)
    assert library.read_file(kept.internal_sha256) == b"%PDF internal"
    assert library.read_file(kept.public_sha256) == b"%PDF public"
    seal(library, session, approvals(session)[1].id)
    assert library.verify() == ()


def test_who_signed_is_kept_with_the_seal(opened: LIBRARY) -> None:
    library, session = opened
    rest = approvals(session)[1]
    send(library, session, rest.id)
    assert len(session.records.children(rest.id, Signature)) == 3
    seal(library, session, rest.id)
    session.perform(Group(X, session.records.setting(rest.id, "storage_location", "Arkivet")))
    assert library.verify() == ()


def test_each_table_has_its_guard() -> None:
    guarded = {name.removeprefix(guard.PREFIX).rpartition("_")[0] for name in guard.wanted()}
    outside = {table for table, cls in ROW_TYPES.items() if _never_locked(cls)}
    assert guarded == ({*ROW_TYPES} - outside) | {"locked_row", "approval"}


def _never_locked(cls) -> bool:
    return cls.outside_seal and cls.table != "approval"


def test_a_migration_guards_what_it_adds(path: Path, tmp_path: Path) -> None:
    library, session = with_sample(path)
    send(library, session, approvals(session)[1].id)
    library.close()
    folder = tmp_path / "steps"
    folder.mkdir()
    for step in migrations():
        (folder / step.name).write_text(step.read_text("utf-8"), "utf-8")
    added = "ALTER TABLE item ADD COLUMN colour TEXT NOT NULL DEFAULT '';\n"
    (folder / f"{len(migrations()) + 1:04}_colour.sql").write_text(added, "utf-8")
    connection = connect(path, foreign_keys=False)
    before = guard.installed(connection)
    seen: list[int] = []

    def count(_statement: str) -> None:
        seen.append(len(guard.installed(connection)))

    migrate(connection, migrations(folder), before_each=print_nothing, on_statement=count)
    assert seen == [0]
    assert guard.installed(connection) == before == guard.wanted()
    connection.close()


def print_nothing(_version: int) -> None: ...


def test_the_content_is_canonical(opened: LIBRARY) -> None:
    import json

    library, session = opened
    content = send(library, session, approvals(session)[0].id).content or ""
    assert canonical_json(json.loads(content)) == content
