"""The menu of those whom a substitute may serve for: the absent first."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.body import MemberKind
from kcdesk.domain.item import Item
from kcdesk.domain.numbering import ordered_items, top_item
from kcdesk.domain.participant import Participant, Service, Standing
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.edit_service import end_service, remove_service, serve_for
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.screens.attendance.item_words import ItemWords


class ServiceMenu(QMenu):
    """Filled anew for each person before it is shown."""

    def __init__(self, context: MeetingContext, parent: QWidget) -> None:
        super().__init__(_("Serves for"), parent)
        self._context = context
        self._id = ""

    def fill(self, participant_id: str) -> None:
        """Offer the members who are away at the item looked at, or all where none is."""
        self._id = participant_id
        self.clear()
        records = self._context.bridge.records
        words = ItemWords(records, profile(self._context.body, records).numbering)
        item = records.find(Item, self._context.selection.id)
        item = top_item(records, item) if item is not None else None
        is_later = item is not None and item.id != ordered_items(records)[0].id
        members = replaceable(records, participant_id, item)
        for member in members:
            text = _("For {name}", name=member.name)
            self.addAction(text).triggered.connect(partial(self._on_serve, member.id, None))
        if item is not None and is_later:
            self.addSeparator()
            for member in members:
                text = _("For {name} from {item}", name=member.name, item=words.item(item.id))
                action = self.addAction(text)
                action.triggered.connect(partial(self._on_serve, member.id, item.id))
        if records.children(participant_id, Service):
            self.addSeparator()
            if item is not None:
                text = _("No longer after {item}", item=words.item(item.id))
                self.addAction(text).triggered.connect(partial(self._on_end, item.id))
            self.addAction(_("Serves for nobody")).triggered.connect(self._on_none)

    def _on_serve(self, member_id: str, item_id: str | None) -> None:
        bridge = self._context.bridge
        bridge.perform(serve_for(bridge.records, self._id, member_id, item_id))

    def _on_end(self, item_id: str) -> None:
        bridge = self._context.bridge
        last = bridge.records.children(self._id, Service)[-1]
        bridge.perform(end_service(bridge.records, last.id, item_id))

    def _on_none(self) -> None:
        bridge = self._context.bridge
        for service in bridge.records.children(self._id, Service):
            bridge.perform(remove_service(bridge.records, service.id))


def replaceable(
    records: Records, participant_id: str, item: Item | None
) -> tuple[Participant, ...]:
    """Return the members somebody may serve for: those away at an item, or all where none is."""
    register = AttendanceRegister(records)
    members = tuple(
        each
        for each in register.participants
        if each.id != participant_id
        and each.standing is Standing.DECISION_MAKER
        and each.kind in (None, MemberKind.MEMBER)
    )
    away = tuple(
        each
        for each in members
        if not register.was_there(each)
        or (
            item is not None
            and (not register.is_present(each, item) or register.is_recused(each, item))
        )
    )
    return away or members
