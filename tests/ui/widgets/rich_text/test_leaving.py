"""Tab leads out of every text, also where it nests lists and goes through tables (WCAG 2.1.2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.richtext import plain
from kcdesk.ui.qt.key_words import key_words
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from tests.ui.editing import key
from tests.ui.widgets.rich_text.conftest import editor_over

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
K = Qt.Key

Among = Callable[[Sequence[Block]], RichTextEdit]


@pytest.fixture
def among(qtbot: QtBot) -> Among:
    """Return an editor with a field before it and one after it."""

    def make(blocks: Sequence[Block]) -> RichTextEdit:
        edit = editor_over(blocks)
        edit.frame = QWidget()  # it holds the editor, and lives as long
        qtbot.addWidget(edit.frame)
        frame = edit.frame
        layout = QVBoxLayout(frame)
        for widget in (QLineEdit("before"), edit, QLineEdit("after")):
            layout.addWidget(widget)
        with qtbot.waitActive(frame):
            frame.show()
            frame.activateWindow()
        edit.setFocus()
        return edit

    return make


def item(text: str, level: int = 0, kind: BlockKind = BlockKind.BULLET) -> Block:
    return Block(id=f"b-{text}", kind=kind, level=level, spans=plain(text))


def go_to(edit: RichTextEdit, paragraph: int) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().findBlockByNumber(paragraph).position())
    edit.setTextCursor(cursor)


def levels(edit: RichTextEdit) -> list[int]:
    return [row.level for row in edit.rows()]


def place() -> str:
    focus = QApplication.focusWidget()
    return focus.text() if isinstance(focus, QLineEdit) else "text"


def test_tab_in_the_first_paragraph_of_a_list_goes_on(among: Among) -> None:
    edit = among([item("ett"), item("två")])
    go_to(edit, 0)
    key(edit, K.Key_Tab)
    assert (place(), levels(edit)) == ("after", [0, 0])


def test_tab_nests_once_and_then_goes_on(among: Among) -> None:
    edit = among([item("ett"), item("två")])
    go_to(edit, 1)
    key(edit, K.Key_Tab)
    assert (place(), levels(edit)) == ("text", [0, 1])
    key(edit, K.Key_Tab)
    assert (place(), levels(edit)) == ("after", [0, 1])


def test_a_list_after_a_paragraph_begins_anew(among: Among) -> None:
    edit = among([item("ett"), item("prosa", kind=BlockKind.PARAGRAPH), item("två")])
    go_to(edit, 2)
    key(edit, K.Key_Tab)
    assert (place(), levels(edit)) == ("after", [0, 0, 0])


def test_shift_tab_moves_out_and_then_goes_back(among: Among) -> None:
    edit = among([item("ett"), item("två", 1)])
    go_to(edit, 1)
    key(edit, K.Key_Backtab, SHIFT)
    assert (place(), levels(edit)) == ("text", [0, 0])
    key(edit, K.Key_Backtab, SHIFT)
    assert (place(), levels(edit)) == ("before", [0, 0])


@pytest.mark.parametrize(
    ("which", "modifiers", "expected"),
    [(K.Key_Tab, (CTRL,), "after"), (K.Key_Backtab, (CTRL, SHIFT), "before")],
)
def test_ctrl_tab_goes_on_or_back_and_nests_nothing(
    among: Among, which: Qt.Key, modifiers: tuple[Qt.KeyboardModifier, ...], expected: str
) -> None:
    edit = among([item("ett"), item("två", 1), item("tre")])
    for paragraph in (1, 2):
        go_to(edit, paragraph)
        key(edit, which, *modifiers)
        assert (place(), levels(edit)) == (expected, [0, 1, 0])
        edit.setFocus()


def test_ctrl_tab_leads_out_of_a_table_and_adds_no_line(among: Among) -> None:
    edit = among([])
    key(edit, K.Key_T, CTRL, SHIFT)
    for _ in range(8):
        key(edit, K.Key_Tab)
    assert place() == "text"
    key(edit, K.Key_Tab, CTRL)
    assert (place(), len(edit.rows())) == ("after", 9)


def test_the_way_out_is_told(among: Among) -> None:
    edit = among([])
    said = key_words("Ctrl+Tab")
    assert said in edit.accessibleDescription()
    shown = [each.shortcut().toString() for each in edit.commands.menu(QMenu(edit)).actions()]
    assert "Ctrl+Tab" in shown
