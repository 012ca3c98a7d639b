"""What an approval is of, and the numbers of items as one says them: "§§ 52–56, 58"."""

from __future__ import annotations

from kcdesk.domain.approval import Approval
from kcdesk.domain.body import Numbering
from kcdesk.domain.item import Item
from kcdesk.domain.numbering import numbers, spans
from kcdesk.domain.records import Records


def approved_items(records: Records, approval: Approval) -> tuple[str, ...]:
    """Return the items of an approval; for that of the rest, all that no other one names."""
    if approval.items:
        return approval.items
    others = {id for each in records.all(Approval) for id in each.items}
    items = records.children(records.root_id, Item)
    return tuple(item.id for item in items if item.id not in others)


def paragraphs(records: Records, items: tuple[str, ...], numbering: Numbering) -> str:
    """Return the numbers of items as "§ 52" or "§§ 52–54, 57"; unnumbered ones are left out."""
    number_of = numbers(records, numbering)
    found = [number_of[id] for id in items if number_of.get(id)]
    listed = ", ".join(parts := spans(found))
    if not listed or numbering is not Numbering.PARAGRAPH:
        return listed
    sign = "§" if len(parts) == 1 and "–" not in listed else "§§"
    return f"{sign}\N{NO-BREAK SPACE}{listed}"
