"""A changed field in words: its label, which part it is of, and the values on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from kcdesk.domain.block import Block
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.richtext import text_of
from kcdesk.domain.row import Row, reference_fields
from kcdesk.i18n import _, render
from kcdesk.services.field_change import MOVED, FieldChange
from kcdesk.ui.desktop.choice_word import value_words
from kcdesk.ui.desktop.field_word import FIELDS

_LONGEST_NAME = 40
_NAMING = ("text", "heading", "title", "name", "label", "who")


class ChangeLine(NamedTuple):
    """What is told of one change."""

    label: str
    before: str
    after: str


def change_lines(
    changes: Iterable[FieldChange], names: Mapping[str, str], item_id: str
) -> tuple[ChangeLine, ...]:
    """Return a line for each change; ``names`` are those of rows. Parts of the item are told by
    their own words, the item itself is known.
    """
    return tuple(_line(each, names, item_id) for each in changes)


def field_label(row: Row, field: str) -> str:
    """Return what a field is called; empty for one that stands for itself."""
    word = FIELDS.get(row.table, {}).get(field)
    return render(word) if word is not None else ""


def stated(row: Row, field: str) -> str:
    """Return what stands in a field that is no text, as the window writes days and times. What was
    chosen is told where it changes (``change_lines``).
    """
    value = getattr(row, field)
    return value_words(value) if isinstance(value, Moment | ClockTime | date) else ""


def stated_whole(row: Row, field: str) -> str:
    """Return the same with what was chosen, unless it is the usual: of an item that came or went
    nothing else tells it.
    """
    value = getattr(row, field)
    if not isinstance(value, bool | StrEnum):
        return stated(row, field)
    if value == getattr(type(row)(id=row.id), field) or not field_label(row, field):
        return ""
    return value_words(value)


def _line(change: FieldChange, names: Mapping[str, str], item_id: str) -> ChangeLine:
    row = change.row
    if change.field == MOVED:
        label = _("Place")
        before, after = "", _("moved")
    else:
        label = field_label(row, change.field)
        before, after = (
            _value(row, change.field, each, names) for each in (change.before, change.after)
        )
    known = row.id == item_id or change.field in _NAMING
    name = "" if known else _name(row, names)
    if name:
        label = _("{field} (“{part}”)", field=label, part=name)
    return ChangeLine(label, before, after)


def _value(row: Row, field: str, value: Any, names: Mapping[str, str]) -> str:
    if field in reference_fields(type(row)):
        ids = (value,) if isinstance(value, str) else (value or ())
        return ", ".join(names.get(id, "") for id in ids)
    return value_words(value)


def _name(row: Row, names: Mapping[str, str]) -> str:
    """Return what tells a part from its like: its first words, or whose it is."""
    if isinstance(row, Block):
        said = text_of(row.spans)
    else:
        said = next((value for each in _NAMING if (value := getattr(row, each, ""))), "")
        said = said or names.get(getattr(row, "participant_id", None) or "", "")
    short = " ".join(said.split())
    return short if len(short) <= _LONGEST_NAME else f"{short[:_LONGEST_NAME].rstrip()}…"
