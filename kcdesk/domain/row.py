"""Rows: everything that is stored is a frozen dataclass with an id, an owner and a place.

One declaration serves all: the five primitive operations, the SQL tables, the exchange format and
the canonical JSON of a seal are derived from the fields, so that none can forget a field.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, ClassVar, TypeVar, cast, get_type_hints

R = TypeVar("R", bound="Row")
F = TypeVar("F", bound=Callable[..., Any])

ROW_TYPES: dict[str, type[Row]] = {}


def once(function: F) -> F:
    """Keep what a function returned, by its arguments.

    ``functools.cache`` with the function's own type: type checkers hold row classes unhashable.
    """
    return cast("F", cache(function))


PLACING = ("id", "owner_id", "position")
"""The fields that say which row it is and where it stands; they never change by ``Set``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The base of every stored row.

    ``id`` is a UUID text, unique over all tables. ``owner_id`` names the row that this one
    belongs to and is removed with (empty for the root of a stream). ``position`` orders siblings.
    ``outside_seal``: what happens after the signing, and so stays editable when the text is not.
    """

    table: ClassVar[str] = ""
    plural: ClassVar[str] = ""
    owners: ClassVar[tuple[str, ...]] = ()
    outside_seal: ClassVar[bool] = False

    id: str
    owner_id: str = ""
    position: str = ""


def row_type(
    table: str, plural: str, *, owners: tuple[str, ...], outside_seal: bool = False
) -> Callable[[type[R]], type[R]]:
    """Register a row class under its table's name.

    ``plural`` is its list's name in the exchange format; ``owners`` are the tables whose rows
    may own it. ``outside_seal`` rows (and all below them) are no part of the text that is signed.
    """

    def register(cls: type[R]) -> type[R]:
        cls.table, cls.plural, cls.owners = table, plural, owners
        cls.outside_seal = outside_seal
        ROW_TYPES[table] = cls
        return cls

    return register


def reference(*tables: str) -> Any:
    """Declare a field that may hold the id of a row of these tables, or nothing."""
    return field(default=None, metadata={"references": tables})


def references(*tables: str) -> Any:
    """Declare a field that holds a tuple of ids of rows of these tables."""
    return field(default=(), metadata={"references": tables})


def outside_seal(default: Any) -> Any:
    """Declare a field that goes on changing when its row is signed: how far an action has come."""
    return field(default=default, metadata={"outside_seal": True})


def kept_here(default: Any) -> Any:
    """Declare a field that means something in this library alone and is in no meeting file: that
    a text is out for signature, and its seal. It is outside the seal itself.
    """
    return field(default=default, metadata={"outside_seal": True, "kept_here": True})


@once
def fields_of(cls: type[Row]) -> dict[str, dataclasses.Field[Any]]:
    """Return the fields of a row class by name, in order of declaration."""
    return {each.name: each for each in dataclasses.fields(cls)}


@once
def types_of(cls: type) -> dict[str, Any]:
    """Return the resolved type of each field of a dataclass."""
    hints = get_type_hints(cls)
    return {each.name: hints[each.name] for each in dataclasses.fields(cls)}


@once
def reference_fields(cls: type[Row]) -> dict[str, tuple[str, ...]]:
    """Return the fields that name other rows, each with the tables it may name."""
    return {
        name: each.metadata["references"]
        for name, each in fields_of(cls).items()
        if "references" in each.metadata
    }


@once
def fields_outside_seal(cls: type[Row]) -> frozenset[str]:
    """Return the fields that go on changing when a row of this class is signed."""
    fields = fields_of(cls).items()
    return frozenset(name for name, each in fields if "outside_seal" in each.metadata)


@once
def fields_kept_here(cls: type[Row]) -> frozenset[str]:
    """Return the fields that are in no meeting file."""
    fields = fields_of(cls).items()
    return frozenset(name for name, each in fields if "kept_here" in each.metadata)


@once
def owned_types(table: str) -> tuple[type[Row], ...]:
    """Return the row classes that rows of this table may own, in order of registration."""
    return tuple(cls for cls in ROW_TYPES.values() if table in cls.owners)


def new_id() -> str:
    """Return a fresh row id."""
    import uuid  # reads what machine this is when it is imported

    return str(uuid.uuid4())
