"""Read plain text as mail programs and text editors put it on the clipboard.

A line is a paragraph, an empty line only keeps two apart. Lines with a bullet are a list, and so
are lines that count from one, just as they are where somebody types them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.richtext import plain
from kcdesk.services.edit_text import DEEPEST
from kcdesk.services.margin import Margins, margin_of
from kcdesk.services.read_html import clean_text

_MARK = re.compile(r"(?:[-–•*·▪◦‣]|(?P<number>\d{1,3})[.)])[ \t\u00a0]+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that says something, without the mark of a list that stands before it."""

    margin: int
    mark: str
    number: int
    text: str


def read_plain(text: str, owner_id: str) -> list[Block]:
    """Return the blocks of a text, without ids. A text of one line stays as it is."""
    lines = [clean_text(line) for line in re.split(r"\r\n|\n|\r", text)]
    if len(lines) == 1:
        return [Block(id="", owner_id=owner_id, spans=plain(lines[0]))]
    return list(_blocks([_read(line) for line in lines if line.strip()], owner_id))


def _blocks(lines: Sequence[_Line], owner_id: str) -> Iterator[Block]:
    margins = Margins()
    for line, kind in _with_kinds(lines):
        if kind is BlockKind.PARAGRAPH:
            margins = Margins()
            yield Block(id="", owner_id=owner_id, spans=plain(line.mark + line.text))
            continue
        level = min(margins.depth(line.margin), DEEPEST)
        yield Block(id="", owner_id=owner_id, kind=kind, level=level, spans=plain(line.text))


def _with_kinds(lines: Sequence[_Line]) -> Iterator[tuple[_Line, BlockKind]]:
    """Say what each line is: numbers are a list's only where they count from one."""
    for marked, run in groupby(lines, key=_is_marked):
        found = list(run)
        counts: dict[int, list[int]] = {}
        for each in found:
            if each.number:
                counts.setdefault(each.margin, []).append(each.number)
        for each in found:
            numbers = counts.get(each.margin, [])
            counting = len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
            if not marked or (each.number and not counting):
                yield each, BlockKind.PARAGRAPH
            else:
                yield each, BlockKind.NUMBERED if each.number else BlockKind.BULLET


def _is_marked(line: _Line) -> bool:
    return bool(line.mark)


def _read(line: str) -> _Line:
    margin = margin_of(line)
    rest = line.strip()
    mark = _MARK.match(rest)
    if mark is None:
        return _Line(margin, "", 0, rest)
    return _Line(margin, mark.group(), int(mark["number"] or 0), rest[mark.end() :])
