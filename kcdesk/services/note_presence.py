"""Arrivals and departures, as stretches of items with clock times.

Rules, from how minutes put it:
- who arrives at an item is present from that item on, until the next departure noted;
- who leaves during an item is present until that item, included with its sub-items;
- an arrival that falls within a stretch corrects when that stretch began, and a departure that
  falls between two stretches corrects when the earlier one ended;
- who leaves and comes back has two stretches, even where both touch the same item: the times
  tell them apart.
"""

from __future__ import annotations

from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.participant import Attendance, Participant, Presence
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.services.edit_attendance import ABSENT
from kcdesk.services.item_span import ItemOrder


def arrive(records: Records, id: str, item_id: str, at: ClockTime | None = None) -> Group:
    """Return the group that notes an arrival at an item; see the rules of this module."""
    order = ItemOrder(records)
    here = order.start(item_id)
    stretches = _stretches(records, id, order)
    ended = [each for each in stretches if _has_ended(order, each, here)]
    running = [each for each in stretches if each not in ended]
    name = {"name": records.get(Participant, id).name}
    label = Message("Note that {name} arrived", name)
    if ended:
        label = Message("Note that {name} came back", name)
    changes: tuple[Primitive, ...]
    if running:
        changes = (
            *records.setting(running[0].id, "from_item_id", item_id),
            *records.setting(running[0].id, "from_time", at),
            *records.setting(running[0].id, "arrived_late", value=False),
        )
    else:
        changes = (_insertion(records, id, from_item_id=item_id, from_time=at),)
    return Group(label, (*changes, *_came(records, id)))


def leave(records: Records, id: str, item_id: str, at: ClockTime | None = None) -> Group:
    """Return the group that notes a departure during an item; see the rules of this module."""
    order = ItemOrder(records)
    here = order.end(item_id)
    begun = [
        each for each in _stretches(records, id, order) if order.start(each.from_item_id) <= here
    ]
    label = Message("Note that {name} left", {"name": records.get(Participant, id).name})
    changes: tuple[Primitive, ...]
    if begun:
        changes = (
            *records.setting(begun[-1].id, "until_item_id", item_id),
            *records.setting(begun[-1].id, "until_time", at),
            *records.setting(begun[-1].id, "left_early", value=False),
        )
    else:
        changes = (_insertion(records, id, until_item_id=item_id, until_time=at),)
    return Group(label, (*changes, *_came(records, id)))


def arrive_late(records: Records, id: str) -> Group:
    """Return the group that notes that somebody came late, nobody knows when ("anlände senare")."""
    label = Message("Note that {name} arrived later", {"name": records.get(Participant, id).name})
    stretches = _stretches(records, id, ItemOrder(records))
    changes: tuple[Primitive, ...] = (_insertion(records, id, arrived_late=True),)
    if stretches:
        changes = (
            *records.setting(stretches[0].id, "from_item_id", None),
            *records.setting(stretches[0].id, "from_time", None),
            *records.setting(stretches[0].id, "arrived_late", value=True),
        )
    return Group(label, (*changes, *_came(records, id)))


def add_stretch(records: Records, id: str) -> Group:
    """Return the group that adds a stretch of the whole meeting, to be set precisely."""
    label = Message("Change when {name} was there", {"name": records.get(Participant, id).name})
    return Group(label, (_insertion(records, id), *_came(records, id)))


def set_stretch(
    records: Records,
    presence_id: str,
    *,
    from_item_id: str | None,
    from_time: ClockTime | None,
    until_item_id: str | None,
    until_time: ClockTime | None,
    arrived_late: bool = False,
    left_early: bool = False,
) -> Group:
    """Return the group that sets a stretch of presence precisely.

    ``arrived_late`` and ``left_early`` say that the item is not known; with an item they fall.

    Raises ``ValueError`` where it would end before it begins.
    """
    if ItemOrder(records).is_empty(from_item_id, until_item_id):
        raise ValueError("the stretch ends before it begins")
    row = records.get(Presence, presence_id)
    values = {
        "from_item_id": from_item_id,
        "from_time": from_time,
        "until_item_id": until_item_id,
        "until_time": until_time,
        "arrived_late": arrived_late and from_item_id is None,
        "left_early": left_early and until_item_id is None,
    }
    operations = tuple(
        operation
        for field, value in values.items()
        for operation in records.setting(presence_id, field, value)
    )
    name = {"name": records.get(Participant, row.owner_id).name}
    return Group(Message("Change when {name} was there", name), operations)


def remove_stretch(records: Records, presence_id: str) -> Group:
    """Return the group that takes a stretch away; without any, somebody was there throughout."""
    row = records.get(Presence, presence_id)
    name = {"name": records.get(Participant, row.owner_id).name}
    return Group(Message("Change when {name} was there", name), records.removal(presence_id))


def _stretches(records: Records, id: str, order: ItemOrder) -> list[Presence]:
    """Return the stretches in the order of the meeting; of equal beginnings the first noted."""
    rows = records.children(id, Presence)
    return sorted(rows, key=lambda row: order.start(row.from_item_id))


def _has_ended(order: ItemOrder, row: Presence, here: int) -> bool:
    return row.until_item_id is not None and order.start(row.until_item_id) <= here


def _came(records: Records, id: str) -> tuple[Primitive, ...]:
    if records.get(Participant, id).attendance in (*ABSENT, Attendance.EXPECTED):
        return records.setting(id, "attendance", Attendance.PRESENT)
    return ()


def _insertion(
    records: Records,
    id: str,
    *,
    from_item_id: str | None = None,
    from_time: ClockTime | None = None,
    until_item_id: str | None = None,
    until_time: ClockTime | None = None,
    arrived_late: bool = False,
) -> Insert:
    return Insert(
        Presence(
            id=new_id(),
            owner_id=id,
            position=records.next_position(id, Presence),
            from_item_id=from_item_id,
            from_time=from_time,
            until_item_id=until_item_id,
            until_time=until_time,
            arrived_late=arrived_late,
        )
    )
