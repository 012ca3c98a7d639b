"""The writer saves what is queued, says so, and never gives up."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Set, Splice
from kcdesk.domain.richtext import plain, text_of
from kcdesk.services.session import EditingSession
from kcdesk.storage import writer as writing
from kcdesk.storage.library_file import LibraryFile
from tests.storage.sample import Ears, begin, only_block, rows_of_a_meeting, type_text


@pytest.fixture
def session(library: LibraryFile) -> EditingSession:
    return EditingSession(begin(library, rows_of_a_meeting()), library)


@pytest.fixture
def ears(library: LibraryFile) -> Ears:
    listener = Ears()
    library.listen(listener)
    return listener


def text(library: LibraryFile, session: EditingSession) -> str:
    return text_of(only_block(library.load(session.stream_id)).spans)


def test_a_finished_word_and_an_unfinished_one_are_saved_by_themselves(
    session: EditingSession, ears: Ears, path: Path
) -> None:
    block = only_block(session.records)
    type_text(session, block.id, "ett ")
    ears.wait_for("committed")
    type_text(session, block.id, "tv")
    with sqlite3.connect(path) as other:  # what a reader without our queue sees in the end
        query = "SELECT spans FROM block"
        for _ in range(20_000):
            if "ett tv" in other.execute(query).fetchone()[0]:
                break
            threading.Event().wait(0.001)
        assert "ett tv" in other.execute(query).fetchone()[0]
    other.close()


def test_many_keys_are_one_row_of_the_log(
    library: LibraryFile, session: EditingSession, ears: Ears
) -> None:
    block = only_block(session.records)
    type_text(session, block.id, "Ordföranden hälsade alla välkomna.")
    library.drain()
    (_, typing) = library.history(session.stream_id)
    assert typing.group is not None
    assert typing.group.operations == (
        Splice(block.id, 0, (), plain("Ordföranden hälsade alla välkomna.")),
    )
    stream_id, seq, _ = ears.of("committed")[-1]  # type: ignore[misc]
    assert (stream_id, seq) == (session.stream_id, 2)


def test_a_lock_of_another_program_is_told_once_and_outlived(
    library: LibraryFile, session: EditingSession, ears: Ears, path: Path
) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    block = only_block(session.records)
    type_text(session, block.id, "medan låset ")
    ears.wait_for("failed")
    type_text(session, block.id, "hålls ")
    with pytest.raises(UserFacingError) as told:
        library.drain()
    assert "kept in the window" in str(told.value.safe)
    assert "Another program" in str(told.value.why)
    assert len(ears.of("failed")) == 1
    assert ears.of("committed") == []
    other.execute("ROLLBACK")
    other.close()
    ears.wait_for("recovered")
    assert text(library, session) == "medan låset hålls "
    library.drain()


def test_a_reader_of_another_program_is_outlived_too(
    library: LibraryFile, session: EditingSession, ears: Ears, path: Path
) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT * FROM block").fetchone()
    type_text(session, only_block(session.records).id, "ord ")
    ears.wait_for("failed")
    other.execute("ROLLBACK")
    other.close()
    ears.wait_for("recovered")
    assert text(library, session) == "ord "


def test_a_library_that_cannot_be_saved_is_not_closed(
    library: LibraryFile, session: EditingSession, path: Path, tmp_path: Path
) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    type_text(session, only_block(session.records).id, "sista ordet ")
    with pytest.raises(UserFacingError):
        library.close()
    type_text(session, only_block(session.records).id, "efteråt ")
    library.rescue_to(tmp_path / "räddad.kcdesk")
    other.execute("ROLLBACK")
    other.close()
    library.close()
    library.close()  # twice does no harm
    for each in (path, tmp_path / "räddad.kcdesk"):
        again = LibraryFile.open(each)
        assert text(again, session) == "sista ordet efteråt "
        assert again.verify() == ()
        again.close()


def test_a_fault_of_the_program_is_told_logged_and_keeps_what_was_written(
    library: LibraryFile,
    session: EditingSession,
    ears: Ears,
    path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    wrong = Group(Message("x"), (Set("meeting", session.stream_id, "place", "Umeå", "Åsele"),))
    library.append(session.stream_id, 2, wrong)
    ears.wait_for("failed")
    (trouble,) = ears.of("failed")
    assert isinstance(trouble, UserFacingError)
    assert "fault" in str(trouble.why)
    assert "by a fault of the program" in caplog.text
    with sqlite3.connect(path, isolation_level=None) as other:  # as if the fault were repaired
        other.execute("UPDATE meeting SET place = 'Umeå'")
    other.close()
    ears.wait_for("recovered")


def test_a_fault_in_one_stream_does_not_keep_the_others_waiting(
    library: LibraryFile,
    session: EditingSession,
    ears: Ears,
    caplog: pytest.LogCaptureFixture,
) -> None:
    other = EditingSession(begin(library, rows_of_a_meeting()), library)
    out_of_order = Group(Message("x"), other.records.setting(other.stream_id, "place", "Umeå"))
    library.append(other.stream_id, 9, out_of_order)
    type_text(session, only_block(session.records).id, "ord ")
    ears.wait_for("failed")
    type_text(session, only_block(session.records).id, "till ")
    assert text(library, session) == "ord till "
    with pytest.raises(UserFacingError):
        library.load(other.stream_id)
    with pytest.raises(UserFacingError):
        library.drain()
    assert len(ears.of("failed")) == 1
    assert "closed last one" in caplog.text
    library._writer._queue._pending.clear()  # type: ignore[union-attr]  # so that it can close


def test_a_listener_that_fails_is_reported_and_stops_nobody(
    library: LibraryFile, session: EditingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", reported.append)

    class Faulty(Ears):
        def committed(self, *_: object) -> None:
            raise ZeroDivisionError

    later = Ears()
    library.listen(Faulty())
    library.listen(later)
    type_text(session, only_block(session.records).id, "ord ")
    later.wait_for("committed")
    assert reported
    assert reported[0].exc_type is ZeroDivisionError


def test_who_no_longer_listens_hears_nothing(library: LibraryFile, session: EditingSession) -> None:
    ears = Ears()
    stop = library.listen(ears)
    stop()
    stop()
    type_text(session, only_block(session.records).id, "ord ")
    library.drain()
    assert ears.heard == []


def test_keys_pressed_while_the_disk_is_busy_are_saved_after_it(
    library: LibraryFile, session: EditingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Edits of the very row that is being written neither wait nor get lost."""
    entered, go_on = threading.Event(), threading.Event()
    original = writing.Writer._store

    def slow(self: writing.Writer, *args: object) -> None:
        original(self, *args)  # type: ignore[arg-type]
        entered.set()
        go_on.wait(20)

    monkeypatch.setattr(writing.Writer, "_store", slow)
    block = only_block(session.records)
    type_text(session, block.id, "ett ")
    assert entered.wait(20)
    type_text(session, block.id, "två ")
    session.close_typing()
    go_on.set()
    assert text(library, session) == "ett två "
    assert [entry.seq for entry in library.history(session.stream_id)] == [1, 2]
    assert library.verify() == ()


