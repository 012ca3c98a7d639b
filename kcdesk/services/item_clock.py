"""The times of items while the meeting goes on: when each began and ended, used and left."""

from __future__ import annotations

from datetime import datetime, time

from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.operation import Group, Set
from kcdesk.domain.records import Records
from kcdesk.services.edit_agenda import name_of


def start_item(records: Records, id: str, at: ClockTime) -> Group:
    """Return the group that notes that an item begins; one that had ended goes on."""
    label = Message("Note that “{name}” begins", {"name": name_of(records.get(Item, id))})
    return Group(label, (*_begun(records, id, at), *records.setting(id, "actual_end", None)))


def stop_item(records: Records, id: str, at: ClockTime) -> Group:
    """Return the group that notes that an item ends."""
    label = Message("Note that “{name}” ends", {"name": name_of(records.get(Item, id))})
    return Group(label, records.setting(id, "actual_end", at))


def go_on(records: Records, from_id: str, to_id: str, at: ClockTime) -> Group:
    """Return the group that notes that one item ends, if it is running, and the next begins.

    Times that are noted already stay: whoever goes back and forth changes nothing.
    """
    label = Message("Go on to “{name}”", {"name": name_of(records.get(Item, to_id))})
    left = records.find(Item, from_id)
    ended = records.setting(from_id, "actual_end", at) if left and is_running(left) else ()
    return Group(label, (*ended, *_begun(records, to_id, at)))


def is_running(item: Item) -> bool:
    """Whether an item has begun and not ended."""
    return item.actual_start is not None and item.actual_end is None


def minutes_used(records: Records, item: Item, now: datetime) -> int | None:
    """Return the minutes an item has taken, until now where it is running (local time).

    None: it has not begun, or nothing tells when it ended.
    """
    end = _end(records, item, now)
    if item.actual_start is None or end is None:
        return None
    return max(_minutes(end) - _minutes(item.actual_start.time), 0)


def minutes_late(records: Records, item: Item, now: datetime) -> int | None:
    """Return how far an item is beyond its planned minutes (below 0: what is left of them)."""
    used = minutes_used(records, item, now)
    return None if used is None or item.planned_minutes is None else used - item.planned_minutes


def _end(records: Records, item: Item, now: datetime) -> time | None:
    """Return an item's own end, else when the next one that was begun began, else now; the clock of
    another day than the meeting's says nothing.
    """
    if item.actual_end is not None:
        return item.actual_end.time
    if item.actual_start is None:
        return None
    own = {row.id for row in records.subtree(item.id)}
    owner = records.find(Item, item.owner_id)
    while owner is not None:
        own.add(owner.id)
        owner = records.find(Item, owner.owner_id)
    began = item.actual_start.time
    later = [
        each.actual_start.time
        for each in ordered_items(records)
        if each.id not in own and each.actual_start and each.actual_start.time > began
    ]
    is_today = records.root(Meeting).day.day == now.date()
    return min(later, default=now.time() if is_today else None)


def _begun(records: Records, id: str, at: ClockTime) -> tuple[Set, ...]:
    item = records.get(Item, id)
    return records.setting(id, "actual_start", at) if item.actual_start is None else ()


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
