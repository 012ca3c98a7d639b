"""A library file is made, opened, refused, and read again as it was."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kcdesk.domain.body import Body, Numbering, Regime
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item
from kcdesk.domain.library import LIBRARY_ID, Library
from kcdesk.domain.meeting import Meeting, MeetingKind, MeetingState
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.numbering import paragraph_count
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row, new_id
from kcdesk.services.create_person import create_person
from kcdesk.services.session import EditingSession
from kcdesk.services.summary import BodySummary, MeetingSummary
from kcdesk.storage import files, log
from kcdesk.storage.connection import APPLICATION_ID
from kcdesk.storage.library_file import LibraryFile
from kcdesk.storage.row_table import RowTable
from tests.storage.sample import Ears, begin, inserting, only_block, rows_of_a_meeting, type_text


def test_a_new_library_holds_its_library_row_and_nothing_else(library: LibraryFile) -> None:
    assert library.load(LIBRARY_ID).root(Library).name == "Möten"
    (entry,) = library.history(LIBRARY_ID)
    assert (entry.seq, entry.author) == (1, "Anna Berg")
    assert (library.bodies(), library.meetings(), library.binned()) == ([], [], [])
    assert not library.read_only
    assert library.verify() == ()


def test_nothing_but_the_library_is_left_in_the_folder(path: Path) -> None:
    LibraryFile.new(path).close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_library_that_is_there_is_not_overwritten(path: Path) -> None:
    path.write_bytes(b"anything")
    with pytest.raises(UserFacingError, match="exists already"):
        LibraryFile.new(path)
    assert path.read_bytes() == b"anything"


@pytest.mark.parametrize("name", ["a?b#c%41.kcdesk", "två möten & mer.kcdesk"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    LibraryFile.new(tmp_path / name).close()
    LibraryFile.open(tmp_path / name).close()
    assert [each.name for each in tmp_path.iterdir()] == [name]


def test_a_library_in_a_folder_that_is_not_there_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(UserFacingError, match="cannot be made"):
        LibraryFile.new(tmp_path / "nowhere" / "a.kcdesk")


def test_all_is_there_when_opened_again(path: Path) -> None:
    library = LibraryFile.new(path)
    session = EditingSession(begin(library, rows_of_a_meeting()), library)
    shared = EditingSession(LIBRARY_ID, library)
    shared.perform(create_person(shared.records, "Anna Berg", party="S"))
    type_text(session, only_block(session.records).id, "Ordföranden öppnade mötet")
    library.close()
    again = LibraryFile.open(path)
    assert again.load(session.stream_id) == session.records
    assert again.load(LIBRARY_ID) == shared.records
    assert again.verify() == ()
    again.close()


def test_what_a_crash_left_open_is_closed_at_the_next_opening(path: Path, tmp_path: Path) -> None:
    library = LibraryFile.new(path)
    session = EditingSession(begin(library, rows_of_a_meeting()), library)
    type_text(session, only_block(session.records).id, "mitt i ")
    library.drain()
    crashed = tmp_path / "crashed.kcdesk"
    shutil.copy(path, crashed)
    library.close()
    again = LibraryFile.open(crashed)
    rows = again._read(lambda connection: log.rows(connection, session.stream_id))
    assert [row.hash is None for row in rows] == [False, False]
    reopened = EditingSession(session.stream_id, again)
    type_text(reopened, only_block(reopened.records).id, "meningen")
    again.drain()
    assert again.load(session.stream_id) == reopened.records
    again.close()


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0", b"%PDF-1.7" + b"x" * 200])
def test_what_is_no_library_is_refused_untouched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(UserFacingError, match="is not a kcdesk library"):
        LibraryFile.open(path)
    assert path.read_bytes() == content


def test_a_foreign_database_is_refused_untouched(path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE note (text)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(UserFacingError, match="is not a kcdesk library"):
        LibraryFile.open(path)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_newer_library_is_refused_untouched(path: Path) -> None:
    LibraryFile.new(path).close()
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 99")
    other.close()
    before = path.read_bytes()
    with pytest.raises(UserFacingError, match="newer version"):
        LibraryFile.open(path)
    assert path.read_bytes() == before


def test_a_library_that_is_not_there_is_told(path: Path) -> None:
    with pytest.raises(UserFacingError, match="cannot be opened"):
        LibraryFile.open(path)
    assert not path.exists()


def test_a_damaged_library_is_told(path: Path) -> None:
    LibraryFile.new(path).close()
    content = bytearray(path.read_bytes())
    content[100:4096] = b"\xff" * 3996
    path.write_bytes(content)
    with pytest.raises(UserFacingError, match="cannot be opened") as told:
        LibraryFile.open(path)
    assert "damaged" in str(told.value.why)


def test_damage_met_later_is_told_as_such(library: LibraryFile, path: Path) -> None:
    stream_id = begin(library, rows_of_a_meeting())
    with sqlite3.connect(path) as other:
        other.execute("UPDATE meeting SET kind = 'picnic'")
    other.close()
    with pytest.raises(UserFacingError, match="cannot be opened"):
        library.load(stream_id)
    with sqlite3.connect(path) as other:
        other.execute("DROP TRIGGER log_closed_stays")
        other.execute("UPDATE log SET payload = '{'")
    other.close()
    with pytest.raises(UserFacingError, match="cannot be opened"):
        library.history(stream_id)


def test_a_stream_that_is_not_there_is_a_key_error(library: LibraryFile) -> None:
    with pytest.raises(KeyError):
        library.load("nowhere")
    assert library.history("nowhere") == []


def test_a_stream_is_read_as_it_was_at_one_moment(
    library: LibraryFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is committed between two of its tables is not half seen."""
    rows = rows_of_a_meeting()
    stream_id = begin(library, rows)
    session = EditingSession(stream_id, library)
    original, done = RowTable.fetch, []

    def with_an_edit_in_between(
        table: RowTable[Row], connection: sqlite3.Connection, id: str
    ) -> list[tuple[object, ...]]:
        found = original(table, connection, id)
        if found and not done:
            done.append(True)
            session.perform(Group(Message("x"), session.records.removal(rows[1].id)))
        return found

    monkeypatch.setattr(RowTable, "fetch", with_an_edit_in_between)
    assert library.load(stream_id) == Records(stream_id, rows)
    library.drain()
    assert library.load(stream_id) == session.records
    assert len(session.records) == 1


