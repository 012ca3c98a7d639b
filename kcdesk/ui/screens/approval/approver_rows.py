"""Who approves: picked from those who took part or named here, and when each signed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.approval import Approver
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.edit_approval import add_approver, remove_approver, set_signed
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.approval.approval_words import approver_name
from kcdesk.ui.widgets.exact_day_edit import ExactDayEdit
from kcdesk.ui.widgets.row_column import RowColumn


class ApproverRow(QWidget):
    """One approver: name, day of signature, remove."""

    def __init__(self, context: MeetingContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._id = id
        self.name_label = QLabel(wordWrap=True)
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)
        self.signed_edit = ExactDayEdit(_("Signed"), context.clock.today)
        self.signed_edit.setPlaceholderText(_("not signed"))
        self.remove_button = QToolButton()
        self.remove_button.setIcon(icon("remove", "soft"))
        set_role(self.remove_button, WidgetRole.QUIET)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.name_label, 1)
        layout.addWidget(self.signed_edit)
        layout.addWidget(self.remove_button)
        self.signed_edit.edited.connect(self._on_signed)
        self.remove_button.clicked.connect(self._on_removed)

    def refresh(self, records: Records) -> None:
        """Show the row as it is now."""
        row = records.get(Approver, self._id)
        name = approver_name(records, row)
        self.name_label.setText(name)
        if self.signed_edit.day != row.signed_on:
            self.signed_edit.show_day(row.signed_on)
        self.signed_edit.setAccessibleName(_("{name} signed", name=name))
        self.remove_button.setAccessibleName(_("Remove {name}", name=name))
        self.remove_button.setToolTip(_("Remove {name}", name=name))

    def _on_signed(self) -> None:
        bridge = self._context.bridge
        bridge.perform(set_signed(bridge.records, self._id, self.signed_edit.day))

    def _on_removed(self) -> None:
        bridge = self._context.bridge
        bridge.perform(remove_approver(bridge.records, self._id))


class ApproverRows(QWidget):
    """All approvers of one approval, and a field to add one."""

    def __init__(
        self, context: MeetingContext, approval_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._approval_id = approval_id
        self.column = RowColumn(self._make)
        self.add_box = QComboBox()
        self.name_edit = QLineEdit()
        self.add_box.setLineEdit(self.name_edit)
        self.add_box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.add_box.setMinimumContentsLength(6)
        self.add_box.setAccessibleName(_("Add an approver"))
        self.name_edit.setAccessibleName(_("Add an approver"))
        self.name_edit.setPlaceholderText(_("Add an approver"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.column)
        layout.addWidget(self.add_box)
        self.setFocusProxy(self.add_box)
        self.add_box.activated.connect(self._on_picked)
        self.name_edit.returnPressed.connect(self._on_named)

    def refresh(self, records: Records) -> None:
        """Show the rows as they are now; whoever is chosen is offered no longer."""
        rows = records.children(self._approval_id, Approver)
        self.column.show_ids([row.id for row in rows])
        for row in self.column.rows.values():
            row.refresh(records)
        chosen = {row.participant_id for row in rows}
        typed = self.add_box.currentText()
        self.add_box.clear()
        for each in records.children(records.root_id, Participant):
            if each.id not in chosen and each.name:
                self.add_box.addItem(each.name, each.id)
        self.add_box.setCurrentIndex(-1)
        self.add_box.setEditText(typed if self.add_box.findText(typed) < 0 else "")

    def _make(self, id: str) -> ApproverRow:
        return ApproverRow(self._context, id)

    def _on_picked(self, index: int) -> None:
        participant_id = self.add_box.itemData(index)
        self.add_box.setEditText("")
        self._add(participant_id, "")

    def _on_named(self) -> None:
        name = self.add_box.currentText().strip()
        index = self.add_box.findText(name)
        self.add_box.setEditText("")
        if index >= 0:
            self._add(self.add_box.itemData(index), "")
        elif name:
            self._add(None, name)

    def _add(self, participant_id: str | None, name: str) -> None:
        records = self._context.bridge.records
        group = add_approver(records, self._approval_id, participant_id=participant_id, name=name)
        self._context.bridge.perform(group)
