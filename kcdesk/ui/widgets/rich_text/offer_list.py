"""The list of offers under the line that is being written; the caret stays in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kcdesk.i18n import _
from kcdesk.ui.qt.line_model import LINE_ROLE, LineModel
from kcdesk.ui.qt.text_paint import broken, draw_lines, line_height, pixels, sized
from kcdesk.ui.qt.theme import GRID, NORMAL, SMALL, current_colors
from kcdesk.ui.widgets.rich_text.line_offer import LineOffer

_WIDTH = 46  # letters of the text
_PAD = GRID
Index = QModelIndex | QPersistentModelIndex


class OfferList(QWidget):
    """``chosen`` comes from the mouse alone; keys stay with the text."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("What the line may do"))
        self.model = _Model(self)
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Delegate(self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setAccessibleName(self.accessibleName())
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setStyleSheet("QListView { background: transparent; }")
        self.view.setMinimumHeight(1)  # as high as what is offered, be it a single line
        self.view.clicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5, 5, 5, 5)
        layout.addWidget(self.view)

    @property
    def offer(self) -> LineOffer | None:
        """The offer that Tab and Enter would take."""
        return self.model.line(self.view.currentIndex())

    def show_offers(self, offers: Sequence[LineOffer], anchor: QRect) -> None:
        """Show offers under a rectangle of the screen, or above it where there is no room."""
        self.model.show_lines(offers)
        self.view.setCurrentIndex(self.model.index(0))
        letter = self.fontMetrics().averageCharWidth()
        height = sum(self.view.sizeHintForRow(row) for row in range(len(offers))) + 12
        self.resize(letter * _WIDTH, height)
        room = self.screen().availableGeometry()
        left = max(min(anchor.left() - 12, room.right() - self.width()), room.left())
        below = anchor.bottom() + 6
        top = below if below + height <= room.bottom() else anchor.top() - height - 6
        self.move(left, max(min(top, room.bottom() - height), room.top()))
        self.show()
        self._announce()

    def step(self, by: int) -> None:
        """Go to the next offer or the one before, round the ends."""
        row = (self.view.currentIndex().row() + by) % max(self.model.rowCount(), 1)
        self.view.setCurrentIndex(self.model.index(row))
        self._announce()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the panel's ground and its hair line."""
        colors = current_colors()
        painter = QPainter(self)
        painter.setPen(QColor(colors.line))
        painter.setBrush(QColor(colors.panel))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _on_clicked(self) -> None:
        self.chosen.emit()

    def _announce(self) -> None:
        """Tell screen readers what Enter would do: the focus does not move here."""
        offer = self.offer
        if offer is not None and QAccessible.isActive():
            key = _("Tab takes it") if offer.unsure else ""
            said = ", ".join(part for part in (offer.title, offer.preview, key) if part)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))


class _Model(LineModel[LineOffer]):
    def shown(self, line: LineOffer, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.title}, {line.preview}"
        return None


class _Delegate(QStyledItemDelegate):
    """Name, and under it in small what will happen; at the right the key that takes it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        offer: LineOffer = index.data(LINE_ROLE)
        colors = current_colors()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent_soft))
            painter.drawRoundedRect(option.rect, 6, 6)
        area = option.rect.adjusted(_PAD, 4, -_PAD, -4)
        small = _small(option)
        if current:
            key = _("Enter") if offer.enters else _("Tab")
            width = option.fontMetrics.horizontalAdvance(key)
            corner = QRect(area.right() - width, area.top(), width, line_height(option.font))
            draw_lines(painter, corner, [key], small, colors.soft)
            area.setRight(area.right() - width - _PAD)
        font = sized(option.font, bold=True)
        ink = colors.accent if current else colors.ink
        draw_lines(painter, area, broken(offer.title, font, area.width(), 1), font, ink)
        if offer.preview:
            area.setTop(area.top() + line_height(option.font))
            said = broken(offer.preview, small, area.width(), 2)
            draw_lines(painter, area, said, small, colors.soft)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        offer: LineOffer = index.data(LINE_ROLE)
        small = _small(option)
        view = option.widget
        assert isinstance(view, QWidget)
        letter = option.fontMetrics.averageCharWidth()
        width = letter * _WIDTH - 10 - 2 * _PAD - option.fontMetrics.horizontalAdvance(_("Enter"))
        lines = len(broken(offer.preview, small, width - _PAD, 2)) if offer.preview else 0
        return QSize(width, line_height(option.font) + lines * line_height(small) + 8)


def _small(option: QStyleOptionViewItem) -> Any:
    return sized(option.font, size=max(1, round(pixels(option.font) * SMALL / NORMAL)))
