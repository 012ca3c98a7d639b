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
    "multiprocessing.managers",
    "concurrent.futures.process",
    "kcdesk.domain.row",
    "kcdesk.exchange.reader",
    "kcdesk.documents.press",
    "kcdesk.services.session",
    "kcdesk.storage.backup",
    "kcdesk.storage.log",
    "kcdesk.storage.writer",
    "kcdesk.ui.qt.session_bridge",
}

START = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
import kcdesk.app as app
from PySide6.QtCore import QStandardPaths
QStandardPaths.setTestModeEnabled(True)
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, sys.argv[2])
application = QApplication([])
def look():
    print(" ".join(sorted(sys.modules)))
    for window in application.topLevelWidgets():
        window.close()
    application.quit()
QTimer.singleShot(0, look)
app.run_window(Path(sys.argv[1]))
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
    loaded = set(done.stdout.split())
    assert "kcdesk.ui.shell.main_window" in loaded
    assert sorted(loaded & HEAVY) == []
