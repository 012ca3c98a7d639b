"""What participants do at a meeting: chair, secretary, approver and the rest."""

from __future__ import annotations

from kcdesk.domain.body import RoleKind
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.participant import Participant, Role
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.services.edit_attendance import ABSENT
from kcdesk.services.item_span import ItemOrder


def set_role(
    records: Records,
    id: str,
    kind: RoleKind,
    from_item_id: str | None = None,
    until_item_id: str | None = None,
) -> Group:
    """Return the group that gives somebody a role, for a span of items or throughout (None).

    One chairs at a time: whoever chaired up to then does so until the item before
    (``outgoing_chairs`` tells of whom that holds).
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
    handed_over: list[Primitive] = []
    before = order.before(from_item_id) if from_item_id is not None else None
    for each in _handed_over(records, id, role):
        handed_over += _until(records, each, before.id if before else None, order)
    return Group(label, (*handed_over, Insert(role)))


def outgoing_chairs(
    records: Records, id: str, from_item_id: str | None = None
) -> tuple[Participant, ...]:
    """Return who hands the chair over where somebody is made the chair from an item on (None:
    throughout).
    """
    new = Role(id="", owner_id=id, from_item_id=from_item_id)
    owners = dict.fromkeys(role.owner_id for role in _handed_over(records, id, new))
    return tuple(records.get(Participant, each) for each in owners)


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


def _handed_over(records: Records, id: str, new: Role) -> list[Role]:
    """Return the chairing of others that a new chair ends.

    One who has the chair throughout gives it up to another such one. Who did not come keeps the
    office that the minutes name beside her absence: she leads nothing.
    """
    if new.kind is not RoleKind.CHAIR or new.until_item_id is not None:
        return []
    return [
        role
        for role in records.all(Role)
        if role.kind is RoleKind.CHAIR
        and role.until_item_id is None
        and (new.from_item_id is not None or role.from_item_id is None)
        and (role.owner_id == id or _came(records, role.owner_id))
    ]


def _came(records: Records, participant_id: str) -> bool:
    return records.get(Participant, participant_id).attendance not in ABSENT


def _until(
    records: Records, role: Role, item_id: str | None, order: ItemOrder
) -> tuple[Primitive, ...]:
    if item_id is None or order.is_empty(role.from_item_id, item_id):
        return records.removal(role.id)
    return records.setting(role.id, "until_item_id", item_id)


def _name(records: Records, participant_id: str) -> str:
    return records.get(Participant, participant_id).name
