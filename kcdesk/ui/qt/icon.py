"""Our own icons: SVG with one stroke width, recoloured from the palette."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kcdesk.paths import resource
from kcdesk.ui.qt.theme import current_colors

_SIZES = (16, 24, 32, 48)


def icon(name: str, color: str | None = None) -> QIcon:
    """Return ``resources/icons/NAME.svg`` in a colour (the text's colour unless given).

    The SVGs draw with ``currentColor``. Raises ``FileNotFoundError`` for an unknown name.
    """
    return _icon(name, color or current_colors().ink)


@cache
def _icon(name: str, color: str) -> QIcon:
    source = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", color)
    renderer = QSvgRenderer(QByteArray(source.encode()))
    made = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(pixmap)
    return made
