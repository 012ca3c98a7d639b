"""How a line of the navigation is drawn: a name to the left, a state in words to the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate

from kcdesk.ui.qt.icon import draw_icon
from kcdesk.ui.qt.theme import GRID, NORMAL, SMALL, current_colors
from kcdesk.ui.shell.navigation_tree import Node, NodeKind

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QStyleOptionViewItem

    from kcdesk.ui.shell.navigation_tree import NavigationTree

_ICON = 14


class NavigationLine(QStyledItemDelegate):
    """Draws bodies as small labels, years softly, meetings with their state.

    ``at_rest`` until the first picture is there: then no line is chosen, under the mouse or has
    the focus, and whether one is need not be asked. Answering makes PySide build the hundreds of
    names in ``QStyle`` and ``Qt``.
    """

    def __init__(self, tree: NavigationTree) -> None:
        super().__init__(tree)
        self._tree = tree
        self.at_rest = True

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one line."""
        node = self._tree.node(index)
        if node is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = not self.at_rest and _draw_ground(painter, option, _ground(option, node.kind))
        colors = current_colors()
        font, area = option.font, option.rect.adjusted(GRID, 0, -GRID, 0)
        label_font = _font(font, node.kind, chosen=chosen)
        if node.detail:
            room = area.width() - QFontMetrics(label_font).horizontalAdvance(node.label)
            area = _draw_detail(painter, area, node, font, room, chosen=chosen)
        painter.setFont(label_font)
        quiet = node.kind is not NodeKind.MEETING
        painter.setPen(QColor(colors.accent if chosen else colors.soft if quiet else colors.ink))
        low = area.bottom() - GRID // 2 + 1 if node.kind is NodeKind.BODY else None
        _draw_text(painter, area, node.label, low)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the line's height: bodies get air above."""
        node = self._tree.node(index)
        is_body = node is not None and node.kind is NodeKind.BODY
        return QSize(0, round(option.fontMetrics.height() + (2 if is_body else 1.4) * GRID))


def _font(base: QFont, kind: NodeKind, *, chosen: bool) -> QFont:
    font = QFont(base)
    if kind is not NodeKind.MEETING:
        font.setPixelSize(round(base.pixelSize() * SMALL / NORMAL))
    if kind is NodeKind.BODY or chosen:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _draw_text(painter: QPainter, area: QRect, text: str, low: int | None = None) -> None:
    """Draw a text at the left in the middle, or with its lower edge at ``low``."""
    metrics = painter.fontMetrics()
    if metrics.horizontalAdvance(text) > area.width():
        from PySide6.QtCore import Qt

        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    above = (area.height() - metrics.height()) // 2
    bottom = area.y() + above + metrics.height() if low is None else low
    painter.drawText(area.x(), bottom - metrics.descent(), text)


def _ground(option: QStyleOptionViewItem, kind: NodeKind) -> QRect:
    """Return what of a line is drawn as chosen: not the air above a body."""
    area = option.rect.adjusted(1, 1, -1, -1)
    if kind is NodeKind.BODY:
        area.setTop(area.bottom() - option.fontMetrics.height() - GRID // 2)
    return area


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem, area: QRect) -> bool:
    """Show that a line is chosen, under the mouse or has the focus; returns whether chosen."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QStyle

    colors = current_colors()
    state = option.state
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.accent_soft if chosen else colors.background))
        painter.drawRoundedRect(area, 6, 6)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(colors.accent))
        painter.drawRoundedRect(area, 6, 6)
    return chosen


def _draw_detail(
    painter: QPainter, area: QRect, node: Node, base: QFont, room: int, *, chosen: bool
) -> QRect:
    """Draw icon and word at the right, the icon alone where the day needs the word's ``room``;
    returns what is left for the day.
    """
    colors = current_colors()
    font = QFont(base)
    font.setPixelSize(round(base.pixelSize() * SMALL / NORMAL))
    painter.setFont(font)
    painter.setPen(QColor(colors.accent if chosen else colors.soft))
    width = painter.fontMetrics().horizontalAdvance(node.detail)
    if width + _ICON + GRID > room:
        width = 0
    word = area.adjusted(area.width() - width, 0, 0, 0)
    if width:
        _draw_text(painter, word, node.detail)
    left = word.x() - _ICON - GRID // 2 - 1
    place = QRect(left, area.center().y() - _ICON // 2 + 1, _ICON, _ICON)
    draw_icon(painter, node.icon, "accent" if chosen else "soft", place)
    return area.adjusted(0, 0, -(width + _ICON + GRID), 0)
