"""The boards where a notice hangs, with the days on which it went up and came down."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

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
from kcdesk.ui.screens.approval.labelled import labelled
from kcdesk.ui.widgets.exact_day_edit import ExactDayEdit
from kcdesk.ui.widgets.flow_layout import FlowLayout
from kcdesk.ui.widgets.row_column import RowColumn


class BoardRow(QWidget):
    """One board: name, address, posted, taken down, remove."""

    def __init__(self, context: MeetingContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._id = id
        self.board_edit = QLineEdit()
        self.board_edit.setPlaceholderText(_("notice board"))
        self.address_edit = QLineEdit()
        self.address_edit.setPlaceholderText(_("web address, where it is one"))
        for edit in (self.board_edit, self.address_edit):
            set_role(edit, WidgetRole.FIELD)
        self.posted_edit = ExactDayEdit(_("Posted"), context.clock.today)
        self.removed_edit = ExactDayEdit(_("Taken down"), context.clock.today)
        self.remove_button = QToolButton()
        self.remove_button.setIcon(icon("remove", "soft"))
        set_role(self.remove_button, WidgetRole.QUIET)
        self._arrange()
        self.board_edit.editingFinished.connect(self._on_named)
        self.address_edit.editingFinished.connect(self._on_named)
        self.posted_edit.edited.connect(self._on_posted)
        self.removed_edit.edited.connect(self._on_removed_day)
        self.remove_button.clicked.connect(self._on_removed)

    def _arrange(self) -> None:
        """The days stand side by side where there is room, else below one another."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, GRID)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 4)
        grid.addWidget(self.board_edit, 0, 0)
        grid.addWidget(self.remove_button, 0, 1)
        grid.addWidget(self.address_edit, 1, 0, 1, 2)
        days = FlowLayout(gap=GRID)
        for text, edit in ((_("Posted"), self.posted_edit), (_("Taken down"), self.removed_edit)):
            days.addWidget(labelled(text, edit))
        grid.addLayout(days, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    def refresh(self, records: Records) -> None:
        """Show the row as it is now."""
        row = records.get(Notice, self._id)
        name = row.board or _("the board")
        for edit, text in ((self.board_edit, row.board), (self.address_edit, row.address)):
            if edit.text() != text:
                edit.setText(text)
                edit.setCursorPosition(0)
        days = ((self.posted_edit, row.posted_on), (self.removed_edit, row.removed_on))
        for day_edit, day in days:
            if day_edit.day != day:
                day_edit.show_day(day)
        self.board_edit.setAccessibleName(_("Notice board"))
        self.address_edit.setAccessibleName(_("Address of {board}", board=name))
        self.posted_edit.setAccessibleName(_("Posted on {board}", board=name))
        self.removed_edit.setAccessibleName(_("Taken down from {board}", board=name))
        self.remove_button.setAccessibleName(_("Remove {name}", name=name))
        self.remove_button.setToolTip(_("Remove {name}", name=name))

    def _on_named(self) -> None:
        bridge = self._context.bridge
        board, address = self.board_edit.text().strip(), self.address_edit.text().strip()
        if self._id in bridge.records:
            bridge.perform(set_board(bridge.records, self._id, board, address))

    def _on_posted(self) -> None:
        bridge = self._context.bridge
        bridge.perform(set_posted(bridge.records, self._id, self.posted_edit.day))

    def _on_removed_day(self) -> None:
        bridge = self._context.bridge
        bridge.perform(set_removed(bridge.records, self._id, self.removed_edit.day))

    def _on_removed(self) -> None:
        bridge = self._context.bridge
        bridge.perform(remove_board(bridge.records, self._id))


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
