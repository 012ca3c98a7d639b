"""Tables that breathe: hair lines between rows, no vertical ones, the head again on each page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kcdesk.documents.column_width import GUTTER, NARROWEST, column_widths
from kcdesk.documents.fonts import width as text_width
from kcdesk.documents.layout.container import Container, without_stragglers
from kcdesk.documents.layout.line import Stretch
from kcdesk.documents.layout.page_number import LinkedNumber, PageOf
from kcdesk.documents.layout.piece import Piece, Stack
from kcdesk.documents.layout.row import Cell, Row, RowRule
from kcdesk.documents.style import FINE, HAIRLINE, TextStyle
from kcdesk.documents.tagging.element import TABLE_HEAD_COLUMN, TABLE_HEAD_ROW, Element
from kcdesk.documents.text import clean, printed
from kcdesk.documents.typesetter import Content, Typesetter, ink

CellText = Sequence[Content | Sequence[Stretch] | PageOf]
"""The paragraphs of a cell, and numbers of pages."""

_LOOKED_AT = 200  # letters of a cell that a column is measured by
_KEPT_WHOLE = 5  # rows of a table that does not part
_SUM_KEPT_WHOLE = 16  # the same where a sum is read with its rows: the votes of a committee
_LONGEST_NUMBER = "0000"  # as wide as the number of a page can be
_AMOUNT = re.compile(r"[−–-]?\d[\d   .,]*( ?(%|kr|kronor|tkr))?")


@dataclass(frozen=True, slots=True)
class TableText:
    """What a table says. ``row_heads`` marks the first column as the heads of its rows.

    ``shares`` are the columns' parts of the width; empty: as their contents ask. ``padding`` is the
    space above and below each row; ``align_amounts`` sets columns of numbers to the right.
    ``total`` marks the last row as the sum of the others.
    """

    head: Sequence[CellText]
    rows: Sequence[Sequence[CellText]]
    shares: Sequence[float] = ()
    row_heads: bool = False
    padding: float = 3.5
    align_amounts: bool = True
    total: bool = False


def table(setter: Typesetter, parent: Element, text: TableText, width: float) -> Container:
    """Return a table as one container whose head stays with its first row."""
    count = max([len(text.head), *(len(row) for row in text.rows)], default=0)
    columns = _Columns(setter, text, count, width)
    element = parent.add("Table")
    head: Row | None = None
    rows: list[Row] = []
    if text.head:
        cells = element.add("THead").add("TR")
        head = columns.row(
            [cells.add("TH", TABLE_HEAD_COLUMN) for _ in range(count)],
            text.head,
            setter.styles.column_head,
            RowRule(FINE, setter.styles.ink),
        )
        rows.append(head)
    body = element.add("TBody") if text.rows else element
    for number, each in enumerate(text.rows, 1):
        line = body.add("TR")
        elements = [
            line.add("TH", TABLE_HEAD_ROW) if text.row_heads and at == 0 else line.add("TD")
            for at in range(count)
        ]
        style, rule = setter.styles.small, RowRule(HAIRLINE, setter.styles.faint)
        if text.total and number >= len(text.rows) - 1:
            rule = RowRule(FINE, setter.styles.ink)
            style = setter.styles.small_strong if number == len(text.rows) else style
        rows.append(columns.row(elements, each, style, rule, head))
    whole = len(text.rows) <= (_SUM_KEPT_WHOLE if text.total else _KEPT_WHOLE)
    return Container(
        rows if whole or not head else [head, *without_stragglers(rows[1:])],
        heading=1 if head else 0,
        before=8.0,
        after=10.0,
        together=whole,
    )


class _Columns:
    """Where a table's columns stand, and which of them hold amounts."""

    def __init__(self, setter: Typesetter, text: TableText, count: int, width: float) -> None:
        self._setter = setter
        total = sum(text.shares)
        self.widths = [width * each / total for each in text.shares] or _asked(
            setter, text, count, width
        )
        self._padding = text.padding
        self._amounts = [
            _is_of_pages(text, at) or (text.align_amounts and _is_amount(text, at))
            for at in range(count)
        ]

    def row(
        self,
        elements: Sequence[Element],
        texts: Sequence[CellText],
        style: TextStyle,
        rule: RowRule,
        head: Row | None = None,
    ) -> Row:
        """Return a row of cells."""
        cells = []
        x = 0.0
        for at, element in enumerate(elements):
            content = texts[at] if at < len(texts) else ()
            paragraphs = [
                self._piece(element.add("P"), each, style, align_right=self._amounts[at])
                for each in content
                if _words(each)
            ]
            inner = self.widths[at] - (GUTTER if at < len(elements) - 1 else 0.0)
            cells.append(Cell(Stack(paragraphs), x, inner))
            x += self.widths[at]
        return Row(cells, padding=self._padding, rule=rule, head=head)

    def _piece(
        self,
        element: Element,
        content: Content | Sequence[Stretch] | PageOf,
        style: TextStyle,
        *,
        align_right: bool,
    ) -> Piece:
        if isinstance(content, PageOf):
            number = ink(style.face(), style.size, self._setter.styles.accent)
            return LinkedNumber(element.add("Link"), content, style, number)
        return self._setter.paragraph(element, content, style, align_right=align_right)


def _is_amount(text: TableText, column: int) -> bool:
    """Whether a column holds nothing but numbers, which are read from the right."""
    found = [
        clean(_words(each)).strip()
        for row in text.rows
        if column < len(row)
        for each in row[column]
    ]
    filled = [each for each in found if each]
    return bool(filled) and all(_AMOUNT.fullmatch(each) for each in filled)


def _asked(setter: Typesetter, text: TableText, count: int, width: float) -> list[float]:
    """Return the widths that the words of a table ask for."""
    style = setter.styles.small
    words = [NARROWEST] * count
    texts: list[list[float]] = []
    for row in [text.head, *text.rows]:
        face = style.face(strong=row is text.head)
        texts.append([0.0] * count)
        for at, cell in enumerate(row):
            for each in cell:
                shown = printed(_words(each)[:_LOOKED_AT], face)
                whole = sum(text_width(part, name, style.size) for name, part in shown)
                texts[-1][at] = max(texts[-1][at], whole + GUTTER + 1)
                words[at] = max(words[at], _widest_word(shown, style.size) + GUTTER + 1)
    return column_widths(words, texts, width)


def _widest_word(shown: Sequence[tuple[str, str]], size: float) -> float:
    """Return how wide the widest word is that does not part at a line's end."""
    widest = used = 0.0
    for name, text in shown:
        first, *others = text.split(" ")
        used += text_width(first, name, size)
        for word in others:
            widest, used = max(widest, used), text_width(word, name, size)
    return max(widest, used)


def _is_of_pages(text: TableText, column: int) -> bool:
    """Whether a column holds the numbers of pages."""
    cells = [row[column] for row in text.rows if column < len(row)]
    return any(isinstance(each, PageOf) for cell in cells for each in cell)


def _words(content: Content | Sequence[Stretch] | PageOf) -> str:
    if isinstance(content, PageOf):
        return _LONGEST_NUMBER
    return content if isinstance(content, str) else "".join([each.text for each in content])
