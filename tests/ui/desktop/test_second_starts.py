"""The program started twice: the second brings the first one's window to the front and ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, Qt
QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, sys.argv[2])
from kcdesk import app
from kcdesk.ui.desktop.second_starts import SecondStarts
from kcdesk.ui.shell.main_window import MainWindow
def listen(self, library):
    plain(self, library)
    self._desktop.window.setWindowState(Qt.WindowState.WindowMinimized)
    print("listens", flush=True)
plain, SecondStarts.listen = SecondStarts.listen, listen
def raise_(self):
    print("in front", self.isMinimized(), flush=True)
MainWindow.raise_ = raise_
sys.exit(app.run_window(Path(sys.argv[1])))
"""


@pytest.fixture
def start(tmp_path: Path, monkeypatch) -> Iterator[object]:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with ExitStack() as stack:

        def started(library: Path) -> subprocess.Popen[str]:
            made = subprocess.Popen(
                [sys.executable, "-c", FIRST, str(library), str(tmp_path)],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
            stack.enter_context(made)
            stack.callback(made.kill)
            return made

        yield started


def test_the_second_start_shows_the_first_window_and_ends(start, sample_path) -> None:
    first = start(sample_path)
    assert first.stdout.readline() == "listens\n"
    second = start(sample_path)
    assert second.wait(60) == 0
    assert second.stdout.read() == ""
    assert first.stdout.readline() == "in front False\n"
    assert first.poll() is None


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is the other systems' word for it")
def test_after_a_crash_the_next_start_is_a_first_one(start, sample_path) -> None:
    first = start(sample_path)
    assert first.stdout.readline() == "listens\n"
    first.send_signal(signal.SIGKILL)
    first.wait()
    second = start(sample_path)
    assert second.stdout.readline() == "listens\n"
    third = start(sample_path)
    assert third.wait(60) == 0
    assert second.stdout.readline() == "in front False\n"
