"""The order in which the parts of an item stand, for one meeting."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QToolButton, QVBoxLayout, QWidget

from kcdesk.domain.body import ItemPart
from kcdesk.domain.message import Message
from kcdesk.i18n import _, render
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role

PART_WORD = {
    ItemPart.QUESTION: Message("Question at issue"),
    ItemPart.BACKGROUND: Message("Background"),
    ItemPart.BASIS: Message("Basis for the decision"),
    ItemPart.PROPOSAL: Message("Proposed decision"),
    ItemPart.NOTES: Message("Notes"),
    ItemPart.CONTRIBUTIONS: Message("Contributions"),
    ItemPart.MOTIONS: Message("Motions"),
    ItemPart.PROPOSITION_ORDER: Message("Order of propositions"),
    ItemPart.VOTES: Message("Votes"),
    ItemPart.DECISIONS: Message("Decisions"),
    ItemPart.RESERVATIONS: Message("Reservations"),
    ItemPart.LABELLED: Message("Own headings"),
    ItemPart.SUB_ITEMS: Message("Sub-items"),
    ItemPart.ACTIONS: Message("Actions"),
    ItemPart.RECIPIENTS: Message("Recipients"),
}
SHOWN_ROWS = 6


class PartOrder(QWidget):
    """A list whose rows go up and down, by button or Alt with an arrow. ``moved`` carries the new
    order.
    """

    moved = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order: tuple[ItemPart, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(_("Order of the parts"))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._row_height = self.list.fontMetrics().height() + GRID
        self.list.setFixedHeight(SHOWN_ROWS * self._row_height)
        self.up_button = self._button("up", _("Move up (Alt+Up)"))
        self.down_button = self._button("down", _("Move down (Alt+Down)"))
        buttons = QVBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.up_button)
        buttons.addWidget(self.down_button)
        buttons.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        self.setFocusProxy(self.list)
        self.up_button.clicked.connect(self._up)
        self.down_button.clicked.connect(self._down)
        for key, slot in (("Alt+Up", self._up), ("Alt+Down", self._down)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def show_order(self, order: Sequence[ItemPart]) -> None:
        """Show another order; the chosen part stays chosen."""
        if self._order == tuple(order):
            return
        row = self.list.currentRow()
        chosen = self._order[row] if 0 <= row < len(self._order) else None
        self._order = tuple(order)
        self.list.clear()
        self.list.addItems([render(PART_WORD[part]) for part in self._order])
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(QSize(0, self._row_height))
        self.list.setCurrentRow(self._order.index(chosen) if chosen in self._order else 0)

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        target = row + step
        if row < 0 or not 0 <= target < len(self._order):
            return
        order = list(self._order)
        order[row], order[target] = order[target], order[row]
        self.moved.emit(tuple(order))

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        set_role(button, WidgetRole.QUIET)
        button.setIcon(icon(name, "soft"))
        button.setToolTip(text)
        button.setAccessibleName(text)
        return button
