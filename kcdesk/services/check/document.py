"""Check 34: what the PDF needs to be read by everybody and kept for ever: a title, a language,
heads of tables, words for links, and a glyph for every character (lag 2018:1937; Riksarkivet).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.message import Message
from kcdesk.services.check.check import ALL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.place import at_body, at_head, at_row
from kcdesk.services.unprintable import letters_lacking, listed_letters

LANGUAGES = ("sv", "en")


def _look(context: CheckContext) -> Iterator[Remark | None]:
    body = context.body_root
    if not (context.root.title.strip() or body.name.strip() or body.organisation.strip()):
        text = Message("The document has no title: neither body nor meeting has a name.")
        yield Remark(at_body(context, "name"), text, certain=False)
    if context.profile.language not in LANGUAGES:
        text = Message("The language of the document is not known.")
        yield Remark(at_head(context, "language"), text)
    yield from _tables(context)
    yield from _glyphs(context)


def _tables(context: CheckContext) -> Iterator[Remark]:
    """Tables without a head: a screen reader cannot tell what a number is of."""
    heads: dict[str, bool] = {}
    first: dict[str, Block] = {}
    for block in context.meeting.all(Block):
        if block.kind is BlockKind.CELL and block.grid is not None:
            heads[block.grid] = heads.get(block.grid, False) or block.header
            first.setdefault(block.grid, block)
    for grid, has_head in heads.items():
        if not has_head:
            text = Message("The table has no head: a screen reader cannot name its columns.")
            yield Remark(at_row(context, first[grid]), text)


def _glyphs(context: CheckContext) -> Iterator[Remark | None]:
    for row in chain((context.body_root,), context.rows()):
        yield None
        letters = letters_lacking(row, context.missing_glyphs)
        if letters:
            known = {"letters": listed_letters(letters)}
            text = Message("No font has these characters: {letters}.", known)
            yield Remark(at_row(context, row), text)


CHECK = Check(
    34,
    Message("The PDF has a title, a language, heads of tables, and a glyph for each character"),
    "lag 2018:1937; Riksarkivet",
    (Severity.PRACTICE,),
    ALL,
    _look,
)
