"""Spans of items: what presence, service and roles are bounded by, and how they are kept right.

A span runs from one item to another in the order of the meeting, both included; the last one
takes its sub-items with it. None is the start, or the end, of the meeting.
"""

from __future__ import annotations

from dataclasses import replace

from kcdesk.domain.item import Item
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.operation import Primitive
from kcdesk.domain.participant import Attendance, Presence, Role, Service
from kcdesk.domain.records import Records

Bounded = Presence | Role | Service
"""The rows that hold for a span of items."""


class ItemOrder:
    """The order of a meeting's items as whole numbers, computed once."""

    def __init__(self, records: Records) -> None:
        self.items = ordered_items(records)
        self._start = {item.id: index for index, item in enumerate(self.items)}
        self._end = {
            item.id: self._start[item.id] + len(ordered_items(records, item.id))
            for item in self.items
        }

    def start(self, item_id: str | None) -> int:
        """Return where a span that begins with an item begins; None: 0."""
        return self._start[item_id] if item_id else 0

    def end(self, item_id: str | None) -> int:
        """Return where a span that ends with an item ends, its sub-items included."""
        return self._end[item_id] if item_id else max(len(self.items) - 1, 0)

    def before(self, item_id: str) -> Item | None:
        """Return the item just before another one."""
        at = self._start[item_id]
        return self.items[at - 1] if at else None

    def after(self, item_id: str) -> Item | None:
        """Return the first item after another one and its sub-items."""
        at = self._end[item_id] + 1
        return self.items[at] if at < len(self.items) else None

    def is_empty(self, from_item_id: str | None, until_item_id: str | None) -> bool:
        """Whether a span holds no item at all."""
        return self.start(from_item_id) > self.end(until_item_id)


def without_item(records: Records, row: Bounded, item_id: str) -> Bounded | None:
    """Return a bounded row as it is when an item (with its sub-items) is no longer there.

    What began with it begins with the next item, what ended with it ends with the one before;
    None where nothing is left.
    """
    order = ItemOrder(records)
    gone = range(order.start(item_id), order.end(item_id) + 1)
    first, last = row.from_item_id, row.until_item_id
    if first and order.start(first) in gone:
        following = order.after(item_id)
        if following is None:
            return None
        first = following.id
    if last and order.start(last) in gone:
        preceding = order.before(item_id)
        if preceding is None:
            return None
        last = preceding.id
    if order.is_empty(first, last):
        return None
    return replace(row, from_item_id=first, until_item_id=last)


def rebound(records: Records, row: Bounded, item_id: str) -> tuple[Primitive, ...]:
    """Return what frees a bounded row of an item that goes.

    Whoever then was there at no item at all was absent: without any stretch she would count as
    present throughout.
    """
    kept = without_item(records, row, item_id)
    if kept is not None:
        return (
            *records.setting(row.id, "from_item_id", kept.from_item_id),
            *records.setting(row.id, "until_item_id", kept.until_item_id),
        )
    removal: tuple[Primitive, ...] = records.removal(row.id)
    if isinstance(row, Presence) and _is_last_left(records, row, item_id):
        return (*removal, *records.setting(row.owner_id, "attendance", Attendance.ABSENT))
    return removal


def _is_last_left(records: Records, row: Presence, item_id: str) -> bool:
    """Whether no stretch of the participant is left; said of her last row alone, so that she is
    made absent once.
    """
    rows = records.children(row.owner_id, Presence)
    return row.id == rows[-1].id and not any(
        without_item(records, other, item_id) for other in rows
    )
