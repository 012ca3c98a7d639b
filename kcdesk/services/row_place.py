"""Where in the minutes a row stands, said to people: "§ 52", "Item 3", the head."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.body import Numbering
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import numbers
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.services.item_place import item_place


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """The places of one meeting's rows."""

    records: Records
    numbering: Numbering
    known: dict[str, str]

    @classmethod
    def of(cls, records: Records, numbering: Numbering) -> RowPlaces:
        """Return the places, the numbers computed once."""
        return cls(records, numbering, numbers(records, numbering))

    def item_id(self, row: Row) -> str:
        """Return the id of the item that a row stands in; empty for the head and the people."""
        at: Row | None = row
        while at is not None and not isinstance(at, Item):
            at = self.records.row(at.owner_id) if at.owner_id in self.records else None
        return at.id if at is not None else ""

    def said(self, item_id: str) -> Message:
        """Return the words for an item, or for the head."""
        if not item_id:
            return Message("The head and the people")
        item = self.records.get(Item, item_id)
        return item_place(self.records, item, self.known, self.numbering)
