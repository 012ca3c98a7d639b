"""What all parts of an item share: their fields change, they move among their like, they go."""

from __future__ import annotations

from typing import TypeVar

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.final_force import Delivery
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import plain
from kcdesk.domain.row import Row, new_id

R = TypeVar("R", bound=Row)


def new_part(records: Records, cls: type[R], owner_id: str, **fields: object) -> R:
    """Return a row of its own, last under its owner; not yet among the records."""
    position = records.next_position(owner_id, cls)
    return cls(id=new_id(), owner_id=owner_id, position=position, **fields)


def first_text(
    owner_id: str, text: str, kind: BlockKind = BlockKind.PARAGRAPH
) -> tuple[Insert, ...]:
    """Return the operations that give a new part its text: none for no text, so that nobody has
    an empty paragraph that cannot be taken away.
    """
    if not text:
        return ()
    block = Block(id=new_id(), owner_id=owner_id, position="V", kind=kind, spans=plain(text))
    return (Insert(block),)


def change(records: Records, id: str, label: Message, fields: dict[str, object]) -> Group:
    """Return the group that gives fields of a row other values; texts lose outer spaces."""
    operations: list[Primitive] = []
    for name, value in fields.items():
        tidy = value.strip() if type(value) is str else value
        operations += records.setting(id, name, tidy)
    return Group(label, tuple(operations))


def change_secrecy(records: Records, id: str, **fields: object) -> Group:
    """Return the group that makes a part secret or public, or names the ground."""
    return change(records, id, Message("Change secrecy"), fields)


def remove_part(records: Records, id: str) -> Group:
    """Return the group that removes a part of an item with all that belongs to it: with a decision
    also when its parties got it.
    """
    deliveries = [each for each in records.all(Delivery) if each.decision_id == id]
    operations = [
        each for row in (*deliveries, records.row(id)) for each in records.removal(row.id)
    ]
    label = _removals().get(records.row(id).table, Message("Remove"))
    return Group(label, tuple(operations))


def move_part(records: Records, id: str, by: int) -> Group:
    """Return the group that moves a part one step up (-1) or down (1) among its like."""
    row = records.row(id)
    siblings = [each.id for each in records.children(row.owner_id, type(row))]
    at = siblings.index(id) + by
    if not 0 <= at < len(siblings):
        return Group(Message("Move"), ())
    beside = siblings[at]
    position = records.position_after(beside) if by > 0 else records.position_before(beside)
    return Group(Message("Move"), (records.moving(id, row.owner_id, position),))


def _removals() -> dict[str, Message]:
    return {
        "section": Message("Remove section"),
        "contribution": Message("Remove contribution"),
        "decision": Message("Remove decision"),
        "motion": Message("Remove motion"),
        "vote": Message("Remove vote"),
        "reservation": Message("Remove reservation"),
        "action": Message("Remove action"),
        "followed_action": Message("Remove followed action"),
        "attachment": Message("Remove attachment"),
        "recipient": Message("Remove recipient"),
        "item_link": Message("Remove link to another handling"),
        "presenter": Message("Remove presenter"),
        "recusal": Message("Remove recusal"),
    }
