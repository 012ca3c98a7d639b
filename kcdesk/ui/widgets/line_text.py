"""A field for a text without paragraphs that wraps and grows; it looks like text until entered."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QWidget

from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.widgets.file_drop import local_files
from kcdesk.ui.widgets.growing_text import GrowingText

PAUSE = 400
"""Milliseconds after the last key until what was typed is given: so it is on disk within 0.5 s."""


class LineText(GrowingText):
    """``edited`` carries the text shortly after the last key and when the field is left;
    ``finished`` comes with Enter.
    """

    edited = Signal(str)
    finished = Signal()

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, placeholder, parent)
        self.setAcceptRichText(False)
        self._shown = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.give)
        self.textChanged.connect(self._pause.start)
        set_role(self, WidgetRole.FIELD)

    def show_text(self, text: str) -> None:
        """Show a text; what is being typed stays."""
        being_typed = self._written() != self._shown
        self._shown = text
        if not being_typed and self._written() != text:
            self.blockSignals(True)  # noqa: FBT003  # Qt's own signature
            self.setPlainText(text)
            self.blockSignals(False)  # noqa: FBT003
            self.fit()

    def give(self) -> None:
        """Tell what was typed."""
        self._pause.stop()
        text = self._written()
        if text != self._shown:
            self._shown = text
            self.edited.emit(text)

    def _written(self) -> str:
        """Return what stands here; unlike Qt's plain text it keeps no-break spaces ("200 000")."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", " ").replace("\u2028", " ").strip()

    def before_history(self) -> None:
        """What was typed becomes a step first, and that is what undo takes back."""
        self.give()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the end of the field, not a new line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() in (Qt.KeyboardModifier.NoModifier,
                                     Qt.KeyboardModifier.KeypadModifier):  # fmt: skip
                self.give()
                self.finished.emit()
            else:
                event.ignore()
            return
        if not self.leave_by_arrow(event):
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Files go to the panel around, which attaches them."""
        return super().canInsertFromMimeData(source) and not local_files(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as one line; files are for the panel around."""
        if files := local_files(source):
            self.files_pasted.emit(files)
            return
        self.textCursor().insertText(" ".join(source.text().split()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field gives what was typed."""
        self.give()
        super().focusOutEvent(event)
