"""All that stands around the text of an item, to be put away and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from kcdesk.ui.shell.main_window import MainWindow


class Surroundings(QObject):
    """Puts menus, navigation, side panels and status line away; three widgets take their place.

    The text stays where it is, with caret and focus. The keys of the menus go on working.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        central = window.centralWidget()
        assert central is not None
        layout, splitter = central.layout(), window.navigation.parentWidget()
        assert isinstance(layout, QVBoxLayout)
        assert isinstance(splitter, QSplitter)
        self._central, self._column, self._splitter = central, layout, splitter
        self._left: QWidget | None = None

    @property
    def are_away(self) -> bool:
        """Whether they are put away now."""
        return self._left is not None

    def put_away(self, pane: str, top: QWidget, left: QWidget, bottom: QWidget) -> None:
        """Show one pane of the workspace alone between three widgets."""
        window = self._window
        if window.workspace is None or self.are_away:
            return
        window.addActions(window.menus.registered())
        window.menuBar().hide()
        window.navigation.keep_away(away=True)
        window.workspace.show_alone(pane)
        if window.status_line.error is None:
            window.status_line.hide()
        window.writer.failed.connect(window.status_line.show)
        self._column.insertWidget(0, top)
        self._column.addWidget(bottom)
        # A splitter takes in every widget that is given to it: the column at the left lies over
        # a margin that the splitter keeps free.
        left.setParent(self._central)
        self._left = left
        self._splitter.setContentsMargins(left.width(), 0, 0, 0)
        self._splitter.installEventFilter(self)
        for widget in (top, left, bottom):
            widget.show()
        self._place()

    def bring_back(self) -> None:
        """Show all of it as it was; the three widgets are left to who made them."""
        window = self._window
        if not self.are_away:
            return
        self._left = None
        self._splitter.removeEventFilter(self)
        self._splitter.setContentsMargins(0, 0, 0, 0)
        window.writer.failed.disconnect(window.status_line.show)
        for action in window.menus.registered():
            window.removeAction(action)
        window.menuBar().show()
        window.status_line.show()
        window.navigation.keep_away(away=False)
        if window.workspace is not None:
            window.workspace.show_alone()
        window.resize(window.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the left widget beside the text."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self._left is not None:
            area = self._splitter.geometry()
            self._left.setGeometry(area.left(), area.top(), self._left.width(), area.height())
            self._left.raise_()
