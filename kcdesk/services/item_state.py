"""What stood in an item at one time, as lines to read and compare."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

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


def state_of(records: Records, item_id: str) -> State:
    """Return the item as it stands in these rows."""
    return records.subtree(item_id) if item_id in records else ()


def state_text(
    state: State,
    names: dict[str, str],
    label: Callable[[Row, str], str] | None = None,
    value: Callable[[Row, str], str] | None = None,
) -> str:
    """Return the words of a state, a line for each field or paragraph; ``names`` are those of the
    rows that it names: participants. ``label`` says what a field is called, ``value`` what stands
    in it where that is no text: a day, a time, what was chosen (empty: nothing to tell).
    """
    lines = [
        f"{word}: {said}" if (word := label(row, field) if label and field else "") else said
        for row in _by_reading(state)
        for field, said in _lines(row, names, value or _plain_value)
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
    row: Row, names: dict[str, str], value_of: Callable[[Row, str], str]
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
        elif type(value) in (str, int):
            said = str(value)
        else:
            said = value_of(row, name)
        if said:
            yield name, said


def _plain_value(row: Row, field: str) -> str:
    match getattr(row, field):
        case Moment(text=text) if text:
            return text
        case Moment(day=day) if day is not None:
            return day.isoformat()
        case ClockTime(time=time):
            return f"{time:%H:%M}"
        case date() as day:
            return day.isoformat()
        case _:  # what is chosen rather than written
            return ""
