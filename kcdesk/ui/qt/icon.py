"""Our own icons: SVG with one stroke width, recoloured from the palette when they are painted."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtSvg import QSvgRenderer

from kcdesk.paths import resource
from kcdesk.ui.qt.theme import current_colors

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QIcon, QPainter


def icon(name: str, color: str = "ink") -> QIcon:
    """Return ``resources/icons/NAME.svg``, crisp at every size.

    ``color`` names a colour of the theme ("ink", "accent", "on_accent" …), followed when the mode
    changes, or is itself ``#rrggbb``. Disabled icons are soft. Raises ``FileNotFoundError`` for
    an unknown name.
    """
    return _icon(name, color or "ink")


def draw_icon(painter: QPainter, name: str, color: str, place: QRect) -> None:
    """Draw an icon into a square in the middle of a rectangle; ``color`` as for ``icon``."""
    side = min(place.width(), place.height())
    left = place.x() + (place.width() - side) / 2
    top = place.y() + (place.height() - side) / 2
    shown: str = getattr(current_colors(), color, color)
    _renderer(name, shown).render(painter, QRectF(left, top, side, side))


@cache
def _source(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))


@cache
def _icon(name: str, color: str) -> QIcon:
    # QIcon has hundreds of theme icons to name; the first picture is drawn without it.
    from kcdesk.ui.qt.icon_engine import drawn_icon

    _source(name)
    return drawn_icon(name, color)
