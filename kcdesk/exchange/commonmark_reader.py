"""CommonMark to blocks, for text that comes from elsewhere (import, paste).

What blocks have no form for becomes plain text: code, pictures (their description), quotations.
HTML is text like any other; what may be a link is settled in ``domain.link``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.link import is_link
from kcdesk.domain.position import spread
from kcdesk.domain.richtext import Mark, Span, Spans, normal, plain
from kcdesk.domain.row import new_id

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LISTS = {"bullet_list": BlockKind.BULLET, "ordered_list": BlockKind.NUMBERED}
_MARKS = {"strong": Mark.BOLD, "em": Mark.ITALIC}


def read_commonmark(text: str) -> tuple[Block, ...]:
    """Return the blocks of a CommonMark text, with new ids and positions and without an owner."""
    reader = _Reader()
    for token in _parser().parse(text):
        reader.take(token)
    places = spread(len(reader.found))
    return tuple(
        Block(id=new_id(), position=position, kind=kind, level=level, spans=spans)
        for position, (kind, level, spans) in zip(places, reader.found, strict=True)
    )


class _Reader:
    """Turns the parser's tokens into blocks, one by one."""

    def __init__(self) -> None:
        self.found: list[tuple[BlockKind, int, Spans]] = []
        self._lists: list[BlockKind] = []
        self._begins_item = False
        self._heading = 0

    def take(self, token: Token) -> None:
        """Take in the next token."""
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _LISTS and token.nesting > 0:
            self._lists.append(_LISTS[name])
        elif name in _LISTS:
            self._lists.pop()
        elif name == "list_item":
            self._begins_item = token.nesting > 0
        elif name == "heading":
            self._heading = int(token.tag[1]) if token.nesting > 0 else 0
        elif token.type == "inline":
            self._add(_spans(token.children or ()))
        elif name in ("code_block", "fence"):
            self._add(plain(token.content.rstrip("\n")))

    def _add(self, spans: Spans) -> None:
        if self._heading:
            self.found.append((BlockKind.HEADING, self._heading - 1, spans))
        elif self._begins_item:
            self.found.append((self._lists[-1], len(self._lists) - 1, spans))
        elif spans:
            self.found.append((BlockKind.PARAGRAPH, 0, spans))
        self._begins_item = False


def _spans(tokens: Sequence[Token]) -> Spans:
    """Return the text of inline tokens with its marks and links."""
    marks: list[Mark] = []
    links: list[str | None] = []
    found: list[Span] = []
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _MARKS and token.nesting > 0:
            marks.append(_MARKS[name])
        elif name in _MARKS:
            marks.pop()
        elif token.type == "link_open":
            address = str(token.attrs.get("href", ""))
            links.append(address if is_link(address) else None)
        elif token.type == "link_close":
            links.pop()
        else:
            found.append(Span(_text(token), tuple(marks), links[-1] if links else None))
    return normal(found)


def _text(token: Token) -> str:
    """Return what an inline token says; a line's end in the source is a space."""
    return {"hardbreak": "\n", "softbreak": " "}.get(token.type, token.content)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False})
    # Addresses are kept as written; which of them become links is settled here, not there.
    parser.normalizeLink = _as_written  # type: ignore[method-assign, assignment]
    parser.normalizeLinkText = _as_written  # type: ignore[method-assign, assignment]
    parser.validateLink = _any  # type: ignore[method-assign, assignment]
    return parser


def _as_written(address: str) -> str:
    return address


def _any(_address: str) -> bool:
    return True
