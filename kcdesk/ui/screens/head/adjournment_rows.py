"""The breaks of a meeting: from when, until when, at which item."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from kcdesk.domain.meeting import Adjournment
from kcdesk.domain.numbering import outline
from kcdesk.domain.profile import profile
from kcdesk.i18n import _
from kcdesk.services.edit_meeting import add_adjournment, remove_adjournment, set_adjournment
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.widgets.clock_edit import ClockEdit
from kcdesk.ui.widgets.owned_rows import OwnedRow, OwnedRows, lay_in_line, remove_button


class AdjournmentRow(OwnedRow):
    """One break."""

    def __init__(self, context: MeetingContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, id, parent)
        self.from_edit = ClockEdit(_("Adjourned from"))
        self.until_edit = ClockEdit(_("Adjourned until"))
        self.item_box = QComboBox()
        self.item_box.setAccessibleName(_("Adjourned at item"))
        self.item_box.setMinimumContentsLength(12)
        self.remove_button = remove_button(_("Remove the adjournment"))
        line = lay_in_line(self, self.from_edit, QLabel("–"), *self.stops()[1:])
        line.addStretch()
        self.from_edit.edited.connect(self._on_edited)
        self.until_edit.edited.connect(self._on_edited)
        self.item_box.activated.connect(self._on_edited)
        self.remove_button.clicked.connect(self._on_removed)

    def refresh(self) -> None:
        """Show the row as it is now."""
        records = self.records
        row = records.get(Adjournment, self.id)
        self.from_edit.show_clock(row.from_time)
        self.until_edit.show_clock(row.until_time)
        self.item_box.clear()
        self.item_box.addItem(_("at no item in particular"), None)
        numbering = profile(self.context.body, records).numbering
        for each in outline(records, numbering):
            self.item_box.addItem(f"{each.number}  {each.item.name}".strip(), each.item.id)
        self.item_box.setCurrentIndex(max(self.item_box.findData(row.item_id), 0))

    def stops(self) -> list[QWidget]:
        """In the order of reading."""
        return [self.from_edit, self.until_edit, self.item_box, self.remove_button]

    def _on_edited(self) -> None:
        times = (self.from_edit.clock, self.until_edit.clock)
        item_id = self.item_box.currentData()
        self.perform(set_adjournment(self.records, self.id, *times, item_id))

    def _on_removed(self) -> None:
        self.perform(remove_adjournment(self.records, self.id))


class AdjournmentRows(OwnedRows):
    """All breaks, and the way to add one."""

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(context, Adjournment, AdjournmentRow, parent)
        self.add_button = self.offer(_("Add an adjournment"))
        self.add_button.clicked.connect(self._on_add)

    def _on_add(self) -> None:
        self.make(add_adjournment)
