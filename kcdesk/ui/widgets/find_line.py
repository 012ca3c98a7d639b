"""A line to look for a text with: how many places there are, from one to the next, and away."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from kcdesk.i18n import _
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role

_PAUSE = 150
"""Milliseconds without a key before what is written is looked for."""


class FindLine(QWidget):
    """``wanted`` asks for a text (empty: for nothing), ``stepped`` for the next place (1) or the
    one before (-1), ``left`` to be rid of it all: Enter, Shift+Enter, Escape.
    """

    wanted = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.ask)
        self.line = QLineEdit(placeholderText=name, clearButtonEnabled=True)
        self.line.setAccessibleName(name)
        self.line.textEdited.connect(self._pause.start)
        self.told = QLabel()
        set_role(self.told, WidgetRole.SOFT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.told)
        self.buttons: list[QToolButton] = []
        for picture, words, run in (
            ("up", _("The place before (Shift+Enter)"), self._back),
            ("down", _("Next place (Enter)"), self._forward),
            ("close", _("Stop finding (Esc)"), self.left.emit),
        ):
            button = QToolButton()
            set_role(button, WidgetRole.QUIET)
            button.setIcon(icon(picture, "soft"))
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(run)
            layout.addWidget(button)
            self.buttons.append(button)

    @property
    def text(self) -> str:
        """What is looked for."""
        return self.line.text().strip()

    def begin(self) -> None:
        """Take the focus, what was sought last chosen."""
        self.line.setFocus()
        self.line.selectAll()
        if self.text:
            self.ask()

    def ask(self) -> None:
        """Look for what is written now."""
        self._pause.stop()
        self.wanted.emit(self.text)

    def tell(self, at: int, count: int) -> None:
        """Say which place (from 0) of how many is looked at."""
        if not self.text:
            self.told.clear()
        elif count:
            self.told.setText(_("{number} of {count}", number=at + 1, count=count))
        else:
            self.told.setText(_("not found"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away with Escape, on with Enter, back with Shift+Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._step(-1 if held else 1)
        else:
            super().keyPressEvent(event)

    def _forward(self) -> None:
        self._step(1)

    def _back(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        if self._pause.isActive():
            self.ask()
        else:
            self.stepped.emit(by)
