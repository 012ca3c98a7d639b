"""Who comes and goes at an item, and the breaks at it, as far as minutes tell of them.

Of those who decide, and of any clock time that was noted. Who was invited for an item is named
there; that she comes and goes is not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Adjournment
from kcdesk.domain.participant import Participant, Presence, Standing
from kcdesk.domain.records import Records


@dataclass(frozen=True, slots=True)
class Movement:
    """Somebody's stretch of presence that begins or ends at an item."""

    participant: Participant
    presence: Presence


def arrivals(records: Records, item: Item) -> tuple[Movement, ...]:
    """Return who arrives at an item, in the order of the list."""
    here = tuple(each for each in _told(records) if each.presence.from_item_id == item.id)
    if not here or item not in records.children(records.root_id, Item)[:1]:
        return here
    return tuple(each for each in here if each.presence.from_time is not None)


def departures(records: Records, item: Item) -> tuple[Movement, ...]:
    """Return who leaves during an item, in the order of the list."""
    here = tuple(each for each in _told(records) if each.presence.until_item_id == item.id)
    if not here or item not in records.children(records.root_id, Item)[-1:]:
        return here
    return tuple(each for each in here if each.presence.until_time is not None)


def adjournments(records: Records, item: Item) -> tuple[Adjournment, ...]:
    """Return the breaks during or after an item."""
    found = records.children(records.root_id, Adjournment)
    return tuple(each for each in found if each.item_id == item.id)


def _told(records: Records) -> Iterator[Movement]:
    for participant in records.children(records.root_id, Participant):
        if participant.standing is Standing.DECISION_MAKER:
            for presence in records.children(participant.id, Presence):
                yield Movement(participant, presence)
