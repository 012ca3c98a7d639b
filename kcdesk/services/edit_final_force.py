"""Confirming laga kraft, and noting appeals against it. Nothing of it touches what is sealed."""

from __future__ import annotations

from datetime import date
from typing import Any

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.final_force import Appeal, FinalForce
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Set
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id


def confirm_final_force(records: Records, approval_id: str, day: date, by: str) -> Group:
    """Say that on ``day`` no appeal had come in time, but for those noted, and who says so.

    Raises ``UserFacingError`` without a name: a confirmation is somebody's.
    """
    name = by.strip()
    if not name:
        raise UserFacingError(
            Message("A confirmation of legal force is somebody’s."),
            remedy=Message("Write the name of whoever made sure that nobody appealed."),
        )
    label = Message("Confirm legal force")
    for row in records.children(approval_id, FinalForce):
        changes = records.setting(row.id, "confirmed_on", day)
        return Group(label, changes + records.setting(row.id, "confirmed_by", name))
    row = FinalForce(
        id=new_id(),
        owner_id=approval_id,
        position=records.next_position(approval_id, FinalForce),
        confirmed_on=day,
        confirmed_by=name,
    )
    return Group(label, (Insert(row),))


def withdraw_confirmation(records: Records, approval_id: str) -> Group:
    """Take the confirmation of laga kraft back: it was too early, or an appeal turned up."""
    rows = records.children(approval_id, FinalForce)
    operations = tuple(each for row in rows for each in records.removal(row.id))
    return Group(Message("Take back the confirmation of legal force"), operations)


def note_appeal(
    records: Records, approval_id: str, *, items: tuple[str, ...] = (), day: date | None = None
) -> Group:
    """Note that an appeal came in, against the named items or (none named) against all."""
    row = Appeal(
        id=new_id(),
        owner_id=approval_id,
        position=records.next_position(approval_id, Appeal),
        items=items,
        received_on=day,
    )
    return Group(Message("Note an appeal"), (Insert(row),))


def change_appeal(records: Records, id: str, /, **fields: Any) -> Group:
    """Give fields of an appeal other values."""
    operations: tuple[Set, ...] = ()
    for name, value in fields.items():
        operations += records.setting(id, name, value)
    return Group(Message("Change an appeal"), operations)


def remove_appeal(records: Records, id: str) -> Group:
    """Note an appeal no longer."""
    return Group(Message("Remove an appeal"), records.removal(id))
