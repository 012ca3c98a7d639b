"""What can be done to the table that the caret is in; the editor's menu and Ctrl+K list it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextTable

from kcdesk.domain.block import Block
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services import edit_table

if TYPE_CHECKING:
    from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit

Verb = Callable[[Records, str], Group]


def table_commands(edit: RichTextEdit) -> list[tuple[str, Callable[[], None]]]:
    """Return the names of what can be done here, and how; nothing outside a table."""
    cell = _cell(edit)
    if cell is None:
        return []
    above = partial(edit_table.add_line, below=False)
    has_head = edit_table.has_head(edit.bridge.records, cell.id)
    head = partial(edit_table.set_head, head=not has_head)
    return [
        (_("Row below"), partial(_perform, edit, edit_table.add_line, (1, 0))),
        (_("Row above"), partial(_perform, edit, above, (0, 0))),
        (_("Column to the right"), partial(_perform, edit, edit_table.add_column, (0, 1))),
        (_("Remove the row"), partial(_perform, edit, edit_table.remove_line)),
        (_("Remove the column"), partial(_perform, edit, edit_table.remove_column)),
        (_("Remove the table"), partial(_perform, edit, edit_table.remove_table)),
        (
            _("The first row is no head") if has_head else _("The first row is the head"),
            partial(_perform, edit, head),
        ),
    ]


def _cell(edit: RichTextEdit) -> Block | None:
    if edit.textCursor().currentTable() is None:
        return None
    row = edit.mirror.row_at(edit.textCursor().blockNumber())
    return row if row is not None and row.grid is not None else None


def _perform(edit: RichTextEdit, verb: Verb, by: tuple[int, int] = (0, 0)) -> None:
    """Do it; the caret goes ``by`` lines and columns from where it was, or as near as there is."""
    cell = _cell(edit)
    if cell is None:
        return
    edit.bridge.perform(verb(edit.bridge.records, cell.id))
    table = _table(edit, cell.grid)
    if table is not None:
        line = min(cell.line + by[0], table.rows() - 1)
        column = min(cell.column + by[1], table.columns() - 1)
        edit.setTextCursor(table.cellAt(line, column).firstCursorPosition())
    edit.setFocus()


def _table(edit: RichTextEdit, grid: str | None) -> QTextTable | None:
    """Return the table of a grid, where it is still there."""
    left = next((each for each in edit.rows() if each.grid == grid), None)
    number = edit.mirror.number_of(left.id) if left is not None else None
    if number is None:
        return None
    return QTextCursor(edit.document().findBlockByNumber(number)).currentTable()
