"""Who has broken off service earlier the same day and come back (KL 5:20).

Jäv is no such break: who stepped aside for it serves again when the item is dealt with. Whether
others may is for the body's rules of procedure (``Body.may_serve_again``).
"""

from __future__ import annotations

from kcdesk.domain.item import Item
from kcdesk.domain.numbering import ordered_items, top_item
from kcdesk.domain.participant import Participant, Presence
from kcdesk.domain.records import Records


def has_broken_off(records: Records, participant: Participant, item: Item) -> bool:
    """Whether somebody left the meeting before an item, or during it, and was there again then."""
    order = {each.id: at for at, each in enumerate(ordered_items(records))}
    here = order[top_item(records, item).id]
    stretches = records.children(participant.id, Presence)
    left = [
        each
        for each in stretches
        if each.until_item_id is not None and order.get(each.until_item_id, here) < here
    ]
    came_back = [
        each
        for each in stretches
        if each.from_item_id is not None and order.get(each.from_item_id, here + 1) <= here
        if each not in left
    ]
    return bool(left and came_back)
