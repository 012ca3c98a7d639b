"""The agenda as a thin column of numbers: done, current, to come; minutes used and planned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kcdesk.domain.item import Item
from kcdesk.domain.numbering import numbers, top_item
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.item_clock import minutes_late, minutes_used
from kcdesk.ui.qt.as_written import plain_tip
from kcdesk.ui.qt.line_model import LINE_ROLE, LineModel
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.text_paint import pixels, sized
from kcdesk.ui.qt.theme import GRID, NORMAL, SMALL, WidgetRole, current_colors, set_role

WIDTH = 9 * GRID
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class RailLine:
    """One item: its number, what its time is, whether it is done, in view or over its time."""

    id: str
    number: str
    title: str
    time: str = ""
    spoken_time: str = ""
    done: bool = False
    late: bool = False


class ItemRail(QListView):
    """A click or Enter leads to an item."""

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.lines = _Model(self)
        self.setModel(self.lines)
        self.setItemDelegate(_Delegate(self))
        self.setAccessibleName(_("Agenda"))
        self.setFixedWidth(WIDTH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_role(self, WidgetRole.LIST)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def refresh(self, now: datetime) -> None:
        """Show the items as they are at a moment (local time)."""
        records = self._context.bridge.records
        known = numbers(records, profile(self._context.body, records).numbering)
        self.lines.show_lines(
            [
                _line(records, item, known[item.id], now)
                for item in records.children(records.root_id, Item)
            ]
        )
        item = records.find(Item, self._context.selection.id)
        if item is not None:
            index = self.lines.index_of(top_item(records, item).id)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _on_chosen(self, index: Index) -> None:
        line = self.lines.line(index)
        if line is not None:
            self._context.selection.select(line.id)
            self._context.selection.write()


def _line(records: Records, item: Item, number: str, now: datetime) -> RailLine:
    used, late = minutes_used(records, item, now), minutes_late(records, item, now)
    shown = spoken = ""
    if used is not None and item.planned_minutes:
        shown = f"{used}/{item.planned_minutes}"
        spoken = _("{used} of {planned} minutes", used=used, planned=item.planned_minutes)
    elif used is not None:
        shown, spoken = _("{used} min", used=used), _("{used} minutes", used=used)
    elif item.planned_minutes:
        shown = _("{used} min", used=item.planned_minutes)
        spoken = _("{planned} minutes planned", planned=item.planned_minutes)
    return RailLine(
        item.id,
        number or "·",
        item.name,
        shown,
        spoken,
        done=item.done,
        late=late is not None and late > 0,
    )


class _Model(LineModel[RailLine]):
    def shown(self, line: RailLine, role: int) -> Any:
        said = (line.number, line.title, line.spoken_time, _("done") if line.done else "")
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, said))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(", ".join(filter(None, said)))
        return line.number if role == Qt.ItemDataRole.DisplayRole else None


class _Delegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: RailLine = index.data(LINE_ROLE)
        colors = current_colors()
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = option.rect.adjusted(GRID, 2, -GRID, -2)
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent))
            painter.drawRoundedRect(area, 6, 6)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.line))
            painter.drawRoundedRect(area, 6, 6)
        ink = colors.on_accent if current else colors.soft if line.done else colors.ink
        painter.setPen(QColor(ink))
        painter.setFont(sized(option.font, bold=current, tabular=True))
        number = f"✓ {line.number}" if line.done else line.number
        center = int(Qt.AlignmentFlag.AlignCenter)
        if not line.time:
            painter.drawText(area, center, number)
        else:
            upper = QRect(area.left(), area.top() + 2, area.width(), area.height() // 2)
            painter.drawText(upper, center, number)
            size = max(1, round(pixels(option.font) * SMALL / NORMAL) - 1)
            painter.setFont(sized(option.font, size=size, tabular=True, bold=line.late))
            quiet = colors.amber if line.late else colors.soft
            painter.setPen(QColor(colors.on_accent if current else quiet))
            lower = QRect(area.left(), upper.bottom(), area.width(), area.height() // 2)
            painter.drawText(lower, center, line.time)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(colors.ink))
            painter.drawRoundedRect(area, 6, 6)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line: RailLine = index.data(LINE_ROLE)
        height = option.fontMetrics.height()
        return QSize(WIDTH, height * 2 + GRID if line.time else height + 2 * GRID)
