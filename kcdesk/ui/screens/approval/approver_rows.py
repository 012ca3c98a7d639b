"""Who signs: the approvers, picked from those who took part or named here, and once the text is
out the secretary and who was in the chair.
"""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.approval import Approval, Approver
from kcdesk.domain.participant import Participant, Standing
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.edit_approval import add_approver
from kcdesk.services.edit_attendance import ABSENT
from kcdesk.services.sign_minutes import signing_people
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID
from kcdesk.ui.screens.approval.signer_row import SignerRow
from kcdesk.ui.widgets.row_column import RowColumn


class ApproverRows(QWidget):
    """All who sign for one approval, and a field to add an approver."""

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
        people = signing_people(records, self._approval_id)
        self.column.show_ids([row.id for row in people])
        for row in self.column.rows.values():
            row.refresh(records, profile(self._context.body, records).numbering)
        self.add_box.setVisible(records.get(Approval, self._approval_id).sealed_on is None)
        chosen = {row.participant_id for row in rows}
        typed = self.add_box.currentText()
        self.add_box.clear()
        for each in _may_approve(records):
            if each.id not in chosen:
                self.add_box.addItem(each.name, each.id)
        self.add_box.setCurrentIndex(-1)
        self.add_box.setEditText(typed if self.add_box.findText(typed) < 0 else "")

    def _make(self, id: str) -> SignerRow:
        return SignerRow(self._context, id)

    def _on_picked(self, index: int) -> None:
        participant_id = self.add_box.itemData(index)
        self.add_box.setEditText("")
        self._add(participant_id, "")

    def _on_named(self) -> None:
        name = self.add_box.currentText().strip()
        records = self._context.bridge.records
        self.add_box.setEditText("")
        if name:
            people = records.children(records.root_id, Participant)
            listed = next((each.id for each in people if each.name == name), None)
            self._add(listed, "" if listed else name)

    def _add(self, participant_id: str | None, name: str) -> None:
        records = self._context.bridge.records
        group = add_approver(records, self._approval_id, participant_id=participant_id, name=name)
        self._context.bridge.perform(group)


def _may_approve(records: Records) -> list[Participant]:
    """Return who is offered: those who took part in deciding, or everybody where nobody did. Any
    other name may be written.
    """
    people = [each for each in records.children(records.root_id, Participant) if each.name]
    deciding = [
        each
        for each in people
        if each.standing is Standing.DECISION_MAKER and each.attendance not in ABSENT
    ]
    return deciding or people
