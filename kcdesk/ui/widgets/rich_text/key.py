"""What keys do in a rich text beyond what Qt makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from kcdesk.domain.block import BlockKind
from kcdesk.services.edit_text import LISTS
from kcdesk.ui.widgets.growing_text import writes
from kcdesk.ui.widgets.rich_text.command import ON_KEY

if TYPE_CHECKING:
    from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


_PHYSICAL_CTRL = QKeySequence(ON_KEY)[0].keyboardModifiers()  # type: ignore[index]  # stub


def is_ours(edit: RichTextEdit, event: QKeyEvent) -> bool:
    """Whether a key is the editor's before it is anybody's shortcut."""
    return edit.completion.wants(event) or edit.commands.for_key(event) is not None


def press(edit: RichTextEdit, event: QKeyEvent) -> bool:
    """Do what a key means here; false leaves it to Qt."""
    if writes(event) and event.text() != " ":
        return False
    if edit.completion.press(event):
        return True
    command = edit.commands.for_key(event)
    if command is not None:
        command()
        return True
    match event.key():
        case Qt.Key.Key_Tab if event.modifiers() in _PLAIN:
            return _tab(edit, 1)
        case Qt.Key.Key_Backtab if event.modifiers() & _PHYSICAL_CTRL:
            edit.commands.leave(forward=False)
            return True
        case Qt.Key.Key_Backtab:
            return _tab(edit, -1)
        case Qt.Key.Key_Backspace if event.modifiers() in _PLAIN:
            return _backspace(edit)
        case Qt.Key.Key_Return | Qt.Key.Key_Enter if event.modifiers() in _PLAIN:
            return _enter(edit)
        case Qt.Key.Key_Up | Qt.Key.Key_Down:
            return edit.leave_by_arrow(event)
        case Qt.Key.Key_Space if event.modifiers() in _PLAIN:
            edit.commands.begin_clause()
            return edit.commands.shape_line()
    return False


def _tab(edit: RichTextEdit, by: int) -> bool:
    """Go to the next cell, or nest in a list; where neither can be done, Tab leads on as always."""
    if edit.textCursor().currentTable() is not None:
        return edit.commands.next_cell(by)
    row = edit.mirror.row_at(edit.textCursor().blockNumber())
    if row is None or row.kind not in LISTS:
        return False
    return edit.commands.nest(by)


def _backspace(edit: RichTextEdit) -> bool:
    """At the start of a list paragraph or heading: out one level, then plain.

    In a text that holds nothing but an empty paragraph: that goes too.
    """
    cursor = edit.textCursor()
    row = edit.mirror.row_at(cursor.blockNumber())
    if cursor.hasSelection() or not cursor.atBlockStart() or row is None:
        return False
    if row.kind in LISTS or row.kind is BlockKind.HEADING:
        edit.commands.outwards(row)
        return True
    return edit.commands.remove_only_empty()


def _enter(edit: RichTextEdit) -> bool:
    """Begin a paragraph; in an empty list paragraph the list ends, after a heading comes text."""
    cursor = edit.textCursor()
    row = edit.mirror.row_at(cursor.blockNumber())
    if row is not None and not row.spans and row.kind in LISTS:
        edit.commands.outwards(row)
    else:
        after_heading = row is not None and row.kind is BlockKind.HEADING and cursor.atBlockEnd()
        edit.commands.split_paragraph(plain=after_heading)
    return True
