"""Who belongs to a body, as what, from when until when."""

from __future__ import annotations

from typing import Any

from kcdesk.domain.body import MemberKind, Membership
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Set
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id


def add_membership(records: Records, person_id: str, name: str, **fields: Any) -> Group:
    """Let somebody belong to the body; ``name`` is for the name of the step.

    A substitute is last in the order of service, unless it is given.
    """
    owner = records.root_id
    if fields.get("kind") is MemberKind.SUBSTITUTE:
        fields.setdefault("service_order", _next_order(records))
    membership = Membership(
        id=new_id(),
        owner_id=owner,
        position=records.next_position(owner, Membership),
        person_id=person_id,
        **fields,
    )
    return Group(Message("Add {name}", {"name": name}), (Insert(membership),))


def edit_membership(records: Records, id: str, name: str, **fields: Any) -> Group:
    """Change somebody's place in the body.

    Who becomes a substitute is last in the order of service; who no longer is has none.
    """
    member = records.get(Membership, id)
    if "kind" in fields and fields["kind"] is not member.kind:
        substitute = fields["kind"] is MemberKind.SUBSTITUTE
        fields.setdefault("service_order", _next_order(records) if substitute else None)
    operations: tuple[Set, ...] = ()
    for field, value in fields.items():
        operations += records.setting(id, field, value)
    return Group(Message("Change {name}", {"name": name}), operations)


def remove_membership(records: Records, id: str, name: str) -> Group:
    """Take somebody off the roster, as after a mistake. Who leaves gets a last day instead."""
    return Group(Message("Remove {name}", {"name": name}), records.removal(id))


def move_membership(records: Records, id: str, name: str, step: int) -> Group:
    """Move somebody up (-1) or down (1) in the roster; at its end nothing happens."""
    order = records.children(records.root_id, Membership)
    place = [each.id for each in order].index(id) + step
    label = Message("Move {name}", {"name": name})
    if not 0 <= place < len(order):
        return Group(label, ())
    other = order[place].id
    position = records.position_after(other) if step > 0 else records.position_before(other)
    return Group(label, (records.moving(id, records.root_id, position),))


def _next_order(records: Records) -> int:
    members = records.children(records.root_id, Membership)
    return 1 + max((each.service_order or 0 for each in members), default=0)
