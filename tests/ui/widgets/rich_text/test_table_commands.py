"""The table that the caret is in is changed by the editor's commands, one step each."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.richtext import plain, text_of
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from tests.ui.editing import write
from tests.ui.widgets.rich_text.conftest import Maker
from tests.ui.widgets.rich_text.test_rich_text_edit import at, block, in_step


def cells(*lines: tuple[str, ...]) -> list[Block]:
    return [
        Block(id=f"{line}{column}", kind=BlockKind.CELL, grid="g", line=line, column=column,
              header=line == 0, spans=plain(word))
        for line, words in enumerate(lines)
        for column, word in enumerate(words)
    ]  # fmt: skip


def grid(edit: RichTextEdit) -> list[list[str]]:
    assert in_step(edit)
    found = [each for each in edit.rows() if each.grid]
    lines = sorted({each.line for each in found})
    return [[text_of(each.spans) for each in found if each.line == line] for line in lines]


def do(edit: RichTextEdit, name: str) -> None:
    next(each for each in edit.commands.all() if each.name == name).run()


@pytest.fixture
def edit(editor: Maker) -> RichTextEdit:
    made = editor([block("Före"), *cells(("Kommun", "Dag"), ("Umeå", "10 aug")), block("Efter")])
    at(made, 4, 0)  # "10 aug"
    return made


def test_a_row_comes_below_and_is_written_in_at_once(edit: RichTextEdit) -> None:
    do(edit, "Ny rad under")
    write(edit, "24 aug")
    assert grid(edit) == [["Kommun", "Dag"], ["Umeå", "10 aug"], ["", "24 aug"]]


def test_a_column_comes_at_the_right(edit: RichTextEdit) -> None:
    do(edit, "Ny kolumn till höger")
    write(edit, "KS")
    assert grid(edit) == [["Kommun", "Dag", ""], ["Umeå", "10 aug", "KS"]]


def test_a_column_goes_and_undo_brings_it_back(edit: RichTextEdit) -> None:
    do(edit, "Ta bort kolumnen")
    assert grid(edit) == [["Kommun"], ["Umeå"]]
    assert edit.textCursor().currentTable() is not None
    edit.bridge.undo()
    assert grid(edit) == [["Kommun", "Dag"], ["Umeå", "10 aug"]]


def test_rows_go_and_the_last_takes_the_table_along(edit: RichTextEdit) -> None:
    do(edit, "Ny rad ovanför")
    do(edit, "Ta bort raden")
    do(edit, "Ta bort raden")
    assert grid(edit) == [["Kommun", "Dag"]]
    do(edit, "Ta bort raden")
    assert [text_of(each.spans) for each in edit.rows()] == ["Före", "Efter"]


def test_the_head_is_told_off_and_on(edit: RichTextEdit) -> None:
    do(edit, "Första raden är inga rubriker")
    assert not any(each.header for each in edit.rows())
    do(edit, "Första raden är rubriker")
    assert [each.header for each in edit.rows() if each.grid] == [True, True, False, False]


def test_they_stand_in_a_menu_of_their_own_and_only_in_a_table(edit: RichTextEdit) -> None:
    def submenus() -> list[str]:
        here = edit.cursorRect().center()
        keyboard = QContextMenuEvent.Reason.Keyboard
        event = QContextMenuEvent(keyboard, here, edit.mapToGlobal(here))
        QApplication.sendEvent(edit, event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        titles = [each.text() for each in menu.actions() if each.menu() is not None]
        menu.close()
        return titles

    assert "I tabellen" in submenus()
    at(edit, 0, 0)
    assert "I tabellen" not in submenus()
    assert not any(each.name == "Ny rad under" for each in edit.commands.all())
