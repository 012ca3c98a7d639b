"""A library is open in one program at a time, and nobody is left before a closed door."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from kcdesk import app
from kcdesk.services.edit_meeting import set_place
from kcdesk.system.lock import LibraryLock, lock_file


@pytest.fixture
def locking(desktop) -> Iterator[object]:
    """The program with the lock that it really has."""
    desktop.ports = replace(desktop.ports, lock=app._lock)
    yield desktop
    for box in boxes():
        box.close()


def boxes() -> list[QMessageBox]:
    gc.collect()
    QApplication.processEvents()
    return [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QMessageBox) and each.isVisible()
    ]


def test_a_second_start_says_that_the_library_is_open_already(locking, tmp_path) -> None:
    """There is no window then: what is said must stay until it was read."""
    with LibraryLock(tmp_path / "First.kcdesk"):
        locking.start(None)
        (box,) = boxes()
    assert locking.window is None
    assert str(os.getpid()) in box.informativeText()
    assert [each.text() for each in box.buttons()] == ["Stäng", "Öppna för läsning"]


def test_a_library_open_elsewhere_does_not_keep_the_first_one_shut(locking, sample_path) -> None:
    with LibraryLock(sample_path):
        locking.start(sample_path)
        (box,) = boxes()
    assert box.parent() is locking.window
    assert locking.library.path.name == "First.kcdesk"


def test_when_neither_opens_both_are_said(locking, sample_path, tmp_path) -> None:
    with LibraryLock(sample_path), LibraryLock(tmp_path / "First.kcdesk"):
        locking.start(sample_path)
        assert len(boxes()) == 2


@pytest.mark.parametrize("first", [True, False], ids=["no window yet", "beside another"])
def test_what_another_machine_left_locked_may_be_taken(locking, qtbot, sample_path, first) -> None:
    if not first:
        locking.start(None)
    lock_file(sample_path).write_text("7 elsewhere")
    if first:
        locking.ports = replace(locking.ports, default_library=lambda: sample_path)
        locking.start(None)
    else:
        assert not locking.open(sample_path)
    (box,) = boxes()
    assert "elsewhere" in box.informativeText()
    over = next(each for each in box.buttons() if each.text() == "Öppna ändå")
    over.click()
    qtbot.waitUntil(lambda: locking.library is not None and locking.library.path == sample_path)
    assert locking.window.isVisible()


def test_what_another_program_has_open_can_be_read(locking, qtbot, sample_path) -> None:
    before = sample_path.read_bytes()
    with LibraryLock(sample_path):
        locking.start(sample_path)
        (box,) = boxes()
        next(each for each in box.buttons() if each.text() == "Öppna för läsning").click()
        qtbot.waitUntil(lambda: locking.library is not None and locking.library.path == sample_path)
        assert locking.library.read_only
        assert locking.window.isVisible()
    assert locking.close_library()
    assert sample_path.read_bytes() == before


def test_where_nothing_may_be_changed_the_window_says_so_and_changes_nothing(
    locking, sample_path, monkeypatch
) -> None:
    for place in ("connection", "library_file"):
        monkeypatch.setattr(f"kcdesk.storage.{place}.may_write", lambda _path: False)
    names = {each.name for each in sample_path.parent.iterdir()} - {"settings.ini"}
    before = sample_path.read_bytes(), names
    locking.start(sample_path)
    window = locking.window
    assert window.status_line._saved.text() == "Skrivskyddat: inget ändras"
    records = window.meeting.bridge.records
    window.meeting.bridge.perform(set_place(records, "Rotsjö"))
    assert window.meeting.bridge.records == records
    assert "endast för läsning" in window.bar._text.text()
    assert locking.close_library()
    after = {each.name for each in sample_path.parent.iterdir()} - {"settings.ini"}
    assert (sample_path.read_bytes(), after) == before


def test_taking_it_over_may_fail_too(locking, sample_path) -> None:
    lock_file(sample_path).write_text("7 elsewhere")
    locking.ports = replace(locking.ports, default_library=lambda: sample_path)
    locking.start(None)
    (box,) = boxes()
    with LibraryLock(sample_path, over=True):
        next(each for each in box.buttons() if each.text() == "Öppna ändå").click()
        (again,) = boxes()
    assert str(os.getpid()) in again.informativeText()


def test_a_library_that_may_only_be_read_is_not_locked(tmp_path: Path, monkeypatch) -> None:
    """Its folder may refuse the lock; reading beside another program does no harm."""
    path = tmp_path / "a.kcdesk"
    path.write_bytes(b"")
    monkeypatch.setattr("kcdesk.storage.connection.may_write", lambda _path: False)
    with app._lock(path):
        assert not lock_file(path).exists()
