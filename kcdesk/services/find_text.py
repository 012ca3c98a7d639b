"""Finding and replacing a text in all that is written at a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from kcdesk.domain.block import Block
from kcdesk.domain.item import Item
from kcdesk.domain.lock import holder
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.operation import Group, Primitive, Splice
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Span, cut, text_of
from kcdesk.domain.row import PLACING, Row, fields_of, reference_fields

_NOT_WRITTEN = frozenset((*PLACING, "sha256", "media_type", "grid", "target"))
_SPACES = {0x00A0: " ", 0x202F: " "}
"""Spaces that do not break are spaces to whoever looks for one."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for, and how strictly."""

    text: str
    match_case: bool = False
    whole_words: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """It as a pattern, to be held against text with plain spaces."""
        written = re.escape(self.text.translate(_SPACES))
        if self.whole_words:
            written = rf"(?<!\w){written}(?!\w)"
        return re.compile(written, 0 if self.match_case else re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextHit:
    """One place: the item, the row in it, the field (``spans``: a paragraph), and from where to
    where in code points.
    """

    item_id: str
    row_id: str
    field: str
    start: int
    end: int


def find_text(records: Records, sought: Sought) -> tuple[TextHit, ...]:
    """Return where a text stands, item by item in the order of the agenda."""
    if not sought.text.strip():
        return ()
    pattern = sought.pattern
    return tuple(
        TextHit(item.id, row.id, field, *match.span())
        for item in ordered_items(records)
        for row in _rows_of(records, item)
        for field, text in _texts(row)
        for match in pattern.finditer(text.translate(_SPACES))
    )


def free_hits(records: Records, hits: Sequence[TextHit]) -> tuple[TextHit, ...]:
    """Return the places that may be written anew: none in what is out for signature or sealed."""
    held: dict[str, bool] = {}
    for hit in hits:
        if hit.row_id not in held:
            held[hit.row_id] = holder(records, hit.row_id) is not None
    return tuple(hit for hit in hits if not held[hit.row_id])


def replace_text(records: Records, hits: Sequence[TextHit], text: str) -> Group:
    """Return the group that writes ``text`` at places found, in the form of what was there."""
    label = Message("Replace text") if len(hits) == 1 else Message("Replace text everywhere")
    operations: list[Primitive] = []
    ordered = sorted(hits, key=_by_place)
    for (row_id, field), places in groupby(ordered, key=_place):
        backwards = sorted(places, key=_start, reverse=True)  # earlier offsets stay true
        if field == "spans":
            operations += _splices(records.get(Block, row_id), backwards, text)
        else:
            operations += records.setting(row_id, field, _written(records, backwards, text))
    return Group(label, tuple(operations))


def _rows_of(records: Records, item: Item) -> Iterator[Row]:
    """Yield an item and what belongs to it; not its sub-items, which come for themselves."""
    below = {id for sub in records.children(item.id, Item) for id in _ids(records, sub)}
    yield from (row for row in records.subtree(item.id) if row.id not in below)


def _ids(records: Records, item: Item) -> Iterable[str]:
    return (row.id for row in records.subtree(item.id))


def _texts(row: Row) -> Iterator[tuple[str, str]]:
    if isinstance(row, Block):
        yield "spans", text_of(row.spans)
        return
    kind = type(row)
    referring = reference_fields(kind)
    for name in fields_of(kind):
        value = getattr(row, name)
        written = name not in _NOT_WRITTEN and name not in referring
        if written and isinstance(value, str) and not isinstance(value, Enum):
            yield name, value


def _splices(block: Block, backwards: Sequence[TextHit], text: str) -> Iterator[Splice]:
    for hit in backwards:
        removed = cut(block.spans, hit.start, hit.end)
        first = removed[0]
        inserted = (Span(text, first.marks, first.link),) if text else ()
        yield Splice(block.id, hit.start, removed, inserted)


def _written(records: Records, backwards: Sequence[TextHit], text: str) -> str:
    first = backwards[0]
    row = next(row for row in records.subtree(first.row_id) if row.id == first.row_id)
    written: str = getattr(row, first.field)
    for hit in backwards:
        written = written[: hit.start] + text + written[hit.end :]
    return written


def _place(hit: TextHit) -> tuple[str, str]:
    return hit.row_id, hit.field


def _by_place(hit: TextHit) -> tuple[str, str, int]:
    return hit.row_id, hit.field, hit.start


def _start(hit: TextHit) -> int:
    return hit.start
