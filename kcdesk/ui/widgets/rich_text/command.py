"""The forms that a writer can give to text, with their keys; the editor's menu lists them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QMenu

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.richtext import Mark, Span
from kcdesk.domain.row import new_id
from kcdesk.i18n import _
from kcdesk.services import edit_text
from kcdesk.ui.widgets.growing_text import writes
from kcdesk.ui.widgets.rich_text.form import MARKS, char_format, filler_format, marks_of
from kcdesk.ui.widgets.rich_text.insertion import insert_blocks
from kcdesk.ui.widgets.rich_text.selection import selected_ids, selected_stretches
from kcdesk.ui.widgets.rich_text.table_command import table_commands
from kcdesk.ui.widgets.rich_text.text_menu import filled_menu
from kcdesk.ui.widgets.rich_text.writer import dress

if TYPE_CHECKING:
    from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit

_STARTERS = {
    "-": BlockKind.BULLET,
    "*": BlockKind.BULLET,
    "•": BlockKind.BULLET,
    "1.": BlockKind.NUMBERED,
    "1)": BlockKind.NUMBERED,
    "#": BlockKind.HEADING,
}
"""What, followed by a space at the start of a paragraph, shapes it."""

CLAUSE_KEY = "Ctrl+Shift+M"
ON_KEY = "Meta+Tab" if sys.platform == "darwin" else "Ctrl+Tab"
"""The physical Ctrl everywhere: on a Mac Qt calls it Meta, and Command+Tab is the system's."""


@dataclass(frozen=True, slots=True)
class Command:
    """One form: its name, its key (portable; empty: none) and what it does."""

    name: str
    key: str
    run: Callable[[], None]


