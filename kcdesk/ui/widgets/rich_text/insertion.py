"""Put pasted blocks into a document at a cursor, in one edit of Qt's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtGui import QTextCursor

from kcdesk.domain.block import Block, BlockKind
from kcdesk.ui.widgets.rich_text.form import char_format
from kcdesk.ui.widgets.rich_text.writer import dress, editable, insert_table, write_block


def insert_blocks(cursor: QTextCursor, blocks: Sequence[Block]) -> None:
    """Replace the cursor's selection by blocks.

    A first plain paragraph joins the text at the cursor; what stood after the cursor ends up
    after the last block. In a table's cell everything becomes paragraphs of the cell.
    """
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    inside = cursor.currentTable() is not None
    joining = True  # the next paragraph goes into the one at the cursor
    for grid, run in groupby(blocks, key=_grid):
        if grid is None or inside:
            for block in run:
                _insert_paragraph(cursor, block, joining=joining)
                joining = False
        else:
            _insert_table(cursor, grid, list(run))
            joining = True
    cursor.endEditBlock()


def insert_spans(cursor: QTextCursor, block: Block) -> None:
    """Insert a block's text alone."""
    for span in block.spans:
        cursor.insertText(editable(span.text), char_format(span, block.kind, header=block.header))


def _insert_paragraph(cursor: QTextCursor, block: Block, *, joining: bool) -> None:
    empty = cursor.block().length() == 1
    if joining and (empty or block.kind in (BlockKind.PARAGRAPH, BlockKind.CELL)):
        if empty and block.kind is not BlockKind.PARAGRAPH:
            dress(cursor, block)
        insert_spans(cursor, block)
        return
    cursor.insertBlock()
    write_block(cursor, block)


def _insert_table(cursor: QTextCursor, grid: str, cells: Sequence[Block]) -> None:
    lines = max(cell.line for cell in cells) + 1
    columns = max(cell.column for cell in cells) + 1
    table = insert_table(cursor, grid, lines, columns)
    for (line, column), run in groupby(cells, key=lambda cell: (cell.line, cell.column)):
        inside = table.cellAt(line, column).firstCursorPosition()
        for number, block in enumerate(run):
            if number:
                inside.insertBlock()
            write_block(inside, block)
    cursor.setPosition(table.lastPosition() + 1)


def _grid(block: Block) -> str | None:
    return block.grid if block.kind is BlockKind.CELL else None
