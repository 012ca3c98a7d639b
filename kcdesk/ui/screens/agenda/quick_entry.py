"""One line at the foot of the agenda: type, Enter, type, Enter; or paste a whole list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kcdesk.i18n import _
from kcdesk.ui.qt.theme import GRID
from kcdesk.ui.widgets.growing_text import is_history_key


class QuickEntry(QPlainTextEdit):
    """``entered`` carries a title, ``list_pasted`` a text of several lines.

    A plain text edit of one line, as a line edit has no say in what is pasted into it.
    """

    entered = Signal(str)
    list_pasted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("New item…"))
        self.setAccessibleName(_("New item, last on the agenda"))
        self.setAccessibleDescription(_("Enter adds it. A pasted list becomes items."))
        self.setToolTip(_("Enter adds it. A pasted list becomes items."))
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(4)
        self.setFixedHeight(self.fontMetrics().height() + 2 * GRID)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the session once the title has been handed over."""
        if isinstance(event, QKeyEvent) and not self.toPlainText() and is_history_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter hands the title over; there is only one line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
                event.ignore()
            elif title := self.toPlainText().strip():
                self.clear()
                self.entered.emit(title)
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take several lines as a list of items."""
        lines = [line for line in source.text().splitlines() if line.strip()]
        if len(lines) > 1:
            self.list_pasted.emit(source.text())
        elif lines:
            self.insertPlainText(lines[0].strip())
