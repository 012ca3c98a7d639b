"""Which fields of an item and its parts a step gave other values: what no words tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kcdesk.domain.block import Block
from kcdesk.domain.richtext import text_of
from kcdesk.domain.row import PLACING, Row, fields_of
from kcdesk.services.item_state import NOT_READ, State

MOVED = "position"
"""The field of a change that put a row elsewhere among its like."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a row with its values on both sides; the row is as it was after, if it was there.

    Of a row that came or went only what was chosen is told (a kind, a yes): its words are read.
    """

    row: Row
    field: str
    before: Any
    after: Any


def field_changes(before: State, after: State) -> tuple[FieldChange, ...]:
    """Return the changes in the order of the rows; none where the whole item came or went."""
    if not before or not after:
        return ()
    old, new = ({row.id: row for row in state} for state in (before, after))
    ids = [*new, *(id for id in old if id not in new)]
    return tuple(change for id in ids for change in _of_row(old.get(id), new.get(id)))


def _of_row(old: Row | None, new: Row | None) -> Iterator[FieldChange]:
    if old is not None and new is not None:
        yield from _between(old, new)
        return
    row = new or old
    assert row is not None
    fresh = type(row)(id=row.id)
    for name in _read_fields(row):
        value, usual = getattr(row, name), getattr(fresh, name)
        if isinstance(value, bool | StrEnum) and value != usual:
            yield FieldChange(
                row, name, value if new is None else None, None if new is None else value
            )


def _between(old: Row, new: Row) -> Iterator[FieldChange]:
    for name in _read_fields(new):
        before, after = getattr(old, name), getattr(new, name)
        if before != after and not (isinstance(new, Block) and _is_worded(name, before, after)):
            yield FieldChange(new, name, before, after)
    if (old.owner_id, old.position) != (new.owner_id, new.position):
        yield FieldChange(new, MOVED, None, None)


def _is_worded(name: str, before: Any, after: Any) -> bool:
    """Whether a change of a paragraph is told by its words."""
    return name == "spans" and text_of(before) != text_of(after)


def _read_fields(row: Row) -> Iterator[str]:
    for name in fields_of(type(row)):
        is_level = name == "level" and isinstance(row, Block)
        unread = name in PLACING or (name in NOT_READ and not is_level)
        if not unread and not name.endswith("composed"):
            yield name
