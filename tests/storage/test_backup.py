"""Backups are whole, elsewhere, thinned out with age, and come back."""

from __future__ import annotations

import errno
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.error import UserFacingError
from kcdesk.services.session import EditingSession
from kcdesk.storage import backup
from kcdesk.storage.backup import Backups, is_whole, restore, superfluous, taken_at
from kcdesk.storage.library_file import LibraryFile
from tests.storage.sample import AT, Ears, begin, only_block, rows_of_a_meeting, type_text


@pytest.fixture
def backups(tmp_path: Path, path: Path) -> Backups:
    return Backups(tmp_path / "backups", path, lambda: AT)


def test_a_backup_holds_what_was_written_and_lies_elsewhere(
    library: LibraryFile, backups: Backups, path: Path
) -> None:
    session = EditingSession(begin(library, rows_of_a_meeting()), library)
    type_text(session, only_block(session.records).id, "ett två")
    made = backups.make(library.copy_to)
    assert path.parent not in made.parents[:1]
    assert (backups.all(), taken_at(made)) == ((made,), AT)
    assert [each.name for each in backups.folder.iterdir()] == [made.name]
    assert is_whole(made)
    copy = LibraryFile.open(made)
    assert copy.load(session.stream_id) == session.records
    copy.close()


def test_edits_are_saved_while_a_backup_is_made(
    library: LibraryFile, backups: Backups, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "bilaga"
    source.write_bytes(bytes(range(256)) * 4096)
    library.put_file(source)
    session = EditingSession(begin(library, rows_of_a_meeting()), library)
    block = only_block(session.records)
    ears = Ears()
    library.listen(ears)
    monkeypatch.setattr(backup, "PAGES", 16)
    writer = library._writing()
    seen: list[int] = []

    def typing_meanwhile() -> None:
        if len(seen) < 3:
            type_text(session, block.id, f"ord{len(seen)} ")
        seen.append(len(ears.of("committed")))
        writer.save_due()

    target = tmp_path / "kopia.kcdesk"
    writer.run(lambda connection: backup.copy(connection, target, typing_meanwhile))
    assert len(seen) > 10
    assert max(seen) >= 3
    library.drain()
    assert is_whole(target)
    copy = LibraryFile.open(target)
    assert copy.load(session.stream_id) == session.records
    copy.close()


def test_libraries_of_the_same_name_have_folders_of_their_own(tmp_path: Path) -> None:
    one = Backups(tmp_path, tmp_path / "a" / "Möten.kcdesk", lambda: AT)
    other = Backups(tmp_path, tmp_path / "b" / "Möten.kcdesk", lambda: AT)
    assert one.folder != other.folder
    assert one.newest_good() is None


def test_the_newest_whole_backup_is_found(library: LibraryFile, tmp_path: Path, path: Path) -> None:
    times = iter((AT, AT + timedelta(hours=2), AT + timedelta(hours=2)))
    backups = Backups(tmp_path / "backups", path, lambda: next(times))
    older = backups.make(library.copy_to)
    times = iter((AT + timedelta(hours=2), AT + timedelta(hours=2)))
    newer = backups.make(library.copy_to)
    assert backups.all() == (newer, older)
    assert backups.newest_good() == newer
    newer.write_bytes(newer.read_bytes()[:5000])
    assert backups.newest_good() == older
    older.write_bytes(b"nothing like it")
    assert backups.newest_good() is None


def test_a_copy_that_is_not_whole_is_no_backup(backups: Backups) -> None:
    def half(target: Path) -> None:
        target.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)

    with pytest.raises(UserFacingError, match="No backup"):
        backups.make(half)
    assert list(backups.folder.iterdir()) == []


def test_old_backups_go(library: LibraryFile, tmp_path: Path, path: Path) -> None:
    now = [AT]
    backups = Backups(tmp_path / "backups", path, lambda: now[0])
    for _ in range(6):
        backups.make(library.copy_to)
        now[0] += timedelta(minutes=20)
    assert len(backups.all()) == 3  # 8.50 of its hour, 9.50 of its, and the newest


def test_a_backup_is_due_when_the_newest_is_an_hour_old(
    library: LibraryFile, tmp_path: Path, path: Path
) -> None:
    now = [AT]
    backups = Backups(tmp_path / "backups", path, lambda: now[0])
    assert backups.make_if_due(library.copy_to) is not None
    now[0] += timedelta(minutes=59)
    assert backups.make_if_due(library.copy_to) is None
    now[0] += timedelta(minutes=1)
    assert backups.make_if_due(library.copy_to) is not None
    assert len(backups.all()) == 2


STAMPS = st.lists(
    st.integers(0, 60 * 24 * 120).map(lambda minutes: AT - timedelta(minutes=minutes)),
    unique=True,
    max_size=60,
)


@given(STAMPS)
def test_some_backup_of_each_hour_day_and_week_stays(stamps: list[datetime]) -> None:
    kept = set(stamps) - superfluous(stamps, AT)
    if stamps:
        assert max(stamps) in kept
    for length, count in backup.KEPT:
        for stamp in stamps:
            if stamp > AT - length * count:
                period = int(stamp.timestamp() // length.total_seconds())
                seconds = length.total_seconds()
                assert any(int(each.timestamp() // seconds) == period for each in kept)
    assert len(kept) <= 1 + sum(count + 1 for _, count in backup.KEPT)
    assert superfluous(kept, AT) == set()


def test_a_backup_is_restored_and_the_original_kept_aside(
    path: Path, backups: Backups, tmp_path: Path
) -> None:
    library = LibraryFile.new(path, name="Före")
    made = backups.make(library.copy_to)
    session = EditingSession(begin(library, rows_of_a_meeting()), library)
    library.close()
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"")
    aside = restore(made, path, AT.astimezone(UTC))
    assert aside is not None
    assert aside.with_name(aside.name + "-journal").exists()
    assert not journal.exists()
    restored = LibraryFile.open(path)
    assert restored.meetings() == []
    restored.close()
    original = LibraryFile.open(aside)
    assert [each.id for each in original.meetings()] == [session.stream_id]
    original.close()
    assert restore(made, tmp_path / "ny.kcdesk", AT) is None
    LibraryFile.open(tmp_path / "ny.kcdesk").close()


def test_a_damaged_backup_is_not_restored(path: Path, tmp_path: Path) -> None:
    LibraryFile.new(path).close()
    before = path.read_bytes()
    bad = tmp_path / "bad.kcdesk"
    bad.write_bytes(before[:6000])
    with pytest.raises(UserFacingError, match="cannot be opened"):
        restore(bad, path, AT)
    assert path.read_bytes() == before


def test_why_no_backup_is_made_is_told_in_words(backups: Backups) -> None:
    def full(_path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    def strange(_path: Path) -> None:
        raise OSError(errno.ENXIO, "No such device")

    with pytest.raises(UserFacingError) as told:
        backups.make(full)
    assert str(told.value.why) == "The disk is full."
    with pytest.raises(UserFacingError) as told:
        backups.make(strange)
    assert str(told.value.why) == "The system says: No such device"
