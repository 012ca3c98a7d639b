"""Blocks out of a QTextDocument: our own ones exactly, pasted ones by what they look like."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFormat, QTextList, QTextTable

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.richtext import Span, Spans, normal
from kcdesk.services.edit_text import DEEPEST
from kcdesk.ui.widgets.rich_text.form import BLOCK_ID, GRID, HEADER, KIND, LEVEL, span_of

_NUMBERED_STYLES = range(-8, -3)  # QTextListFormat: decimal, letters, Roman numerals


def read_document(document: QTextDocument, owner_id: str) -> list[Block]:
    """Return all blocks of a document; where they stand among their siblings is not told."""
    read = (read_block(each, owner_id) for each in text_blocks(document))
    return [block for block in read if block is not None]


def text_blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Walk the paragraphs of a document, those in tables too."""
    each = document.begin()
    while each.isValid():
        yield each
        each = each.next()


def read_block(block: QTextBlock, owner_id: str) -> Block | None:
    """Return one paragraph; None where it is there only because Qt needs one.

    ``id`` is empty for a paragraph that never had one. An id may be borne by two paragraphs
    after the user split one: whoever reads must see to that.
    """
    form = block.blockFormat()
    id = str(form.property(BLOCK_ID) or "")
    table = table_at(block)
    if table is not None:
        return _cell(block, id, owner_id, table)
    if not id and is_filler(block):
        return None
    kind, level = _kind(block, form)
    return Block(id=id, owner_id=owner_id, kind=kind, level=level, spans=spans_of(block))


def spans_of(block: QTextBlock) -> Spans:
    """Return the text of a paragraph with its marks."""
    found: list[Span] = []
    each = block.begin()
    while not each.atEnd():
        fragment = each.fragment()
        found.append(span_of(fragment.text(), fragment.charFormat()))
        each += 1
    return normal(found)


def table_at(block: QTextBlock) -> QTextTable | None:
    """Return the innermost table that a paragraph stands in."""
    # The stubs say that there always is one.
    found: QTextTable | None = QTextCursor(block).currentTable()
    return found


def is_filler(block: QTextBlock) -> bool:
    """Whether a paragraph without id is only what Qt needs around tables, or in an empty text."""
    return block.length() == 1 and _at_edge(block.previous()) and _at_edge(block.next())


def _at_edge(neighbour: QTextBlock) -> bool:
    return not neighbour.isValid() or table_at(neighbour) is not None


def _cell(block: QTextBlock, id: str, owner_id: str, table: QTextTable) -> Block:
    cell = table.cellAt(block.position())
    header = bool(block.blockFormat().property(HEADER)) or (
        cell.row() < table.format().headerRowCount()
    )
    return Block(
        id=id,
        owner_id=owner_id,
        kind=BlockKind.CELL,
        spans=spans_of(block),
        grid=str(table.format().property(GRID) or ""),
        line=cell.row(),
        column=cell.column(),
        header=header,
    )


def _kind(block: QTextBlock, form: QTextFormat) -> tuple[BlockKind, int]:
    if form.hasProperty(KIND):
        return BlockKind(form.property(KIND)), int(form.property(LEVEL) or 0)
    text_list: QTextList | None = block.textList()
    if text_list is not None:
        style = text_list.format()
        numbered = style.intProperty(QTextFormat.Property.ListStyle.value) in _NUMBERED_STYLES
        level = min(max(style.indent() - 1, 0), DEEPEST)
        return (BlockKind.NUMBERED if numbered else BlockKind.BULLET), level
    if block.blockFormat().headingLevel():
        return BlockKind.HEADING, 0
    return BlockKind.PARAGRAPH, 0