def test_the_first_group_must_make_the_stream(library: LibraryFile) -> None:
    rows = rows_of_a_meeting()
    with pytest.raises(ValueError, match="inserts its root"):
        library.create(rows[0], rows[1:], inserting(rows[1:]))
    with pytest.raises(ValueError, match="inserts its root"):
        library.create(rows[1], rows[2:], inserting(rows[1:]))
    assert library.meetings() == []


# ---- Shelf -------------------------------------------------------------------------------


def meeting_on(library: LibraryFile, body_id: str, day: date | None, **more: object) -> str:
    root = Meeting(id=new_id(), body_id=body_id, day=Moment(day), **more)  # type: ignore[arg-type]
    return begin(library, (root,))


def test_bodies_and_meetings_are_listed_newest_first(library: LibraryFile) -> None:
    body = Body(id=new_id(), organisation="Förbundet", name="Styrelsen", regime=Regime.BOARD)
    begin(library, (body,))
    other = begin(library, (Body(id=new_id(), name="Gruppen"),))
    march = meeting_on(library, body.id, date(2026, 3, 2), place="Åsele", title="Extra")
    may = meeting_on(library, body.id, date(2026, 5, 2))
    coming = meeting_on(library, body.id, None)
    january = meeting_on(library, other, date(2026, 1, 2))
    loose = begin(library, rows_of_a_meeting())
    assert BodySummary(body.id, "Förbundet", "Styrelsen", Regime.BOARD) in library.bodies()
    assert [each.id for each in library.meetings(body.id)] == [coming, may, march]
    assert [each.id for each in library.meetings()[-3:]] == [may, march, january]
    assert {each.id: each.body_id for each in library.meetings()}[loose] == ""
    assert library.meetings(body.id)[-1] == MeetingSummary(
        march,
        body.id,
        Moment(date(2026, 3, 2)),
        "Extra",
        MeetingKind.ORDINARY,
        MeetingState.DRAFT,
        "Åsele",
    )


