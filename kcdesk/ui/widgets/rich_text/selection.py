"""What a cursor has selected, in terms of rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from kcdesk.domain.block import Block
from kcdesk.domain.richtext import cut
from kcdesk.services.edit_text import Stretch
from kcdesk.ui.widgets.rich_text.mirror import DocumentMirror
from kcdesk.ui.widgets.rich_text.offset import code_points


def selected_ids(cursor: QTextCursor, mirror: DocumentMirror) -> list[str]:
    """Return the rows that the selection touches, or the one that the caret stands in."""
    rows = (mirror.row_at(block.blockNumber()) for block in _blocks(cursor))
    return [row.id for row in rows if row is not None]


def selected_stretches(cursor: QTextCursor, mirror: DocumentMirror) -> list[Stretch]:
    """Return the selected part of each row."""
    found = []
    for block in _blocks(cursor):
        row = mirror.row_at(block.blockNumber())
        if row is not None:
            text = block.text()
            start = max(cursor.selectionStart() - block.position(), 0)
            end = min(cursor.selectionEnd() - block.position(), block.length() - 1)
            found.append(Stretch(row.id, code_points(text, start), code_points(text, end)))
    return found


def selected_blocks(cursor: QTextCursor, mirror: DocumentMirror) -> list[Block]:
    """Return what the selection holds as rows of their own."""
    found = []
    for stretch in selected_stretches(cursor, mirror):
        number = mirror.number_of(stretch.block_id)
        row = mirror.row_at(number) if number is not None else None
        if row is not None:
            found.append(replace(row, spans=cut(row.spans, stretch.start, stretch.end)))
    return found


def _blocks(cursor: QTextCursor) -> Iterator[QTextBlock]:
    document = cursor.document()
    block = document.findBlock(cursor.selectionStart())
    end = cursor.selectionEnd()
    while block.isValid() and block.position() <= end:
        yield block
        block = block.next()
