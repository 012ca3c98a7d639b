"""Spelling in the real window: names of the meeting, F7, the own dictionary, the setting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kcdesk.paths import resource
from kcdesk.services.edit_known_word import add_known_word, own_words
from kcdesk.system.dictionary import MISSING, HunspellDictionary
from kcdesk.ui.screens.settings.own_words import OwnWords
from kcdesk.ui.screens.settings.settings_dialog import SettingsDialog
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from kcdesk.ui.widgets.rich_text.spelling import SpellingMarks
from tests.ui.pressing import press, press_key

PATIENCE = 60_000


@pytest.fixture(scope="module")
def dictionary() -> Iterator[HunspellDictionary]:
    made = HunspellDictionary(resource("dictionaries"), "sv")
    yield made
    made.close()


@pytest.fixture
def window(desktop, sample_path, qtbot, dictionary):
    desktop.ports = replace(desktop.ports, dictionary=lambda _language: dictionary)
    desktop.start(sample_path)
    shown = desktop.window
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def writing(window) -> RichTextEdit:
    """The caret in the text of the item in view, at the end of it."""
    window.workspace.panes["item"].write()
    edit = window.focusWidget()
    assert isinstance(edit, RichTextEdit)
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    return edit


def marks(edit: RichTextEdit) -> SpellingMarks:
    return edit.document().findChild(SpellingMarks)


def wait_for(window, qtbot, word: str) -> None:
    speller = window.meeting.speller
    qtbot.waitUntil(lambda: speller.verdict(word) is not None, timeout=PATIENCE)


def test_f7_leads_from_word_to_word_by_keys(window, qtbot) -> None:
    edit = writing(window)
    press(edit, " Ett protokol om budgett.")
    wait_for(window, qtbot, "budgett")
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    press_key(edit, Qt.Key.Key_F7)
    assert edit.textCursor().selectedText() == "protokol"
    press_key(edit, Qt.Key.Key_F7)
    assert edit.textCursor().selectedText() == "budgett"
    press_key(edit, Qt.Key.Key_F7)
    assert edit.textCursor().selectedText() == "protokol"


def test_without_any_f7_says_so(window, qtbot) -> None:
    edit = writing(window)
    speller = window.meeting.speller
    qtbot.waitUntil(lambda: not speller.is_waiting, timeout=PATIENCE)
    for word in [word for word, right in speller._verdicts.items() if not right]:
        speller.pass_over(word)
    press_key(edit, Qt.Key.Key_F7)
    assert "saknas i ordlistorna" in window.bar._text.text()


def test_where_nothing_is_looked_up_f7_says_why(window, qtbot, monkeypatch) -> None:
    edit, speller = writing(window), window.meeting.speller
    speller.switch(on=False)
    press_key(edit, Qt.Key.Key_F7)
    assert window.bar._text.text() == "Stavningskontrollen är avstängd i inställningarna."
    speller.switch(on=True)
    monkeypatch.setattr("kcdesk.ui.desktop.spelling_actions._next", lambda *_: None)
    speller.verdict("ordsomingenvet")
    press_key(edit, Qt.Key.Key_F7)
    assert "slås fortfarande upp" in window.bar._text.text()
    monkeypatch.setattr(speller._dictionary, "_trouble", MISSING)
    press_key(edit, Qt.Key.Key_F7)
    assert "Hunspell saknas" in window.bar._text.text()
    monkeypatch.setattr(window.meeting, "speller", None)
    press_key(edit, Qt.Key.Key_F7)
    assert "ingen ordlista" in window.bar._text.text()


def test_the_names_of_the_meeting_are_known(window, qtbot) -> None:
    for name in ("Ahlqvist", "Norråsa", "Älvdalarnas"):
        assert window.meeting.speller.verdict(name) is True


def test_a_word_is_added_listed_and_taken_away(window, qtbot) -> None:
    edit = writing(window)
    press(edit, " protokol ")
    wait_for(window, qtbot, "protokol")
    bridge = window.context.people_bridge
    marks(edit).word_added.emit("protokol")
    assert [row.word for row in own_words(bridge.records)] == ["protokol"]
    assert window.meeting.speller.verdict("protokol") is True
    bridge.perform(add_known_word(bridge.records, "ärendebank"))
    window.menus.action("own_words").trigger()
    (dialog,) = window.findChildren(OwnWords)
    qtbot.waitUntil(dialog.list.hasFocus)
    assert [dialog.list.item(n).text() for n in range(2)] == ["protokol", "ärendebank"]
    press_key(dialog.list, Qt.Key.Key_Delete)
    assert [row.word for row in own_words(bridge.records)] == ["ärendebank"]
    assert window.meeting.speller.verdict("protokol") is False
    press_key(dialog.list, Qt.Key.Key_Delete)
    press_key(dialog.list, Qt.Key.Key_Delete)
    dialog.close()


def test_the_setting_takes_the_marks_away_at_once(desktop, window, qtbot) -> None:
    edit = writing(window)
    press(edit, " protokol ")
    wait_for(window, qtbot, "protokol")
    window.menus.action("settings").trigger()
    (dialog,) = window.findChildren(SettingsDialog)
    dialog._spelling.setCurrentIndex(1)
    dialog._spelling.activated.emit(1)
    assert marks(edit).next_word(0) is None
    assert desktop.preferences.spelling is False
    dialog._spelling.setCurrentIndex(0)
    dialog._spelling.activated.emit(0)
    assert marks(edit).next_word(0) is not None
    dialog.close()


def test_where_there_is_no_dictionary_nothing_is_marked(desktop, sample_path) -> None:
    desktop.start(sample_path)
    assert desktop.window.meeting.speller is None
    desktop.window.menus.action("next_misspelling").trigger()
    assert desktop.window.workspace.panes["item"].isVisible()
