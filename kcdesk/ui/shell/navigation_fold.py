"""Whether the navigation is seen, and how wide: the meeting's text comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QSplitter

    from kcdesk.ui.shell.navigation import Navigation
    from kcdesk.ui.shell.workspace import Workspace

LEAST, LEAST_BESIDE_PAGE, ROOMY = 1024, 1360, 1400
"""Widths of a window, in pixels: below the first the navigation folds away by itself, below the
second while a page is read beside the text; below the third it is narrow.
"""

_WIDE, _NARROW = 248, 212
_KEY = "window/navigation_width"


class NavigationFold(QObject):
    """Folds and unfolds the navigation, the first of two in a splitter."""

    def __init__(self, splitter: QSplitter, navigation: Navigation, settings: QSettings) -> None:
        super().__init__(splitter)
        self._splitter = splitter
        self._navigation = navigation
        self._settings = settings
        self._by_hand: bool | None = None
        self._workspace: Workspace | None = None
        self._total = 0
        splitter.splitterMoved.connect(self._on_moved)

    def share(self, total: int) -> None:
        """Give the navigation its place in a window of this width."""
        self._total = total
        shown = self._fits if self._by_hand is None else self._by_hand
        self._navigation.setVisible(shown)
        if shown:
            width = self._width
            self._splitter.setSizes([width, max(total - width, 0)])

    def follow(self, workspace: Workspace | None) -> None:
        """Make way for a page that is read beside the text of this workspace, or come back.

        What was only shown to choose from folds away again.
        """
        self._workspace = workspace
        if self._by_hand and not self._fits:
            self._by_hand = None
        if workspace is not None:
            workspace.front_changed.connect(self._on_front_changed)
        if self._total:  # else the window is not seen yet, and will say how wide it is
            self.share(self._total)

    def toggle(self) -> None:
        """Show the navigation and go there, or fold it away."""
        shown = self._navigation.isHidden()
        self._by_hand = None if shown is self._fits else shown
        self.share(self._total)
        if shown:
            self._navigation.focus_tree()

    @property
    def _fits(self) -> bool:
        beside_page = self._workspace is not None and self._workspace.is_front_wide
        return self._total >= (LEAST_BESIDE_PAGE if beside_page else LEAST)

    @property
    def _width(self) -> int:
        wanted = int(str(self._settings.value(_KEY, _WIDE)))
        return wanted if self._total >= ROOMY else min(wanted, _NARROW)

    def _on_front_changed(self) -> None:
        self.share(self._total)

    def _on_moved(self, at: int, _handle: int) -> None:
        self._settings.setValue(_KEY, at)
