"""Words that no dictionary has are marked once they are written; the menu mends them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from kcdesk.domain.block import Block
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.richtext import Mark, Span, plain, text_of
from kcdesk.domain.section import Section
from kcdesk.paths import resource
from kcdesk.system.dictionary import HunspellDictionary
from kcdesk.ui.qt.speller import Speller
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from kcdesk.ui.widgets.rich_text.spelling import SpellingMarks
from tests.ui.editing import bridge_over, key, write
from tests.ui.widgets.rich_text.conftest import Maker

PATIENCE = 60_000


@pytest.fixture(scope="module")
def dictionary() -> Iterator[HunspellDictionary]:
    made = HunspellDictionary(resource("dictionaries"), "sv")
    yield made
    made.close()


@pytest.fixture
def speller(qapp, dictionary) -> Iterator[Speller]:
    made = Speller(dictionary)
    yield made
    made.setParent(None)
    made.deleteLater()
    qapp.processEvents()


def paragraph(id: str, text: str) -> Block:
    return Block(id=id, spans=plain(text))


def marked(edit) -> list[str]:
    found = []
    block = edit.document().begin()
    while block.isValid():
        text = block.text()
        for each in block.layout().formats():
            if each.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline:
                found.append(text[each.start : each.start + each.length])
        block = block.next()
    return found


def open_menu(edit) -> QMenu:
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, edit.cursorRect().center(), QPoint(0, 0)
    )
    edit.contextMenuEvent(event)
    return next(each for each in edit.findChildren(QMenu) if each.isVisible())


def action(menu: QMenu, text: str):
    return next(each for each in menu.actions() if each.text() == text)


def test_wrong_words_are_marked_wherever_they_stand(editor: Maker, speller, qtbot) -> None:
    edit = editor([paragraph("a", "😀 Ett protokol om budgett"), paragraph("b", "Allt är rätt.")])
    edit.clearFocus()
    SpellingMarks(edit, speller)
    qtbot.waitUntil(lambda: len(marked(edit)) == 2, timeout=PATIENCE)
    text = edit.document().begin().text()
    ranges = edit.document().begin().layout().formats()
    units = text.encode("utf-16-le")
    assert [
        units[2 * each.start : 2 * (each.start + each.length)].decode("utf-16-le")
        for each in ranges
    ] == ["protokol", "budgett"]


def test_the_word_being_written_is_left_alone(editor: Maker, speller, qtbot) -> None:
    edit = editor([paragraph("a", "")])
    marks = SpellingMarks(edit, speller)
    write(edit, "protokol")
    qtbot.waitUntil(lambda: speller.verdict("protokol") is False, timeout=PATIENCE)
    assert marked(edit) == []
    write(edit, " ")
    qtbot.waitUntil(lambda: marked(edit) == ["protokol"], timeout=PATIENCE)
    assert marks.word_at(2).text == "protokol"


def test_leaving_the_text_ends_the_word(editor: Maker, speller, qtbot) -> None:
    edit = editor([paragraph("a", "")])
    SpellingMarks(edit, speller)
    write(edit, "protokol")
    qtbot.waitUntil(lambda: speller.verdict("protokol") is False, timeout=PATIENCE)
    edit.clearFocus()
    qtbot.waitUntil(lambda: marked(edit) == ["protokol"], timeout=PATIENCE)


def test_marks_are_no_part_of_the_text(editor: Maker, speller, qtbot) -> None:
    edit = editor([paragraph("a", "Ett protokol")])
    edit.clearFocus()
    SpellingMarks(edit, speller)
    qtbot.waitUntil(lambda: marked(edit) == ["protokol"], timeout=PATIENCE)
    assert edit.rows()[0].spans == plain("Ett protokol")
    assert edit.bridge.session.undo_label is None


def test_a_suggestion_takes_the_place_of_the_word_and_keeps_its_form(
    editor: Maker, speller, qtbot
) -> None:
    edit = editor([Block(id="a", spans=(Span("Ett "), Span("protokol", (Mark.BOLD,))))])
    marks = SpellingMarks(edit, speller)
    qtbot.waitUntil(lambda: speller.verdict("protokol") is False, timeout=PATIENCE)
    cursor = edit.textCursor()
    cursor.setPosition(6)
    edit.setTextCursor(cursor)
    menu = open_menu(edit)
    qtbot.waitUntil(lambda: menu.actions()[0].text() == "protokoll", timeout=PATIENCE)
    menu.actions()[0].trigger()
    menu.close()
    assert edit.rows()[0].spans == (Span("Ett "), Span("protokoll", (Mark.BOLD,)))
    assert str(edit.bridge.session.undo_label) == "Correct the spelling"
    edit.bridge.session.undo()
    assert text_of(edit.rows()[0].spans) == "Ett protokol"
    assert marks.next_word(0).text == "protokol"


def test_a_word_may_be_passed_over_or_added(editor: Maker, speller, qtbot) -> None:
    edit = editor([paragraph("a", "protokol")])
    marks = SpellingMarks(edit, speller)
    added = []
    marks.word_added.connect(added.append)
    qtbot.waitUntil(lambda: speller.verdict("protokol") is False, timeout=PATIENCE)
    menu = open_menu(edit)
    action(menu, "Lägg till ”protokol” i ordlistan").trigger()
    assert added == ["protokol"]
    action(menu, "Hoppa över ”protokol”").trigger()
    menu.close()
    assert speller.verdict("protokol") is True
    assert marks.next_word(0) is None


def test_a_word_that_nothing_resembles_says_so(editor: Maker, speller, qtbot) -> None:
    edit = editor([paragraph("a", "qqxxzzqqxxzz")])
    SpellingMarks(edit, speller)
    qtbot.waitUntil(lambda: speller.verdict("qqxxzzqqxxzz") is False, timeout=PATIENCE)
    menu = open_menu(edit)
    qtbot.waitUntil(lambda: menu.actions()[0].text() == "Inga förslag", timeout=PATIENCE)
    menu.close()


def test_a_right_word_has_the_usual_menu(editor: Maker, speller, qtbot) -> None:
    edit = editor([paragraph("a", "protokoll")])
    SpellingMarks(edit, speller)
    qtbot.waitUntil(lambda: speller.verdict("protokoll") is True, timeout=PATIENCE)
    menu = open_menu(edit)
    assert not [each for each in menu.actions() if "ordlistan" in each.text()]
    menu.close()


def test_names_become_right_and_the_switch_takes_all_marks_away(
    editor: Maker, speller, qtbot
) -> None:
    edit = editor([paragraph("a", "Zlatkovic skrev protokol")])
    edit.clearFocus()
    SpellingMarks(edit, speller)
    qtbot.waitUntil(lambda: marked(edit) == ["Zlatkovic", "protokol"], timeout=PATIENCE)
    speller.know(frozenset({"Zlatkovic"}))
    assert marked(edit) == ["protokol"]
    speller.switch(on=False)
    assert marked(edit) == []
    speller.switch(on=True)
    assert marked(edit) == ["protokol"]


def test_many_words_are_asked_for_in_portions(editor: Maker, speller, qtbot) -> None:
    letters = "abdefghijklmnoprstuvyåäö"
    nonsense = [f"q{a}x{b}z" for a in letters for b in letters]
    edit = editor([paragraph("a", " ".join(nonsense))])
    edit.clearFocus()
    SpellingMarks(edit, speller)
    qtbot.waitUntil(lambda: len(marked(edit)) == len(nonsense), timeout=PATIENCE)


def test_a_text_that_goes_while_its_words_are_looked_up(speller, qtbot) -> None:
    rows = [Meeting(id="m"), Item(id="i", owner_id="m", position="V")]
    section = Section(id="owner", owner_id="i", position="V")
    block = replace(paragraph("a", "protokol budgett mötett"), owner_id="owner", position="V")
    edit = RichTextEdit(bridge_over([*rows, section, block]), "owner", name="Notes")
    SpellingMarks(edit, speller).rehighlight()
    edit.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(edit)
    assert speller.verdict("ännuettord") is None
    qtbot.waitUntil(lambda: speller.verdict("ännuettord") is not None, timeout=PATIENCE)


def test_enter_and_undo_keep_the_marks_right(editor: Maker, speller, qtbot) -> None:
    edit = editor([paragraph("a", "ett protokol till")])
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    SpellingMarks(edit, speller)
    qtbot.waitUntil(lambda: marked(edit) == ["protokol"], timeout=PATIENCE)
    key(edit, Qt.Key.Key_Return)
    write(edit, "budgett nu")
    qtbot.waitUntil(lambda: marked(edit) == ["protokol", "budgett"], timeout=PATIENCE)
    edit.bridge.session.undo()
    qtbot.waitUntil(lambda: marked(edit) == ["protokol"], timeout=PATIENCE)
