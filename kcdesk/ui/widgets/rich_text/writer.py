"""Blocks into a QTextDocument."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtGui import (
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.richtext import Span
from kcdesk.ui.widgets.rich_text.form import GRID, block_format, char_format, filler_format

_NO_MARKS = Span("")


def write_document(document: QTextDocument, blocks: Sequence[Block]) -> None:
    """Replace the whole text of a document."""
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _be_filler(cursor)
    free = True  # whether the cursor stands in a paragraph that nothing has claimed yet
    for grid, run in groupby(blocks, key=_grid):
        if grid is None:
            for block in run:
                if not free:
                    cursor.insertBlock()
                write_block(cursor, block)
                free = False
        else:
            cells = list(run)
            _write_table(cursor, grid, cells)
            cursor.movePosition(QTextCursor.MoveOperation.End)
            _be_filler(cursor)
            free = True
    cursor.endEditBlock()


def write_block(cursor: QTextCursor, block: Block) -> None:
    """Give the cursor's empty paragraph the form and the text of a block."""
    dress(cursor, block)
    for span in block.spans:
        form = char_format(span, block.kind, header=block.header)
        cursor.insertText(editable(span.text), form)


def dress(cursor: QTextCursor, block: Block) -> None:
    """Give the cursor's paragraph the form of a block; its text stays."""
    cursor.setBlockFormat(block_format(block))
    form = char_format(_NO_MARKS, block.kind, header=block.header)
    cursor.setBlockCharFormat(form)


def insert_table(cursor: QTextCursor, grid: str, lines: int, columns: int) -> QTextTable:
    """Insert an empty table at the cursor."""
    form = QTextTableFormat()
    form.setProperty(GRID, grid)
    form.setBorder(0)
    form.setCellPadding(5)
    form.setCellSpacing(0)
    form.setTopMargin(4)
    form.setBottomMargin(8)
    whole = QTextLength(QTextLength.Type.PercentageLength, 100)
    each = QTextLength(QTextLength.Type.PercentageLength, 100 / columns)
    form.setWidth(whole)
    form.setColumnWidthConstraints([each] * columns)
    return cursor.insertTable(lines, columns, form)


def editable(text: str) -> str:
    """Return text as Qt holds it inside a paragraph."""
    return text.replace("\n", "\u2028")


def _grid(block: Block) -> str | None:
    return block.grid if block.kind is BlockKind.CELL else None


def _be_filler(cursor: QTextCursor) -> None:
    cursor.setBlockFormat(filler_format())
    cursor.setBlockCharFormat(char_format(_NO_MARKS, BlockKind.PARAGRAPH))


def _write_table(cursor: QTextCursor, grid: str | None, cells: Sequence[Block]) -> None:
    lines = max(block.line for block in cells) + 1
    columns = max(block.column for block in cells) + 1
    table = insert_table(cursor, grid or "", lines, columns)
    for (line, column), run in groupby(cells, key=_place):
        inside = table.cellAt(line, column).firstCursorPosition()
        for number, block in enumerate(run):
            if number:
                inside.insertBlock()
            write_block(inside, block)


def _place(block: Block) -> tuple[int, int]:
    return block.line, block.column
