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
from kcdesk.storage.backup import Backups
from kcdesk.storage.library_file import LibraryFile
from tests.ui.desktop.test_library_in_use import boxes

TAKEN = datetime(2026, 3, 2, 13, 5, tzinfo=UTC)


@pytest.fixture
def backups(sample_path: Path, tmp_path: Path, monkeypatch) -> Backups:
    made = Backups(tmp_path / "backups", sample_path, lambda: TAKEN)
    library = LibraryFile.open(sample_path)
    made.make(library.copy_to)
    library.close()
    monkeypatch.setattr(app, "_backups", lambda _library: made)
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
    qtbot.waitUntil(lambda: any("No space left" in each.informativeText() for each in boxes()))
    assert sample_path.stat().st_size == 6000


def test_a_desktop_without_backups_only_says_what_is_wrong(started, sample_path) -> None:
    started.ports = replace(started.ports, recovery=None)
    truncate(sample_path, 6000)
    started.start(sample_path)
    (box,) = boxes()
    assert [each.text() for each in box.buttons()] == ["Stäng"]
