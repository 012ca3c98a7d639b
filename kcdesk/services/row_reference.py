"""Finding what names rows that are about to go, so that no reference dangles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kcdesk.domain.operation import Primitive
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row, reference_fields


@dataclass(frozen=True, slots=True)
class Reference:
    """A field of a row that names at least one of the rows in question."""

    row: Row
    field: str


def references_to(records: Records, gone: frozenset[str]) -> Iterator[Reference]:
    """Yield every field of a remaining row that names a row in ``gone``."""
    for row in records:
        if row.id in gone:
            continue
        for name in reference_fields(type(row)):
            value = getattr(row, name)
            named = (value,) if isinstance(value, str) else (value or ())
            if not gone.isdisjoint(named):
                yield Reference(row, name)


def cleared(records: Records, reference: Reference, gone: frozenset[str]) -> tuple[Primitive, ...]:
    """Return the operation that makes a field no longer name the rows in ``gone``."""
    value = getattr(reference.row, reference.field)
    rest = tuple(id for id in value if id not in gone) if isinstance(value, tuple) else None
    return records.setting(reference.row.id, reference.field, rest)
