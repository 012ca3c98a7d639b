"""The menu of roles: throughout, and the chair from the item looked at."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from kcdesk.domain.body import RoleKind
from kcdesk.domain.item import Item
from kcdesk.domain.numbering import top_item
from kcdesk.domain.participant import Role
from kcdesk.domain.profile import profile
from kcdesk.i18n import _
from kcdesk.services.edit_roles import remove_role, set_role
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.screens.attendance.item_words import ItemWords
from kcdesk.ui.screens.attendance.participant_words import role_names


class RoleMenu(QMenu):
    """Filled anew for each person before it is shown."""

    def __init__(self, context: MeetingContext, parent: QWidget) -> None:
        super().__init__(_("Roles"), parent)
        self._context = context
        self._id = ""

    def fill(self, participant_id: str) -> None:
        """Offer the roles of somebody; those she has are ticked."""
        self._id = participant_id
        self.clear()
        records = self._context.bridge.records
        held = {role.kind for role in records.children(participant_id, Role)}
        for kind, name in role_names().items():
            action = self.addAction(_capital(name))
            action.setCheckable(True)
            action.setChecked(kind in held)
            action.triggered.connect(partial(self._on_role, kind))
        item = records.find(Item, self._context.selection.id)
        if item is not None:
            item = top_item(records, item)
            words = ItemWords(records, profile(self._context.body, records).numbering)
            self.addSeparator()
            text = _("Chair from {item}", item=words.item(item.id))
            self.addAction(text).triggered.connect(partial(self._on_chair_from, item.id))

    def _on_role(self, kind: RoleKind) -> None:
        bridge = self._context.bridge
        held = [role for role in bridge.records.children(self._id, Role) if role.kind is kind]
        if not held:
            bridge.perform(set_role(bridge.records, self._id, kind))
        for role in held:
            bridge.perform(remove_role(bridge.records, role.id))

    def _on_chair_from(self, item_id: str) -> None:
        bridge = self._context.bridge
        bridge.perform(set_role(bridge.records, self._id, RoleKind.CHAIR, item_id))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
