"""Laga kraft of what one notice announced: confirmed by somebody, but for what was appealed."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kcdesk.domain.approval import Approval
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.final_force import Appeal, FinalForce
from kcdesk.domain.records import Records
from kcdesk.domain.schedule import ScheduledDay, confirmation
from kcdesk.i18n import _, current, render
from kcdesk.services.edit_final_force import (
    confirm_final_force,
    note_appeal,
    withdraw_confirmation,
)
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.approval.appeal_row import AppealRow
from kcdesk.ui.screens.approval.approval_words import secretary_name
from kcdesk.ui.widgets.exact_day_edit import ExactDayEdit
from kcdesk.ui.widgets.flow_layout import FlowLayout
from kcdesk.ui.widgets.row_column import RowColumn
from kcdesk.ui.widgets.tipped import TippedEdit


class ForcePart(QWidget):
    """Stays away until the notice is up on every board: before, there is nothing to know."""

    def __init__(
        self, context: MeetingContext, approval_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._approval_id = approval_id
        self._build_ui()
        self.confirm_button.clicked.connect(self._on_confirm)
        self.name_edit.returnPressed.connect(self._on_confirm)
        self.withdraw_button.clicked.connect(self._on_withdraw)
        self.appeal_button.clicked.connect(self._on_appeal)

    def _build_ui(self) -> None:
        label = QLabel(_("Legal force"))
        set_role(label, WidgetRole.LABEL)
        self.state_label = PlainLabel(wraps=True)
        self.day_edit = ExactDayEdit(
            _("Day of the confirmation"), self._context.clock.today, self._context.held_on
        )
        self.name_edit = TippedEdit()
        self.name_edit.setPlaceholderText(_("who confirms it"))
        self.name_edit.setAccessibleName(_("Who confirms that nobody appealed"))
        self.confirm_button = QPushButton(icon("check", "accent"), _("Nobody has appealed"))
        self.trouble_label = PlainLabel(wraps=True)
        set_role(self.trouble_label, WidgetRole.LATE)
        self.trouble_label.hide()
        self.withdraw_button = QPushButton(icon("undo", "accent"), _("Take the confirmation back"))
        self.appeal_button = QPushButton(icon("add", "accent"), _("Note an appeal"))
        for button in (self.withdraw_button, self.appeal_button):
            set_role(button, WidgetRole.QUIET)
        self.appeals = RowColumn(self._make)
        self._entry = QWidget()
        entry = QVBoxLayout(self._entry)
        entry.setContentsMargins(0, 0, 0, 0)
        entry.setSpacing(GRID // 2)
        line = FlowLayout(gap=GRID)
        line.addWidget(self.day_edit)
        line.addWidget(self.name_edit)
        entry.addLayout(line)
        entry.addWidget(self.confirm_button)
        buttons = FlowLayout()
        buttons.addWidget(self.withdraw_button)
        buttons.addWidget(self.appeal_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID // 2, 0, 0)
        layout.setSpacing(GRID // 2)
        for widget in (label, self.state_label, self.appeals, self._entry, self.trouble_label):
            layout.addWidget(widget)
        layout.addLayout(buttons)

    # ---- showing -------------------------------------------------------------------------

    def refresh(self, records: Records, force: ScheduledDay | None) -> None:
        """Show what is known; ``force`` is the day of laga kraft as computed."""
        appeals = records.children(self._approval_id, Appeal)
        known = confirmation(records, records.get(Approval, self._approval_id))
        ready = force is not None and not force.is_presumed
        self.setVisible(ready or bool(appeals) or known is not None)
        self.appeals.show_ids([each.id for each in appeals])
        for row in self.appeals.rows.values():
            row.refresh(records)
        today = self._context.clock.today()
        due = ready and force is not None and today >= force.day
        self._entry.setVisible(known is None and due)
        self.confirm_button.setText(_("No more appeals") if appeals else _("Nobody has appealed"))
        self.withdraw_button.setVisible(known is not None)
        self.state_label.setText(self._state(force, known, due=due, appealed=bool(appeals)))
        if self.day_edit.day is None:
            self.day_edit.show_day(today)
        if not self.name_edit.text():
            self.name_edit.setText(secretary_name(records))

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab stops at, in the order of the eye."""
        return (
            *self.appeals.rows.values(),
            self.day_edit,
            self.name_edit,
            self.confirm_button,
            self.withdraw_button,
            self.appeal_button,
        )

    def _state(
        self, force: ScheduledDay | None, known: FinalForce | None, *, due: bool, appealed: bool
    ) -> str:
        if known is not None and known.confirmed_on is not None:
            said = {"day": current().day(known.confirmed_on), "name": known.confirmed_by}
            if appealed:
                return _("No more appeals: confirmed {day} by {name}.", **said)
            return _("Nobody has appealed: confirmed {day} by {name}.", **said)
        if force is None or force.is_presumed:
            return ""
        day = current().weekday(force.day)
        if due:
            return _(
                "The time for appeals is over. The decisions have legal force since {day} if "
                "nothing came in, by post, by e-mail or over the counter.",
                day=day,
            )
        return _("At the earliest {day}, if nobody appeals before.", day=day)

    def _make(self, id: str) -> AppealRow:
        return AppealRow(self._context, id)

    # ---- slots ---------------------------------------------------------------------------

    def _on_confirm(self) -> None:
        bridge, day = self._context.bridge, self.day_edit.day
        day = day or self._context.clock.today()
        try:
            group = confirm_final_force(
                bridge.records, self._approval_id, day, self.name_edit.text()
            )
        except UserFacingError as error:
            self.trouble_label.setText(" ".join(map(render, error.sentences())))
            self.trouble_label.show()
            self.name_edit.setFocus()
            return
        self.trouble_label.hide()
        bridge.perform(group)
        self.withdraw_button.setFocus()

    def _on_withdraw(self) -> None:
        bridge = self._context.bridge
        bridge.perform(withdraw_confirmation(bridge.records, self._approval_id))

    def _on_appeal(self) -> None:
        bridge = self._context.bridge
        known = set(self.appeals.rows)
        today = self._context.clock.today()
        bridge.perform(note_appeal(bridge.records, self._approval_id, day=today))
        for id in set(self.appeals.rows) - known:
            self.appeals.rows[id].items_button.setFocus()
