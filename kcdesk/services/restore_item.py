"""Bringing an item back to how it once stood, or back at all, as one step that can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kcdesk.domain.final_force import Delivery
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.records import Records
from kcdesk.domain.row import PLACING, Row, fields_of, fields_outside_seal, reference_fields
from kcdesk.services.edit_agenda import name_of
from kcdesk.services.item_state import State
from kcdesk.services.row_reference import cleared, references_to


def restore_item(records: Records, state: State) -> Group:
    """Return the group that makes an item what it was in a state; it stays where it is on the
    agenda. One that is gone comes back to where it stood, or last where its item is gone too.

    How far its actions have come stays as it is now, and so does a sub-item that came later: it
    has a history of its own. Names of rows that are gone are left out.
    """
    item = state[0]
    assert isinstance(item, Item)
    making = _Making(records)
    there = {row.id for row in state}
    for row in _standing(records, state):
        making.bring(row, there)
    for row in reversed(tuple(_own(making.records, item.id, there))):
        making.remove(row)
    return Group(Message("Restore “{name}”", {"name": name_of(item)}), tuple(making.operations))


def _standing(records: Records, state: State) -> Iterator[Row]:
    """Yield the rows of the state, the item itself with the place that it shall have."""
    item, *rest = state
    if item.id in records:
        now = records.row(item.id)
        yield replace(item, owner_id=now.owner_id, position=now.position)
    elif item.owner_id in records:
        yield item
    else:
        last = records.next_position(records.root_id, Item)
        yield replace(item, owner_id=records.root_id, position=last)
    yield from rest


def _own(records: Records, id: str, there: set[str]) -> Iterator[Row]:
    """Yield what is below a row and not to be there, without the sub-items that came later."""
    for row in records.owned(id):
        if row.id in there:
            yield from _own(records, row.id, there)
        elif not isinstance(row, Item):
            yield from records.subtree(row.id)


class _Making:
    """The operations so far and the rows as they leave them."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.operations: list[Primitive] = []

    def bring(self, row: Row, there: set[str]) -> None:
        """Make a row stand as it did, its owner being there already."""
        row = self._with_known_names(row, there)
        if row.id not in self.records:
            self._perform(Insert(row))
            return
        now = self.records.row(row.id)
        if (now.owner_id, now.position) != (row.owner_id, row.position):
            self._perform(self.records.moving(row.id, row.owner_id, row.position))
        for name in fields_of(type(row)):
            if name not in PLACING and name not in fields_outside_seal(type(row)):
                self._perform(*self.records.setting(row.id, name, getattr(row, name)))

    def remove(self, row: Row) -> None:
        """Take a row away, with what names it."""
        gone = frozenset({row.id})
        for reference in tuple(references_to(self.records, gone)):
            if isinstance(reference.row, Delivery):
                self._perform(*self.records.removal(reference.row.id))
            else:
                self._perform(*cleared(self.records, reference, gone))
        self._perform(*self.records.removal(row.id))

    def _with_known_names(self, row: Row, there: set[str]) -> Row:
        known: dict[str, Any] = {}
        for name in reference_fields(type(row)):
            value = getattr(row, name)
            if isinstance(value, tuple):
                known[name] = tuple(id for id in value if id in there or id in self.records)
            elif value and value not in there and value not in self.records:
                known[name] = None
        return replace(row, **known) if known else row

    def _perform(self, *operations: Primitive) -> None:
        if operations:
            self.records = self.records.apply(Group(Message("Restore"), operations))
            self.operations += operations
