"""What the hour of the meeting needs of the whole window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcdesk.domain.message import Message
from kcdesk.ui.qt.action import ActionSpec, MenuPlace

if TYPE_CHECKING:
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.shell.main_window import MainWindow


class AtTheMeeting(QObject):
    """The command palette."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop

    def specs(self) -> list[ActionSpec]:
        """Return the menu entries."""
        return [
            ActionSpec(
                "palette",
                MenuPlace.EDIT,
                Message("Go to or do…"),
                self.open_palette,
                "search",
                "Ctrl+K",
                section=8,
            )
        ]

    def open_palette(self) -> None:
        """Find anything by a few letters, and go there or do it."""
        from kcdesk.ui.desktop.palette_finder import PaletteFinder
        from kcdesk.ui.widgets.palette import Palette

        Palette(PaletteFinder(self._window).find, self._window).show()

    @property
    def _window(self) -> MainWindow:
        assert self._desktop.window is not None
        return self._desktop.window
