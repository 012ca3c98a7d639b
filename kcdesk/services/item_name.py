"""What an item is called in one word: its number, else its title."""

from __future__ import annotations

from kcdesk.domain.body import Numbering
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import numbers, top_item
from kcdesk.domain.records import Records


def item_name(records: Records, numbering: Numbering, item_id: str) -> Message:
    """Return "§ 56", "item 10.1" or the title in quotes; a bare sub-item goes by its item."""
    item = records.get(Item, item_id)
    known = numbers(records, numbering)
    number = known[item_id] or known[top_item(records, item).id]
    if not number:
        return Message("“{title}”", {"title": item.name})
    if numbering is Numbering.PARAGRAPH:
        return Message("§ {number}", {"number": number})
    return Message("item {number}", {"number": number})
