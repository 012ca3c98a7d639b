"""How a line of the register is drawn: icon, what and where, day, and how near it is."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kcdesk.services.watch.entry import Standing
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.line_model import LINE_ROLE
from kcdesk.ui.qt.text_paint import line_height, pixels, sized
from kcdesk.ui.qt.theme import GRID, NORMAL, SMALL, current_colors
from kcdesk.ui.screens.watch.watch_line import WatchLine

ICONS = {
    Standing.LATE: ("warning", "red"),
    Standing.SOON: ("clock", "amber"),
    Standing.LATER: ("calendar", "soft"),
}
"""The icon of each standing and its colour; the word stands beside it."""

_ICON = 16
_DAY = 132
_HOW = 148
_NARROW = 560
Index = QModelIndex | QPersistentModelIndex


class WatchDelegate(QStyledItemDelegate):
    """Draws lines and the headings of their groups; a hair line parts the lines."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: WatchLine = index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.entry is None:
            self._draw_heading(painter, option, line)
        else:
            self._draw_ground(painter, option)
            self._draw_entry(painter, option, line)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line: two lines of text, or a heading with air above."""
        line: WatchLine = index.data(LINE_ROLE)
        small = line_height(_small(option.font))
        if line.entry is None:
            return QSize(0, small + (GRID if index.row() == 0 else 3 * GRID) + GRID // 2)
        return QSize(0, line_height(option.font) + small + 2 * GRID)

    def _draw_heading(
        self, painter: QPainter, option: QStyleOptionViewItem, line: WatchLine
    ) -> None:
        colors = current_colors()
        ink = colors.red if line.standing is Standing.LATE else colors.soft
        area = option.rect.adjusted(GRID, 0, -GRID, -GRID // 2)
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        self._write(painter, area, line.what, _small(option.font, bold=True), ink, flags)

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colors = current_colors()
        area = option.rect.adjusted(0, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(colors.accent_soft))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QColor(colors.accent))
            painter.drawRoundedRect(area, 6, 6)
            return
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colors.background))
            painter.drawRoundedRect(area, 6, 6)
        painter.setPen(QColor(colors.line))
        painter.drawLine(
            area.left() + GRID, area.bottom() + 1, area.right() - GRID, area.bottom() + 1
        )

    def _draw_entry(self, painter: QPainter, option: QStyleOptionViewItem, line: WatchLine) -> None:
        colors = current_colors()
        name, color = ICONS[line.standing]
        inks = {
            Standing.LATE: colors.red,
            Standing.SOON: colors.amber,
            Standing.LATER: colors.soft,
        }
        scale = pixels(option.font) / NORMAL
        row = option.rect.adjusted(GRID, GRID, -GRID, -GRID)
        size = round(_ICON * scale)
        first = line_height(option.font)
        place = QRect(row.left(), row.top() + (first - size) // 2, size, size)
        icon(name, color).paint(painter, place)
        text = row.adjusted(size + GRID, 0, 0, 0)
        narrow = option.rect.width() < _NARROW * scale
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        day_room = round(_DAY * scale)
        day = QRect(text.right() - day_room, text.top(), day_room, first)
        how = QRect(day)
        if narrow:  # how near it is stands below the day
            how.translate(0, first)
        else:
            how.setLeft(day.left() - round(_HOW * scale))
            how.setRight(day.left() - GRID)
        self._write(painter, day, line.day, sized(option.font), colors.ink, right)
        self._write(painter, how, line.how, _small(option.font), inks[line.standing], right)
        words = QRect(text)
        words.setRight((day.left() if narrow else how.left()) - GRID)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = colors.accent if selected else colors.ink
        self._write(painter, words, line.what, sized(option.font, bold=selected), ink, left)
        below = words.adjusted(0, first, 0, 0)
        self._write(painter, below, line.meeting, _small(option.font), colors.soft, left)

    def _write(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        font: QFont,
        ink: str,
        flags: Qt.AlignmentFlag,
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(ink))
        metrics = QFontMetrics(font)
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(flags), elided)


def _small(font: QFont, *, bold: bool = False) -> QFont:
    return sized(font, size=max(1, round(pixels(font) * SMALL / NORMAL)), bold=bold)
