"""How Qt asks for one of our icons: at any size, in any state."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from kcdesk.ui.qt.icon import draw_icon


def drawn_icon(name: str, color: str) -> QIcon:
    """Return an icon that is drawn anew at each size."""
    return QIcon(_Engine(name, color))


class _Engine(QIconEngine):
    """Draws the SVG at the size asked for, in the colours of the moment."""

    def __init__(self, name: str, color: str) -> None:
        super().__init__()
        self._name = name
        self._color = color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into a square in the middle of the rectangle."""
        del state
        color = "soft" if mode == QIcon.Mode.Disabled else self._color
        draw_icon(painter, self._name, color, rect)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Draw into a pixmap of a size in device pixels."""
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        """Return another one like it."""
        return _Engine(self._name, self._color)

    def key(self) -> str:
        """Name the kind of engine, for Qt's caches."""
        return "kcdesk"

    def isNull(self) -> bool:
        """There is always something to draw."""
        return False
