"""Taking up what waits: tabled and referred-back matters of the body, onto this agenda."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidgetItem, QWidget

from kcdesk.domain.operation import Group
from kcdesk.domain.profile import profile
from kcdesk.i18n import _, catalogue
from kcdesk.services.agenda_offer import take_up, waiting_offers
from kcdesk.services.planned_offer import promised_offers
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.widgets.form_dialog import FormDialog
from kcdesk.ui.widgets.offer_list import OfferList
from kcdesk.wording.handling import origin


class TakeUpDialog(FormDialog):
    """``taken`` carries the group that adds what was ticked."""

    taken = Signal(Group)

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(_("Take up waiting matters"), _("Put on the agenda"), parent)
        self._context = context
        self.list = OfferList()
        self._note = QLabel(wordWrap=True)
        self._build_ui()
        self.list.itemChanged.connect(self._on_changed)
        self._show_whether_any()

    def _build_ui(self) -> None:
        body, meeting = self._context.body, self._context.bridge.records
        texts = catalogue(profile(body, meeting).language)
        found = [
            each
            for each in waiting_offers(self._context.shelf, self._context.journal, body.root_id)
            if each.meeting.root_id != meeting.root_id
        ]
        found += promised_offers(self._context.shelf, body)
        self.list.offer(found, [origin(texts, body, each) for each in found])
        self.add_row(_("Waiting"), self.list)
        self._note.setText(
            _("Space ticks a matter. The new item says where it was handled before.")
        )
        self.add_note(self._note)
        self.list.setFocus()
        if not found:
            self.say_nothing(
                _("Nothing that was tabled, referred back or promised waits to be taken up.")
            )

    def accept(self) -> None:
        """Tell what was ticked and close."""
        offers, texts = self.list.taken()
        group = take_up(self._context.bridge.records, offers, texts)
        super().accept()
        self.taken.emit(group)

    def _on_changed(self, _entry: QListWidgetItem) -> None:
        self._show_whether_any()

    def _show_whether_any(self) -> None:
        ticked = any(
            self.list.item(row).checkState() is Qt.CheckState.Checked
            for row in range(self.list.count())
        )
        self.accept_button.setEnabled(ticked)
