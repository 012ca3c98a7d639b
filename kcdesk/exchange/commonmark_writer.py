"""Blocks to CommonMark, for text that goes elsewhere.

CommonMark can say paragraphs, headings, nested lists, bold, italic, links and line breaks; these
come back from ``read_commonmark`` as they were. Clauses become numbered items and tables lines of
text; other marks are dropped. Text itself is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.link import is_link
from kcdesk.domain.richtext import Mark, Span, Spans, cut, length, normal, plain, text_of
from kcdesk.exchange.commonmark_reader import read_commonmark

_ALWAYS = re.compile(r"[\\`*_\[\]<>&]")
_ESCAPE = r"\\\g<0>"
_CLOSING = re.compile(r"(?<=[ \t])#+$")
_AT_LINE_START = re.compile(r"^([ \t]*)([-+=~#]|(?P<number>[0-9]{1,9})(?=[.)]))")
_LISTS = {
    BlockKind.BULLET: BlockKind.BULLET,
    BlockKind.NUMBERED: BlockKind.NUMBERED,
    BlockKind.CLAUSE: BlockKind.NUMBERED,
}
_DEEPEST_HEADING = 6


def write_commonmark(blocks: Iterable[Block]) -> str:
    """Return blocks as CommonMark; empty ones are left out."""
    written: list[tuple[bool, str]] = []
    lists = _Lists()
    for block in _without_tables(blocks):
        if not block.spans:
            continue
        kind = _LISTS.get(block.kind)
        if kind is None:
            lists.end()
            written.append((False, _alone(block)))
        else:
            written.append((True, lists.item(kind, block)))
    text = ""
    for index, (in_list, piece) in enumerate(written):
        tight = in_list and index > 0 and written[index - 1][0]
        text += ("" if not index else "\n" if tight else "\n\n") + piece
    return f"{text}\n" if text else ""


class _Lists:
    """The lists that are open, from the outermost: kind, number of items, and where text begins."""

    def __init__(self) -> None:
        self._open: list[tuple[BlockKind, int, int]] = []

    def end(self) -> None:
        """End all lists."""
        self._open.clear()

    def item(self, kind: BlockKind, block: Block) -> str:
        """Return the next item; one level deeper than its forerunner at most."""
        del self._open[block.level + 1 :]
        level = min(block.level, len(self._open))
        count = 1
        if level < len(self._open):
            same, so_far, _ = self._open.pop()
            count = so_far + 1 if same is kind else 1
        indent = self._open[-1][2] if self._open else 0
        marker = "- " if kind is BlockKind.BULLET else f"{count}. "
        self._open.append((kind, count, indent + len(marker)))
        lines = inline(block.spans).split("\n")
        rest = "".join(f"\n{' ' * (indent + len(marker))}{line}" for line in lines[1:])
        return f"{' ' * indent}{marker}{lines[0]}{rest}"


def _alone(block: Block) -> str:
    if block.kind is not BlockKind.HEADING:
        return inline(block.spans)
    signs = "#" * min(block.level + 1, _DEEPEST_HEADING)
    # A heading has one line, and number signs at its end would be taken as its own.
    text = inline(block.spans).replace("\\\n", "&#10;")
    return f"{signs} {_CLOSING.sub(_ESCAPE, text)}"


def inline(spans: Spans) -> str:
    """Return the text of one block with the marks that CommonMark can say where they stand."""
    sayable = normal(_sayable(span) for span in spans)
    for attempt in (sayable, _hoisted(sayable)):
        written = _written(attempt)
        if all(_is_plain(span) for span in attempt) or _comes_back(written, attempt):
            return written
    return _written(plain(text_of(spans)))


def _sayable(span: Span) -> Span:
    marks = tuple(mark for mark in span.marks if mark in (Mark.BOLD, Mark.ITALIC))
    link = span.link if span.link and is_link(span.link) else None
    return Span(span.text, marks, link)


def _is_plain(span: Span) -> bool:
    return not span.marks and span.link is None


def _comes_back(written: str, spans: Spans) -> bool:
    found = read_commonmark(written)
    return len(found) == 1 and found[0].spans == spans


def _hoisted(spans: Spans) -> Spans:
    """Return spans whose marks leave out spaces at their ends, where no mark can begin or end."""
    parts: list[Span] = []
    for span in spans:
        body = span.text.strip()
        start = span.text.index(body)
        parts += [
            replace(span, text=span.text[:start], marks=()),
            replace(span, text=body),
            replace(span, text=span.text[start + len(body) :], marks=()),
        ]
    return normal(parts)


def _written(spans: Spans) -> str:
    text = text_of(spans)
    tail = len(text) - len(text.rstrip("\n"))
    lines = []
    at = 0
    for line in text[: len(text) - tail].split("\n"):
        lines.append(_line(cut(spans, at, at + len(line))))
        at += len(line) + 1
    return "\\\n".join(lines) + "&#10;" * tail


def _line(spans: Spans) -> str:
    size = length(spans)
    line = ""
    at = 0
    for span in spans:
        if span.link is not None and line.endswith("!"):
            line = line[:-1] + "\\!"  # or it would be a picture
        line += _marked(
            span, _spaced(span.text, at_start=not at, at_end=at + len(span.text) == size)
        )
        at += len(span.text)
    return line


def _spaced(text: str, *, at_start: bool, at_end: bool) -> str:
    """Return escaped text; spaces at the ends of a line, which do not count, become entities."""
    body = text.lstrip() if at_start else text
    head = text[: len(text) - len(body)]
    core = body.rstrip() if at_end else body
    escaped = _escaped(core, at_start=at_start)
    return f"{_entities(head)}{escaped}{_entities(body[len(core) :])}"


def _escaped(text: str, *, at_start: bool) -> str:
    escaped = _ALWAYS.sub(_ESCAPE, text)
    if at_start and (found := _AT_LINE_START.match(escaped)):
        number = found["number"]
        at = found.end() if number else found.start(2)
        escaped = f"{escaped[:at]}\\{escaped[at:]}"
    return escaped


def _entities(space: str) -> str:
    return "".join(f"&#{ord(letter)};" for letter in space)


def _marked(span: Span, text: str) -> str:
    if Mark.ITALIC in span.marks:
        text = f"*{text}*"
    if Mark.BOLD in span.marks:
        text = f"**{text}**"
    if span.link is not None:
        address = re.sub(r"[\\<>&]", _ESCAPE, span.link)
        text = f"[{text}](<{address}>)"
    return text


def _without_tables(blocks: Iterable[Block]) -> Sequence[Block]:
    """Return blocks with each line of a table as a paragraph, its cells parted by strokes."""
    found: list[Block] = []
    for (grid, line), run in groupby(blocks, key=_line_of_table):
        cells = list(run)
        if grid is None:
            found += cells
            continue
        spans: list[Span] = []
        for cell in cells:
            spans += [Span(" | "), *cell.spans] if cell is not cells[0] else cell.spans
        found.append(Block(id=f"{grid} {line}", spans=normal(spans)))
    return found


def _line_of_table(block: Block) -> tuple[str | None, int]:
    return (block.grid or "", block.line) if block.kind is BlockKind.CELL else (None, 0)
