"""The composition root: the one file that knows every layer and plugs them together."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kcdesk.paths import user_data

if TYPE_CHECKING:
    from kcdesk.ui.desktop.ports import DesktopPorts


def run_window(path: Path | None) -> int:
    """Show the window on a library (None: the one last used); returns the exit code."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.qt.preferences import Preferences

    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("kcdesk")
    application.setOrganizationName("kcdesk")
    desktop = Desktop(application, desktop_ports(), Preferences(QSettings("kcdesk", "kcdesk")))
    desktop.start(path)
    return application.exec()


def desktop_ports() -> DesktopPorts:
    """Return the outside of the window: storage, clock, calendar, panels."""
    from kcdesk.storage.library_file import LibraryFile
    from kcdesk.system.clock import SystemClock
    from kcdesk.system.holidays import SwedishCalendar
    from kcdesk.ui.desktop.ports import DesktopPorts

    return DesktopPorts(
        open_library=LibraryFile.open,
        new_library=LibraryFile.new,
        default_library=_default_library,
        clock=SystemClock(),
        calendar=SwedishCalendar(),
        panes=(),
    )


def _default_library() -> Path:
    return user_data() / "Minutes.kcdesk"
