"""The command palette: a field and the list of what it finds; Enter does the chosen line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from kcdesk.i18n import _
from kcdesk.ui.qt.line_model import LINE_ROLE, LineModel
from kcdesk.ui.qt.palette_entry import PaletteEntry
from kcdesk.ui.qt.text_paint import pixels, sized
from kcdesk.ui.qt.theme import GRID, NORMAL, SMALL, WidgetRole, current_colors, set_role
from kcdesk.ui.widgets.early_keys import EarlyKeys

_WIDTH, _LINES = 640, 11
_TOP = 8 * GRID
"""How far below the top of the window it stands."""
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_LINES,
    Qt.Key.Key_PageDown: _LINES,
}
Index = QModelIndex | QPersistentModelIndex
Find = Callable[[str], Sequence[PaletteEntry]]


class Palette(QDialog):
    """``find`` is asked at each letter. The palette closes before what is chosen is done, so that
    it is done where the focus was. It goes as well when the window is turned to.

    It is a window of its own, which the system turns to some time after it was asked for: what is
    typed until then is meant for it, not for the text behind.
    """

    def __init__(self, find: Find, parent: QWidget, typed: str = "", hint: str = "") -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Go to or do"))
        self._find = find
        self._window = parent
        self._early = EarlyKeys(self, parent)
        self.field = QLineEdit(self)
        self.field.setAccessibleName(_("What to go to or do"))
        self.field.setPlaceholderText(
            hint or _("An item, a person, a command …  (+ arrives, - leaves, /)")
        )
        self.field.installEventFilter(self)
        self.model = _Model(self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setAccessibleName(_("What was found"))
        self.list.setUniformItemSizes(True)  # Qt's own signature
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_role(self.list, WidgetRole.LIST)
        self.nothing = QLabel(_("Nothing fits. Fewer letters find more."), self)
        set_role(self.nothing, WidgetRole.SOFT)
        self.nothing.setContentsMargins(GRID, 0, GRID, GRID // 2)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        layout.addWidget(self.nothing)
        self.field.textChanged.connect(self._on_typed)
        self.list.clicked.connect(self.take)
        self.field.setText(typed)
        self._on_typed(typed)
        self._place(parent)

    @property
    def entry(self) -> PaletteEntry | None:
        """What Enter would do."""
        return self.model.line(self.list.currentIndex())

    def take(self) -> None:
        """Do the chosen line, once the palette has gone."""
        entry = self.entry
        if entry is not None:
            self.close()
            self._window.activateWindow()
            QTimer.singleShot(0, self._window, entry.run)

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        """The arrow keys move in the list while one types in the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.take()
                return True
            if event.key() in _STEPS:
                self._step(_STEPS[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        """It is asked for."""
        super().showEvent(event)
        self._early.begin(self.field)

    def hideEvent(self, event: QHideEvent) -> None:
        """It is done with, whether it was ever turned to or not."""
        self._early.stop()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Go when the window is turned to."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self._early.stop()
        left = event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow()
        if left and self.isVisible():
            self.close()

    def _on_typed(self, typed: str) -> None:
        self.model.show_lines(self._find(typed))
        self.list.setCurrentIndex(self.model.index(0))
        self.list.scrollToTop()
        self._fit()

    def _step(self, by: int) -> None:
        last = self.model.rowCount() - 1
        at = self.list.currentIndex().row() + by
        wrapped = last if at < 0 else 0 if at > last else at
        self.list.setCurrentIndex(self.model.index(wrapped))

    def _place(self, parent: QWidget) -> None:
        """Stand in the middle near the top of the window."""
        width = min(_WIDTH, parent.width() - 4 * GRID)
        self.setFixedWidth(width)
        self.move(parent.mapToGlobal(QPoint((parent.width() - width) // 2, _TOP)))

    def _fit(self) -> None:
        """Be as high as what is found, within the window."""
        line = _line_height(self.list.fontMetrics().height())
        room = self._window.height() - 2 * _TOP - self.field.sizeHint().height()
        lines = min(self.model.rowCount(), _LINES, max(room // line, 1))
        self.list.setVisible(lines > 0)
        self.nothing.setVisible(lines == 0)
        self.list.setFixedHeight(lines * line)
        self.setFixedHeight(self._layout.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a hair line round it: there is no frame."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(current_colors().soft))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class _Model(LineModel[PaletteEntry]):
    def shown(self, line: PaletteEntry, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return ", ".join(part for part in (line.title, line.place, line.keys) if part)
        return None


class _Delegate(QStyledItemDelegate):
    """Title and place to the left, keys to the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry: PaletteEntry = index.data(LINE_ROLE)
        colors = current_colors()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent_soft))
            painter.drawRoundedRect(option.rect, 6, 6)
        area = option.rect.adjusted(GRID, 0, -GRID, 0)
        small = sized(option.font, size=max(1, round(pixels(option.font) * SMALL / NORMAL)))
        painter.setFont(small)
        painter.setPen(QColor(colors.soft))
        middle = Qt.AlignmentFlag.AlignVCenter
        if entry.keys:
            painter.drawText(area, int(middle | Qt.AlignmentFlag.AlignRight), entry.keys)
            area.setRight(area.right() - painter.fontMetrics().horizontalAdvance(entry.keys) - GRID)
        self._draw_words(painter, area, entry, option, chosen=chosen)
        painter.restore()

    def _draw_words(
        self,
        painter: QPainter,
        area: QRect,
        entry: PaletteEntry,
        option: QStyleOptionViewItem,
        *,
        chosen: bool,
    ) -> None:
        colors = current_colors()
        small = painter.font()
        painter.setFont(option.font)
        painter.setPen(QColor(colors.accent if chosen else colors.ink))
        elide = Qt.TextElideMode.ElideRight
        title = painter.fontMetrics().elidedText(entry.title, elide, area.width())
        left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(area, left, title)
        area.setLeft(area.left() + painter.fontMetrics().horizontalAdvance(title) + 2 * GRID)
        painter.setFont(small)
        painter.setPen(QColor(colors.soft))
        place = painter.fontMetrics().elidedText(entry.place, elide, max(area.width(), 0))
        painter.drawText(area, left, place)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del index
        return QSize(0, _line_height(option.fontMetrics.height()))


def _line_height(text: int) -> int:
    return text + 2 * GRID - 2
