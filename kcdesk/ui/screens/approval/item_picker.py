"""Picking the items that are approved at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.body import Numbering
from kcdesk.domain.item import Item
from kcdesk.domain.numbering import outline
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role


class ItemPicker(QWidget):
    """A list with a box before each item; ``picked`` carries the ids in the meeting's order."""

    picked = Signal(tuple)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = QLabel(_("Approved at once, in writing at the meeting:"))
        heading.setWordWrap(True)
        set_role(heading, WidgetRole.LABEL)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Items approved at once"))
        set_role(self.list, WidgetRole.LIST)
        self.pick_button = QPushButton(_("Approve these at once"))
        self.close_button = QPushButton(_("Cancel"))
        set_role(self.close_button, WidgetRole.QUIET)
        buttons = QHBoxLayout()
        buttons.addWidget(self.pick_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(heading)
        layout.addWidget(self.list)
        layout.addLayout(buttons)
        self.setFocusProxy(self.list)
        self.list.itemChanged.connect(self._on_changed)
        self.pick_button.clicked.connect(self._on_pick)
        self.close_button.clicked.connect(self.closed)

    def offer(
        self, records: Records, numbering: Numbering, taken: frozenset[str], ticked: frozenset[str]
    ) -> None:
        """Offer the items that no other approval has taken, some of them ticked."""
        self.list.clear()
        sign = "§ " if numbering is Numbering.PARAGRAPH else ""
        for each in outline(records, numbering):
            if each.depth or each.item.id in taken:
                continue
            number = f"{sign}{each.number}  " if each.number else ""
            entry = QListWidgetItem(number + each.item.name)
            entry.setData(Qt.ItemDataRole.UserRole, each.item.id)
            state = Qt.CheckState.Checked if each.item.id in ticked else Qt.CheckState.Unchecked
            entry.setCheckState(state)
            self.list.addItem(entry)
        if self.list.count():
            self.list.setCurrentRow(0)
        self._on_changed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape, pick with Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._ticked():
            self._on_pick()
        else:
            super().keyPressEvent(event)

    def _ticked(self) -> tuple[str, ...]:
        entries = [self.list.item(row) for row in range(self.list.count())]
        checked = [each for each in entries if each.checkState() is Qt.CheckState.Checked]
        return tuple(str(each.data(Qt.ItemDataRole.UserRole)) for each in checked)

    def _on_changed(self) -> None:
        self.pick_button.setEnabled(bool(self._ticked()))

    def _on_pick(self) -> None:
        self.picked.emit(self._ticked())


def marked_items(records: Records) -> frozenset[str]:
    """Return the items that the agenda marks for immediate approval."""
    items = records.children(records.root_id, Item)
    return frozenset(item.id for item in items if item.immediate_approval)
