"""Finding a text in the pages: a line to write in, how many places, from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from kcdesk.i18n import _
from kcdesk.services.preview import FoundText, Patch
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role

_PAUSE = 150
"""Milliseconds without a key before what is written is looked for."""


class FindBar(QWidget):
    """``wanted`` asks for a text; ``hits_changed`` carries the places and which one is looked at.

    Enter leads to the next place, Shift+Enter to the one before, Escape away (``left``).
    """

    wanted = Signal(str)
    hits_changed = Signal(object, int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hits: Sequence[Sequence[Patch]] = ()
        self._at = 0
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self._build_ui()

    def _build_ui(self) -> None:
        self.line = QLineEdit(placeholderText=_("Find in the pages"), clearButtonEnabled=True)
        self.line.setAccessibleName(_("Find in the pages"))
        self.line.textEdited.connect(self._on_edited)
        self.told = QLabel()
        set_role(self.told, WidgetRole.SOFT)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID, 0, GRID, GRID // 2)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.told)
        for name, words, run in (
            ("up", _("The place before (Shift+Enter)"), self.back),
            ("down", _("Next place (Enter)"), self.forward),
            ("close", _("Stop finding (Esc)"), self.leave),
        ):
            button = QToolButton()
            set_role(button, WidgetRole.QUIET)
            button.setIcon(icon(name, "soft"))
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.clicked.connect(run)
            layout.addWidget(button)

    def begin(self) -> None:
        """Show the line, what was sought last chosen in it."""
        self.show()
        self.line.setFocus()
        self.line.selectAll()
        self.again()

    def leave(self) -> None:
        """Take the line and the marks away."""
        self.hide()
        self._show((), 0)
        self.left.emit()

    def again(self) -> None:
        """Look once more, as in a document that has changed."""
        if self.isVisible() and self.line.text().strip():
            self._ask()

    def show_found(self, found: FoundText) -> None:
        """Show where it stands; the place looked at stays where there is one still."""
        if found.text == self.line.text().strip() and self.isVisible():
            self._show(found.hits, min(self._at, max(0, len(found.hits) - 1)))

    def forward(self) -> None:
        """Go to the next place; after the last comes the first."""
        self._step(1)

    def back(self) -> None:
        """Go to the place before."""
        self._step(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go away with Escape, back with Shift+Enter."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._step(-1 if held else 1)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._ask()
        elif self._hits:
            self._show(self._hits, (self._at + by) % len(self._hits))

    def _on_edited(self) -> None:
        self._at = 0
        self._pause.start()

    def _ask(self) -> None:
        text = self.line.text().strip()
        if text:
            self.wanted.emit(text)
        else:
            self._show((), 0)

    def _show(self, hits: Sequence[Sequence[Patch]], at: int) -> None:
        self._hits, self._at = hits, at
        if not self.line.text().strip():
            self.told.clear()
        elif hits:
            self.told.setText(_("{number} of {count}", number=at + 1, count=len(hits)))
        else:
            self.told.setText(_("not found"))
        self.hits_changed.emit(hits, at)
