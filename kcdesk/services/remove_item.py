"""Taking an item off the agenda, with all it owns."""

from __future__ import annotations

from kcdesk.domain.approval import Approval
from kcdesk.domain.final_force import Appeal, Delivery
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Adjournment
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Primitive
from kcdesk.domain.participant import Presence, Role, Service
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.services.edit_agenda import name_of
from kcdesk.services.item_span import ItemOrder, rebound
from kcdesk.services.row_reference import Reference, cleared, references_to


def remove_item(records: Records, id: str) -> Group:
    """Return the group that removes an item, its sub-items and all they own.

    What was bounded by it is re-pointed: presence, roles and service begin with the next item or
    end with the one before; a break falls after the one before. An approval of nothing but the
    removed items goes with them, as one without items would mean all the others; so does an appeal.
    """
    item = records.get(Item, id)
    gone = frozenset(row.id for row in records.subtree(id))
    operations: list[Primitive] = []
    settled: set[str] = set()
    lost = frozenset(row.id for each in _approvals_of(records, gone) for row in each)
    for reference in references_to(records, gone):
        if reference.row.id in lost and not isinstance(reference.row, Approval):
            continue  # goes with its approval
        if isinstance(reference.row, Presence | Role | Service):
            if reference.row.id not in settled:
                operations += rebound(records, reference.row, id)
            settled.add(reference.row.id)
        else:
            operations += _freed(records, reference, id, gone)
    label = Message("Remove “{name}”", {"name": name_of(item)})
    return Group(label, (*operations, *records.removal(id)))


def _approvals_of(records: Records, gone: frozenset[str]) -> list[tuple[Row, ...]]:
    """Return the approvals of nothing but what goes, each with all it owns."""
    approvals = records.children(records.root_id, Approval)
    lost = [each for each in approvals if each.items and gone.issuperset(each.items)]
    return [records.subtree(each.id) for each in lost]


def _freed(
    records: Records, reference: Reference, id: str, gone: frozenset[str]
) -> tuple[Primitive, ...]:
    row = reference.row
    if isinstance(row, Delivery):  # of a decision that goes
        return records.removal(row.id)
    if isinstance(row, Approval | Appeal) and gone.issuperset(row.items):
        approval = records.find(Approval, row.owner_id)
        with_owner = approval is not None and gone.issuperset(approval.items or ("",))
        return () if with_owner else records.removal(row.id)
    if isinstance(row, Adjournment):
        preceding = ItemOrder(records).before(id)
        return records.setting(row.id, "item_id", preceding.id if preceding else None)
    return cleared(records, reference, gone)
