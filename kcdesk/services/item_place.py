"""An item's place in words: "§ 56", "Item 10.1", or its name where it has no number."""

from __future__ import annotations

from collections.abc import Mapping

from kcdesk.domain.body import Numbering
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import top_item
from kcdesk.domain.records import Records


def item_place(
    records: Records, item: Item, numbers: Mapping[str, str], numbering: Numbering
) -> Message:
    """Return where an item stands; one without a number is named after the one above it."""
    if number := numbers.get(item.id):
        return numbered_place(number, numbering)
    above = numbers.get(top_item(records, item).id)
    name = item.name or Message("an item without a title")
    if not above:
        return Message("{name}", {"name": name})
    parts = {"place": numbered_place(above, numbering), "name": name}
    return Message("{place}, {name}", parts)


def numbered_place(number: str, numbering: Numbering) -> Message:
    """Return a number as it is read out."""
    if numbering is Numbering.PARAGRAPH:
        return Message("§ {number}", {"number": number})
    return Message("Item {number}", {"number": number})
