"""Keys as a person presses them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def press(widget: QWidget, text: str) -> None:
    """Type text; letters beyond ASCII go in as events of their own: QTest aborts on some."""
    for letter in text:
        if letter == "\n":
            QTest.keyClick(widget, Qt.Key.Key_Return)
        elif letter.isascii() and letter.isprintable():
            QTest.keyClicks(widget, letter)
        else:
            QTest.sendKeyEvent(
                QTest.KeyAction.Click, widget, Qt.Key.Key_unknown, letter, Qt.KeyboardModifier(0)
            )


def press_key(widget: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press one key, with others held down."""
    together = Qt.KeyboardModifier.NoModifier
    for each in modifiers:
        together |= each
    QTest.keyClick(widget, key, together)
