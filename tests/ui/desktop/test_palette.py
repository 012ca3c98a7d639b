"""Ctrl+K: anything by a few letters, in the real window with real keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcdesk.domain.decision import Decision
from kcdesk.domain.item import Item
from kcdesk.domain.participant import Attendance, Participant, Presence
from kcdesk.services.edit_item_head import presenters_of
from kcdesk.ui.widgets.palette import Palette
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from tests.ui.pressing import press, press_key

CTRL = Qt.KeyboardModifier.ControlModifier
K = Qt.Key


@pytest.fixture
def palette(window, qtbot):
    """Open the palette from the text of an item, as one does while writing."""

    def open_it() -> Palette:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        meeting = window.meeting
        meeting.selection.select(items(window)[4].id)
        meeting.selection.write()
        press_key(QApplication.focusWidget(), K.Key_K, CTRL)
        return opened(window, qtbot)

    return open_it


def opened(window, qtbot) -> Palette:
    (shown,) = [each for each in window.findChildren(Palette) if each.isVisible()]
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def items(window) -> tuple[Item, ...]:
    records = window.meeting.bridge.records
    return records.children(records.root_id, Item)


def titles(palette: Palette) -> list[str]:
    return [each.title for each in palette.model.lines]


def take(palette: Palette, qtbot, typed: str, done) -> None:
    press(palette.field, typed)
    press_key(palette.field, K.Key_Return)
    qtbot.waitUntil(done)


def test_what_is_typed_before_it_is_in_front_is_its_own(window, qtbot) -> None:
    """A window comes to the front when the system likes; who types does not wait for it."""
    window.meeting.selection.select(items(window)[4].id)
    window.meeting.selection.write()
    text = QApplication.focusWidget()
    written = text.toPlainText()
    press_key(text, K.Key_K, CTRL)
    (shown,) = [each for each in window.findChildren(Palette) if each.isVisible()]
    assert not shown.isActiveWindow()
    for letter in "sek":
        QTest.keyClicks(text, letter)
    QTest.keyClick(text, K.Key_Backspace)
    assert shown.field.text() == "se"
    assert text.toPlainText() == written
    QTest.keyClick(text, K.Key_Escape)
    assert not shown.isVisible()
    QTest.keyClicks(text, "x")
    assert text.toPlainText() == written + "x"


def test_what_is_made_secret_is_asked_for_its_ground(palette, window, qtbot) -> None:
    shown = palette()
    item = items(window)[4]
    records = window.meeting.bridge.records
    assert not records.get(Item, item.id).secret
    head = window.workspace.panes["item"].sheet.head
    take(shown, qtbot, "sekretess", head.secrecy.ground.hasFocus)
    press(QApplication.focusWidget(), "OSL 19 kap. 3 §")
    press_key(QApplication.focusWidget(), K.Key_Return)
    made = window.meeting.bridge.records.get(Item, item.id)
    assert (made.secret, made.secrecy_ground) == (True, "OSL 19 kap. 3 §")
    assert isinstance(QApplication.focusWidget(), RichTextEdit), "Enter goes on to the text"


def test_it_shows_actions_with_their_keys(palette) -> None:
    shown = palette()
    press(shown.field, "exportera pdf")
    assert titles(shown)[0] == "Exportera som PDF"
    assert shown.entry.keys == "Ctrl+E"
    assert shown.entry.place == "Arkiv"
    shown.close()


def test_a_number_or_words_lead_to_an_item(palette, window, qtbot) -> None:
    chosen = items(window)[2]
    take(palette(), qtbot, "54", lambda: window.meeting.selection.id == chosen.id)
    assert isinstance(QApplication.focusWidget(), RichTextEdit)  # one goes on writing there
    other = items(window)[0]
    take(palette(), qtbot, "mötets öpp", lambda: window.meeting.selection.id == other.id)


def test_arrivals_are_noted_from_it(palette, window, qtbot) -> None:
    records = window.meeting.bridge.records
    jon = next(each for each in records.all(Participant) if each.name.startswith("Jon "))

    def came() -> bool:
        return bool(window.meeting.bridge.records.children(jon.id, Presence))

    take(palette(), qtbot, "+jon j", came)


def test_a_person_is_found_with_what_she_does(palette, window, qtbot) -> None:
    shown = palette()
    press(shown.field, "maria haglund")
    assert {"Maria Haglund anländer", "Maria Haglund lämnar"} <= set(titles(shown))
    press_key(shown.field, K.Key_Escape)
    records = window.meeting.bridge.records
    maria = next(each for each in records.all(Participant) if each.name == "Maria Haglund")

    def noted() -> bool:
        now = window.meeting.bridge.records.get(Participant, maria.id)
        return now.attendance is Attendance.ABSENT_WITH_NOTICE

    take(palette(), qtbot, "maria anmäl", noted)


def test_a_decision_is_written_from_it(palette, window, qtbot) -> None:
    shown = palette()
    before = len(window.meeting.bridge.records.all(Decision))

    def decided() -> bool:
        return len(window.meeting.bridge.records.all(Decision)) == before + 1

    take(shown, qtbot, "/beslut att avslå", decided)


def test_parts_are_added_and_text_is_formed_from_it(palette, window, qtbot) -> None:
    shown = palette()
    press(shown.field, "underlag")
    assert "Beslutsunderlag" in titles(shown)
    press_key(shown.field, K.Key_Escape)
    shown = palette()
    press(shown.field, "punktlista")
    assert titles(shown)[0] == "Punktlista"
    shown.close()


def test_who_presents_is_found_and_written_by_keys(palette, window, qtbot) -> None:
    shown = palette()

    def reached() -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and focus.accessibleName() == "Föredragande"

    take(shown, qtbot, "föredrag", reached)
    press(QApplication.focusWidget(), ", Elsa Brandt")
    press_key(QApplication.focusWidget(), K.Key_Return)
    meeting = window.meeting
    named = presenters_of(meeting.bridge.records, meeting.selection.id)
    assert "Elsa Brandt" in [each.name for each in named]


def test_meetings_bodies_and_registers_are_gone_to(palette, window, qtbot) -> None:
    shown = palette()
    press(shown.field, "styrelsen november")
    assert titles(shown)[0] == "Styrelsen 12 november 2026"
    press_key(shown.field, K.Key_Escape)
    take(palette(), qtbot, "personer", lambda: window.meeting is None)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press_key(window, K.Key_K, CTRL)
    shown = opened(window, qtbot)
    take(shown, qtbot, "styrelsen 12", lambda: window.meeting is not None)


def test_arrows_choose_and_the_mouse_as_well(palette, window) -> None:
    shown = palette()
    press(shown.field, "panel")
    first = shown.entry
    press_key(shown.field, K.Key_Down)
    assert shown.entry != first
    press_key(shown.field, K.Key_Up)
    press_key(shown.field, K.Key_Up)
    assert shown.entry == shown.model.lines[-1]
    assert not shown.grab().isNull()
    shown.close()


def test_nothing_found_does_nothing(palette) -> None:
    shown = palette()
    press(shown.field, "qqqqxq")
    assert titles(shown) == []
    press_key(shown.field, K.Key_Return)
    assert shown.isVisible()
    shown.close()


def test_every_action_of_the_menus_is_found(palette, window) -> None:
    shown = palette()
    known = {each.title for each in shown._find("")} | {
        each.title for each in shown._find.__self__._entries
    }
    for action in window.menus.all_actions():
        if action.isEnabled() and action.text():
            assert action.text().replace("&", "").rstrip("…") in known
    shown.close()


def test_phrases_have_a_key_of_their_own(palette, window, qtbot) -> None:
    palette().close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    text = QApplication.focusWidget()
    press_key(text, K.Key_P, CTRL, Qt.KeyboardModifier.ShiftModifier)
    shown = opened(window, qtbot)
    assert len(titles(shown)) > 30
    press(shown.field, "handlingarna")
    press_key(shown.field, K.Key_Return)
    wanted = "Styrelsen lade ärendet till handlingarna."
    qtbot.waitUntil(lambda: wanted in text.toPlainText())


def test_phrases_go_to_the_text_last_written_in_when_no_text_has_the_caret(window, qtbot) -> None:
    window.meeting.selection.select(items(window)[4].id)
    window.workspace.panes["agenda"].setFocus()
    qtbot.waitUntil(lambda: not isinstance(QApplication.focusWidget(), RichTextEdit))
    press_key(QApplication.focusWidget(), K.Key_P, CTRL, Qt.KeyboardModifier.ShiftModifier)
    shown = opened(window, qtbot)
    press(shown.field, "handlingarna")
    press_key(shown.field, K.Key_Return)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), RichTextEdit))
    text = QApplication.focusWidget()
    qtbot.waitUntil(lambda: "lade ärendet till handlingarna." in text.toPlainText())


def test_a_search_that_finds_nothing_says_so(palette) -> None:
    shown = palette()
    press(shown.field, "qqqqzz")
    assert shown.nothing.isVisible()
    assert not shown.list.isVisible()
    shown.close()


def test_no_two_actions_of_the_window_have_the_same_key(window) -> None:
    keys = [key.toString() for each in window.menus.registered() for key in each.shortcuts()]
    assert sorted(keys) == sorted(set(keys))


def test_the_buttons_of_panels_are_found_though_nobody_has_looked_at_them(
    palette, window, qtbot
) -> None:
    assert "approval" not in window.workspace.panes
    shown = palette()
    press(shown.field, "skicka för under")
    assert titles(shown)[0] == "Skicka för underskrift"
    assert shown.entry.place == "Justering"
    press_key(shown.field, K.Key_Return)
    pane = window.workspace.made("approval")
    qtbot.waitUntil(pane.isVisible)
    assert pane.isAncestorOf(window.focusWidget())


def test_a_button_that_an_action_names_already_is_told_once(palette) -> None:
    shown = palette()
    press(shown.field, "beslut")
    named = [each.key for each in shown.model.lines if each.title == "Beslut"]
    assert named
    assert not any(key.startswith("button_") for key in named)
    shown.close()
