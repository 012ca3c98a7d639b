"""How a register's line is drawn in the navigation: its name, and its badge to the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from kcdesk.ui.qt import role
from kcdesk.ui.qt.icon import draw_icon
from kcdesk.ui.qt.page import PageBadge
from kcdesk.ui.qt.theme import GRID, NORMAL, SMALL, current_colors

BADGE_ROLE = role.USER + 2

_BEFORE = 5 * GRID
"""What stands before the name, its icon and the air around it, in pixels."""

_ICON = 14


def show_badge(pages: QListWidget, line: QListWidgetItem, badge: PageBadge | None) -> None:
    """Give a line its badge, drawn and said; the list draws badges from the first one on."""
    if not isinstance(pages.itemDelegate(), PageLine):
        pages.setItemDelegate(PageLine(pages))
    line.setData(BADGE_ROLE, badge)
    said = f"{line.text()}, {badge.said}" if badge is not None else line.text()
    line.setData(role.ACCESSIBLE_TEXT, said)
    line.setToolTip(badge.said if badge is not None else "")


class PageLine(QStyledItemDelegate):
    """The line as the style draws it, then the badge."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one line."""
        super().paint(painter, option, index)
        badge = index.data(BADGE_ROLE)
        if not isinstance(badge, PageBadge):
            return
        colors = current_colors()
        font = QFont(option.font)
        font.setPixelSize(round(option.font.pixelSize() * SMALL / NORMAL))
        painter.save()
        painter.setFont(font)
        painter.setPen(QColor(colors.red if badge.late else colors.soft))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        area = option.rect.adjusted(0, 0, -GRID, 0)
        taken = _BEFORE + option.fontMetrics.horizontalAdvance(str(index.data()))
        text = badge.text
        if painter.fontMetrics().horizontalAdvance(text) > area.width() - taken and badge.short:
            text = badge.short
            if badge.late:  # the word gave way, and colour alone would say nothing to some
                width = painter.fontMetrics().horizontalAdvance(text)
                place = QRect(area.right() - width - _ICON - 2, area.y(), _ICON, area.height())
                draw_icon(painter, "warning", "red", place)
        painter.drawText(area, int(right), text)
        painter.restore()
