"""The five primitives, their inverse, and the group that is one step of history.

Every change of a library is a group of these; see ``domain.records`` for what they do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kcdesk.domain.message import Message
from kcdesk.domain.richtext import Spans
from kcdesk.domain.row import Row, new_id


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: under whom and in which order."""

    owner_id: str
    position: str


@dataclass(frozen=True, slots=True)
class Insert:
    """A new row."""

    row: Row


@dataclass(frozen=True, slots=True)
class Remove:
    """A row goes; it is kept whole here so that the step can be taken back."""

    row: Row


@dataclass(frozen=True, slots=True)
class Set:
    """One field gets another value."""

    table: str
    id: str
    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Move:
    """A row gets another owner or another place among its siblings."""

    table: str
    id: str
    before: Place
    after: Place


@dataclass(frozen=True, slots=True)
class Splice:
    """Characters of one block are replaced; offsets count code points."""

    block_id: str
    at: int
    removed: Spans
    inserted: Spans


Primitive = Insert | Remove | Set | Move | Splice


def inverse(operation: Primitive) -> Primitive:
    """Return the operation that takes this one back."""
    match operation:
        case Insert(row):
            return Remove(row)
        case Remove(row):
            return Insert(row)
        case Set(table, id, name, before, after):
            return Set(table, id, name, after, before)
        case Move(table, id, before, after):
            return Move(table, id, after, before)
        case Splice(block_id, at, removed, inserted):
            return Splice(block_id, at, inserted, removed)


@dataclass(frozen=True, slots=True)
class Group:
    """Operations that happen together or not at all, with the name that undo shows.

    ``undoes`` is the sequence number of the group that this one takes back, if any.
    """

    label: Message
    operations: tuple[Primitive, ...]
    undoes: int | None = None
    id: str = field(default_factory=new_id)

    def __bool__(self) -> bool:
        """Whether anything happens at all."""
        return bool(self.operations)


def inverse_group(group: Group, undoes: int) -> Group:
    """Return the group that takes back another one, which has the sequence number ``undoes``."""
    backwards = tuple(inverse(operation) for operation in reversed(group.operations))
    return Group(group.label, backwards, undoes)


def tables(group: Group) -> frozenset[str]:
    """Return the tables whose rows a group changes, for views that show only some of them."""
    names: set[str] = set()
    for operation in group.operations:
        match operation:
            case Insert(row) | Remove(row):
                names.add(row.table)
            case Move(table) | Set(table):
                names.add(table)
            case Splice():
                names.add("block")
    return frozenset(names)


def touched(group: Group) -> frozenset[str]:
    """Return the ids of all rows that a group changes."""
    ids: set[str] = set()
    for operation in group.operations:
        match operation:
            case Insert(row) | Remove(row):
                ids.update((row.id, row.owner_id))
            case Splice(block_id):
                ids.add(block_id)
            case Move(_, id, before, after):
                ids.update((id, before.owner_id, after.owner_id))
            case Set(_, id):
                ids.add(id)
    return frozenset(ids - {""})
