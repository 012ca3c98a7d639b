"""Bugs are kept on disk and shown once."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from kcdesk.ui.qt.crash import CrashReporter
from kcdesk.ui.qt.crash_dialog import CrashDialog


@pytest.fixture
def quiet(monkeypatch):
    monkeypatch.setattr(sys, "excepthook", lambda *_told: None)


def raised() -> tuple:
    try:
        _ = 1 / 0
    except ZeroDivisionError:
        return sys.exc_info()


def shown() -> list[CrashDialog]:
    return [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, CrashDialog) and each.isVisible()
    ]


def test_a_bug_is_kept_and_shown_once(quiet, qtbot, tmp_path) -> None:
    reporter = CrashReporter(lambda: tmp_path / "crashes")
    sys.excepthook(*raised())
    sys.excepthook(*raised())
    qtbot.waitUntil(lambda: len(shown()) == 1)
    (dialog,) = shown()
    kept = sorted((tmp_path / "crashes").iterdir())
    assert len(kept) == 2
    assert "division by zero" in kept[0].read_text("utf-8")
    report = dialog.findChild(QPlainTextEdit).toPlainText()
    assert "division by zero" in report
    assert "Python" in report.splitlines()[0]
    copy = dialog.findChildren(QPushButton)[0]
    copy.click()
    assert "division by zero" in QApplication.clipboard().text()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.accept()
    reporter.release()


def test_a_full_disk_does_not_hide_a_bug(quiet, qtbot, tmp_path) -> None:
    (tmp_path / "file").write_text("")
    reporter = CrashReporter(lambda: tmp_path / "file" / "crashes")
    sys.excepthook(*raised())
    qtbot.waitUntil(lambda: len(shown()) == 1)
    with qtbot.waitSignal(shown()[0].destroyed):
        shown()[0].accept()
    reporter.release()


def test_an_interrupt_is_no_bug(quiet, qtbot, tmp_path) -> None:
    reporter = CrashReporter(lambda: tmp_path)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    QApplication.processEvents()
    assert not shown()
    assert not list(tmp_path.iterdir())
    reporter.release()


def test_a_bug_on_another_thread_is_shown_too(quiet, qtbot, tmp_path) -> None:
    """The library's writer reports there what goes wrong in who listens to it."""
    before = threading.excepthook
    reporter = CrashReporter(lambda: tmp_path)
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(shown()) == 1)
    with qtbot.waitSignal(shown()[0].destroyed):
        shown()[0].accept()
    (kept,) = tmp_path.iterdir()
    assert "division by zero" in kept.read_text("utf-8")
    reporter.release()
    assert threading.excepthook is before
