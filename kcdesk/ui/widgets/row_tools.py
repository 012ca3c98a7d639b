"""Quiet buttons beside a table: what its keys do to the chosen row, for those with a mouse."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from kcdesk.i18n import _
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.widgets.row_table import RowTable


class RowTools(QWidget):
    """Removes the chosen row, and moves it where the table's rows have an order of their own."""

    def __init__(self, table: RowTable, *, moves: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.up = self._button("up", _("Move up (Alt+Up)"))
        self.down = self._button("down", _("Move down (Alt+Down)"))
        self.remove = self._button("delete", _("Remove (Delete)"))
        for button in (self.up, self.down):
            button.setVisible(moves)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.remove.clicked.connect(self._on_remove)
        selection: QItemSelectionModel = table.selectionModel()
        selection.currentChanged.connect(self._on_current)
        table.model().modelReset.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Offer what the chosen row allows."""
        row, count = self._table.currentIndex().row(), self._table.model().rowCount()
        self.remove.setEnabled(row >= 0)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton()
        set_role(button, WidgetRole.QUIET)
        button.setIcon(icon(name, "soft"))
        button.setToolTip(text)
        button.setAccessibleName(text)
        self._layout.addWidget(button)
        return button

    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.refresh()

    def _on_up(self) -> None:
        self._table.move_wanted.emit(self._table.chosen_id(), -1)

    def _on_down(self) -> None:
        self._table.move_wanted.emit(self._table.chosen_id(), 1)

    def _on_remove(self) -> None:
        self._table.removal_wanted.emit(self._table.chosen_id())
