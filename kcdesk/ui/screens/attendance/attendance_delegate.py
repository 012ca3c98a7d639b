"""How a line of the attendance panel is drawn: dot, name, and small words under it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from kcdesk.ui.qt.line_model import LINE_ROLE
from kcdesk.ui.qt.text_paint import broken, draw_lines, line_height, pixels, sized
from kcdesk.ui.qt.theme import GRID, NORMAL, SMALL, Colors, current_colors
from kcdesk.ui.screens.attendance.attendance_line import AttendanceLine, Dot

PAD = 2 * GRID
GAP = GRID // 2
TEXT = 5 * GRID // 2
RADIUS = 4.5
DETAIL_LINES = 3
NAME_LINES = 2
Index = QModelIndex | QPersistentModelIndex


class AttendanceDelegate(QStyledItemDelegate):
    """Draws people and the headings of their groups."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        line: AttendanceLine = index.data(LINE_ROLE)
        colors = current_colors()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.is_heading:
            area = option.rect.adjusted(PAD, 0, -PAD, 0)
            font = _small(option.font, bold=True)
            area.setTop(area.bottom() - line_height(font) - GAP)
            draw_lines(painter, area, [line.name], font, colors.soft)
        else:
            self._draw_state(painter, option, colors)
            self._draw_person(painter, option, line, colors)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as name and words need at the width of the view."""
        line: AttendanceLine = index.data(LINE_ROLE)
        view = option.widget
        assert isinstance(view, QAbstractItemView)
        width = view.viewport().width()
        small = line_height(_small(option.font))
        if line.is_heading:
            return QSize(width, small + (GRID if index.row() == 0 else 2 * GRID) + GAP)
        text = width - 2 * PAD - _text_left(option)
        names = len(broken(line.name, option.font, text, NAME_LINES))
        said = len(_said(option.font, line, text))
        return QSize(width, names * line_height(option.font) + said * small + 2 * GAP + 2)

    def _draw_state(self, painter: QPainter, option: QStyleOptionViewItem, colors: Colors) -> None:
        area = option.rect.adjusted(GRID, 0, -GRID, 0)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(colors.accent_soft))
            if option.state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QColor(colors.accent))
                area = area.adjusted(0, 0, -1, -1)
            painter.drawRoundedRect(area, 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colors.background))
            painter.drawRoundedRect(area, 6, 6)

    def _draw_person(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        line: AttendanceLine,
        colors: Colors,
    ) -> None:
        area = option.rect.adjusted(PAD + _text_left(option), GAP + 1, -PAD, -GAP)
        names = broken(line.name, option.font, area.width(), NAME_LINES)
        ink = colors.soft if line.dot is Dot.AWAY else colors.ink
        draw_lines(painter, area, names, sized(option.font), ink)
        height = line_height(option.font)
        scale = pixels(option.font) / NORMAL
        middle = QPointF(option.rect.left() + PAD + RADIUS * scale, area.top() + height / 2)
        _draw_dot(painter, middle, line.dot or Dot.AWAY, colors, scale)
        below = QRect(area)
        below.setTop(area.top() + len(names) * height)
        said = _said(option.font, line, area.width())
        draw_lines(painter, below, said, _small(option.font), colors.soft)


def _text_left(option: QStyleOptionViewItem) -> int:
    """Return how far from the dot's left the text begins, at the scale of the view's font."""
    return round(TEXT * pixels(option.font) / NORMAL)


def _said(font: QFont, line: AttendanceLine, width: int) -> list[str]:
    return broken(line.details, _small(font), width, DETAIL_LINES) if line.details else []


def _small(font: QFont, *, bold: bool = False) -> QFont:
    """Return the small text size at the scale of the view's font."""
    return sized(font, size=max(1, round(pixels(font) * SMALL / NORMAL)), bold=bold)


def _draw_dot(painter: QPainter, middle: QPointF, dot: Dot, colors: Colors, scale: float) -> None:
    """Draw filled, ringed, hollow or barred: shapes differ as well as colours."""
    color = QColor({Dot.AWAY: colors.soft, Dot.RECUSED: colors.amber}.get(dot, colors.accent))
    radius, line = (RADIUS - 0.75) * scale, 1.5 * scale
    painter.setPen(QPen(color, line))
    painter.setBrush(color if dot in (Dot.THERE, Dot.RECUSED) else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(middle, radius, radius)
    if dot is Dot.EXPECTED:
        painter.setBrush(color)
        painter.drawEllipse(middle, radius * 0.4, radius * 0.4)
    if dot is Dot.RECUSED:
        painter.setPen(QPen(QColor(colors.panel), line))
        bar = QPointF(2 * scale, 0)
        painter.drawLine(middle - bar, middle + bar)
