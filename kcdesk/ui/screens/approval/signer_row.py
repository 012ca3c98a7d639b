"""Somebody who signs: name, when the text was sent and when it came back signed, and what an
approver does not agree with.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from kcdesk.domain.approval import Approval, Approver
from kcdesk.domain.approved import paragraphs
from kcdesk.domain.body import Numbering
from kcdesk.domain.records import Records
from kcdesk.domain.signature import Signature, SignerRole
from kcdesk.i18n import _
from kcdesk.services.edit_approval import (
    remove_approver,
    set_dissent,
    set_referred,
    set_sent,
    set_signed,
)
from kcdesk.services.sign_minutes import signer_name
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.approval.noted_row import NotedRow, show_day, show_text
from kcdesk.ui.widgets.exact_day_edit import ExactDayEdit
from kcdesk.ui.widgets.tipped import TippedEdit


class SignerRow(NotedRow):
    """Of an ``Approver`` or a ``Signature``; the days of sending show once the text is out."""

    def __init__(self, context: MeetingContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, id, parent)
        self._is_approver = isinstance(context.bridge.records.row(id), Approver)
        self.name_label = QLabel(wordWrap=True)
        self.name_label.setTextFormat(Qt.TextFormat.PlainText)
        self.sent_label = QLabel(_("Sent"))
        set_role(self.sent_label, WidgetRole.SOFT)
        self.sent_edit = ExactDayEdit(_("Sent"), context.clock.today, context.held_on)
        self.sent_edit.setPlaceholderText(_("not sent"))
        self.signed_edit = ExactDayEdit(_("Signed"), context.clock.today, context.held_on)
        self.signed_edit.setPlaceholderText(_("unsigned"))
        self.dissent_edit = TippedEdit()
        self.dissent_edit.setPlaceholderText(_("does not agree with …"))
        self.referred_box = QCheckBox(_("Left to the body"))
        self._arrange()
        self.sent_edit.edited.connect(self._on_sent)
        self.signed_edit.edited.connect(self._on_signed)
        self.dissent_edit.editingFinished.connect(self._on_dissent)
        self.referred_box.clicked.connect(self._on_referred)
        self.remove_button.clicked.connect(self._on_removed)

    def _arrange(self) -> None:
        grid = self.grid
        kept = self.remove_button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # Qt's own signature: the days stand in one column
        self.remove_button.setSizePolicy(kept)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(GRID // 2)
        grid.addWidget(self.name_label, 0, 0, 1, 2)
        grid.addWidget(self.signed_edit, 0, 2)
        grid.addWidget(self.remove_button, 0, 3)
        grid.addWidget(self.sent_label, 1, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.sent_edit, 1, 2)
        grid.addWidget(self.dissent_edit, 2, 0, 1, 4)
        grid.addWidget(self.referred_box, 3, 0, 1, 4)

    def refresh(self, records: Records, numbering: Numbering = Numbering.PARAGRAPH) -> None:
        """Show the row as it is now."""
        row = records.row(self.key)
        assert isinstance(row, Approver | Signature)
        approval = records.get(Approval, row.owner_id)
        name = signer_name(records, row)
        self.name_label.setText(self._words(records, row, name, numbering))
        for edit, day in ((self.sent_edit, row.sent_on), (self.signed_edit, row.signed_on)):
            show_day(edit, day)
            edit.setReadOnly(approval.sealed_on is not None)
        out = approval.sent_on is not None or row.sent_on is not None
        for widget in (self.sent_label, self.sent_edit):
            widget.setVisible(out)
        self.remove_button.setVisible(self._is_approver and approval.sealed_on is None)
        dissent = row.dissent if isinstance(row, Approver) else ""
        referred = row.referred if isinstance(row, Approver) else False
        sealed = approval.sealed_on is not None
        show_text(self.dissent_edit, dissent)
        self.dissent_edit.setReadOnly(sealed)
        self.dissent_edit.setVisible(self._is_approver and (bool(dissent) or (out and not sealed)))
        self.referred_box.setChecked(referred)
        self.referred_box.setEnabled(not sealed)
        self.referred_box.setVisible(self._is_approver and (referred or (out and not sealed)))
        self._name_fields(name)

    def _name_fields(self, name: str) -> None:
        self.sent_edit.setAccessibleName(_("{name} was sent the text", name=name))
        self.signed_edit.setAccessibleName(_("{name} signed", name=name))
        self.dissent_edit.setAccessibleName(_("What {name} does not agree with", name=name))
        self.referred_box.setAccessibleName(_("{name}: left to the body to settle", name=name))
        self.name_removal(_("Remove {name}", name=name))

    def _words(
        self, records: Records, row: Approver | Signature, name: str, numbering: Numbering
    ) -> str:
        """Return the name, and of secretary and chairs the role: "ordförande §§ 52–54"."""
        if isinstance(row, Approver):
            return name
        role = _("secretary") if row.role is SignerRole.SECRETARY else _("chair")
        where = paragraphs(records, row.items, numbering)
        return ", ".join((name, f"{role} {where}".strip()))

    def _on_sent(self) -> None:
        self.perform(set_sent, self.sent_edit.day)

    def _on_signed(self) -> None:
        self.perform(set_signed, self.signed_edit.day)

    def _on_dissent(self) -> None:
        if self._is_approver:
            self.perform(set_dissent, self.dissent_edit.text().strip())

    def _on_referred(self) -> None:
        self.perform(set_referred, referred=self.referred_box.isChecked())

    def _on_removed(self) -> None:
        self.perform(remove_approver)
