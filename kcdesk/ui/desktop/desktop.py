"""The running program: which library is open, its window, its language and looks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from kcdesk.domain.error import UserFacingError
from kcdesk.i18n import use
from kcdesk.ui.desktop.ports import DesktopPorts
from kcdesk.ui.desktop.window_builder import build_window
from kcdesk.ui.qt.library_port import OpenLibrary
from kcdesk.ui.qt.preferences import Preferences
from kcdesk.ui.qt.theme import apply_theme, system_mode
from kcdesk.ui.shell.main_window import MainWindow
from kcdesk.ui.widgets.error_box import show_error


class Desktop(QObject):
    """Opens one library at a time in one window."""

    def __init__(
        self, application: QApplication, ports: DesktopPorts, preferences: Preferences
    ) -> None:
        super().__init__(application)
        self.application = application
        self.ports = ports
        self.preferences = preferences
        self.library: OpenLibrary | None = None
        self.window: MainWindow | None = None
        application.setStyle("Fusion")
        self.apply_preferences()
        application.styleHints().colorSchemeChanged.connect(self.apply_looks)

    def apply_preferences(self) -> None:
        """Speak the chosen language and wear the chosen looks."""
        use(self.preferences.spoken_language)
        self.apply_looks()

    def apply_looks(self) -> None:
        """Wear the chosen mode and text size."""
        mode = self.preferences.color_mode or system_mode(self.application)
        apply_theme(self.application, mode, self.preferences.text_scale)

    def start(self, path: Path | None) -> None:
        """Open a library: the given one, the one last used, or a first one of the user's own."""
        recent = self.preferences.recent_libraries
        chosen = path or (recent[0] if recent else self.ports.default_library())
        if not self.open(chosen) and self.library is None:
            self._open_somehow(chosen)

    def open(self, path: Path) -> bool:
        """Open (or make) a library in place of the one that is open; returns whether it did."""
        try:
            opened = (
                self.ports.open_library(path) if path.exists() else self.ports.new_library(path)
            )
        except UserFacingError as error:
            show_error(self.window, error)
            return False
        if not self.close_library():
            opened.close()
            return False
        self.library = opened
        self.preferences.remember_library(path)
        self._show_window()
        return True

    def rebuild(self) -> None:
        """Make the window anew, as when the language changed; the library stays open."""
        before = self.window
        if before is None:
            return
        before.leave()
        self._show_window()
        before.deleteLater()

    def close_library(self) -> bool:
        """Save and close what is open; returns whether it could be."""
        return self.window is None or self.window.close()

    def save_and_close(self) -> bool:
        """Asked by the window before it goes: save everything, or stay open and say why."""
        if self.library is None:
            return True
        if self.window is not None:
            self.window.context.sessions.close_typing()
        try:
            self.library.close()
        except UserFacingError as error:
            show_error(self.window, error)
            return False
        self.library = None
        return True

    def _show_window(self) -> None:
        assert self.library is not None
        self.window = build_window(self, self.library)
        self.window.show()

    def _open_somehow(self, failed: Path) -> None:
        """The library last used cannot be opened: begin beside it rather than not at all."""
        fallback = self.ports.default_library()
        if fallback != failed:
            self.open(fallback)
