"""One party of a decision under förvaltningsbesvär: when she got it, and what came of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.final_force import Delivery
from kcdesk.domain.party_appeal import last_day, party_force
from kcdesk.domain.records import Records
from kcdesk.i18n import _, current, render
from kcdesk.services.edit_delivery import change_delivery, confirm_party, remove_delivery
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.screens.approval.approval_words import secretary_name
from kcdesk.ui.screens.approval.noted_row import (
    NotedRow,
    day_line,
    plain_field,
    show_day,
    show_text,
)
from kcdesk.ui.widgets.exact_day_edit import ExactDayEdit
from kcdesk.ui.widgets.flow_layout import FlowLayout
from kcdesk.ui.widgets.scheduled_day import explanation


class DeliveryRow(NotedRow):
    """Name, day and way of the delivery; then her last day, and whether she appealed."""

    def __init__(self, context: MeetingContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, id, parent)
        self.party_edit = plain_field(_("party to the case"), _("Party to the case"))
        self.how_edit = plain_field(_("how: e-mail, letter with receipt …"))
        today, held_on = context.clock.today, context.held_on
        self.delivered_edit = ExactDayEdit(_("Received the decision"), today, held_on)
        self.appealed_edit = ExactDayEdit(_("Appealed"), today, held_on)
        self.state_label = QLabel(wordWrap=True)
        self.state_label.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.state_label, WidgetRole.SOFT)
        self.unfold = QToolButton()
        self.unfold.setCheckable(True)
        self.unfold.setIcon(icon("chevron-down", "soft"))
        self.unfold.setToolTip(_("Show why it is this day"))
        set_role(self.unfold, WidgetRole.QUIET)
        self.why_label = QLabel(wordWrap=True)
        self.why_label.setTextFormat(Qt.TextFormat.PlainText)
        self.why_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(self.why_label, WidgetRole.SOFT)
        self.why_label.hide()
        self.confirm_button = QPushButton(icon("check", "accent"), _("Has not appealed"))
        self.withdraw_button = QPushButton(icon("undo", "accent"), _("Take the confirmation back"))
        for button in (self.confirm_button, self.withdraw_button):
            set_role(button, WidgetRole.QUIET)
        self._arrange()
        self.party_edit.editingFinished.connect(self._on_named)
        self.how_edit.editingFinished.connect(self._on_named)
        self.delivered_edit.edited.connect(partial(self._change, "delivered_on"))
        self.appealed_edit.edited.connect(partial(self._change, "appealed_on"))
        self.unfold.toggled.connect(self.why_label.setVisible)
        self.confirm_button.clicked.connect(self._on_confirm)
        self.withdraw_button.clicked.connect(self._on_withdraw)
        self.remove_button.clicked.connect(self._on_removed)

    def _arrange(self) -> None:
        self.grid.addWidget(self.party_edit, 0, 0, 1, 2)
        self.grid.addWidget(self.remove_button, 0, 2)
        self.grid.addWidget(self.how_edit, 1, 0, 1, 2)
        days = day_line((_("Delivered"), self.delivered_edit), (_("Appealed"), self.appealed_edit))
        self.grid.addLayout(days, 2, 0, 1, 3)
        self.grid.addWidget(self.state_label, 3, 0, 1, 2)
        self.grid.addWidget(self.unfold, 3, 2, Qt.AlignmentFlag.AlignTop)
        self.grid.addWidget(self.why_label, 4, 0, 1, 3)
        buttons = FlowLayout()
        buttons.addWidget(self.confirm_button)
        buttons.addWidget(self.withdraw_button)
        self.grid.addLayout(buttons, 5, 0, 1, 3)

    def refresh(self, records: Records) -> None:
        """Show the row as it is now."""
        row = records.get(Delivery, self.key)
        name = row.party or _("the party")
        show_text(self.party_edit, row.party)
        show_text(self.how_edit, row.how)
        show_day(self.delivered_edit, row.delivered_on)
        show_day(self.appealed_edit, row.appealed_on)
        self.how_edit.setAccessibleName(_("How {name} got the decision", name=name))
        self.delivered_edit.setAccessibleName(_("Day on which {name} got the decision", name=name))
        self.appealed_edit.setAccessibleName(_("Day on which {name} appealed", name=name))
        self.name_removal(_("Remove {name}", name=name))
        self.unfold.setAccessibleName(_("Why these days for {name}", name=name))
        self._show_state(row)

    def _show_state(self, row: Delivery) -> None:
        calendar, today = self.context.calendar, self.context.clock.today()
        last, force = last_day(row, calendar), party_force(row, calendar)
        confirmed = row.confirmed_on is not None
        due = force is not None and today >= force.day and not row.is_settled
        self.confirm_button.setVisible(due)
        self.withdraw_button.setVisible(confirmed)
        self.why_label.setText("\n".join(explanation(force)) if force is not None else "")
        self.unfold.setVisible(force is not None)
        if force is None:
            self.unfold.setChecked(False)
        if last is None or force is None:
            text = _("Her three weeks begin when she gets the decision, not with the notice.")
        elif row.appealed_on is not None:
            text = _("Appealed {day}: no legal force yet.", day=current().day(row.appealed_on))
        elif confirmed and row.confirmed_on is not None:
            text = _(
                "Legal force since {day}: confirmed {confirmed} by {name}.",
                day=current().day(force.day),
                confirmed=current().day(row.confirmed_on),
                name=row.confirmed_by,
            )
        else:
            text = _(
                "Last day to appeal {last}; legal force {day} at the earliest",
                last=current().near_day(last.day, today),
                day=current().near_day(force.day, today),
            )
        self.state_label.setText(text)

    def _change(self, name: str, value: object) -> None:
        self.perform(change_delivery, **{name: value})

    def _on_named(self) -> None:
        party, how = self.party_edit.text().strip(), self.how_edit.text().strip()
        self.perform(change_delivery, party=party, how=how)

    def _on_confirm(self) -> None:
        today, name = self.context.clock.today(), secretary_name(self.context.bridge.records)
        try:
            self.perform(confirm_party, today, name)
        except UserFacingError as error:
            self.state_label.setText(" ".join(map(render, error.sentences())))

    def _on_withdraw(self) -> None:
        self.perform(confirm_party, None, "")

    def _on_removed(self) -> None:
        self.perform(remove_delivery)
