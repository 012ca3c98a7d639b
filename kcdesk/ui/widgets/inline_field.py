"""A one-line field within a line of text: as wide as what stands in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.widgets.growing_text import is_history_key
from kcdesk.ui.widgets.line_text import PAUSE

_WIDEST = 520
_QT_MARGIN = 2


class InlineField(QLineEdit):
    """``edited`` carries the text shortly after the last key and when the field is left."""

    edited = Signal(str)

    def __init__(
        self, name: str, placeholder: str, parent: QWidget | None = None, *, pausing: bool = True
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setToolTip(name)
        set_role(self, WidgetRole.FIELD)
        self.setTextMargins(-_QT_MARGIN, 0, 0, 0)  # so that it begins where other text does
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._shown = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.give)
        if pausing:
            self.textEdited.connect(self._on_text_edited)
        self.textChanged.connect(self.updateGeometry)
        self.editingFinished.connect(self.give)

    def show_text(self, text: str) -> None:
        """Show a text; what is being typed stays."""
        being_typed = self.text().strip() != self._shown
        self._shown = text
        if not being_typed and self.text().strip() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def give(self) -> None:
        """Tell what was typed."""
        self._pause.stop()
        text = self.text().strip()
        if text != self._shown:
            self._shown = text
            self.edited.emit(text)

    def sizeHint(self) -> QSize:
        """As wide as the text, or what invites to write."""
        text = self.text() or self.placeholderText()
        width = self.fontMetrics().horizontalAdvance(text + "n") + 14
        return QSize(min(max(width, 40), _WIDEST), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """It may be narrower than its text."""
        return QSize(40, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the session."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() in kinds and isinstance(event, QKeyEvent) and is_history_key(event):
            self.give()
            event.ignore()
            return False
        return super().event(event)

    def _on_text_edited(self, _text: str) -> None:
        self._pause.start()
