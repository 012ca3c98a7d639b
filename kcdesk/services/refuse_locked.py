"""Refuse edits of what is out for signature or sealed, before they are anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.approval import Approval
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item
from kcdesk.domain.lock import (
    SIGNED_FIELDS,
    SIGNING_TABLES,
    covered_items,
    holder,
    ordinals,
    sent_approvals,
)
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Move, Primitive, Remove, Set, Splice
from kcdesk.domain.records import Records
from kcdesk.domain.row import ROW_TYPES, fields_kept_here, fields_outside_seal
from kcdesk.domain.summons import Summons


class Locked(UserFacingError):
    """An edit of what is out for signature, or sealed (``approval`` says which it is)."""

    def __init__(self, approval: Approval) -> None:
        self.approval = approval
        sealed = approval.sealed_on is not None
        super().__init__(
            Message("The text is approved and sealed.")
            if sealed
            else Message("The text is out for signature."),
            safe=Message("Nothing was changed."),
            remedy=Message("Write a correction: it is printed after the paragraph.")
            if sealed
            else Message("Take it back first, under Approval; the signatures so far are void."),
        )


def refuse_locked(records: Records, group: Group) -> None:
    """Raise ``Locked`` for a group that touches what is out for signature or sealed.

    Also where it would give a § of it another number, or take it away from its approval.
    """
    sent = sent_approvals(records)
    for operation in group.operations:
        if isinstance(operation, Set):
            _refuse_command_fields(operation)
        if sent:
            for approval in _held_by(records, operation, sent):
                raise Locked(approval)
    if sent and _may_renumber(group):
        _refuse_new_numbers(records, records.apply(group), sent)


def _held_by(
    records: Records, operation: Primitive, sent: tuple[Approval, ...]
) -> Iterator[Approval]:
    """Yield the approvals that keep an operation from happening."""
    ids: tuple[str, ...]
    match operation:
        case Insert(row):
            ids = () if type(row).outside_seal else (row.owner_id,)
            table, below, field = row.table, row.owner_id, ""
            yield from _claimed(records, row.id, getattr(row, "items", ()), row.table, sent)
        case Remove(row):
            ids, table, below, field = (row.id,), row.table, row.owner_id, ""
        case Set(table, id, field, _, after):
            outside = field in fields_outside_seal(ROW_TYPES[table])
            ids, below = () if outside else (id,), _owner(records, id)
            if field == "items":
                yield from _claimed(records, id, after, table, sent)
        case Move(table, id, before, after):
            free = ROW_TYPES[table].outside_seal
            ids = () if free else (id, before.owner_id, after.owner_id)
            below, field = before.owner_id, ""
        case Splice(block_id):
            ids, table, below, field = (block_id,), "block", "", ""
    for id in ids:
        if (approval := holder(records, id)) is not None:
            yield approval
    for approval in sent:
        if _keeps_signing(approval, operation, table, below, field):
            yield approval


def _keeps_signing(
    approval: Approval, operation: Primitive, table: str, below: str, field: str
) -> bool:
    """Whether an approval that is sent or sealed keeps what an operation changes of it."""
    sealed = approval.sealed_on is not None
    match operation:
        case Remove(row) if row.id == approval.id:
            return True
        case Set(_, id) if id == approval.id:
            return field == "items" or (sealed and field in SIGNED_FIELDS)
        case Insert():
            return sealed and below == approval.id and table in SIGNING_TABLES[:2]
    return sealed and below == approval.id and table in SIGNING_TABLES


def _claimed(
    records: Records, id: str, items: tuple[str, ...], table: str, sent: tuple[Approval, ...]
) -> Iterator[Approval]:
    """Yield the approvals whose items another approval would take."""
    if table == Approval.table:
        for approval in sent:
            if approval.id != id and set(items).intersection(covered_items(records, approval)):
                yield approval


def _refuse_command_fields(operation: Set) -> None:
    """Refuse what only the library's commands set: a bug, as no view offers it."""
    if operation.field in fields_kept_here(ROW_TYPES[operation.table]):
        raise ValueError(f"{operation.table}.{operation.field} is set by a command alone")
    if operation.table == Summons.table and operation.field != "items":  # an item may go
        raise ValueError("a kallelse is kept as it was sent")


def _may_renumber(group: Group) -> bool:
    for operation in group.operations:
        match operation:
            case Insert(row) | Remove(row) if row.table == Item.table:
                return True
            case Move(table) if table == Item.table:
                return True
            case Set(_, _, "numbered" | "lettered" | "first_paragraph" | "numbering"):
                return True
    return False


def _refuse_new_numbers(before: Records, after: Records, sent: tuple[Approval, ...]) -> None:
    for approval in sent:
        items = covered_items(before, approval)
        if ordinals(before, items) != ordinals(after, items) or _start(before) != _start(after):
            raise Locked(approval)


def _start(records: Records) -> tuple[object, object]:
    root = records.row(records.root_id)
    return getattr(root, "first_paragraph", None), getattr(root, "numbering", None)


def _owner(records: Records, id: str) -> str:
    return records.row(id).owner_id if id in records else ""
