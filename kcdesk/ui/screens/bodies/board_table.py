"""A body's notice boards, edited in place."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kcdesk.domain.body import NoticeBoard
from kcdesk.domain.message import Message
from kcdesk.i18n import _
from kcdesk.services.edit_body import add_board, edit_board, remove_board
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.session_bridge import SessionBridge
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.row_table import RowTable
from kcdesk.ui.widgets.row_table_model import Column
from kcdesk.ui.widgets.row_tools import RowTools


class BoardTable(QWidget):
    """The boards and a button for one more."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._table = RowTable(
            _("Notice boards"),
            (
                Column(Message("Name"), _name, self._write_name),
                Column(Message("Web address"), _address, self._write_address, width=320),
            ),
        )
        self._tools = RowTools(self._table, moves=False)
        self._add = QPushButton(icon("add", "accent"), _("Add a notice board"))
        self._build_ui()
        self._add.clicked.connect(self._on_add)
        self._table.removal_wanted.connect(self._on_removal_wanted)
        self.refresh()

    def refresh(self) -> None:
        """Show the boards as they are."""
        boards = self._bridge.records.children(self._bridge.records.root_id, NoticeBoard)
        self._table.show_rows(boards)
        self._table.setVisible(bool(boards))
        self._tools.setVisible(bool(boards))

    def _build_ui(self) -> None:
        set_role(self._add, WidgetRole.QUIET)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self._table)
        row = QHBoxLayout()
        row.addWidget(self._add)
        row.addStretch()
        row.addWidget(self._tools)
        layout.addLayout(row)

    def _write_name(self, row: NoticeBoard, value: Any) -> None:
        self._bridge.perform(edit_board(self._bridge.records, row.id, name=value))

    def _write_address(self, row: NoticeBoard, value: Any) -> None:
        self._bridge.perform(edit_board(self._bridge.records, row.id, address=value))

    def _on_add(self) -> None:
        if not self._bridge.perform(add_board(self._bridge.records, _("New notice board"))):
            return
        boards = self._bridge.records.children(self._bridge.records.root_id, NoticeBoard)
        self._table.choose(boards[-1].id)
        self._table.setFocus()
        self._table.edit(self._table.currentIndex())

    def _on_removal_wanted(self, id: str) -> None:
        self._bridge.perform(remove_board(self._bridge.records, id))


def _name(row: NoticeBoard) -> str:
    return row.name


def _address(row: NoticeBoard) -> str:
    return row.address
