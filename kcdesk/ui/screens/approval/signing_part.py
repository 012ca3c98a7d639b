"""Where a text stands on its way through signing, and the steps: out, back, sealed, copy in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kcdesk.domain.approval import Approval
from kcdesk.domain.error import UserFacingError
from kcdesk.i18n import _, current, render
from kcdesk.services.sign_minutes import (
    SEALING_LOCKS,
    SENDING_LOCKS,
    taking_back_voids,
    unsigned,
)
from kcdesk.ui.qt import signing
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.approval.signed_copies import SignedCopies
from kcdesk.ui.widgets.confirm_line import ConfirmLine
from kcdesk.ui.widgets.error_box import show_error
from kcdesk.ui.widgets.flow_layout import FlowLayout
from kcdesk.ui.widgets.going_out import when_looked_at

_SHOWN = 16  # characters of a fingerprint; all of it stands on the print and in the tool tip


class SigningPart(QWidget):
    """One line of words, the steps that are possible now, and the copies."""

    def __init__(
        self, context: MeetingContext, approval_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._approval_id = approval_id
        self.words = QLabel(wordWrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.words, WidgetRole.SOFT)
        self.send_button = QPushButton(icon("approve", "accent"), _("Send for signature"))
        self.seal_button = QPushButton(_("Seal the minutes"))
        self.back_button = QPushButton(icon("undo", "accent"), _("Take back"))
        set_role(self.send_button, WidgetRole.QUIET)
        set_role(self.back_button, WidgetRole.QUIET)
        self.confirm = ConfirmLine()
        self.copies = SignedCopies(context, approval_id)
        buttons = FlowLayout()
        for button in (self.send_button, self.seal_button, self.back_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.words)
        layout.addLayout(buttons)
        layout.addWidget(self.confirm)
        layout.addWidget(self.copies)
        self.send_button.clicked.connect(self._on_send)
        self.seal_button.clicked.connect(self._on_seal)
        self.back_button.clicked.connect(self._on_back)

    def refresh(self) -> None:
        """Show the approval as it is now."""
        records = self._context.bridge.records
        approval = records.get(Approval, self._approval_id)
        out, sealed = approval.sent_on is not None, approval.sealed_on is not None
        self.words.setText(self._told(approval))
        self.words.setToolTip(approval.fingerprint)
        self.words.setVisible(out)
        self.send_button.setVisible(not out)
        self.seal_button.setVisible(out and not sealed)
        ready = out and not unsigned(records, approval.id) and approval.approved_on is not None
        set_role(self.seal_button, WidgetRole.PRIMARY if ready else None)
        self.back_button.setVisible(out and not sealed)
        self.copies.refresh(records)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in the order of the eye."""
        steps = [self.send_button, self.seal_button, self.back_button]
        return [*steps, self.confirm.yes, self.confirm.no, *self.copies.stops()]

    def _told(self, approval: Approval) -> str:
        mark = f"{approval.fingerprint[:_SHOWN]}…"
        if approval.sealed_on is not None:
            day = current().day(approval.sealed_on)
            return _("Sealed {day}. Fingerprint {mark}", day=day, mark=mark)
        if approval.sent_on is None:
            return ""
        day = current().day(approval.sent_on)
        told = _("Out for signature since {day}. Fingerprint {mark}", day=day, mark=mark)
        missing = unsigned(self._context.bridge.records, approval.id)
        if not missing:
            return told
        return "\n".join((told, _("Not signed yet: {names}", names=", ".join(missing))))

    # ---- steps ---------------------------------------------------------------------------

    def _on_send(self) -> None:
        words = render(SENDING_LOCKS)
        self.confirm.ask(words, _("Send for signature"), self._look_and_send)

    def _look_and_send(self) -> None:
        when_looked_at(self._context, self, partial(self._do, signing.send))

    def _on_seal(self) -> None:
        missing = unsigned(self._context.bridge.records, self._approval_id)
        words = render(SEALING_LOCKS)
        if missing:
            names = ", ".join(missing)
            words = "\n".join((_("The signature is not noted of {names}.", names=names), words))
        self.confirm.ask(words, _("Seal the minutes"), partial(self._do, signing.seal))

    def _on_back(self) -> None:
        words = render(taking_back_voids(self._context.bridge.records, self._approval_id))
        self.confirm.ask(words, _("Take back"), partial(self._do, signing.take_back))

    def _do(self, command: Callable[[MeetingContext, str], None]) -> None:
        try:
            command(self._context, self._approval_id)
        except UserFacingError as error:
            show_error(self, error)
