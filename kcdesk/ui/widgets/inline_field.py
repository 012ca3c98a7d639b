"""A field of one line within a line of text: as wide as what stands in it.

What is too long for its place is shown in several lines as long as nobody writes there: nothing is
cut. Who writes has the one line that a line edit is.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStyle, QStyleOptionFrame, QWidget

from kcdesk.ui.qt.text_paint import wrapped, wrapped_height
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.widgets.growing_text import is_history_key
from kcdesk.ui.widgets.line_text import PAUSE

_LEAST, _WIDEST = 28, 520
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
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)  # Qt's own signature
        self.setSizePolicy(policy)
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
            if not self.hasFocus():
                self.setCursorPosition(0)  # its beginning shows; who writes goes on at its end

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
        width = self.fontMetrics().horizontalAdvance(text + "n") + 12
        return QSize(min(max(width, _LEAST), _WIDEST), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """It may be narrower than its text."""
        return QSize(_LEAST, super().sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher, where the text is long."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width, as many lines as the text takes."""
        height = super().sizeHint().height()
        inside = self._inside(QRect(0, 0, width, height))
        lines = wrapped_height(self.text(), self.font(), inside.width())
        return height + max(lines - self.fontMetrics().height(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Break a long text while nobody writes."""
        if self.hasFocus() or not self._is_long():
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        inside = self._inside(self.rect())
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        layout = wrapped(self.text(), self.font(), inside.width())
        top = inside.top() + (inside.height() - layout.boundingRect().height()) / 2
        layout.draw(painter, QPointF(inside.left(), top))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What is written is one line."""
        super().focusInEvent(event)
        self.update()

    def _is_long(self) -> bool:
        room = self._inside(self.rect()).width()
        return self.fontMetrics().horizontalAdvance(self.text()) > room

    def _inside(self, area: QRect) -> QRect:
        """Return where the letters stand within a field of an area."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        option.rect = area
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return inside.adjusted(0, 0, -_QT_MARGIN, 0)

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
