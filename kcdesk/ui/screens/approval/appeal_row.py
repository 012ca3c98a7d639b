"""One appeal: when it came in, against which items, where it is tried, and when it was settled."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from kcdesk.domain.approval import Approval
from kcdesk.domain.approved import approved_items, paragraphs
from kcdesk.domain.final_force import Appeal
from kcdesk.domain.item import Item
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.edit_final_force import change_appeal, remove_appeal
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.screens.approval.noted_row import (
    NotedRow,
    day_line,
    plain_field,
    show_day,
    show_text,
)
from kcdesk.ui.widgets.exact_day_edit import ExactDayEdit


class AppealRow(NotedRow):
    """The items are ticked in a menu; none ticked: all that the notice announced."""

    def __init__(self, context: MeetingContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, id, parent)
        self.items_button = QToolButton()
        self.items_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.items_menu = QMenu(self.items_button)
        self.items_menu.aboutToShow.connect(self._fill_menu)
        self.items_button.setMenu(self.items_menu)
        self.received_edit = ExactDayEdit(
            _("Appeal received"), context.clock.today, context.held_on
        )
        self.settled_edit = ExactDayEdit(_("Appeal settled"), context.clock.today, context.held_on)
        self.note_edit = plain_field(
            _("court and case number"), _("Court and case number of the appeal")
        )
        self.name_removal(_("Remove this appeal"))
        self._arrange()
        self.received_edit.edited.connect(partial(self._change, "received_on"))
        self.settled_edit.edited.connect(partial(self._change, "settled_on"))
        self.note_edit.editingFinished.connect(self._on_noted)
        self.remove_button.clicked.connect(self._on_removed)

    def _arrange(self) -> None:
        self.grid.addWidget(self.items_button, 0, 0, 1, 2)
        self.grid.addWidget(self.note_edit, 1, 0)
        self.grid.addWidget(self.remove_button, 1, 1)
        days = day_line((_("Received"), self.received_edit), (_("Settled"), self.settled_edit))
        self.grid.addLayout(days, 2, 0, 1, 2)

    def refresh(self, records: Records) -> None:
        """Show the row as it is now."""
        row = records.get(Appeal, self.key)
        numbering = profile(self.context.body, records).numbering
        what = paragraphs(records, row.items, numbering) if row.items else _("all decisions")
        self.items_button.setText(_("Appealed: {what}", what=what))
        self.items_button.setAccessibleName(_("Appealed: {what}", what=what))
        show_day(self.received_edit, row.received_on)
        show_day(self.settled_edit, row.settled_on)
        show_text(self.note_edit, row.note)

    def _fill_menu(self) -> None:
        """Offer the items that the notice announced."""
        records = self.context.bridge.records
        row = records.get(Appeal, self.key)
        numbering = profile(self.context.body, records).numbering
        self.items_menu.clear()
        for id in approved_items(records, records.get(Approval, row.owner_id)):
            number = paragraphs(records, (id,), numbering)
            action = QAction(f"{number}  {records.get(Item, id).name}".strip(), self.items_menu)
            action.setCheckable(True)
            action.setChecked(id in row.items)
            action.toggled.connect(partial(self._on_ticked, id))
            self.items_menu.addAction(action)

    def _on_ticked(self, id: str, ticked: bool) -> None:  # a signal's value
        records = self.context.bridge.records
        row = records.get(Appeal, self.key)
        offered = approved_items(records, records.get(Approval, row.owner_id))
        chosen = {*row.items, id} if ticked else {*row.items} - {id}
        self._change("items", tuple(each for each in offered if each in chosen))

    def _change(self, name: str, value: object) -> None:
        self.perform(change_appeal, **{name: value})

    def _on_noted(self) -> None:
        self._change("note", self.note_edit.text().strip())

    def _on_removed(self) -> None:
        self.perform(remove_appeal)
