"""A choice in a line of text opens by Enter as by Space, and Enter takes what is chosen there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kcdesk.domain.message import Message
from kcdesk.ui.widgets.inline_choice import InlineChoice
from tests.ui.editing import key

CHOICES = (("a", Message("Information")), ("b", Message("Decision")))


def test_enter_opens_the_list_and_takes_from_it(theme, qtbot) -> None:
    choice = InlineChoice("Kind", CHOICES)
    qtbot.addWidget(choice)
    with qtbot.waitActive(choice):
        choice.show()
        choice.activateWindow()
    choice.setFocus()
    key(choice, Qt.Key.Key_Return)
    assert choice.view().isVisible()
    key(choice.view(), Qt.Key.Key_Down)
    key(choice.view(), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert not choice.view().isVisible()
    assert choice.value() == "b"
