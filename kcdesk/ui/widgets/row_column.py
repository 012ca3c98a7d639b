"""A column with one widget for each row, kept while the row is there, so that focus stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcdesk.ui.qt.theme import GRID

W = TypeVar("W", bound=QWidget)


class RowColumn(QWidget, Generic[W]):
    """``make`` builds the widget of a row's id."""

    def __init__(self, make: Callable[[str], W], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self.rows: dict[str, W] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID // 2)

    def show_ids(self, ids: Sequence[str]) -> None:
        """Have exactly these rows, in this order."""
        for id in [each for each in self.rows if each not in ids]:
            gone = self.rows.pop(id)
            self._layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, id in enumerate(ids):
            if id not in self.rows:
                self.rows[id] = self._make(id)
            self._layout.insertWidget(place, self.rows[id])
        self.rows = {id: self.rows[id] for id in ids}  # in the order of the eye
        self.setVisible(bool(ids))
