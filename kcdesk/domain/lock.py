"""What of a meeting does not change any more: it is out for signature, or sealed."""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.approval import Approval
from kcdesk.domain.item import Item
from kcdesk.domain.numbering import is_lettered
from kcdesk.domain.operation import Group, Set
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row, fields_kept_here

SIGNING_TABLES = ("approver", "signature", "signed_copy")
"""Rows below an approval that its seal keeps: who signed, when, and the copy that came back."""

SIGNED_FIELDS = ("items", "place", "planned_on", "planned_time", "approved_on")
"""The fields of an approval that its seal keeps. Where the minutes are kept may change."""


def sent_approvals(records: Records) -> tuple[Approval, ...]:
    """Return the approvals whose text is out for signature or sealed."""
    approvals = records.children(records.root_id, Approval)
    return tuple(each for each in approvals if each.sent_on is not None)


def covered_items(records: Records, approval: Approval) -> tuple[str, ...]:
    """Return the items of an approval; for that of the rest, all that no other one names."""
    if approval.items:
        return approval.items
    others = {id for each in records.children(records.root_id, Approval) for id in each.items}
    items = records.children(records.root_id, Item)
    return tuple(item.id for item in items if item.id not in others)


def holder(records: Records, id: str) -> Approval | None:
    """Return the approval that keeps a row from changing, None where the row is free.

    An item is held by its own approval with all that it owns, and everything else of the meeting
    (its head, who was there) by that of the rest.
    """
    sent = sent_approvals(records)
    if not sent or id not in records:
        return None
    row = records.row(id)
    while not type(row).outside_seal:
        if isinstance(row, Item) and row.owner_id == records.root_id:
            return next((each for each in sent if row.id in covered_items(records, each)), None)
        if row.id == records.root_id or row.owner_id not in records:
            return next((each for each in sent if not each.items), None)
        row = records.row(row.owner_id)
    return None


def locked_rows(records: Records, approval: Approval) -> Iterator[Row]:
    """Yield the rows that the approval keeps from changing once it is sent."""
    if approval.items:
        for id in approval.items:
            if id in records:
                yield from _inside(records, id)
        return
    others = {id for each in records.children(records.root_id, Approval) for id in each.items}
    yield from _inside(records, records.root_id, others)


def signing_rows(records: Records, approval: Approval) -> tuple[Row, ...]:
    """Return the approval with who signed it and how: what its seal keeps of it."""
    return tuple(
        row
        for row in records.subtree(approval.id)
        if row.id == approval.id or row.table in SIGNING_TABLES[:2]
    )


def is_milestone(group: Group) -> bool:
    """Whether undo ends at a group: a text went out for signature, was taken back or sealed, or
    what came before was destroyed (a group that only notes it).
    """
    kept_here = fields_kept_here(Approval)
    return not group.operations or any(
        isinstance(each, Set) and each.table == Approval.table and each.field in kept_here
        for each in group.operations
    )


def ordinals(records: Records, items: tuple[str, ...]) -> dict[str, tuple[int, int]]:
    """Return which § of the meeting each item is, from 0, and its letter: its number does not
    change either.
    """
    found: dict[str, tuple[int, int]] = {}
    number = letter = 0
    for item in records.children(records.root_id, Item):
        if item.id in items:
            found[item.id] = number, letter if is_lettered(item) else 0
        number, letter = (number + 1, 0) if item.numbered else (number, letter + is_lettered(item))
    return found


def _inside(
    records: Records, id: str, others: set[str] | frozenset[str] = frozenset()
) -> Iterator[Row]:
    """Yield a row and what it owns, without what lies outside the seal and without ``others``."""
    row = records.row(id)
    if type(row).outside_seal or id in others:
        return
    yield row
    for below in records.owned(id):
        yield from _inside(records, below.id, others)
