"""The menu of roles: throughout, and the chair from the item looked at."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from kcdesk.domain.body import RoleKind
from kcdesk.domain.item import Item
from kcdesk.domain.numbering import top_item
from kcdesk.domain.participant import Participant, Role
from kcdesk.domain.profile import profile
from kcdesk.i18n import _
from kcdesk.services.edit_roles import outgoing_chairs, remove_role, set_role
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
            text = _capital(name)
            if kind is RoleKind.CHAIR and kind not in held:
                text = self._instead(text, None)
            action = self.addAction(text)
            action.setCheckable(True)
            action.setChecked(kind in held)
            action.triggered.connect(partial(self._on_role, kind))
        item = records.find(Item, self._context.selection.id)
        if item is not None:
            item = top_item(records, item)
            words = ItemWords(records, profile(self._context.body, records).numbering)
            self.addSeparator()
            text = _("Chair from {item}", item=words.item(item.id))
            self.addAction(self._instead(text, item.id)).triggered.connect(
                partial(self._on_chair_from, item.id)
            )

    def _instead(self, text: str, from_item_id: str | None) -> str:
        """Say whose place it is, before anybody is taken from it."""
        names = self._outgoing(from_item_id)
        return _("{role} (instead of {names})", role=text, names=names) if names else text

    def _outgoing(self, from_item_id: str | None) -> str:
        """Return the names of the others who would hand the chair over."""
        found = outgoing_chairs(self._context.bridge.records, self._id, from_item_id)
        return ", ".join(each.name for each in found if each.id != self._id)

    def _on_role(self, kind: RoleKind) -> None:
        bridge = self._context.bridge
        held = [role for role in bridge.records.children(self._id, Role) if role.kind is kind]
        if not held:
            self._give(kind, None)
        for role in held:
            bridge.perform(remove_role(bridge.records, role.id))

    def _on_chair_from(self, item_id: str) -> None:
        self._give(RoleKind.CHAIR, item_id)

    def _give(self, kind: RoleKind, from_item_id: str | None) -> None:
        """Give somebody a role; tell who no longer chairs, as that may be out of sight."""
        bridge = self._context.bridge
        others = self._outgoing(from_item_id) if kind is RoleKind.CHAIR else ""
        bridge.perform(set_role(bridge.records, self._id, kind, from_item_id))
        if others:
            name = bridge.records.get(Participant, self._id).name
            words = {"name": name, "others": others}
            bridge.told.emit(_("{name} chairs instead of {others}.", **words))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
