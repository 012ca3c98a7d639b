"""The page of a tab that nobody has looked at yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget


class LatePane(QWidget):
    """Makes its pane when it is first shown: most meetings are written without most tabs."""

    def __init__(self, make: Callable[[], QWidget]) -> None:
        super().__init__()
        self._make = make
        self._pane: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def made(self) -> QWidget:
        """Return the pane, which is made now if it was not yet."""
        if self._pane is None:
            self._pane = self._make()
            self._column.addWidget(self._pane)
        return self._pane

    def showEvent(self, event: QShowEvent) -> None:
        """Have the pane before anything is painted."""
        self.made().show()
        super().showEvent(event)
