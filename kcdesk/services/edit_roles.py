"""What participants do at a meeting: chair, secretary, approver and the rest."""

from __future__ import annotations

from kcdesk.domain.body import RoleKind
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.participant import Participant, Role
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.services.item_span import ItemOrder


def set_role(
    records: Records,
    id: str,
    kind: RoleKind,
    from_item_id: str | None = None,
    until_item_id: str | None = None,
) -> Group:
    """Return the group that gives somebody a role, for a span of items or throughout (None).

    One chairs at a time: whoever chaired up to then does so until the item before.
    Raises ``ValueError`` where the role would end before it begins.
    """
    order = ItemOrder(records)
    if order.is_empty(from_item_id, until_item_id):
        raise ValueError("the role ends before it begins")
    label = Message("Change the roles of {name}", {"name": _name(records, id)})
    if any(
        (role.kind, role.from_item_id, role.until_item_id) == (kind, from_item_id, until_item_id)
        for role in records.children(id, Role)
    ):
        return Group(label, ())
    role = Role(
        id=new_id(),
        owner_id=id,
        position=records.next_position(id, Role),
        kind=kind,
        from_item_id=from_item_id,
        until_item_id=until_item_id,
    )
    handed_over = _handed_over(records, role, order) if kind is RoleKind.CHAIR else ()
    return Group(label, (*handed_over, Insert(role)))


def change_role(
    records: Records,
    role_id: str,
    *,
    kind: RoleKind,
    from_item_id: str | None,
    until_item_id: str | None,
) -> Group:
    """Return the group that sets a role precisely.

    Raises ``ValueError`` where it would end before it begins.
    """
    if ItemOrder(records).is_empty(from_item_id, until_item_id):
        raise ValueError("the role ends before it begins")
    operations = (
        *records.setting(role_id, "kind", kind),
        *records.setting(role_id, "from_item_id", from_item_id),
        *records.setting(role_id, "until_item_id", until_item_id),
    )
    owner_id = records.get(Role, role_id).owner_id
    return Group(
        Message("Change the roles of {name}", {"name": _name(records, owner_id)}), operations
    )


def remove_role(records: Records, role_id: str) -> Group:
    """Return the group that takes a role away."""
    owner_id = records.get(Role, role_id).owner_id
    label = Message("Change the roles of {name}", {"name": _name(records, owner_id)})
    return Group(label, records.removal(role_id))


def _handed_over(records: Records, new: Role, order: ItemOrder) -> tuple[Primitive, ...]:
    """Return what ends the open chairing of others with the item before a new chair's first."""
    if new.until_item_id is not None or new.from_item_id is None:
        return ()
    before = order.before(new.from_item_id)
    return tuple(
        operation
        for role in records.all(Role)
        if role.kind is RoleKind.CHAIR and role.until_item_id is None
        for operation in _until(records, role, before.id if before else None, order)
    )


def _until(
    records: Records, role: Role, item_id: str | None, order: ItemOrder
) -> tuple[Primitive, ...]:
    if item_id is None or order.is_empty(role.from_item_id, item_id):
        return records.removal(role.id)
    return records.setting(role.id, "until_item_id", item_id)


def _name(records: Records, participant_id: str) -> str:
    return records.get(Participant, participant_id).name
