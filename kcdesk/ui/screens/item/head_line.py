"""The quiet line under the heading of an item: what is known of it, and room for the rest.

What is empty stays folded away until one comes to the head, by Tab or with the mouse.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from kcdesk.domain.attachment import Attachment
from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.records import Records
from kcdesk.i18n import _, ngettext
from kcdesk.services.edit_item_head import presenters_of
from kcdesk.services.read_presenters import written_presenters
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.item_times import ItemTimes, soft
from kcdesk.ui.screens.item.part import INSET
from kcdesk.ui.screens.item.together import together
from kcdesk.ui.screens.item.word import ITEM_KINDS
from kcdesk.ui.widgets.flow_layout import FlowLayout
from kcdesk.ui.widgets.inline_choice import InlineChoice
from kcdesk.ui.widgets.inline_field import InlineField
from kcdesk.ui.widgets.people_field import PeopleField

_LINE = 26  # pixels: kept free, so that the text below stays where it is when the line unfolds


class HeadLine(QWidget):
    """Kind, presenters, reference number, pages, attachments, times."""

    def __init__(self, editing: ItemEditing, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = InlineChoice(_("Kind of item"), ITEM_KINDS, self)
        self.presenters = PeopleField(
            _("Presenters"), _("Presented by"), editing.read_presenters, self
        )
        self.case_number = InlineField(_("Case number"), _("Case number"), self)
        self.pages = InlineField(_("Page reference"), _("Pages"), self)
        self.attachments = soft("", self)
        self.attachments.setContentsMargins(INSET, 0, 0, 0)
        self.at_once = QLabel(_("Approved at once"), self)
        set_role(self.at_once, WidgetRole.CHIP)
        self.times = ItemTimes(self)
        self._presented = soft(_("Presented by"), self)
        self._case = soft(_("Ref."), self)
        self._offered: list[tuple[QWidget, Callable[[], object]]] = []
        self._build_ui()

    def _build_ui(self) -> None:
        self.setMinimumHeight(_LINE)
        flow = FlowLayout(self, gap=6, lead=0)
        for field in (self.presenters, self.case_number, self.pages):
            set_role(field, WidgetRole.META)
        presented = together(self, self._presented, self.presenters)
        case = together(self, self._case, self.case_number)
        for holder in (self.kind, presented, case, self.pages, self.attachments, self.at_once):
            flow.addWidget(holder)
        for holder in self.times.holders:
            flow.addWidget(holder)
        self._offered = [
            (self.kind, self._says_kind),
            (presented, self.presenters.text),
            (case, self.case_number.text),
        ]

    def refresh(self, records: Records, item: Item, names: list[str]) -> None:
        """Show the item as it is."""
        self.kind.show_value(item.kind)
        self.presenters.offer(names)
        self.presenters.show_text(written_presenters(presenters_of(records, item.id)))
        self._presented.setVisible(bool(self.presenters.text()))
        self.case_number.show_text(item.case_number)
        self._case.setVisible(bool(item.case_number))
        self.pages.show_text(item.page_reference)
        self.pages.setVisible(bool(item.page_reference))
        count = len(records.children(item.id, Attachment))
        self.attachments.setText(
            ngettext("{count} attachment", "{count} attachments", count) if count else ""
        )
        self.attachments.setVisible(bool(count))
        self.at_once.setVisible(item.immediate_approval)
        self.times.show_times(item)

    def unfold(self, *, used: bool) -> None:
        """Show what is filled, and while the head is used also what could be."""
        for holder, filled in self._offered:
            holder.setVisible(used or bool(filled()))

    def stops(self) -> list[QWidget]:
        """In the order of reading."""
        return [self.kind, self.presenters, self.case_number, self.pages, *self.times.stops()]

    def _says_kind(self) -> bool:
        return self.kind.value() is not ItemKind.UNSTATED
