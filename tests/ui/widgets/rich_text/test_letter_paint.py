"""What is painted for a letter, and no more, is what painting everything would show."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.richtext import plain
from kcdesk.ui.qt.speller import Speller
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from kcdesk.ui.widgets.rich_text.spelling import SpellingMarks
from tests.ui.editing import key, write
from tests.ui.widgets.rich_text.conftest import Maker

K = Qt.Key
WORDS = "Ordföranden hälsade alla välkomna och förklarade mötet öppnat med protokol "


class Dictionary:
    """Says at once that words with a "k" at their end, or a "q", are wrong."""

    def listen(self, listener) -> object:
        self._listener = listener
        return int

    def check(self, words) -> None:
        self._listener.checked({word: not ("q" in word or word.endswith("ol")) for word in words})


def on_screen(edit: RichTextEdit) -> QImage:
    """What stands in the window's memory, not what would be painted anew."""
    for _ in range(3):
        QApplication.processEvents()
    return edit.screen().grabWindow(edit.window().winId()).toImage()


def blocks(table: bool) -> list[Block]:
    made = [
        Block(id="h", kind=BlockKind.HEADING, spans=plain("Rubrik")),
        Block(id="a", spans=plain(WORDS * 3)),
        Block(id="b", kind=BlockKind.BULLET, spans=plain(WORDS * 2)),
        Block(id="c", kind=BlockKind.NUMBERED, spans=plain(WORDS)),
    ]
    if table:
        cells = [
            Block(id=f"t{n}", kind=BlockKind.CELL, grid="g", line=n // 2, column=n % 2,
                  spans=plain(WORDS[:30]))
            for n in range(4)
        ]  # fmt: skip
        made += cells
    return [*made, Block(id="z", spans=plain("Slut 😀 " + WORDS))]


@pytest.mark.parametrize("table", [False, True])
def test_the_screen_shows_what_painting_everything_shows(editor: Maker, table: bool) -> None:
    edit = editor(blocks(table))
    SpellingMarks(edit, Speller(Dictionary()))
    edit.resize(330, 200)
    edit.setCursorWidth(0)  # it blinks
    for _ in range(10):  # the words are looked up
        QApplication.processEvents()
    dice = random.Random(5)
    for number in range(120):
        if dice.random() < 0.2:
            cursor = edit.textCursor()
            cursor.setPosition(dice.randrange(edit.document().characterCount() - 1))
            edit.setTextCursor(cursor)
        match dice.random():
            case chance if chance < 0.25:
                key(edit, dice.choice([K.Key_Backspace, K.Key_Delete]))
            case chance if chance < 0.3:
                key(edit, K.Key_Return)
            case _:
                write(edit, dice.choice("aeioqlkmnt    "))
        shown = on_screen(edit)
        edit.window().repaint()
        assert shown == on_screen(edit), number


def test_a_letter_asks_for_its_lines_alone(editor: Maker) -> None:
    regions: list[int] = []

    class Watched(RichTextEdit):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
            super().paintEvent(event)
            regions.append(event.rect().height())

    edit = editor([Block(id="a", spans=plain(WORDS * 6)), Block(id="b", spans=plain(WORDS * 6))])
    edit.__class__ = Watched
    cursor = QTextCursor(edit.document().lastBlock())
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    edit.setTextCursor(cursor)
    write(edit, "a")
    QApplication.processEvents()
    regions.clear()
    write(edit, "b")
    QApplication.processEvents()
    line = edit.document().lastBlock().layout().lineAt(0).height()
    assert max(regions) < 4 * line
    assert edit.document().size().height() > 8 * line


def test_the_first_letter_takes_the_whole_invitation_away(editor: Maker) -> None:
    edit = editor([Block(id="a", spans=())])
    edit.setPlaceholderText(WORDS * 3)
    edit.setFixedHeight(150)
    edit.setCursorWidth(0)
    on_screen(edit)
    for press_next in (K.Key_A, K.Key_Backspace):
        key(edit, press_next)
        shown = on_screen(edit)
        edit.window().repaint()
        assert shown == on_screen(edit)