def test_each_year_lists_its_meetings(library: LibraryFile) -> None:
    body = begin(library, (Body(id=new_id(), name="Styrelsen"),))
    other = begin(library, (Body(id=new_id(), name="Gruppen"),))
    assert library.years(body) == []
    assert library.newest_meeting() is None
    days = [date(2024, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(1999, 6, 6), None]
    made = {day: meeting_on(library, body, day) for day in days}
    vague = begin(library, (Meeting(id=new_id(), body_id=body, day=Moment(text="i maj")),))
    thrown = meeting_on(library, body, date(2025, 1, 1))
    library.discard(thrown)
    assert library.years(body) == [None, 2026, 2024, 1999]
    assert library.years(other) == []
    listed = [library.meetings_of_year(body, year) for year in library.years(body)]
    assert [each.id for each in listed[1]] == [made[date(2026, 12, 31)], made[date(2026, 1, 1)]]
    assert {each.id for each in listed[0]} == {vague, made[None]}
    assert [meeting for year in listed for meeting in year] == library.meetings(body)
    assert library.meetings_of_year(body, 2025) == []
    assert library.newest_meeting() == library.meetings()[0]
    assert library.meeting(vague) in listed[0]
    assert library.meeting(thrown) is None
    library.discard(body)
    assert library.meeting(vague) is None


def test_the_last_paragraph_of_the_year_is_found(library: LibraryFile) -> None:
    body = begin(library, (Body(id=new_id(), regime=Regime.BOARD, numbering=Numbering.PARAGRAPH),))

    def with_items(day: date, first: int | None, count: int) -> Records:
        root = Meeting(id=new_id(), body_id=body, day=Moment(day), first_paragraph=first)
        items: list[Row] = [
            Item(id=new_id(), owner_id=root.id, position=f"V{number}", numbered=number != 0)
            for number in range(count + 1)
        ]
        items.append(Item(id=new_id(), owner_id=items[1].id, position="V"))
        begin(library, (root, *items))
        return Records(root.id, (root, *items))

    first = with_items(date(2026, 1, 20), 1, 12)
    assert paragraph_count(first) == 12
    with_items(date(2026, 3, 2), 13, 5)
    with_items(date(2026, 6, 2), None, 40)
    thrown = with_items(date(2026, 7, 2), 18, 5)
    library.discard(thrown.root_id)
    with_items(date(2025, 12, 31), 100, 5)
    assert library.last_paragraph(body, 2026) == 17
    assert library.last_paragraph(body, 2026, date(2026, 3, 2)) == 12
    assert library.last_paragraph(body, 2026, date(2026, 1, 20)) == 0
    assert library.last_paragraph(body, 2025) == 104
    assert library.last_paragraph(body, 2024) == 0


def test_what_is_thrown_waits_in_the_bin(library: LibraryFile) -> None:
    body = begin(library, (Body(id=new_id(), name="Styrelsen"),))
    meeting = meeting_on(library, body, date(2026, 3, 2), title="Extra")
    library.discard(body)
    assert library.meetings() == []  # it goes with its body, though it is not in the bin itself
    library.discard(meeting)
    assert (library.meetings(), library.bodies()) == ([], [])
    assert {(each.id, each.kind, each.name, each.day.day) for each in library.binned()} == {
        (body, "body", "Styrelsen", None),
        (meeting, "meeting", "Extra", date(2026, 3, 2)),
    }
    assert all(each.at.tzinfo == UTC for each in library.binned())
    library.restore(body)
    library.restore(meeting)
    assert library.binned() == []
    assert [each.id for each in library.meetings(body)] == [meeting]
    for refused in ("nowhere", LIBRARY_ID):
        with pytest.raises(KeyError):
            library.discard(refused)


# ---- files -------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [0, 1, files.CHUNK, files.CHUNK * 2 + 5])
def test_a_file_is_kept_under_its_fingerprint(
    library: LibraryFile, tmp_path: Path, size: int
) -> None:
    content = bytes(number % 251 for number in range(size))
    source = tmp_path / "bilaga.pdf"
    source.write_bytes(content)
    sha256, told = library.put_file(source)
    assert told == size
    assert library.put_file(source) == (sha256, size)  # once more is once
    source.unlink()
    assert library.read_file(sha256) == content


def test_a_file_that_is_written_to_meanwhile_is_not_kept(
    library: LibraryFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "plan.docx"
    source.write_bytes(b"first")
    read = files.pieces

    def saved_again(path: Path) -> Iterator[bytes]:
        yield from read(path)
        path.write_bytes(b"other")  # by the word processor, once its hash is known

    monkeypatch.setattr(files, "pieces", saved_again)
    with pytest.raises(UserFacingError, match="changed while it was read"):
        library.put_file(source)
    monkeypatch.setattr(files, "pieces", read)
    source.write_bytes(b"first")
    sha256, _size = library.put_file(source)
    assert library.read_file(sha256) == b"first"


def test_a_file_that_was_interrupted_is_completed(library: LibraryFile, tmp_path: Path) -> None:
    source = tmp_path / "bilaga.pdf"
    source.write_bytes(b"x" * (files.CHUNK + 7))
    sha256, size = files.fingerprint(source)
    writer = library._writing()
    writer.run(lambda connection: files.begin(connection, sha256, size))
    writer.run(lambda connection: files.put_piece(connection, sha256, 0, b"x" * files.CHUNK))
    with pytest.raises(KeyError):
        library.read_file(sha256)
    library.put_file(source)
    assert len(library.read_file(sha256)) == size


def test_a_file_that_is_not_there_is_told(library: LibraryFile, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        library.read_file("0" * 64)
    with pytest.raises(UserFacingError, match="cannot be read"):
        library.put_file(tmp_path / "nowhere.pdf")


# ---- reading only ------------------------------------------------------------------------


def test_a_library_that_may_not_be_changed_opens_for_reading(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = LibraryFile.new(path)
    session = EditingSession(begin(library, rows_of_a_meeting()), library)
    library.close()
    before = path.read_bytes()
    # The rights themselves are tested in tests/faults, in a process that is not root.
    monkeypatch.setattr("kcdesk.storage.library_file.may_write", lambda _path: False)
    reading = LibraryFile.open(path)
    assert reading.read_only
    stop = reading.listen(Ears())
    stop()
    opened = EditingSession(session.stream_id, reading)
    assert opened.records == session.records
    group = Group(Message("x"), opened.records.setting(session.stream_id, "place", "Åsele"))
    with pytest.raises(UserFacingError, match="reading only"):
        opened.perform(group)
    with pytest.raises(UserFacingError, match="reading only"):
        type_text(opened, only_block(opened.records).id, "x")
    assert opened.records == session.records
    assert opened.undo_label is None
    with pytest.raises(UserFacingError, match="reading only"):
        reading.discard(session.stream_id)
    reading.drain()
    assert reading.verify() == ()
    reading.copy_to(tmp_path / "kopia.kcdesk")
    reading.rescue_to(tmp_path / "räddad.kcdesk")
    reading.close()
    LibraryFile.open(tmp_path / "räddad.kcdesk").close()
    assert path.read_bytes() == before
    assert (tmp_path / "kopia.kcdesk").stat().st_size == len(before)


def test_an_older_library_that_may_not_be_changed_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sqlite3.connect(path) as old:
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        old.execute("CREATE TABLE note (text)")
    old.close()
    with pytest.raises(UserFacingError, match="brought up to date") as told:
        LibraryFile.open(path, reading=True)
    assert str(told.value.why) == "This only reads it and leaves the file as it is."
    for module in ("library_file", "opening"):
        monkeypatch.setattr(f"kcdesk.storage.{module}.may_write", lambda _path: False)
    with pytest.raises(UserFacingError, match="brought up to date") as told:
        LibraryFile.open(path)
    assert str(told.value.why) == "The file or its folder may not be changed."


def test_what_cannot_be_done_at_once_is_told(library: LibraryFile, path: Path) -> None:
    rows = rows_of_a_meeting()
    begin(library, rows)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(UserFacingError, match="Saving does not work"):
        library.discard(rows[0].id)
    other.execute("ROLLBACK")
    other.close()
    assert library.binned() == []
    with pytest.raises(sqlite3.IntegrityError):  # a bug of ours, which no person can mend
        begin(library, rows)


def test_imports_come_in_whole_or_not_at_all(library: LibraryFile) -> None:
    shared = create_person(library.load(LIBRARY_ID), "Anna Berg")
    body = Body(id=new_id(), name="Styrelsen")
    rows = rows_of_a_meeting(body.id)
    library.bring_in(shared, [inserting((body,)), inserting(rows)])
    library.bring_in(Group(Message("x"), ()), [])
    assert len(library.load(LIBRARY_ID)) == 2
    assert library.load(rows[0].id) == Records(rows[0].id, rows)
    twice = create_person(library.load(LIBRARY_ID), "Bo Ek")
    with pytest.raises(UserFacingError):
        library.bring_in(twice, [inserting(rows)])
    assert len(library.load(LIBRARY_ID)) == 2
    assert [entry.seq for entry in library.history(LIBRARY_ID)] == [1, 2]
    assert library.verify() == ()


def test_order_is_kept_by_number_though_the_clock_is_set_back(path: Path) -> None:
    times = iter(datetime(2026, 10, 25, hour, tzinfo=UTC) for hour in range(23, 0, -1))
    library = LibraryFile.new(path, now=lambda: next(times))
    body = Body(id=new_id(), name="0")
    library.create(body, (), Group(Message("x"), (Insert(body),)))
    session = EditingSession(body.id, library)
    for number in range(1, 4):
        group = Group(Message("x"), session.records.setting(body.id, "name", str(number)))
        session.perform(group)
        library.drain()
    history = library.history(body.id)
    assert [entry.seq for entry in history] == [1, 2, 3, 4]
    assert [entry.at for entry in history] == sorted((e.at for e in history), reverse=True)
    assert library.load(body.id).root(Body).name == "3"
    library.close()
