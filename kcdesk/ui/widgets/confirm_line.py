"""A question in place, with its consequence: nothing moves, and Escape says no."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kcdesk.i18n import _
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role


class ConfirmLine(QWidget):
    """Hidden until something is asked. ``answered`` comes when it goes again, whatever was said."""

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: Callable[[], None] | None = None
        self.words = QLabel(wordWrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.yes = QPushButton()
        self.no = QPushButton(_("Cancel"))
        set_role(self.yes, WidgetRole.PRIMARY)
        set_role(self.no, WidgetRole.QUIET)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._close)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.words)
        layout.addLayout(buttons)
        self.hide()

    def ask(self, words: str, yes: str, run: Callable[[], None]) -> None:
        """Ask; ``run`` is called when the answer is yes."""
        self._run = run
        self.words.setText(words)
        self.yes.setText(yes)
        self.yes.setAccessibleDescription(words)
        self.show()
        self.yes.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say no with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.isVisible():
            self._close()
        else:
            super().keyPressEvent(event)

    def _on_yes(self) -> None:
        run, self._run = self._run, None
        self._close()
        if run is not None:
            run()

    def _close(self) -> None:
        self._run = None
        self.hide()
        self.answered.emit()
