"""The document follows the rows when they change from outside: undo, redo, merge, a command."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.richtext import length, plain, text_of
from kcdesk.services.edit_text import retyped
from kcdesk.ui.widgets.rich_text.form import char_format
from kcdesk.ui.widgets.rich_text.mirror import DocumentMirror
from kcdesk.ui.widgets.rich_text.offset import code_points, units
from kcdesk.ui.widgets.rich_text.writer import dress, editable, write_document

Caret = tuple[str, int]
"""A row's id and an offset in code points."""


def follow(document: QTextDocument, mirror: DocumentMirror, rows: Sequence[Block]) -> Caret | None:
    """Make the document show ``rows``; returns where text changed in place, if it did.

    Paragraphs are changed in place where only their text or form differ, so that carets and
    selections stay; else everything is written anew and the caller places the caret.
    """
    shown = mirror.rows
    if not _same_structure(shown, rows):
        write_document(document, rows)
        mirror.reset(rows)
        return None
    changed: Caret | None = None
    for old, new in zip(shown, rows, strict=True):
        if old == new:
            continue
        number = mirror.number_of(new.id)
        assert number is not None
        at = _update(document.findBlockByNumber(number), old, new)
        mirror.store(number, (new,), 1)
        changed = (new.id, at) if at is not None else changed
    return changed


def redress(block: QTextBlock, row: Block) -> None:
    """Give a paragraph the look of its row; its characters stay."""
    cursor = QTextCursor(block)
    dress(cursor, row)
    at = block.position()
    for span in row.spans:
        cursor.setPosition(at)
        at += units(span.text)
        cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(char_format(span, row.kind, header=row.header))


def caret_of(cursor: QTextCursor, mirror: DocumentMirror) -> Caret | None:
    """Return where a cursor stands, in terms of rows."""
    row = mirror.row_at(cursor.blockNumber())
    if row is None:
        return None
    return row.id, code_points(cursor.block().text(), cursor.positionInBlock())


def place_caret(cursor: QTextCursor, mirror: DocumentMirror, caret: Caret) -> bool:
    """Put a cursor at a place, or as near as there is; false where the row is gone."""
    number = mirror.number_of(caret[0])
    if number is None:
        return False
    block = cursor.document().findBlockByNumber(number)
    offset = units(block.text(), caret[1])
    cursor.setPosition(block.position() + min(offset, block.length() - 1))
    return True


def restore_caret(
    cursor: QTextCursor, mirror: DocumentMirror, caret: Caret, earlier: Sequence[str]
) -> bool:
    """Put a cursor back where it was, or at the end of the nearest row before it that is left of
    the ``earlier`` ones; returns whether it moved.
    """
    if mirror.number_of(caret[0]) is not None:
        return caret_of(cursor, mirror) != caret and place_caret(cursor, mirror, caret)
    before = earlier[: earlier.index(caret[0])] if caret[0] in earlier else ()
    return any(place_caret(cursor, mirror, (id, 1 << 30)) for id in reversed(before))


def _same_structure(shown: Sequence[Block], rows: Sequence[Block]) -> bool:
    return len(shown) == len(rows) and all(
        _structure(old) == _structure(new) for old, new in zip(shown, rows, strict=True)
    )


def _structure(block: Block) -> tuple[object, ...]:
    if block.kind is BlockKind.CELL:
        return block.id, block.grid, block.line, block.column
    return (block.id,)


def _update(block: QTextBlock, old: Block, new: Block) -> int | None:
    """Change one paragraph in place; returns the offset after the new text, None: same text."""
    before, after = text_of(old.spans), text_of(new.spans)
    end: int | None = None
    if before != after:
        bare = Block(id=old.id, spans=plain(before))
        splice = retyped(bare, plain(after))
        assert splice is not None
        cursor = QTextCursor(block)
        start = block.position() + units(before, splice.at)
        cursor.setPosition(start)
        cursor.setPosition(start + units(text_of(splice.removed)), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(editable(text_of(splice.inserted)))
        end = splice.at + length(splice.inserted)
    redress(block, new)
    return end
