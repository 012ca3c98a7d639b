"""Phrases are managed with keys: added, changed, removed; those that ship are changed in place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from kcdesk.domain.body import Body
from kcdesk.domain.phrase import Phrase, PhraseKind
from kcdesk.services.phrase_library import PhraseText
from kcdesk.ui.widgets.phrase_editor import PhraseEditor
from tests.ui.editing import bridge_over
from tests.ui.pressing import press, press_key

SHIPPED = (
    PhraseText("Mötet öppnas", "öppn", PhraseKind.OPENING, "{ordförande} öppnade mötet."),
    PhraseText("Laget runt", "runt", PhraseKind.ANY, "Ordet gick laget runt."),
)
K = Qt.Key


@pytest.fixture
def bridge():
    return bridge_over([Body(id="b")])


@pytest.fixture
def editor(qtbot, bridge) -> PhraseEditor:
    made = PhraseEditor(bridge, SHIPPED, ("ordförande", "tid"))
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def phrases(bridge) -> tuple[Phrase, ...]:
    return bridge.records.children("b", Phrase)


def titles(editor: PhraseEditor) -> list[str]:
    return [editor.list.item(row).text() for row in range(editor.list.count())]


def test_what_ships_is_shown_and_stays_unstored(editor: PhraseEditor, bridge) -> None:
    assert titles(editor) == ["Mötet öppnas", "Laget runt"]
    assert editor.form.text.toPlainText() == "{ordförande} öppnade mötet."
    assert not editor.remove.isVisible()
    assert phrases(bridge) == ()


def test_a_new_phrase_is_named_and_written(editor: PhraseEditor, bridge) -> None:
    editor.add.setFocus()
    press_key(editor.add, K.Key_Space)
    press(editor.form.title, "Kaffe\n")
    editor.form.letters.setFocus()
    press(editor.form.letters, "kaf\n")
    editor.form.kind.setFocus()
    press_key(editor.form.kind, K.Key_Down)
    editor.form.kind.activated.emit(editor.form.kind.currentIndex())
    editor.form.text.setFocus()
    press(editor.form.text, "Paus ")
    button = next(b for b in editor.form.findChildren(QPushButton) if b.text() == "{tid}")
    button.click()
    press(editor.form.text, " och en rad till.")
    editor.list.setFocus()
    (row,) = phrases(bridge)
    assert (row.title, row.letters, row.kind) == ("Kaffe", "kaf", PhraseKind.OPENING)
    assert row.text == "Paus {tid} och en rad till."
    assert titles(editor) == ["Kaffe", "Mötet öppnas", "Laget runt"]


def test_a_phrase_that_ships_is_changed_by_one_of_ones_own(editor: PhraseEditor, bridge) -> None:
    editor.list.setFocus()
    press_key(editor.list, K.Key_Down)
    editor.form.text.setFocus()
    editor.form.text.selectAll()
    press(editor.form.text, "Alla fick ordet.")
    editor.list.setFocus()
    (row,) = phrases(bridge)
    assert (row.title, row.letters, row.text) == ("Laget runt", "runt", "Alla fick ordet.")
    assert editor.phrase.row_id == row.id  # it stays in view
    assert titles(editor) == ["Laget runt", "Mötet öppnas"]
    editor.remove.click()
    assert phrases(bridge) == ()
    assert editor.phrase.text == "Ordet gick laget runt."


def test_what_nothing_fills_is_said(editor: PhraseEditor) -> None:
    editor.form.text.setFocus()
    press(editor.form.text, "{ordforande} {Tid}")
    assert editor.form.unknown.isVisible()
    assert "ordforande" in editor.form.unknown.text()
    assert "Tid" not in editor.form.unknown.text()


def test_undo_comes_back_into_view(editor: PhraseEditor, bridge) -> None:
    editor.add.click()
    bridge.undo()
    assert titles(editor) == ["Mötet öppnas", "Laget runt"]
