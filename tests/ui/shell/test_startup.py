"""Starting imports nothing that the first picture does not need."""

from __future__ import annotations

import os
import subprocess
import sys

HEAVY = {
    "babel",
    "decimal",
    "docx",
    "holidays",
    "hypothesis",
    "jsonschema",
    "markdown_it",
    "pikepdf",
    "PIL",
    "pydantic",
    "pypdfium2",
    "reportlab",
    "hashlib",
    "platform",
    "platformdirs",
    "socket",
    "uuid",
    "numpy",
    "json",
    "locale",
    "PySide6.QtNetwork",
    "multiprocessing.managers",
    "concurrent.futures.process",
    "kcdesk.cli.parser",
    "kcdesk.cli.toolbox",
    "kcdesk.domain.row",
    "kcdesk.exchange.reader",
    "kcdesk.documents.press",
    "kcdesk.services.session",
    "kcdesk.storage.backup",
    "kcdesk.storage.log",
    "kcdesk.storage.writer",
    "kcdesk.ui.desktop.export_actions",
    "kcdesk.ui.desktop.help_actions",
    "kcdesk.ui.desktop.hourly_backup",
    "kcdesk.ui.desktop.library_actions",
    "kcdesk.ui.desktop.meeting_actions",
    "kcdesk.ui.desktop.qt_words",
    "kcdesk.ui.qt.crash_dialog",
    "kcdesk.ui.qt.icon_engine",
    "kcdesk.ui.qt.session_bridge",
    "kcdesk.ui.qt.task_runner",
    "kcdesk.ui.qt.writer_signals",
    "kcdesk.ui.shell.pane_ring",
    "kcdesk.ui.shell.undo_actions",
    "kcdesk.ui.shell.workspace",
    "kcdesk.ui.widgets.passing_bar",
    "kcdesk.services.ports",
}

DEAR = {"ItemDataRole", "ControlElement", "StandardKey", "ThemeIcon", "ButtonRole"}
"""Enumerations of ``Qt``, ``QStyle``, ``QKeySequence``, ``QIcon`` and ``QMessageBox``: these have
hundreds of names each, and PySide builds all of them when the class is first named.
"""

START = """
import enum
import sys
from pathlib import Path
built = []
new = enum.EnumType.__new__
def noted(kind, name, bases, namespace, **more):
    built.append(str(namespace.get("__qualname__", name)))
    return new(kind, name, bases, namespace, **more)
enum.EnumType.__new__ = noted
from kcdesk.__main__ import main
import kcdesk.app as app
app.load_before_qt()
from PySide6.QtCore import QSettings
QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, sys.argv[2])
from kcdesk.ui.shell.main_window import MainWindow
painted = MainWindow.paintEvent
def look(window, event):
    painted(window, event)
    MainWindow.paintEvent = painted
    print(" ".join(sorted(sys.modules)), " ".join(built), sep="\\n")
    window.painted.connect(window.close)
MainWindow.paintEvent = look
run = app.run_window
app.run_window = lambda _last_used: run(Path(sys.argv[1]))
sys.exit(main([]))
"""


def test_nothing_heavy_is_imported_before_the_first_picture(sample_path, tmp_path) -> None:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
    }
    done = subprocess.run(
        [sys.executable, "-c", START, str(sample_path), str(tmp_path)],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    loaded, built = (set(line.split()) for line in done.stdout.splitlines()[:2])
    assert "kcdesk.ui.shell.main_window" in loaded
    assert sorted(loaded & HEAVY) == []
    assert "WidgetRole" in built
    assert sorted(built & DEAR) == []
