"""Our own icons: SVG with one stroke width, recoloured from the palette when they are painted."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kcdesk.paths import resource
from kcdesk.ui.qt.theme import current_colors


def icon(name: str, color: str = "ink") -> QIcon:
    """Return ``resources/icons/NAME.svg``, crisp at every size.

    ``color`` names a colour of the theme ("ink", "accent", "on_accent" …), followed when the mode
    changes, or is itself ``#rrggbb``. Disabled icons are soft. Raises ``FileNotFoundError`` for
    an unknown name.
    """
    return _icon(name, color or "ink")


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))


@cache
def _icon(name: str, color: str) -> QIcon:
    _source(name)
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
        side = min(rect.width(), rect.height())
        left = rect.x() + (rect.width() - side) / 2
        top = rect.y() + (rect.height() - side) / 2
        _renderer(self._name, self._shown(mode)).render(painter, QRectF(left, top, side, side))

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

    def _shown(self, mode: QIcon.Mode) -> str:
        if mode == QIcon.Mode.Disabled:
            return current_colors().soft
        color: str = getattr(current_colors(), self._color, self._color)
        return color
