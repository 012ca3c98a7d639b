"""Substitutes who serve for members (tjänstgörande ersättare; KL 5:66)."""

from __future__ import annotations

from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.participant import Participant, Service, Standing
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.services.item_span import ItemOrder


def serve_for(records: Records, id: str, member_id: str, from_item_id: str | None = None) -> Group:
    """Return the group that makes somebody serve for a member from an item on (None: throughout).

    Nobody serves for two at once: an earlier service ends with the item before. Who serves stands
    among those who decide.
    """
    substitute, member = records.get(Participant, id), records.get(Participant, member_id)
    order = ItemOrder(records)
    operations: list[Primitive] = []
    for service in records.children(id, Service):
        if order.end(service.until_item_id) >= order.start(from_item_id):
            operations += _ended_before(records, service, from_item_id, order)
    service = Service(
        id=new_id(),
        owner_id=id,
        position=records.next_position(id, Service),
        for_participant_id=member_id,
        from_item_id=from_item_id,
    )
    operations.append(Insert(service))
    operations += records.setting(id, "standing", Standing.DECISION_MAKER)
    names = {"name": substitute.name, "member": member.name}
    return Group(Message("Let {name} serve for {member}", names), tuple(operations))


def end_service(records: Records, service_id: str, until_item_id: str | None) -> Group:
    """Return the group that ends a service with an item, included (None: the whole rest).

    A service that would end before it began is removed.
    """
    service = records.get(Service, service_id)
    if ItemOrder(records).is_empty(service.from_item_id, until_item_id):
        return remove_service(records, service_id)
    return Group(
        Message("Change how {name} serves", {"name": _name(records, service)}),
        records.setting(service_id, "until_item_id", until_item_id),
    )


def change_service(
    records: Records,
    service_id: str,
    *,
    member_id: str | None,
    from_item_id: str | None,
    until_item_id: str | None,
) -> Group:
    """Return the group that sets a service precisely.

    Raises ``ValueError`` where it would end before it begins.
    """
    if ItemOrder(records).is_empty(from_item_id, until_item_id):
        raise ValueError("the service ends before it begins")
    operations = (
        *records.setting(service_id, "for_participant_id", member_id),
        *records.setting(service_id, "from_item_id", from_item_id),
        *records.setting(service_id, "until_item_id", until_item_id),
    )
    name = {"name": _name(records, records.get(Service, service_id))}
    return Group(Message("Change how {name} serves", name), operations)


def remove_service(records: Records, service_id: str) -> Group:
    """Return the group that takes a service away."""
    name = {"name": _name(records, records.get(Service, service_id))}
    return Group(Message("Let {name} no longer serve", name), records.removal(service_id))


def _ended_before(
    records: Records, service: Service, item_id: str | None, order: ItemOrder
) -> tuple[Primitive, ...]:
    before = order.before(item_id) if item_id else None
    if before is None or order.is_empty(service.from_item_id, before.id):
        return records.removal(service.id)
    return records.setting(service.id, "until_item_id", before.id)


def _name(records: Records, service: Service) -> str:
    return records.get(Participant, service.owner_id).name
