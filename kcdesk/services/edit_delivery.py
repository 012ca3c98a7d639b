"""When each party got a decision under förvaltningsbesvär. Nothing of it touches what is sealed."""

from __future__ import annotations

from datetime import date
from typing import Any

from kcdesk.domain.decision import Decision
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.final_force import Delivery
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Set
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id


def add_delivery(records: Records, decision_id: str, party: str = "") -> Group:
    """Add a party to whom a decision goes; her day is not known yet."""
    records.get(Decision, decision_id)
    row = Delivery(
        id=new_id(),
        owner_id=records.root_id,
        position=records.next_position(records.root_id, Delivery),
        decision_id=decision_id,
        party=party,
    )
    return Group(Message("Add a party to the case"), (Insert(row),))


def change_delivery(records: Records, id: str, /, **fields: Any) -> Group:
    """Give fields of a party's delivery other values."""
    operations: tuple[Set, ...] = ()
    for name, value in fields.items():
        operations += records.setting(id, name, value)
    return Group(Message("Change when a party got the decision"), operations)


def confirm_party(records: Records, id: str, day: date | None, by: str) -> Group:
    """Say that a party has not appealed in time, and who says so; no day takes it back.

    Raises ``UserFacingError`` for a day without a name.
    """
    name = by.strip()
    if day is not None and not name:
        raise UserFacingError(
            Message("A confirmation of legal force is somebody’s."),
            remedy=Message("Write the name of whoever made sure that nobody appealed."),
        )
    operations = records.setting(id, "confirmed_on", day)
    operations += records.setting(id, "confirmed_by", name if day is not None else "")
    return Group(Message("Confirm legal force"), operations)


def remove_delivery(records: Records, id: str) -> Group:
    """Take a party away."""
    return Group(Message("Remove a party to the case"), records.removal(id))
