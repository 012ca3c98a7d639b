"""The sheet that an item is written on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcdesk.ui.qt.theme import current_colors

_ROUND = 8
"""How round the corners are, in pixels."""


class Paper(QWidget):
    """The sheet: white, with a soft edge."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet, its edge a line; of its middle, where typing is, only what is asked."""
        colors = current_colors()
        painter = QPainter(self)
        if self.rect().adjusted(_ROUND, _ROUND, -_ROUND, -_ROUND).contains(event.rect()):
            painter.fillRect(event.rect(), QColor(colors.paper))
            painter.end()
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(colors.line))
        painter.setBrush(QColor(colors.paper))
        painter.drawRoundedRect(
            QRect(QPoint(0, 0), self.size()).adjusted(0, 0, -1, -1), _ROUND, _ROUND
        )
        painter.end()