class TextCommands:
    """What can be done to the selection of one editor."""

    def __init__(self, edit: RichTextEdit, clause: BlockKind | None = None) -> None:
        self._edit = edit
        self._clause = clause

    def all(self) -> tuple[Command, ...]:
        """Return what can be done here: to the text, and to the table that the caret is in."""
        return (*self._forms(), *self._of_table())

    def _of_table(self) -> list[Command]:
        return [Command(name, "", run) for name, run in table_commands(self._edit)]

    def _forms(self) -> list[Command]:
        mark, kind = self.toggle_mark, self.set_kind
        found = [
            Command(_("Bold"), "Ctrl+B", partial(mark, Mark.BOLD)),
            Command(_("Italic"), "Ctrl+I", partial(mark, Mark.ITALIC)),
            Command(_("Link…"), "Ctrl+L", self.ask_link),
            Command(_("Bulleted list"), "Ctrl+Shift+L", partial(kind, BlockKind.BULLET)),
            Command(_("Numbered list"), "Ctrl+Shift+N", partial(kind, BlockKind.NUMBERED)),
            Command(_("Subheading"), "Ctrl+Shift+H", partial(kind, BlockKind.HEADING)),
            Command(_("Table"), "Ctrl+Shift+T", self.insert_table),
            Command(_("Decision passage"), "Ctrl+Shift+D", partial(mark, Mark.DECISION)),
            Command(_("Secret passage"), "", partial(mark, Mark.SECRET)),
            Command(_("Personal data"), "", partial(mark, Mark.PERSONAL)),
            Command(_("Go on from the text"), ON_KEY, partial(self.leave, forward=True)),
        ]
        if self._clause is not None:
            clause = Command(_("Clause (att …)"), CLAUSE_KEY, partial(kind, self._clause))
            found.insert(5, clause)
        return found

    def for_key(self, event: QKeyEvent) -> Callable[[], None] | None:
        """Return what a key does, if it is one of these."""
        if writes(event):
            return None
        pressed = QKeySequence(event.keyCombination()).toString()
        return self._keys.get(pressed) if "Ctrl" in pressed else None

    @property
    def _keys(self) -> dict[str, Callable[[], None]]:
        return {each.key: each.run for each in self._forms() if each.key}

    def menu(self, menu: QMenu) -> QMenu:
        """Add the commands to a menu."""
        return filled_menu(menu, self._edit.bridge, self._forms(), self._of_table())

    # ---- text ----------------------------------------------------------------------------

    def toggle_mark(self, mark: Mark) -> None:
        """Mark the selection, or what will be typed next."""
        cursor = self._edit.textCursor()
        if cursor.hasSelection():
            stretches = selected_stretches(cursor, self._edit.mirror)
            self._perform(edit_text.set_mark(self._edit.bridge.records, stretches, mark))
            return
        row = self._row()
        span = Span("", tuple(set(marks_of(self._edit.currentCharFormat())) ^ {mark}))
        kind = row.kind if row else BlockKind.PARAGRAPH
        ordered = Span("", tuple(sorted(span.marks)))
        self._edit.setCurrentCharFormat(char_format(ordered, kind, header=bool(row and row.header)))

    def ask_link(self) -> None:
        """Ask for the address of the selected text, or of the word at the caret."""
        cursor = self._edit.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            self._edit.setTextCursor(cursor)
        address = cursor.charFormat().anchorHref()
        from kcdesk.ui.widgets.rich_text.link_dialog import LinkDialog

        dialog = LinkDialog(address, self._edit)
        dialog.chosen.connect(self.set_link)
        dialog.open()

    def set_link(self, address: str) -> None:
        """Link the selection, or insert the address as a link of its own."""
        cursor = self._edit.textCursor()
        if not cursor.hasSelection():
            span = Span(address, link=address)
            with self._edit.step(Message("Change link")):
                cursor.insertText(address, char_format(span, BlockKind.PARAGRAPH))
            return
        stretches = selected_stretches(cursor, self._edit.mirror)
        self._perform(edit_text.set_link(self._edit.bridge.records, stretches, address))

    def note_caret(self) -> None:
        """At the end of a link, what is typed next is not part of it."""
        form = self._edit.currentCharFormat()
        cursor = self._edit.textCursor()
        if form.isAnchor() and not cursor.hasSelection():
            probe = QTextCursor(cursor)
            inside = probe.movePosition(QTextCursor.MoveOperation.NextCharacter)
            if not inside or probe.charFormat().anchorHref() != form.anchorHref():
                row = self._row()
                span = Span("", marks_of(form))
                kind = row.kind if row else BlockKind.PARAGRAPH
                self._edit.setCurrentCharFormat(char_format(span, kind))
        elif not form.hasProperty(MARKS):
            row = self._row()
            kind = row.kind if row else BlockKind.PARAGRAPH
            self._edit.setCurrentCharFormat(char_format(Span(""), kind))

    # ---- paragraphs ----------------------------------------------------------------------

    def set_kind(self, kind: BlockKind) -> None:
        """Shape the selected paragraphs; again: plain."""
        self._claim()
        ids = selected_ids(self._edit.textCursor(), self._edit.mirror)
        self._perform(edit_text.set_kind(self._edit.bridge.records, ids, kind))

    def nest(self, by: int) -> bool:
        """Move the selected list paragraphs in or out; false where they have no level to go to."""
        records = self._edit.bridge.records
        ids = selected_ids(self._edit.textCursor(), self._edit.mirror)
        if not edit_text.can_nest(records, ids, by):
            return False
        self._perform(edit_text.nest(records, ids, by))
        return True

    def outwards(self, row: Block) -> None:
        """Move a list paragraph out one level; from the outermost, make it plain."""
        records = self._edit.bridge.records
        if row.level:
            self._perform(edit_text.nest(records, [row.id], -1))
        else:
            self._perform(edit_text.set_kind(records, [row.id], row.kind))

    def split_paragraph(self, *, plain: bool) -> None:
        """Begin a paragraph at the caret, of the same kind or plain."""
        cursor = self._edit.textCursor()
        with self._edit.step(Message("New paragraph")):
            cursor.beginEditBlock()
            cursor.removeSelectedText()
            if plain:
                cursor.insertBlock(filler_format(), char_format(Span(""), BlockKind.PARAGRAPH))
            else:
                cursor.insertBlock()
            cursor.endEditBlock()
        self._edit.setTextCursor(cursor)

    def shape_line(self) -> bool:
        """Make "- ", "1. " or "# " at the start of a paragraph a list or a heading."""
        cursor = self._edit.textCursor()
        row = self._row()
        start = cursor.block().text()[: cursor.positionInBlock()]
        kind = _STARTERS.get(start)
        if kind is None or row is None or row.kind is not BlockKind.PARAGRAPH:
            return False
        with self._edit.step(Message("Change paragraph")):
            cursor.movePosition(
                QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.removeSelectedText()
        self._perform(edit_text.set_kind(self._edit.bridge.records, [row.id], kind))
        return True

    def begin_clause(self) -> None:
        """Make a paragraph that begins with "att", after the words that lead in, a clause."""
        cursor, row = self._edit.textCursor(), self._row()
        if self._clause is None or row is None or row.kind is not BlockKind.PARAGRAPH:
            return
        before = (
            self._edit.mirror.row_at(cursor.blockNumber() - 1) if cursor.blockNumber() else None
        )
        word = cursor.block().text()[: cursor.positionInBlock()]
        if word == "att" and before is not None and before.spans and not before.grid:
            self._perform(edit_text.set_kind(self._edit.bridge.records, [row.id], self._clause))

    # ---- tables --------------------------------------------------------------------------

    def insert_table(self, lines: int = 3, columns: int = 3) -> None:
        """Insert an empty table; its first line is a head."""
        if self._edit.textCursor().currentTable() is not None:
            return
        grid = new_id()
        cells = [
            Block(id=new_id(), kind=BlockKind.CELL, grid=grid, line=line, column=column,
                  header=line == 0)
            for line in range(lines)
            for column in range(columns)
        ]  # fmt: skip
        cursor = self._edit.textCursor()
        with self._edit.step(Message("Insert table")):
            insert_blocks(cursor, cells)
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock, n=lines * columns)
        self._edit.setTextCursor(cursor)

    def next_cell(self, by: int) -> bool:
        """Move to the next cell; after the last one, add a line."""
        cursor = self._edit.textCursor()
        table = cursor.currentTable()
        cell = table.cellAt(cursor)
        at = cell.row() * table.columns() + cell.column() + by
        if at < 0:
            return False
        if at >= table.rows() * table.columns():
            with self._edit.step(Message("Add table row")):
                table.appendRows(1)
        line, column = divmod(at, table.columns())
        self._edit.setTextCursor(table.cellAt(line, column).firstCursorPosition())
        return True

    # ---- inside --------------------------------------------------------------------------

    def _row(self) -> Block | None:
        return self._edit.mirror.row_at(self._edit.textCursor().blockNumber())

    def remove_only_empty(self) -> bool:
        """Remove the only paragraph of a text if it is empty; returns whether it was."""
        records, row = self._edit.bridge.records, self._row()
        if row is None or row.spans or len(records.children(self._edit.owner_id, Block)) > 1:
            return False
        self._perform(Group(Message("Remove empty paragraph"), records.removal(row.id)))
        return True

    def leave(self, *, forward: bool) -> None:
        """Go to what follows the text, or to what is before it, whatever Tab means where the caret
        is: no list and no table keeps anybody (WCAG 2.1.2).
        """
        self._edit.focusNextPrevChild(forward)

    def _claim(self) -> None:
        """Make the empty text's only paragraph a row, so that it can be shaped."""
        if self._row() is None:
            with self._edit.step(Message("New paragraph")):
                dress(self._edit.textCursor(), Block(id=new_id()))

    def _perform(self, group: Group) -> None:
        self._edit.bridge.perform(group)
