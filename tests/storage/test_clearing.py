"""Cleared drafts are gone from every byte of the file and of its backups; what is sealed stays."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kcdesk.domain.attachment import Attachment
from kcdesk.domain.block import Block
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Splice
from kcdesk.domain.richtext import length, plain
from kcdesk.domain.row import new_id
from kcdesk.domain.version import Version
from kcdesk.services.attach_file import attach_file
from kcdesk.services.name_version import name_version
from kcdesk.services.session import EditingSession
from kcdesk.storage.backup import Backups
from kcdesk.storage.library_file import LibraryFile
from kcdesk.storage.other_copy import other_copies
from tests.storage.sample import AT, begin, rows_of_a_meeting, type_text
from tests.storage.signed import (
    approvals,
    seal,
    send,
    summon_with_file,
    take_back,
    with_sample,
)

SECRET = "Kalle Hemligsson 19121212-1212"
X = Message("x")


def everything(*places: Path) -> bytes:
    """All bytes of the files, and of those in the folders."""
    files = [each for place in places for each in ([place] if place.is_file() else place.iterdir())]
    return b"".join(file.read_bytes() for file in files)


def type_and_remove(session: EditingSession) -> None:
    block = session.records.all(Block)[0]
    at = length(block.spans)
    type_text(session, block.id, SECRET)
    session.close_typing()
    session.perform(Group(X, (Splice(block.id, at, plain(SECRET), ()),)))


def seal_all(library: LibraryFile, session: EditingSession) -> None:
    for approval in approvals(session):
        send(library, session, approval.id)
        seal(library, session, approval.id)


def test_no_byte_of_a_draft_remains(
    opened: tuple[LibraryFile, EditingSession], path: Path, tmp_path: Path
) -> None:
    library, session = opened
    clock = [AT]
    backups = Backups(tmp_path / "backups", path, lambda: clock[0])
    type_and_remove(session)
    library.drain()
    backups.make(library.copy_to)
    (backups.folder / "before-version-2-20260301T000000Z.kcdesk").write_bytes(SECRET.encode())
    assert SECRET.encode() in everything(path)
    assert SECRET.encode() in everything(backups.folder)
    seal_all(library, session)
    before = library.load(session.stream_id)
    steps = len(library.history(session.stream_id))

    clock[0] += timedelta(minutes=5)
    assert library.sealer.clear(session.stream_id) == steps
    backups.replace_all(library.copy_to)

    assert SECRET.encode() not in everything(path)
    assert SECRET.encode() not in everything(backups.folder)
    assert len(list(backups.folder.iterdir())) == 1
    assert not path.with_name(path.name + "-journal").exists() or not everything(
        path.with_name(path.name + "-journal")
    )
    assert library.load(session.stream_id) == before
    assert library.verify() == ()


def test_it_leaves_hashes_and_a_record_that_it_was_done(
    opened: tuple[LibraryFile, EditingSession],
) -> None:
    library, session = opened
    seal_all(library, session)
    library.sealer.clear(session.stream_id)
    *destroyed, last = library.history(session.stream_id)
    assert [entry.group for entry in destroyed] == [None] * len(destroyed)
    assert last.group is not None
    assert str(last.group.label) == "Drafts and history destroyed for good"
    assert last.group.label.params == {"count": len(destroyed)}
    assert last.author == "Lisa Nyman"
    session.reload()
    assert session.undo_label is None
    session.perform(Group(X, session.records.setting(session.stream_id, "state", "done")))
    assert session.undo() is not None
    assert session.undo() is None
    assert library.sealer.clear(session.stream_id) == 3  # the record, the step and its undoing
    assert library.verify() == ()


def test_named_versions_go_with_what_they_lead_to(
    opened: tuple[LibraryFile, EditingSession], path: Path
) -> None:
    library, session = opened
    session.perform(name_version(session.records, f"Före {SECRET}"))
    seal_all(library, session)
    steps = len(library.history(session.stream_id))
    assert library.sealer.clear(session.stream_id) == steps + 1  # the step that forgets it too
    session.reload()
    assert session.records.all(Version) == ()
    assert SECRET.encode() not in everything(path)
    assert library.verify() == ()


def test_copies_put_aside_are_named_and_left_alone(path: Path, tmp_path: Path) -> None:
    library, session = with_sample(path)
    backups = Backups(tmp_path / "backups", path, lambda: AT)
    backups.make(library.copy_to)
    aside = path.with_name(f"{path.stem}-before-20260301T000000Z{path.suffix}")
    library.copy_to(aside)
    damaged = path.with_name(f"{path.stem}-before-20260302T000000Z{path.suffix}")
    damaged.write_bytes(b"not a library any more")
    elsewhere = Backups(tmp_path / "backups", tmp_path / "before" / path.name, lambda: AT)
    moved = elsewhere.make(library.copy_to)
    other = LibraryFile.new(tmp_path / "other.kcdesk")
    Backups(tmp_path / "backups", tmp_path / "other.kcdesk", lambda: AT).make(other.copy_to)
    other.close()
    found = other_copies(path, backups.folder, session.stream_id)
    library.close()
    assert {*found} == {aside, damaged, moved}
    assert aside.exists()


def test_a_text_that_was_taken_back_goes_with_its_pdfs(
    opened: tuple[LibraryFile, EditingSession], path: Path
) -> None:
    library, session = opened
    _, rest = approvals(session)
    block = session.records.all(Block)[0]
    at = length(block.spans)
    type_text(session, block.id, SECRET)
    sent = send(library, session, rest.id)
    library.sealer.keep_prints(sent.fingerprint, SECRET.encode(), b"%PDF")
    take_back(library, session, rest.id)
    session.perform(Group(X, (Splice(block.id, at, plain(SECRET), ()),)))
    seal_all(library, session)
    assert SECRET.encode() in everything(path)
    library.sealer.clear(session.stream_id)
    assert SECRET.encode() not in everything(path)
    versions = library.sealer.versions(session.stream_id)
    assert [each.content is None for each in versions] == [True, False, False]
    assert versions[0].fingerprint == sent.fingerprint
    assert library.verify() == ()


def test_files_that_nothing_names_any_more_go_too(
    opened: tuple[LibraryFile, EditingSession], path: Path, tmp_path: Path
) -> None:
    library, session = opened
    for name, text in (("fel.txt", SECRET), ("kvar.txt", "Kvar"), ("annan.txt", "Annans")):
        file = tmp_path / name
        file.write_text(text, "utf-8")
        sha256, size = library.put_file(file)
        session.perform(attach_file(session.records, session.stream_id, name, sha256, size))
    rows = {row.name: row for row in session.records.all(Attachment)}
    elsewhere = begin(library, rows_of_a_meeting(session.records.root(Meeting).body_id))
    other = EditingSession(elsewhere, library)
    other.perform(attach_file(other.records, elsewhere, "x", rows["annan.txt"].sha256, 1))
    other.undo()  # named by its history alone
    for name in ("fel.txt", "annan.txt"):
        session.perform(Group(X, session.records.removal(rows[name].id)))
    seal_all(library, session)
    library.sealer.clear(session.stream_id)
    assert SECRET.encode() not in everything(path)
    with pytest.raises(KeyError):
        library.read_file(rows["fel.txt"].sha256)
    assert library.read_file(rows["kvar.txt"].sha256) == b"Kvar"
    assert library.read_file(rows["annan.txt"].sha256) == b"Annans"


def test_what_was_sent_with_a_kallelse_stays(
    opened: tuple[LibraryFile, EditingSession], tmp_path: Path
) -> None:
    library, session = opened
    sha256, _snapshot = summon_with_file(library, session, tmp_path)
    (row,) = (each for each in session.records.all(Attachment) if each.sha256 == sha256)
    session.perform(Group(X, session.records.removal(row.id)))
    seal_all(library, session)
    library.sealer.clear(session.stream_id)
    assert library.read_file(sha256) == b"Planen"
    assert library.verify() == ()


def test_nothing_is_destroyed_before_the_minutes_are_sealed(
    opened: tuple[LibraryFile, EditingSession],
) -> None:
    library, session = opened
    with pytest.raises(UserFacingError, match="not sealed yet"):
        library.sealer.clear(session.stream_id)
    _, rest = approvals(session)
    send(library, session, rest.id)
    seal(library, session, rest.id)
    with pytest.raises(UserFacingError, match="not sealed yet"):
        library.sealer.clear(session.stream_id)
    assert all(entry.group is not None for entry in library.history(session.stream_id))
    assert library.verify() == ()


def test_informal_notes_are_cleared_when_they_are_finished(library: LibraryFile) -> None:
    body = begin(library, _informal())
    notes = EditingSession(begin(library, rows_of_a_meeting(body)), library)
    with pytest.raises(UserFacingError):
        library.sealer.clear(notes.stream_id)
    state = notes.records.setting(notes.stream_id, "state", MeetingState.DONE)
    notes.perform(Group(X, state))
    assert library.sealer.clear(notes.stream_id) == 2
    assert library.verify() == ()


def _informal():
    from kcdesk.domain.body import Body

    return (Body(id=new_id(), name="Ledningsgruppen"),)


def test_backups_that_cannot_be_replaced_stay(path: Path, tmp_path: Path) -> None:
    library, _ = with_sample(path)
    backups = Backups(tmp_path / "backups", path, lambda: AT)
    kept = backups.make(library.copy_to)

    def failing(_target: Path) -> None:
        raise OSError("no room")

    with pytest.raises(UserFacingError, match="No backup"):
        backups.replace_all(failing)
    assert kept.exists()
    library.close()
