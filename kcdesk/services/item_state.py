"""What stood in an item at one time, as lines to read and compare."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from kcdesk.domain.block import Block
from kcdesk.domain.item import Item
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import text_of
from kcdesk.domain.row import PLACING, Row, fields_of, reference_fields

State = tuple[Row, ...]
"""An item with all that it owned, owners first; nothing where it was not there."""

NOT_READ = (*PLACING, "sha256", "media_type", "size", "grid", "line", "column", "level", "target")
"""Fields that nobody reads as text."""


def _plain_clock(clock: ClockTime) -> str:
    return f"{clock.time:%H:%M}"


def state_of(records: Records, item_id: str) -> State:
    """Return the item as it stands in these rows."""
    return records.subtree(item_id) if item_id in records else ()


def state_text(
    state: State,
    names: dict[str, str],
    label: Callable[[Row, str], str] | None = None,
    clock: Callable[[ClockTime], str] = _plain_clock,
) -> str:
    """Return the words of a state, a line for each field or paragraph; ``names`` are those of the
    rows that it names: participants. ``label`` says what a field is called, ``clock`` how a time of
    day is written.
    """
    lines = [
        f"{word}: {said}" if (word := label(row, field) if label and field else "") else said
        for row in _by_reading(state)
        for field, said in _lines(row, names, clock)
    ]
    return "\n".join(lines)


def names_in(records: Records) -> dict[str, str]:
    """Return the names of all rows that have one."""
    named = ((row.id, getattr(row, "name", "")) for row in records)
    return {id: name for id, name in named if isinstance(name, str) and name}


def _by_reading(state: State) -> Iterator[Row]:
    """Yield the item's own rows, then those of its sub-items, each with what it owns."""
    if not state:
        return
    owned: dict[str, list[Row]] = {}
    for row in state[1:]:
        owned.setdefault(row.owner_id, []).append(row)
    waiting = [state[0]]
    while waiting:
        row = waiting.pop()
        yield row
        below = owned.get(row.id, [])
        later = [each for each in below if isinstance(each, Item)]
        own = [each for each in below if not isinstance(each, Item)]
        waiting += reversed([*own, *later])


def _lines(
    row: Row, names: dict[str, str], clock: Callable[[ClockTime], str]
) -> Iterator[tuple[str, str]]:
    """Yield fields with what they say; a paragraph is no field."""
    if isinstance(row, Block):
        yield "", text_of(row.spans)
        return
    references = reference_fields(type(row))
    for name in fields_of(type(row)):
        if name in NOT_READ or name.endswith("composed"):
            continue
        value = getattr(row, name)
        if name in references:
            ids = (value,) if isinstance(value, str) else (value or ())
            said = ", ".join(names[id] for id in ids if id in names)
        else:
            said = clock(value) if isinstance(value, ClockTime) else _said(value)
        if said:
            yield name, said


def _said(value: Any) -> str:
    match value:
        case Moment(text=text) if text:
            return text
        case Moment(day=day) if day is not None:
            return day.isoformat()
        case date():
            return value.isoformat()
        case int() if type(value) is int:
            return str(value)
        case str() if type(value) is str:
            return value
        case _:  # what is chosen rather than written
            return ""
