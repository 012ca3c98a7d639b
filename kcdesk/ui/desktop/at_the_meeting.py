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
    """The command palette, and the phrases."""

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
            ),
            ActionSpec(
                "phrase",
                MenuPlace.EDIT,
                Message("Insert a phrase…"),
                self.open_phrases,
                "quote",
                "Ctrl+Shift+P",
                section=8,
                needs_meeting=True,
            ),
        ]

    def open_palette(self) -> None:
        """Find anything by a few letters, and go there or do it."""
        from kcdesk.ui.desktop.palette_finder import PaletteFinder
        from kcdesk.ui.widgets.palette import Palette

        Palette(PaletteFinder(self._window).find, self._window).show()

    def open_phrases(self) -> None:
        """Find a phrase for the text that has the caret."""
        from kcdesk.ui.desktop.palette_finder import PaletteFinder
        from kcdesk.ui.widgets.palette import Palette

        Palette(PaletteFinder(self._window).find_phrases, self._window).show()

    @property
    def _window(self) -> MainWindow:
        assert self._desktop.window is not None
        return self._desktop.window
