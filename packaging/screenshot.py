"""Take the README's picture: the real window on the sample meeting, § 56 in view.

    python packaging/screenshot.py [TARGET.png] [sv|en] [light|dark] [WIDTHxHEIGHT]

Needs a screen (a real one, or one in memory such as Xvfb); the library is made anew each time.
"""

from __future__ import annotations

import sys
import tempfile
import time
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from kcdesk.__main__ import main as run_command
from kcdesk.app import desktop_ports
from kcdesk.documents.preview import PreviewProcess
from kcdesk.documents.preview_printer import print_request
from kcdesk.domain.item import Item
from kcdesk.system.holidays import SwedishCalendar
from kcdesk.ui.desktop.desktop import Desktop
from kcdesk.ui.qt.preferences import Preferences
from kcdesk.ui.qt.theme import ColorMode


def settle(application: QApplication, seconds: float) -> None:
    """Let the window do what it has to do."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        application.processEvents()


def main(target: str, language: str, mode: str, size: str) -> None:
    """Show the window, choose an item, and keep what is seen."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        run_command(["demo", "--out", name])
        application = QApplication([*sys.argv[:1], "-style", "Fusion"])
        application.setFont(QFont("Inter"))
        preferences = Preferences(QSettings(f"{name}/s.ini", QSettings.Format.IniFormat))
        preferences.language, preferences.color_mode = language, ColorMode(mode)
        calendar = SwedishCalendar()
        preview = partial(PreviewProcess, partial(print_request, calendar))
        made = []

        def start_preview() -> PreviewProcess:
            made.append(preview())
            stack.callback(made[-1].close)
            return made[-1]

        desktop = Desktop(application, desktop_ports(calendar, start_preview), preferences)
        desktop.start(folder / "demo.kcdesk")
        settle(application, 1)
        assert desktop.window is not None
        desktop.window.resize(*(int(each) for each in size.split("x")))
        formal = next(each for each in desktop.library.meetings() if each.day.day.day == 12)
        desktop.window.open_meeting(formal.id)
        settle(application, 0.5)
        context = desktop.window.meeting
        assert context is not None
        items = context.bridge.records.children(formal.id, Item)
        context.selection.select(items[4].id)
        settle(application, 2)
        desktop.window.grab().save(target)
        desktop.window.close()
        settle(application, 0.5)


if __name__ == "__main__":
    chosen = sys.argv[1:]
    defaults = ["packaging/pictures/window.png", "sv", "light", "1440x900"]
    main(*(chosen + defaults[len(chosen) :]))
