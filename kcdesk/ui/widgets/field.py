"""Fields that tell once what was entered: when they are left, or Enter is pressed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from kcdesk.domain.message import Message
from kcdesk.i18n import render
from kcdesk.ui.widgets.tipped import TippedBox, TippedEdit


class TextField(TippedEdit):
    """One line of text."""

    edited = Signal(str)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, placeholder=placeholder)
        self._shown = ""
        self.editingFinished.connect(self._on_finished)

    def show_text(self, text: str) -> None:
        """Show a text; what is being typed stays."""
        being_typed = self.hasFocus() and self.text() != self._shown
        self._shown = text
        if not being_typed and self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def _on_finished(self) -> None:
        text = self.text().strip()
        if text != self._shown:
            self._shown = text
            self.edited.emit(text)


class ChoiceField(TippedBox):
    """One of a few values, each with its word. Of a value without a word, as a file from elsewhere
    may bring it, none is chosen.
    """

    edited = Signal(object)

    def __init__(
        self, choices: Sequence[tuple[object, Message]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values = [value for value, _word in choices]
        self._other: object = None
        for _value, word in choices:
            self.addItem(render(word))
        self.activated.connect(self._on_activated)

    def value(self) -> object:
        """Return what is chosen."""
        index = self.currentIndex()
        return self._values[index] if index >= 0 else self._other

    def show_value(self, value: object) -> None:
        """Show a value."""
        self._other = value
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        self.fit_tip()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: a wheel over a closed list must not change it."""
        event.ignore()

    def _on_activated(self, index: int) -> None:
        self.fit_tip()
        self.edited.emit(self._values[index])


class NumberField(QSpinBox):
    """A whole number or nothing."""

    edited = Signal(object)

    def __init__(self, most: int, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, minimum=0, maximum=most)
        self.setSpecialValueText(nothing)
        self.lineEdit().setTextMargins(9, 0, 0, 0)  # where other fields begin
        self._shown = 0
        self.editingFinished.connect(self._on_finished)

    def number(self) -> int | None:
        """Return the number; None for nothing."""
        return self.value() or None

    def show_number(self, number: int | None) -> None:
        """Show a number."""
        self._shown = number or 0
        self.setValue(self._shown)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _on_finished(self) -> None:
        if self.value() != self._shown:
            self._shown = self.value()
            self.edited.emit(self.number())
