"""A damaged library is not shown as whole; its newest whole backup is one click away."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kcdesk import app
from kcdesk.domain.meeting import Meeting
from kcdesk.exchange.reader import read_meeting
from kcdesk.paths import resource
from kcdesk.services.edit_meeting import set_place
from kcdesk.services.import_meeting import import_meeting
from kcdesk.storage.backup import Backups
from kcdesk.storage.library_file import LibraryFile
from kcdesk.ui.qt.crash import CrashReporter
from tests.ui.desktop.test_library_in_use import boxes

TAKEN = datetime(2026, 3, 2, 13, 5, tzinfo=UTC)


@pytest.fixture
def backups(sample_path: Path, tmp_path: Path, monkeypatch) -> Backups:
    made = Backups(tmp_path / "backups", sample_path, lambda: TAKEN)
    library = LibraryFile.open(sample_path)
    made.make(library.copy_to)
    library.close()
    monkeypatch.setattr(app, "backups_of", lambda _library: made)
    return made


@pytest.fixture
def started(desktop) -> Iterator[object]:
    yield desktop
    for box in boxes():
        box.close()


def truncate(path: Path, size: int) -> bytes:
    damaged = path.read_bytes()[:size]
    path.write_bytes(damaged)
    later = (TAKEN + timedelta(hours=3)).timestamp()
    os.utime(path, (later, later))
    return damaged


@pytest.mark.parametrize("size", [0, 50, 6000], ids=["empty", "half a head", "lost pages"])
def test_a_truncated_library_comes_back_from_its_newest_backup(
    started, backups, sample_path, qtbot, size
) -> None:
    damaged = truncate(sample_path, size)
    started.start(sample_path)
    (box,) = boxes()
    assert started.library.path.name == "First.kcdesk"
    when = started.ports.clock.local().tzinfo
    shown = TAKEN.astimezone(when).strftime("%H.%M")
    later = (TAKEN + timedelta(hours=3)).astimezone(when).strftime("%H.%M")
    assert f"{shown} till " in box.informativeText()
    assert f"{later} saknas" in box.informativeText()
    (button,) = [each for each in box.buttons() if each.text().startswith("Återställ")]
    assert button.text().endswith(shown)
    assert sample_path.read_bytes() == damaged  # nothing is touched before it is asked for

    button.click()
    qtbot.waitUntil(lambda: started.library is not None and started.library.path == sample_path)
    (aside,) = sample_path.parent.glob("Protokoll-before-*.kcdesk")
    assert aside.read_bytes() == damaged
    assert aside.name in started.window.bar._text.text()
    assert "saknas" in started.window.bar._text.text()
    assert started.window.meeting.bridge.records.root(Meeting).place


def test_without_a_whole_backup_nothing_is_offered(started, backups, sample_path) -> None:
    truncate(backups.all()[0], 5000)
    truncate(sample_path, 6000)
    started.start(sample_path)
    (box,) = boxes()
    assert [each.text() for each in box.buttons()] == ["Stäng"]


def test_a_library_that_is_as_old_as_the_backup_lacks_nothing(
    started, backups, sample_path
) -> None:
    truncate(sample_path, 6000)
    os.utime(sample_path, (TAKEN.timestamp(), TAKEN.timestamp()))
    started.start(sample_path)
    (box,) = boxes()
    assert "saknas" not in box.informativeText()


def test_a_restoring_that_fails_is_said(started, backups, sample_path, qtbot, monkeypatch) -> None:
    truncate(sample_path, 6000)

    def full(_draft: Path, _path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kcdesk.storage.backup.shutil.copyfile", full)
    started.start(sample_path)
    (box,) = boxes()
    next(each for each in box.buttons() if each.text().startswith("Återställ")).click()
    qtbot.waitUntil(lambda: any("Disken är full" in each.informativeText() for each in boxes()))
    assert sample_path.stat().st_size == 6000


def test_a_desktop_without_backups_only_says_what_is_wrong(started, sample_path) -> None:
    started.ports = replace(started.ports, recovery=None)
    truncate(sample_path, 6000)
    started.start(sample_path)
    (box,) = boxes()
    assert [each.text() for each in box.buttons()] == ["Stäng"]


@pytest.fixture
def crashes(started, tmp_path: Path, monkeypatch) -> Iterator[CrashReporter]:
    """What the program has in place for all that nobody catches."""
    made = CrashReporter(lambda: tmp_path / "crashes")
    made.trouble.connect(started.tell)
    yield made
    made.release()
    assert not (tmp_path / "crashes").exists()


@pytest.fixture
def lost_page(started, crashes, sample_path: Path, backups: Backups) -> str:
    """A second meeting whose pages are lost once the library is open; returns its id."""
    library = LibraryFile.open(sample_path)
    content = resource("sample", "notes.json").read_bytes()
    size = sample_path.stat().st_size
    meeting_id = import_meeting(read_meeting(content), library).meeting_id
    backups._now = lambda: TAKEN + timedelta(minutes=5)
    backups.make(library.copy_to)
    library.close()
    shown = next(each.id for each in library_of(sample_path) if each.id != meeting_id)
    started.preferences.remember_meeting(sample_path, shown)
    started.start(sample_path)
    with sample_path.open("r+b") as file:
        file.seek(size)
        file.write(b"\xff" * (sample_path.stat().st_size - size))
    return meeting_id


def library_of(path: Path) -> list:
    library = LibraryFile.open(path, reading=True)
    found = library.meetings()
    library.close()
    return found


def test_a_page_lost_after_opening_leads_to_the_backup(
    started, lost_page, sample_path, qtbot
) -> None:
    window = started.window
    for _ in range(2):  # the second click finds the box there already
        window.navigation.meeting_chosen.emit(lost_page)
    (box,) = boxes()
    assert started.window is window  # what is open stays open until it is asked for
    button = next(each for each in box.buttons() if each.text().startswith("Återställ"))
    button.click()
    qtbot.waitUntil(lambda: started.window is not None and started.window is not window)
    (aside,) = sample_path.parent.glob("Protokoll-before-*.kcdesk")
    assert b"\xff" * 4096 in aside.read_bytes()
    assert aside.name in started.window.bar._text.text()
    started.window.open_meeting(lost_page)
    assert started.window.meeting.bridge.records.root(Meeting).id == lost_page


def test_who_closed_the_box_is_told_again(started, lost_page, qtbot) -> None:
    started.window.navigation.meeting_chosen.emit(lost_page)
    (box,) = boxes()
    box.close()
    started.window.navigation.meeting_chosen.emit(lost_page)
    assert len(boxes()) == 1


def test_a_backup_that_is_not_whole_tells_of_the_damage(started, lost_page, backups, qtbot) -> None:
    started.ports = replace(started.ports, back_up=app._back_up)
    started.backup._back_up = lambda _library, copy_to: backups.make(copy_to)
    with qtbot.waitSignal(started.backup.failed):
        started.backup.look()
    started.window.bar._button.click()
    (box,) = boxes()
    assert "skadad" in box.informativeText()
    assert any(each.text().startswith("Återställ") for each in box.buttons())
    started.backup._back_up = lambda _library, _copy_to: None


def test_text_goes_on_being_saved_beside_a_lost_page(started, lost_page, qtbot) -> None:
    """What is damaged is told; what is whole is written on."""
    started.window.navigation.meeting_chosen.emit(lost_page)
    bridge = started.window.meeting.bridge
    with qtbot.waitSignal(started.window.writer.committed):
        bridge.perform(set_place(bridge.records, "Rotsjö"))
