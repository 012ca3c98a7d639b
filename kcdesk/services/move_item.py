"""Putting items in another order, under one another and out again."""

from __future__ import annotations

from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Primitive
from kcdesk.domain.participant import Presence, Role, Service
from kcdesk.domain.position import between
from kcdesk.domain.records import Records
from kcdesk.services.edit_agenda import name_of
from kcdesk.services.item_span import Bounded, ItemOrder, rebound


def move_up(records: Records, id: str) -> Group:
    """Return the group that moves an item before its previous sibling; empty for the first."""
    return _shift(records, id, -1)


def move_down(records: Records, id: str) -> Group:
    """Return the group that moves an item after its next sibling; empty for the last."""
    return _shift(records, id, 1)


def move_to(records: Records, id: str, owner_id: str, index: int) -> Group:
    """Return the group that makes an item the ``index``-th under an owner (the meeting, an item).

    ``index`` counts the owner's other items, so the item itself is left out.
    Raises ``ValueError`` where the owner stands under the item itself.
    """
    if any(row.id == owner_id for row in records.subtree(id)):
        raise ValueError("an item cannot stand under itself")
    item = records.get(Item, id)
    siblings = [each for each in records.children(owner_id, Item) if each.id != id]
    index = max(0, min(index, len(siblings)))
    before = siblings[index - 1].position if index else ""
    after = siblings[index].position if index < len(siblings) else ""
    label = Message("Move “{name}”", {"name": name_of(item)})
    if item.owner_id == owner_id and _index(records, item) == index:
        return Group(label, ())
    move = records.moving(id, owner_id, between(before, after))
    moved = records.apply(Group(label, (move,)))
    return Group(label, (*_turned_spans(records, moved, id), move))


def indent(records: Records, id: str) -> Group:
    """Return the group that puts an item last under its previous sibling; empty for the first."""
    item = records.get(Item, id)
    at = _index(records, item)
    if at == 0:
        return Group(Message("Move “{name}”", {"name": name_of(item)}), ())
    owner = records.children(item.owner_id, Item)[at - 1]
    return move_to(records, id, owner.id, len(records.children(owner.id, Item)))


def outdent(records: Records, id: str) -> Group:
    """Return the group that puts a sub-item after the item it stands under; empty for items."""
    item = records.get(Item, id)
    owner = records.find(Item, item.owner_id)
    if owner is None:
        return Group(Message("Move “{name}”", {"name": name_of(item)}), ())
    return move_to(records, id, owner.owner_id, _index(records, owner) + 1)


def _shift(records: Records, id: str, step: int) -> Group:
    item = records.get(Item, id)
    return move_to(records, id, item.owner_id, max(0, _index(records, item) + step))


def _index(records: Records, item: Item) -> int:
    return [each.id for each in records.children(item.owner_id, Item)].index(item.id)


def _turned_spans(records: Records, moved: Records, id: str) -> tuple[Primitive, ...]:
    """Return what frees the spans that would end before they begin, were the item only moved."""
    order = ItemOrder(moved)
    rows: tuple[Bounded, ...] = (
        *moved.all(Presence),
        *moved.all(Role),
        *moved.all(Service),
    )
    return tuple(
        operation
        for row in rows
        if order.is_empty(row.from_item_id, row.until_item_id)
        for operation in rebound(records, row, id)
    )