def test_a_command_runs_after_what_was_queued_and_hands_its_errors_back(
    library: LibraryFile, session: EditingSession
) -> None:
    writer = library._writing()

    def failing(_connection: sqlite3.Connection) -> None:
        raise ZeroDivisionError

    def refused(connection: sqlite3.Connection) -> None:
        connection.execute("SELECT * FROM nowhere")

    type_text(session, only_block(session.records).id, "x")
    found = writer.run(lambda connection: connection.execute("SELECT spans FROM block").fetchone())
    assert "x" in found[0]
    with pytest.raises(ZeroDivisionError):
        writer.run(failing)
    with pytest.raises(sqlite3.OperationalError):
        writer.run(refused)


def test_a_copy_that_cannot_be_written_is_told_and_leaves_nothing(
    library: LibraryFile, session: EditingSession, tmp_path: Path
) -> None:
    (tmp_path / "en mapp").mkdir()
    for target in (tmp_path / "en mapp", tmp_path / "ingenstans" / "a.kcdesk"):
        with pytest.raises(UserFacingError, match="could not be written"):
            library.rescue_to(target)
    assert {each.name for each in tmp_path.iterdir()} <= {
        "en mapp",
        library.path.name,
        f"{library.path.name}-journal",
    }


def test_a_listener_that_waits_for_its_own_thread_is_told_so(
    library: LibraryFile, session: EditingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", reported.append)

    class Waiting(Ears):
        def committed(self, *_: object) -> None:
            library.drain()

    library.listen(Waiting())
    type_text(session, only_block(session.records).id, "ord ")
    library.drain()
    assert {each.exc_type for each in reported} == {RuntimeError}


def test_a_closed_library_takes_nothing_more(library: LibraryFile) -> None:
    library.close()
    with pytest.raises(RuntimeError):
        library.append("x", 2, Group(Message("x"), ()))
    with pytest.raises(RuntimeError):
        library.drain()


def test_what_stops_being_saved_just_before_the_end_keeps_the_library_open(
    library: LibraryFile, session: EditingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    block = only_block(session.records)
    writer = library._writing()
    end = writer._end_if_saved

    def fail(_entries: object) -> None:
        raise sqlite3.OperationalError("disk full")

    def type_last(connection: sqlite3.Connection) -> None:
        type_text(session, block.id, "sist")
        with monkeypatch.context() as broken:
            broken.setattr(writer, "_store", fail)
            end(connection)

    with monkeypatch.context() as late:
        late.setattr(writer, "_end_if_saved", type_last)
        with pytest.raises(UserFacingError):
            library.close()
    library.drain()
    assert text(library, session).endswith("sist")
    library.close()
