"""Tables of a Word document: thin lines between rows, heads that are repeated, fair columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from kcdesk.documents.formats.told import Node
from kcdesk.documents.formats.word_styles import COLUMN, TEXT

SetCell = Callable[[Any, Node, bool], None]
"""Puts the words of a paragraph of a cell where they belong; the last tells whether it is a head's.
"""

_KEPT_WHOLE = 10  # rows, the head among them, of a table that does not part
_LETTER, _GUTTER = 6.2, 13.0  # points: a letter of the text, what a cell leaves free beside it
_LONGEST, _MOST = 24, 60  # letters: of a word that has its line, of a text that asks for width


def word_table(document: Any, node: Node, set_cell: SetCell) -> bool:
    """Add a table at the end of a document; return whether there was one to add."""
    groups = [node, *node.of("THead", "TBody")]
    rows = [row.of("TH", "TD") for group in groups for row in group.of("TR")]
    count = max((len(row) for row in rows), default=0)
    if not count:
        return False
    table = document.add_table(len(rows), count)
    table.style = document.styles["Table Grid"]
    table.autofit = True
    _hair_lines(table)
    widths = _widths(rows, count)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for number, row in enumerate(rows):
        cells = table.rows[number].cells  # asked for once a row: it is counted anew each time
        for at, cell in enumerate(row):
            cells[at].width = Pt(widths[at])
            is_head = cell.role == "TH" and number == 0
            _fill(document, cells[at], cell, set_cell, is_head=is_head)
        _kept_whole(table.rows[number])
        if len(rows) <= _KEPT_WHOLE and number < len(rows) - 1:
            _kept_with_next(cells)
    if node.of("THead"):
        _repeated(table.rows[0])
    return True


def _widths(rows: Sequence[Sequence[Node]], count: int) -> list[float]:
    """Give each column room for its longest word, and share the rest by what stands in them."""
    least, more = [0.0] * count, [1.0] * count
    for row in rows:
        for at, cell in enumerate(row):
            texts = [each.text for each in cell.walk()]
            words = [len(word) for text in texts for word in text.split()]
            least[at] = max(least[at], min(max(words, default=0), _LONGEST) * _LETTER + _GUTTER)
            more[at] = max(more[at], min(max(map(len, texts)), _MOST))
    rest = COLUMN - sum(least)
    if rest <= 0:
        return [COLUMN * each / sum(least) for each in least]
    return [each + rest * part / sum(more) for each, part in zip(least, more, strict=True)]


def _fill(document: Any, cell: Any, node: Node, set_cell: SetCell, *, is_head: bool) -> None:
    paragraphs = [each for each in node.walk() if each.runs]
    for number, each in enumerate(paragraphs or [node]):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        paragraph.style = document.styles[TEXT]
        paragraph.paragraph_format.space_before = Pt(8 if is_head else 2)
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.keep_with_next = True if is_head else None
        if node.is_amount:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        set_cell(paragraph, each, is_head)


def _repeated(row: Any) -> None:
    """Say that a row is the table's head, repeated on each page."""
    _marked(row, "w:tblHeader")


def _kept_whole(row: Any) -> None:
    """Say that a row does not part at a page's end."""
    _marked(row, "w:cantSplit")


def _kept_with_next(cells: Sequence[Any]) -> None:
    """Keep a row of a small table on the page of the next one."""
    for cell in cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _marked(row: Any, name: str) -> None:
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001  # python-docx has no such property


def _hair_lines(table: Any) -> None:
    """Leave thin lines between rows, and none beside cells."""
    borders = OxmlElement("w:tblBorders")
    for name in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{name}")
        shown = name in ("bottom", "insideH")
        line.set(qn("w:val"), "single" if shown else "nil")
        if shown:
            line.set(qn("w:sz"), "4")
            line.set(qn("w:color"), "C9CFCB")
        borders.append(line)
    table._tbl.tblPr.append(borders)  # noqa: SLF001
