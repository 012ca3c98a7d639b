"""The times of items while the meeting goes on: when each began and ended, used and left."""

from __future__ import annotations

from datetime import time

from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime
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


def minutes_used(item: Item, now: time) -> int | None:
    """Return the minutes an item has taken, until now where it is running; None: not begun."""
    if item.actual_start is None:
        return None
    end = item.actual_end.time if item.actual_end is not None else now
    return max(_minutes(end) - _minutes(item.actual_start.time), 0)


def minutes_late(item: Item, now: time) -> int | None:
    """Return how far an item is beyond its planned minutes (below 0: what is left of them)."""
    used = minutes_used(item, now)
    return None if used is None or item.planned_minutes is None else used - item.planned_minutes


def _begun(records: Records, id: str, at: ClockTime) -> tuple[Set, ...]:
    item = records.get(Item, id)
    return records.setting(id, "actual_start", at) if item.actual_start is None else ()


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute
