"""The sheet that an item is written on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcdesk.ui.qt.theme import current_colors


class Paper(QWidget):
    """The sheet: white, with a soft edge."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sheet; its edge is a line, its shadow one pixel."""
        colors = current_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colors.line))
        painter.setBrush(QColor(colors.paper))
        painter.drawRoundedRect(QRect(QPoint(0, 0), self.size()).adjusted(0, 0, -1, -1), 8, 8)
        painter.end()
