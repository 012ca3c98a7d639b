"""Who may serve at an item for somebody who steps aside, in the order of service."""

from __future__ import annotations

from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.body import MemberKind, Membership
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import top_item
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.participant import Participant, Service, Standing
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id

_LAST = 10_000


def substitutes_at(records: Records, body: Records, item: Item) -> tuple[Participant, ...]:
    """Return the substitutes who are there at an item, have no jäv and serve for nobody, in their
    order of service; those without one come last, as they stand in the list.
    """
    register = AttendanceRegister(records)
    free = [
        each
        for each in register.participants
        if each.kind is MemberKind.SUBSTITUTE
        and register.is_present(each, item)
        and not register.is_recused(each, item)
        and not register.serves(each, item)
    ]
    order = _orders(body)
    return tuple(sorted(free, key=lambda each: order.get(each.person_id or "", _LAST)))


def stands_in_for(records: Records, member: Participant, item: Item) -> Participant | None:
    """Return who serves for a member at an item."""
    register = AttendanceRegister(records)
    for each in register.serving(item):
        if register.stands_in(each, member, item):
            return each
    return None


def serve_at(records: Records, substitute_id: str, member_id: str, item: Item) -> Group:
    """Return the group that lets a substitute serve for a member at one item of the agenda."""
    substitute = records.get(Participant, substitute_id)
    member = records.get(Participant, member_id)
    at = top_item(records, item).id
    service = Service(
        id=new_id(),
        owner_id=substitute_id,
        position=records.next_position(substitute_id, Service),
        for_participant_id=member_id,
        from_item_id=at,
        until_item_id=at,
    )
    names = {"name": substitute.name, "member": member.name}
    decides = records.setting(substitute_id, "standing", Standing.DECISION_MAKER)
    return Group(Message("Let {name} serve for {member}", names), (Insert(service), *decides))


def _orders(body: Records) -> dict[str, int]:
    return {
        each.person_id: each.service_order
        for each in body.children(body.root_id, Membership)
        if each.person_id and each.service_order is not None
    }
