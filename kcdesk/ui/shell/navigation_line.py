"""How a line of the navigation is drawn: a name to the left, a state in words to the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.theme import GRID, NORMAL, SMALL, current_colors
from kcdesk.ui.shell.navigation_tree import NODE_ROLE, Node, NodeKind

_ICON = 14


class NavigationLine(QStyledItemDelegate):
    """Draws bodies as small labels, years softly, meetings with their state."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one line."""
        node: Node = index.data(NODE_ROLE)
        colors = current_colors()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_ground(painter, option, chosen=chosen)
        area = option.rect.adjusted(GRID, 0, -GRID, 0)
        if node.detail:
            area = _draw_detail(painter, area, node, option.font, chosen=chosen)
        painter.setFont(_font(option.font, node.kind, chosen=chosen))
        quiet = node.kind is not NodeKind.MEETING
        color = colors.accent if chosen else colors.soft if quiet else colors.ink
        painter.setPen(QColor(color))
        bottom = Qt.AlignmentFlag.AlignBottom if _is_label(node) else Qt.AlignmentFlag.AlignVCenter
        elided = painter.fontMetrics().elidedText(
            node.label, Qt.TextElideMode.ElideRight, area.width()
        )
        if _is_label(node):
            area = area.adjusted(0, 0, 0, -GRID // 2)
        painter.drawText(area, int(bottom | Qt.AlignmentFlag.AlignLeft), elided)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the line's height: bodies get air above."""
        node: Node = index.data(NODE_ROLE)
        height = option.fontMetrics.height() + (2 if _is_label(node) else 1.4) * GRID
        return QSize(0, round(height))


def _is_label(node: Node) -> bool:
    return node.kind is NodeKind.BODY


def _font(base: QFont, kind: NodeKind, *, chosen: bool) -> QFont:
    font = QFont(base)
    if kind is not NodeKind.MEETING:
        font.setPixelSize(round(base.pixelSize() * SMALL / NORMAL))
    if kind is NodeKind.BODY or chosen:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def _draw_ground(painter: QPainter, option: QStyleOptionViewItem, *, chosen: bool) -> None:
    colors = current_colors()
    state = option.state
    area = option.rect.adjusted(1, 1, -1, -1)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.accent_soft if chosen else colors.background))
        painter.drawRoundedRect(area, 6, 6)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(colors.accent))
        painter.drawRoundedRect(area, 6, 6)


def _draw_detail(painter: QPainter, area: QRect, node: Node, base: QFont, *, chosen: bool) -> QRect:
    """Draw icon and word at the right; returns the room that is left."""
    colors = current_colors()
    font = QFont(base)
    font.setPixelSize(round(base.pixelSize() * SMALL / NORMAL))
    painter.setFont(font)
    painter.setPen(QColor(colors.accent if chosen else colors.soft))
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(area, int(right), node.detail)
    width = painter.fontMetrics().horizontalAdvance(node.detail)
    left = area.right() - width - _ICON - GRID // 2
    place = QRect(left, area.center().y() - _ICON // 2 + 1, _ICON, _ICON)
    icon(node.icon, "accent" if chosen else "soft").paint(painter, place)
    return area.adjusted(0, 0, -(width + _ICON + GRID), 0)
