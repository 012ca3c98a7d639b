"""A text editor that grows with its text; what surrounds it scrolls, and the session undoes."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from kcdesk.ui.qt.reading import scaled

_UNSHIFTED = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class GrowingText(QTextEdit):
    """``caret_moved`` tells where the caret is, for the panel that scrolls; ``edge_reached`` that
    an arrow key wants to leave upwards (-1) or downwards (1); ``menu_opening`` carries the menu
    that is about to be shown, and the place of the document that it was asked for; ``left`` comes
    when the focus goes elsewhere; ``files_pasted`` carries the paths of copied files, which have no
    place in a text.
    """

    caret_moved = Signal(QRect)
    edge_reached = Signal(int)
    menu_opening = Signal(object, int)
    left = Signal()
    files_pasted = Signal(list)

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size, self._look = 0, ""
        self._page = self.document().documentLayout()
        self._fitted = -1.0  # the height of the text when it was last fitted
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self._page.documentSizeChanged.connect(self.fit)
        self.document().contentsChanged.connect(self.on_contents_changed)

    def set_size(self, pixels: int, look: str = "") -> None:
        """Give the text a size, which follows the reading scale; ``look`` is more of its style."""
        self._size, self._look = pixels, look
        self.apply_reading_scale()

    def apply_reading_scale(self) -> None:
        """Show the text at the scale of the moment."""
        if self._size:
            size = f"font-size: {scaled(self._size)}px;"
            self.setStyleSheet(f"QTextEdit {{ {size} {self._look} }}")

    def place_asked_for(self, event: QContextMenuEvent) -> int:
        """Return the place of the document that a menu is about: under the mouse, or the caret."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            return self.textCursor().position()
        return self.cursorForPosition(event.pos()).position()

    def on_contents_changed(self) -> None:
        """The text is another: one slot for all that follows, as each costs at every key."""
        if self._page.documentSize().height() != self._fitted:
            self.fit()

    def fit(self) -> None:
        """Be as high as the text."""
        self._fitted = self._page.documentSize().height()
        height = self.text_height()
        if self.height() != height:
            self.setFixedHeight(height)

    def text_height(self) -> int:
        """Return the height of the text in pixels; at least a line, and what frames it."""
        line = self.fontMetrics().height()
        frame = self.height() - self.viewport().height()
        return max(ceil(self._page.documentSize().height()), line) + max(frame, 0)

    def minimumSizeHint(self) -> QSize:
        """As low as the text, as narrow as may be."""
        return QSize(40, self.text_height())

    def sizeHint(self) -> QSize:
        """As high as the text."""
        return QSize(240, self.text_height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The panel scrolls, not the editor."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Keys that are commands go elsewhere; all else is Qt's, and passes here at each key."""
        taken = self.take_key(event) if isinstance(event, QKeyEvent) else None
        return super().event(event) if taken is None else taken

    def take_key(self, event: QKeyEvent) -> bool | None:
        """Leave undo and redo to the session; Qt takes their keys even when its undo is off.

        Returns what is to be said of the event, or None where Qt shall have it.
        """
        if event.type() == QEvent.Type.KeyRelease or not is_history_key(event):
            return None
        self.before_history()
        event.ignore()
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell it."""
        super().focusOutEvent(event)
        self.left.emit()

    def before_history(self) -> None:
        """Undo or redo is about to come: give what is not yet given."""

    def leave_by_arrow(self, event: QKeyEvent) -> bool:
        """Whether an arrow key in the outermost line left the editor."""
        if event.modifiers() not in _PLAIN:
            return False
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if by is None or not self._is_outermost(by):
            return False
        self.edge_reached.emit(by)
        return True

    def _is_outermost(self, by: int) -> bool:
        """Whether the caret is in the first (-1) or last (1) line of all."""
        cursor = self.textCursor()
        block = cursor.block()
        beyond = block.previous() if by < 0 else block.next()
        line = block.layout().lineForTextPosition(cursor.positionInBlock()).lineNumber()
        edge = 0 if by < 0 else block.layout().lineCount() - 1
        return not beyond.isValid() and line == edge


def writes(event: QKeyEvent) -> bool:
    """Whether a key writes a character and is no command: most are, so this is asked first."""
    text = event.text()
    return bool(text) and text.isprintable() and event.modifiers() in _UNSHIFTED


def is_history_key(event: QKeyEvent) -> bool:
    """Whether a key is undo or redo, which the session does."""
    if writes(event):
        return False
    standard = QKeySequence.StandardKey
    if event.matches(standard.Undo) or event.matches(standard.Redo):
        return True
    return QKeySequence(event.keyCombination()).toString() in ("Ctrl+Y", "Ctrl+Shift+Z")
