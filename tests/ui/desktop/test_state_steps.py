"""The steps of the minutes taken by keys, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

from kcdesk.domain.body import Regime
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.ui.qt.action import MenuPlace
from kcdesk.ui.widgets.palette import Palette
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from tests.ui.pressing import press, press_key

K = Qt.Key


@pytest.fixture
def informal(window):
    """The sample meeting as one of a group that neither numbers nor approves."""
    told(window, regime=Regime.INFORMAL)
    return window


def told(window, **fields) -> None:
    bridge = window.meeting.bridge
    changes = [
        each
        for name, value in fields.items()
        for each in bridge.records.setting(bridge.records.root_id, name, value)
    ]
    bridge.perform(Group(Message("Scene"), tuple(changes)))


def state(window) -> MeetingState:
    return window.meeting.bridge.records.root(Meeting).state


def write(window) -> RichTextEdit:
    window.workspace.panes["item"].write()
    edit = QApplication.focusWidget()
    assert isinstance(edit, RichTextEdit)
    return edit


def focus() -> object:
    return QApplication.focusWidget()


def strike(key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press a key where the focus is now."""
    press_key(QApplication.focusWidget(), key, *modifiers)


def hold(times: int) -> None:
    """What the keyboard sends while Enter stays down."""
    for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress) * times:
        now = QApplication.focusWidget()
        event = QKeyEvent(kind, K.Key_Return, Qt.KeyboardModifier(0), "\r", autorep=True)
        QApplication.sendEvent(now, event)


def go_to_the_step(window) -> None:
    strike(K.Key_1, Qt.KeyboardModifier.ControlModifier)
    strike(K.Key_Tab)
    assert focus() is window.workspace.panes["head"].step_button


def test_one_enter_is_one_step_and_the_text_has_the_caret_again(informal) -> None:
    told(informal, state=MeetingState.REVIEW)
    edit = write(informal)
    before = edit.toPlainText()
    go_to_the_step(informal)
    strike(K.Key_Return)
    assert state(informal) is MeetingState.DONE
    assert focus() is edit
    assert edit.toPlainText() == before


def test_a_step_that_was_asked_about_gives_the_keyboard_back_as_well(informal) -> None:
    told(informal, state=MeetingState.DRAFT)
    edit = write(informal)
    go_to_the_step(informal)
    head = informal.workspace.panes["head"]
    strike(K.Key_Return)
    if head.fold_out.isVisible():
        strike(K.Key_Return)
    assert state(informal) is MeetingState.REVIEW
    assert focus() is edit


def test_enter_held_down_takes_no_second_step_and_breaks_no_line(informal) -> None:
    told(informal, state=MeetingState.DRAFT)
    edit = write(informal)
    before = edit.toPlainText()
    go_to_the_step(informal)
    button = informal.workspace.panes["head"].step_button
    QApplication.sendEvent(
        button, QKeyEvent(QEvent.Type.KeyPress, K.Key_Return, Qt.KeyboardModifier(0), "\r")
    )
    hold(9)
    assert state(informal) in (MeetingState.DRAFT, MeetingState.REVIEW)
    assert edit.toPlainText() == before
    now = QApplication.focusWidget()
    QApplication.sendEvent(
        now, QKeyEvent(QEvent.Type.KeyRelease, K.Key_Return, Qt.KeyboardModifier(0), "\r")
    )
    edit.setFocus()
    strike(K.Key_Return)
    assert edit.toPlainText() != before, "let go, the key writes again"


def stroke(at: int, key: Qt.Key = K.Key_Return, text: str = "\r") -> None:
    """A key struck at a moment of the system's clock, as the system sends it."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, key, Qt.KeyboardModifier(0), text)
        event.setTimestamp(at)
        QApplication.sendEvent(QApplication.focusWidget(), event)


def stepped(informal) -> tuple[RichTextEdit, str]:
    """Write, and take the step that ends the minutes; returns the text's editor and its text."""
    told(informal, state=MeetingState.REVIEW)
    edit = write(informal)
    before = edit.toPlainText()
    go_to_the_step(informal)
    stroke(10_000)
    return edit, before


def test_a_second_stroke_right_after_the_step_breaks_no_line(informal) -> None:
    edit, before = stepped(informal)
    assert state(informal) is MeetingState.DONE
    assert focus() is edit
    stroke(10_150)
    stroke(10_200)
    assert edit.toPlainText() == before
    stroke(10_000 + QApplication.doubleClickInterval())
    assert edit.toPlainText() == f"{before}\n"


def test_once_something_is_written_enter_is_the_texts(informal) -> None:
    edit, before = stepped(informal)
    stroke(10_050, K.Key_A, "a")
    stroke(10_100)
    assert edit.toPlainText() == f"{before}a\n"


def test_a_button_that_keeps_the_keyboard_is_pressed_at_each_stroke(informal) -> None:
    button = QPushButton(informal, checkable=True)
    button.show()
    button.setFocus()
    stroke(10_000)
    assert button.isChecked()
    stroke(10_100)
    assert not button.isChecked()
    button.deleteLater()


def test_review_to_finished_is_not_passed_by_a_key_held_down(informal) -> None:
    told(informal, state=MeetingState.REVIEW)
    button = informal.workspace.panes["head"].step_button
    write(informal)
    button.setFocus()
    hold(5)
    assert state(informal) is MeetingState.REVIEW


def test_the_way_back_comes_after_the_way_on_and_can_be_undone(informal) -> None:
    told(informal, state=MeetingState.REVIEW)
    head = informal.workspace.panes["head"]
    edit = write(informal)
    go_to_the_step(informal)
    strike(K.Key_Tab)
    assert focus() is head.back_button
    strike(K.Key_Return)
    assert state(informal) is MeetingState.DRAFT
    assert focus() is edit
    assert informal.bar._text.text() == "Tillbaka i Utkast"
    assert informal.bar._button.text() == "Ångra"
    informal.bar._button.click()
    assert state(informal) is MeetingState.REVIEW


def test_without_a_place_before_the_next_enter_takes_no_step(informal) -> None:
    told(informal, state=MeetingState.REVIEW)
    head = informal.workspace.panes["head"]
    informal.meeting.selection.select("")
    head.steps._left = None
    head.step_button.click()
    assert state(informal) is MeetingState.DONE
    assert focus() not in (head.step_button, head.back_button)


def test_both_steps_stand_in_the_menu_as_they_are_called_now(window) -> None:
    told(window, regime=Regime.INFORMAL, state=MeetingState.REVIEW)
    offered = {
        each.text(): each.isEnabled()
        for each in window.menus.menu(MenuPlace.MEETING).actions()
        if each.text()
    }
    assert offered["Markera som klart"]
    assert offered["Tillbaka till utkast"]
    told(window, state=MeetingState.DRAFT)
    head = window.workspace.panes["head"]
    assert head.steps.step_action.text() == "Skicka för granskning"
    assert not head.steps.back_action.isEnabled()
    window.workspace.show_alone("item")
    assert not head.steps.step_action.isEnabled(), "what it asks would not be seen"
    window.workspace.show_alone()
    assert head.steps.step_action.isEnabled()


def test_the_palette_finds_and_takes_a_step(informal, qtbot) -> None:
    told(informal, state=MeetingState.REVIEW)
    write(informal)
    strike(K.Key_K, Qt.KeyboardModifier.ControlModifier)
    (palette,) = informal.findChildren(Palette)
    press(palette.field, "tillbaka till utk")
    press_key(palette.field, K.Key_Return)
    qtbot.waitUntil(lambda: state(informal) is MeetingState.DRAFT)
