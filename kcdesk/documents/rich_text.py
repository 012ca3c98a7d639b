"""Rich text as pieces: paragraphs, headings, nested lists, att-satser, tables."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kcdesk.documents.grid import grid_table
from kcdesk.documents.layout.container import Container, without_stragglers
from kcdesk.documents.layout.line import Stretch
from kcdesk.documents.layout.paragraph import Paragraph
from kcdesk.documents.layout.piece import Piece
from kcdesk.documents.style import TextStyle
from kcdesk.documents.tagging.element import LIST_DECIMAL, LIST_DISC, Element
from kcdesk.documents.typesetter import Typesetter
from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.richtext import text_of

Pieces = list[Piece | Container]

_LISTED = (BlockKind.BULLET, BlockKind.NUMBERED, BlockKind.CLAUSE)
_INDENT = 16.0
_DEEPEST = 6  # lists are not moved in further than this
_SHORT = 250  # characters of a paragraph that may be kept with the next
_BULLETS = ("•", "–")


def rich_text(
    setter: Typesetter,
    parent: Element,
    blocks: Sequence[Block],
    *,
    width: float,
    heading_level: int = 3,
    lead: str = "",
) -> Pieces:
    """Return the pieces of a text. ``lead`` is a run-in heading: bold words before the text."""
    pieces: Pieces = []
    blocks = [block for block in blocks if block.kind is BlockKind.CELL or text_of(block.spans)]
    if lead and (not blocks or blocks[0].kind is not BlockKind.PARAGRAPH):
        label = setter.paragraph(parent.add("P"), lead, setter.styles.label)
        pieces.append(label)
        lead = ""
    is_short = False  # the paragraph before
    for kind, group in groupby(blocks, _group_key):
        members = list(group)
        if kind == "list":
            entries = ListSetter(setter, members).pieces(parent)
            last = pieces[-1] if pieces else None
            if isinstance(last, Paragraph):
                last.announces = last.announces or is_short
                last.after = setter.styles.list_item.after  # it belongs to what it leads to
            pieces += without_stragglers(entries)
        elif kind == "paragraph":
            for block in members:
                stretches = lead_in(setter, lead, setter.styles.text) if lead else []
                stretches += setter.rich(block.spans, setter.styles.text)
                element = setter.typed(parent.add("P"))
                paragraph = setter.paragraph(element, stretches, setter.styles.text)
                words = text_of(block.spans).rstrip()
                is_short = len(words) < _SHORT
                paragraph.announces = words.endswith(":") and is_short
                pieces.append(paragraph)
                lead = ""
        elif kind == "heading":
            for block in members:
                role = f"H{min(heading_level, 6)}"
                pieces.append(setter.paragraph(parent.add(role), block.spans, setter.styles.label))
        else:
            pieces.append(grid_table(setter, parent, members, width))
    return with_headings(pieces, setter.styles.label)


def lead_in(setter: Typesetter, lead: str, style: TextStyle) -> list[Stretch]:
    """Return a run-in heading and the space after it."""
    words = lead if lead[-1:] in ".:?!" else f"{lead}."
    return [*setter.plain(words, style, strong=True), *setter.plain(" ", style)]


def with_headings(pieces: Pieces, label: TextStyle) -> Pieces:
    """Keep each heading, and each line that ends in a colon, with the piece after it."""
    kept: Pieces = []
    waiting: Pieces = []
    for piece in pieces:
        if isinstance(piece, Paragraph) and (piece.style is label or piece.announces):
            waiting.append(piece)
        elif waiting:
            kept.append(Container([*waiting, piece], heading=len(waiting)))
            waiting = []
        else:
            kept.append(piece)
    return [*kept, *waiting]


def _group_key(block: Block) -> str:
    if block.kind in _LISTED:
        return "list"
    if block.kind is BlockKind.CELL:
        return f"grid {block.grid}"
    return block.kind.value


class ListSetter:
    """Sets neighbouring list blocks as one list with lists inside it."""

    def __init__(self, setter: Typesetter, blocks: Sequence[Block]) -> None:
        self._setter = setter
        self._blocks = blocks
        self._single_clause = sum(b.kind is BlockKind.CLAUSE for b in blocks) == 1

    def pieces(self, parent: Element) -> list[Piece]:
        """Return one paragraph an entry."""
        style = self._setter.styles.list_item
        pieces: list[Piece] = []
        lists: list[tuple[int, BlockKind, Element]] = []  # open lists: level, kind, element
        bodies: dict[int, Element] = {}
        counts: dict[int, int] = {}
        for block in self._blocks:
            while lists and (
                lists[-1][0] > block.level
                or (lists[-1][0] == block.level and lists[-1][1] is not block.kind)
            ):
                counts.pop(lists.pop()[0], None)
            if not lists or lists[-1][0] < block.level:
                owner = bodies[lists[-1][0]] if lists else parent
                numbering = LIST_DISC if block.kind is BlockKind.BULLET else LIST_DECIMAL
                lists.append((block.level, block.kind, owner.add("L", numbering)))
                counts[block.level] = 0
            counts[block.level] += 1
            entry = lists[-1][2].add("LI")
            label = entry.add("Lbl")
            bodies[block.level] = body = entry.add("LBody")
            depth = min(len(lists) - 1, _DEEPEST)
            text = self._label(block, counts[block.level], depth)
            indent = (depth + bool(text)) * _INDENT
            pieces.append(
                self._setter.paragraph(
                    body.add("P"),
                    block.spans,
                    style,
                    indent=indent,
                    label=self._setter.label(label, text, style, depth * _INDENT + 2.0)
                    if text
                    else None,
                )
            )
        pieces[-1].after = self._setter.styles.text.after
        return pieces

    def _label(self, block: Block, count: int, depth: int) -> str:
        if block.kind is BlockKind.BULLET:
            return _BULLETS[min(depth, 1)]
        if block.kind is BlockKind.CLAUSE and self._single_clause:
            return ""
        if depth == 1 and count <= 26:
            return f"{chr(ord('a') + count - 1)}."
        return f"{count}."
