"""Where a step of history happened: whoever takes it back wants to see it."""

from __future__ import annotations

from kcdesk.domain.item import Item
from kcdesk.domain.operation import Group, touched
from kcdesk.domain.records import Records


def items_of_step(records: Records, group: Group) -> frozenset[str]:
    """Return the items that a step changed something of, as far as they are there."""
    found = (_item_above(records, id) for id in touched(group))
    return frozenset(id for id in found if id)


def _item_above(records: Records, id: str) -> str:
    while id in records and id != records.root_id:
        row = records.row(id)
        if isinstance(row, Item):
            return id
        id = row.owner_id
    return ""
