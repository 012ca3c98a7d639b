"""Characters that cannot be printed, and where they stand, to be said before a document is made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import Enum

from kcdesk.domain.body import Body, Numbering
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import numbers
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Span
from kcdesk.domain.row import PLACING, Row, fields_of, reference_fields
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.item_place import item_place

_SURE = re.compile("[ -~\\n\u00a0-\u00ff\u0100-\u017f–—‘’“”„•…€−]*")


def is_surely_printable(text: str) -> bool:
    """Whether a text has only letters that every document's typeface has: nearly all texts do, and
    are known to be printable without opening any font.
    """
    return _SURE.fullmatch(text) is not None


NOT_PRINTED = frozenset((*PLACING, "note"))


def unprintable(
    bundle: MeetingBundle, missing: Callable[[str], tuple[str, ...]]
) -> tuple[Message, ...]:
    """Return a line for each item (and the head) with characters that no font has.

    ``missing`` returns those of a text, each once.
    """
    records = bundle.meeting
    found: dict[str, dict[str, None]] = {}
    for row in (bundle.body.root(Body), *records.subtree(records.root_id)):
        if letters := letters_lacking(row, missing):
            found.setdefault(_item_of(records, row), {}).update(letters)
    numbering = profile(bundle.body, records).numbering
    known = numbers(records, numbering)
    return tuple(
        Message(
            "{place}: {letters}",
            {"place": _place(records, id, known, numbering), "letters": listed_letters(letters)},
        )
        for id, letters in found.items()
    )


def letters_lacking(row: Row, missing: Callable[[str], tuple[str, ...]]) -> dict[str, None]:
    """Return the characters in what is printed of a row that no font has, in order."""
    return {letter: None for text in _texts(row) for letter in missing(text)}


def _texts(row: Row) -> Iterator[str]:
    kind = type(row)
    for name in fields_of(kind).keys() - NOT_PRINTED - reference_fields(kind).keys():
        value = getattr(row, name)
        if isinstance(value, str) and not isinstance(value, Enum):
            yield value
        elif isinstance(value, tuple):
            yield from (each.text for each in value if isinstance(each, Span))


def _item_of(records: Records, row: Row) -> str:
    """Return the id of the item that a row stands in; empty for the head and the people."""
    at: Row | None = row
    while at is not None and not isinstance(at, Item):
        at = records.row(at.owner_id) if at.owner_id in records else None
    return at.id if at is not None else ""


def _place(records: Records, id: str, known: dict[str, str], numbering: Numbering) -> Message:
    if not id:
        return Message("The head and the people")
    return item_place(records, records.get(Item, id), known, numbering)


def listed_letters(letters: Iterable[str]) -> str:
    """Return characters with their codes: a screen may lack the same ones as the fonts."""
    return ", ".join(f"{each} (U+{ord(each):04X})" for each in letters)
