"""Changing a body's plan: when it meets, what its agendas begin with, what it has promised."""

from __future__ import annotations

from typing import Any

from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Set
from kcdesk.domain.planned_meeting import PlannedMeeting
from kcdesk.domain.promised_matter import PromisedMatter
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.domain.standing_item import StandingItem

PlanRow = StandingItem | PromisedMatter | PlannedMeeting

_ADD = {
    StandingItem: Message("Add a standing item"),
    PromisedMatter: Message("Add a promised matter"),
    PlannedMeeting: Message("Add a day to the year plan"),
}
_CHANGE = {
    StandingItem: Message("Change a standing item"),
    PromisedMatter: Message("Change a promised matter"),
    PlannedMeeting: Message("Change a day of the year plan"),
}
_REMOVE = {
    StandingItem: Message("Remove a standing item"),
    PromisedMatter: Message("Remove a promised matter"),
    PlannedMeeting: Message("Remove a day from the year plan"),
}


def add_to_plan(records: Records, cls: type[PlanRow], title: str, **fields: Any) -> Group:
    """Return the group that adds a row, last."""
    owner = records.root_id
    position = records.next_position(owner, cls)
    row = cls(id=new_id(), owner_id=owner, position=position, title=title, **fields)
    return Group(_ADD[cls], (Insert(row),))


def change_plan(records: Records, row: PlanRow, **fields: Any) -> Group:
    """Return the group that changes fields of a row."""
    operations: tuple[Set, ...] = ()
    for name, value in fields.items():
        operations += records.setting(row.id, name, value)
    return Group(_CHANGE[type(row)], operations)


def move_in_plan(records: Records, row: PlanRow, step: int) -> Group:
    """Return the group that moves a row up (-1) or down (1); at the end nothing happens."""
    order = records.children(records.root_id, type(row))
    place = [each.id for each in order].index(row.id) + step
    label = Message("Move “{name}”", {"name": row.title})
    if not 0 <= place < len(order):
        return Group(label, ())
    other = order[place].id
    position = records.position_after(other) if step > 0 else records.position_before(other)
    return Group(label, (records.moving(row.id, records.root_id, position),))


def remove_from_plan(records: Records, row: PlanRow) -> Group:
    """Return the group that removes a row; items that took it up stay."""
    return Group(_REMOVE[type(row)], records.removal(row.id))
