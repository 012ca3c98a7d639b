"""The desk on which an item's sheet of paper lies, as wide as a line that reads well."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kcdesk.ui.qt.reading import reading_scale
from kcdesk.ui.qt.theme import GRID
from kcdesk.ui.screens.item.paper import Paper
from kcdesk.ui.screens.item.part import GUTTER

_MEASURE = 74
"""Characters in a full line of the sheet (60 to 75 read well)."""

_ROOMY = 580
"""Pixels from which the desk has its full margins."""


class ItemDesk(QWidget):
    """``above`` stands over the sheet of an item, ``below`` under it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.paper = Paper()
        self._around = QHBoxLayout(self)
        self._around.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 3)
        self._around.addWidget(self.paper, 1)
        self._around.setAlignment(self.paper, Qt.AlignmentFlag(0))
        self._inside = QVBoxLayout(self.paper)
        self._inside.setContentsMargins(35, GRID * 4, 0, GRID * 4)
        self._inside.setSpacing(0)
        self.apply_reading_scale()
        self.paper.setMinimumWidth(320)

    def furnish(self, above: QWidget, instead: QWidget, below: QWidget) -> None:
        """Put down what is always there: over the sheet, instead of one, and under it."""
        self._inside.addWidget(above)
        self._inside.addWidget(instead)
        self._inside.addStretch(1)
        self._inside.addSpacing(GRID * 2)
        self._inside.addWidget(below)

    def lay(self, sheet: QWidget) -> None:
        """Put an item's sheet down."""
        self._inside.insertWidget(1, sheet)

    def take(self, sheet: QWidget) -> None:
        """Take an item's sheet away."""
        self._inside.removeWidget(sheet)

    def apply_reading_scale(self) -> None:
        """Let the sheet be as wide as a full line."""
        letter = self.fontMetrics().averageCharWidth() * 15 / 14 * reading_scale()
        self.paper.setMaximumWidth(round(letter * _MEASURE) + 40 + GUTTER)

    def fit(self, width: int) -> None:
        """Where it is narrow, the desk around the sheet gives way to the text."""
        side = GRID * 3 if width >= _ROOMY else GRID * 2
        self._around.setContentsMargins(side, GRID * 3, side, GRID * 3)

    def sizeHint(self) -> QSize:
        """Room for the sheet."""
        return QSize(self.paper.maximumWidth() + GRID * 6, 700)
