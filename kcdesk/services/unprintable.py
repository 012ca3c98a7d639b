"""Characters that cannot be printed, and where they stand, to be said before a document is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
        for text in _texts(row):
            for letter in missing(text):
                found.setdefault(_item_of(records, row), {})[letter] = None
    numbering = profile(bundle.body, records).numbering
    known = numbers(records, numbering)
    return tuple(
        Message(
            "{place}: {letters}",
            {"place": _place(records, id, known, numbering), "letters": _listed(letters)},
        )
        for id, letters in found.items()
    )


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
    number = known.get(id)
    if not number:
        return Message("{name}", {"name": records.get(Item, id).name})
    if numbering is Numbering.PARAGRAPH:
        return Message("§ {number}", {"number": number})
    return Message("Item {number}", {"number": number})


def _listed(letters: dict[str, None]) -> str:
    """Return characters with their codes: a screen may lack the same ones as the fonts."""
    return ", ".join(f"{each} (U+{ord(each):04X})" for each in letters)
