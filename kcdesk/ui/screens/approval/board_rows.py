"""The boards where a notice hangs, with the days on which it went up and came down."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kcdesk.domain.approval import Notice
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.edit_notice import (
    add_board,
    lacking_days,
    remove_board,
    same_days,
    set_board,
    set_posted,
    set_removed,
)
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.approval.noted_row import (
    NotedRow,
    day_line,
    plain_field,
    show_day,
    show_text,
)
from kcdesk.ui.widgets.exact_day_edit import ExactDayEdit
from kcdesk.ui.widgets.flow_layout import FlowLayout
from kcdesk.ui.widgets.row_column import RowColumn


class BoardRow(NotedRow):
    """One board: name, address, posted, taken down, remove."""

    def __init__(self, context: MeetingContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, id, parent)
        self.board_edit = plain_field(_("notice board"), _("Notice board"))
        self.address_edit = plain_field(_("web address, where it is one"))
        self.posted_edit = ExactDayEdit(_("Posted"), context.clock.today, context.held_on)
        self.removed_edit = ExactDayEdit(_("Taken down"), context.clock.today, context.held_on)
        self._arrange()
        self.board_edit.editingFinished.connect(self._on_named)
        self.address_edit.editingFinished.connect(self._on_named)
        self.posted_edit.edited.connect(self._on_posted)
        self.removed_edit.edited.connect(self._on_removed_day)
        self.remove_button.clicked.connect(self._on_removed)

    def _arrange(self) -> None:
        self.grid.addWidget(self.board_edit, 0, 0)
        self.grid.addWidget(self.remove_button, 0, 1)
        self.grid.addWidget(self.address_edit, 1, 0, 1, 2)
        days = day_line((_("Posted"), self.posted_edit), (_("Taken down"), self.removed_edit))
        self.grid.addLayout(days, 2, 0, 1, 2)

    def refresh(self, records: Records) -> None:
        """Show the row as it is now."""
        row = records.get(Notice, self.key)
        name = row.board or _("the board")
        show_text(self.board_edit, row.board)
        show_text(self.address_edit, row.address)
        show_day(self.posted_edit, row.posted_on)
        show_day(self.removed_edit, row.removed_on)
        self.address_edit.setAccessibleName(_("Address of {board}", board=name))
        self.posted_edit.setAccessibleName(_("Posted on {board}", board=name))
        self.removed_edit.setAccessibleName(_("Taken down from {board}", board=name))
        self.name_removal(_("Remove {name}", name=name))

    def _on_named(self) -> None:
        board, address = self.board_edit.text().strip(), self.address_edit.text().strip()
        self.perform(set_board, board, address)

    def _on_posted(self) -> None:
        self.perform(set_posted, self.posted_edit.day)

    def _on_removed_day(self) -> None:
        self.perform(set_removed, self.removed_edit.day)

    def _on_removed(self) -> None:
        self.perform(remove_board)


class BoardRows(QWidget):
    """All boards of one approval, and the way to add one.

    Several boards mostly have the same days: one is written, the others follow by one button.
    """

    def __init__(
        self, context: MeetingContext, approval_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._approval_id = approval_id
        self.column = RowColumn(self._make)
        self.same_button = QPushButton(_("Same days on all boards"))
        self.add_button = QPushButton(icon("add", "accent"), _("Add a notice board"))
        line = QWidget()
        flow = FlowLayout(line)
        for button in (self.same_button, self.add_button):
            set_role(button, WidgetRole.QUIET)
            flow.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.column)
        layout.addWidget(line)
        self.same_button.clicked.connect(self._on_same)
        self.add_button.clicked.connect(self._on_add)

    def refresh(self, records: Records) -> None:
        """Show the rows as they are now."""
        self.column.show_ids([row.id for row in records.children(self._approval_id, Notice)])
        for row in self.column.rows.values():
            row.refresh(records)
        lacking = bool(lacking_days(records, self._approval_id))
        if not lacking and self.same_button.hasFocus():
            self.add_button.setFocus()
        self.same_button.setVisible(lacking)

    def _make(self, id: str) -> BoardRow:
        return BoardRow(self._context, id)

    def _on_same(self) -> None:
        bridge = self._context.bridge
        bridge.perform(same_days(bridge.records, self._approval_id))

    def _on_add(self) -> None:
        bridge = self._context.bridge
        known = set(self.column.rows)
        bridge.perform(add_board(bridge.records, self._approval_id))
        for id in set(self.column.rows) - known:
            self.column.rows[id].board_edit.setFocus()
