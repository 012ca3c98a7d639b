"""Check 27: personal identity numbers, and words about health or crime, are looked at before the
minutes are published (lag 2018:218 3 kap.).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial

from kcdesk.domain.block import Block
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark, Span, Spans, cut, text_of
from kcdesk.domain.row import PLACING, Row, fields_of, reference_fields
from kcdesk.services.check.check import ALL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Fix, Remark, Severity
from kcdesk.services.check.place import at_row
from kcdesk.services.edit_text import Stretch, set_mark
from kcdesk.services.find_sensitive import Sensitive, SensitiveKind, find_sensitive

_LOOKED_FOR = (SensitiveKind.PERSONAL_NUMBER, SensitiveKind.HEALTH, SensitiveKind.CRIME)
"""Phone numbers and addresses are listed before a public copy is made; most may stay."""

_MASKS = (Mark.PERSONAL, Mark.SECRET)
_SKIPPED = frozenset((*PLACING, "note", "sha256", "media_type", "secrecy_ground"))


@lru_cache(maxsize=8192)
def _sensitive(text: str) -> tuple[Sensitive, ...]:
    """Return what is looked for in a text. Paragraphs that did not change are known."""
    return tuple(each for each in find_sensitive(text) if each.kind in _LOOKED_FOR)


def _look(context: CheckContext) -> Iterator[Remark | None]:
    for row in context.rows():
        yield None
        if _is_left_out(context, row):
            continue
        if isinstance(row, Block):
            yield from _in_block(context, row)
        else:
            for name, text in _fields(row):
                for found in _sensitive(text):
                    yield _remark(context, row, found, name)


def _in_block(context: CheckContext, block: Block) -> Iterator[Remark]:
    for found in _sensitive(text_of(block.spans)):
        if all(_is_masked(span) for span in cut(block.spans, found.start, found.end)):
            continue
        fix = Fix(Message("Mask it"), partial(_masked, id=block.id, found=found))
        yield _remark(context, block, found, "", fix)


def _remark(
    context: CheckContext, row: Row, found: Sensitive, field: str, fix: Fix | None = None
) -> Remark:
    known = {"text": found.text}
    if found.kind is SensitiveKind.PERSONAL_NUMBER:
        text = Message("A personal identity number: {text}.", known)
        return Remark(at_row(context, row, field), text, fix=fix)
    text = Message("“{text}” may be about somebody’s health.", known)
    if found.kind is SensitiveKind.CRIME:
        text = Message("“{text}” may be about a crime.", known)
    return Remark(at_row(context, row, field), text, Severity.TIP, fix=fix)


def _masked(records: Records, id: str, found: Sensitive) -> Group:
    """Return the group that masks a passage; an empty one where the text has changed since."""
    block = records.find(Block, id)
    there: Spans = cut(block.spans, found.start, found.end) if block is not None else ()
    if text_of(there) != found.text or all(map(_is_masked, there)):
        return Group(Message("Mask personal data"), ())
    return set_mark(records, (Stretch(id, found.start, found.end),), Mark.PERSONAL)


def _is_masked(span: Span) -> bool:
    return any(mark in span.marks for mark in _MASKS)


def _is_left_out(context: CheckContext, row: Row) -> bool:
    """Whether the public copy leaves a row out as secret; of a secret item the names stay."""
    at: Row | None = row
    while at is not None:
        if getattr(at, "secret", False) and at is not row:
            return True
        if getattr(at, "secret", False) and not isinstance(at, Item):
            return True
        at = context.meeting.row(at.owner_id) if at.owner_id in context.meeting else None
    return False


def _fields(row: Row) -> Iterator[tuple[str, str]]:
    for name in fields_of(type(row)).keys() - _SKIPPED - reference_fields(type(row)).keys():
        value = getattr(row, name)
        if type(value) is str:
            yield name, value


CHECK = Check(
    27,
    Message("Personal identity numbers and words about health or crime are reviewed"),
    "lag 2018:218 3 kap.",
    (Severity.MUST, Severity.TIP),
    ALL,
    _look,
)
