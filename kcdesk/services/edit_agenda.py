"""Adding items to the agenda and naming them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.position import between
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.services.agenda_text import AgendaEntry
from kcdesk.services.send_summons import was_sent


def name_of(item: Item) -> str | Message:
    """Return what labels call an item."""
    return item.name or Message("an item without a title")


def add_item(
    records: Records,
    after_id: str | None,
    title: str,
    *,
    kind: ItemKind = ItemKind.UNSTATED,
    numbered: bool = True,
) -> Group:
    """Return the group that adds an item after another one (None: last on the agenda).

    It stands on the same level as the one before it, and after that one's sub-items. Once a
    kallelse was sent, it was not in it.
    """
    owner_id = records.get(Item, after_id).owner_id if after_id else records.root_id
    position = (
        records.position_after(after_id) if after_id else records.next_position(owner_id, Item)
    )
    item = Item(
        id=new_id(),
        owner_id=owner_id,
        position=position,
        title=title.strip(),
        kind=kind,
        numbered=numbered,
        announced=not was_sent(records),
    )
    return Group(Message("Add “{name}”", {"name": name_of(item)}), (Insert(item),))


def add_items(records: Records, after_id: str | None, entries: Sequence[AgendaEntry]) -> Group:
    """Return the group that adds a list of items, as pasted, after an item (None: last).

    The level of the list's first entry is that of the item before it; deeper ones become
    sub-items of the entry above them.
    """
    owner_id = records.get(Item, after_id).owner_id if after_id else records.root_id
    last = records.position_after(after_id) if after_id else records.next_position(owner_id, Item)
    limit = _next_position(records, after_id)
    made: list[Item] = []
    parents: list[str] = [owner_id]
    lasts: list[str] = [""]
    for entry in entries:
        depth = min(entry.depth, len(parents) - 1 + bool(made))
        if made and depth == len(parents):
            parents.append(made[-1].id)
            lasts.append("")
        del parents[depth + 1 :], lasts[depth + 1 :]
        if depth:
            position = between(lasts[depth], "")
        else:
            position = between(lasts[0], limit) if lasts[0] else last
        lasts[depth] = position
        made.append(
            Item(
                id=new_id(),
                announced=not was_sent(records),
                owner_id=parents[depth],
                position=position,
                title=entry.title,
                kind=ItemKind.UNSTATED,
                planned_start=entry.start,
            )
        )
    label = Message("Add {count} items", {"count": len(made)})
    if len(made) == 1:
        label = Message("Add “{name}”", {"name": name_of(made[0])})
    return Group(label, tuple(Insert(item) for item in made))


def rename_item(records: Records, id: str, title: str) -> Group:
    """Return the group that gives an item another title.

    The title is its name in the kallelse; the heading in the minutes follows it unless it has
    one of its own.
    """
    item = records.get(Item, id)
    label = Message("Rename “{name}”", {"name": name_of(item)})
    return Group(label, records.setting(id, "title", title.strip()))


def _next_position(records: Records, after_id: str | None) -> str:
    if after_id is None:
        return ""
    item = records.get(Item, after_id)
    later: list[Any] = [
        sibling.position
        for sibling in records.children(item.owner_id, Item)
        if sibling.position > item.position
    ]
    return min(later) if later else ""
