"""What holds wherever the focus goes: it can be seen, and Enter presses a button that has it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)
from shiboken6 import isValid

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_AROUND = 8
_PRESSED = QPushButton | QToolButton


class FocusFollower(QObject):
    """Follows the focus of the whole program, dialogs as well, for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._button: QWidget | None = None
        self._pressed: QWidget | None = None  # by Enter, which is still down or was just let go
        self._at = 0  # when, in the system's milliseconds
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press a button by Enter; by itself Qt knows Space alone outside dialogs.

        Held down, or struck twice in a row, Enter presses once: what comes after it neither presses
        what stands there next nor breaks lines in the text that the focus goes to.
        """
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() not in _ENTER:
            if event.type() == QEvent.Type.KeyPress:
                self._let_go()
            return super().eventFilter(watched, event)
        if event.isAutoRepeat() and (self._pressed is not None or watched is self._button):
            return True
        if event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if self._is_echo(event):
            return True
        self._let_go()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and watched is self._button and isinstance(watched, _PRESSED):
            self._hold(watched, event.timestamp())
            watched.click()
            return True
        return super().eventFilter(watched, event)

    def _is_echo(self, event: QKeyEvent) -> bool:
        """Whether a key is the second stroke of the one that pressed a button, elsewhere now."""
        if self._pressed is None or QApplication.focusWidget() is self._pressed:
            return False
        interval = QApplication.doubleClickInterval()
        return bool(self._at) and 0 <= event.timestamp() - self._at < interval

    def _hold(self, button: QWidget, at: int) -> None:
        application = QApplication.instance()
        if application is not None:
            self._pressed, self._at = button, at
            application.installEventFilter(self)

    def _let_go(self) -> None:
        application = QApplication.instance()
        if self._pressed is not None and application is not None:
            self._pressed = None
            application.removeEventFilter(self)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._button is not None and isValid(self._button):
            self._button.removeEventFilter(self)
        self._button = now if isinstance(now, _PRESSED) else None
        if self._button is not None:
            self._button.installEventFilter(self)
        if now is not None:
            _scroll_to(now)


def _scroll_to(widget: QWidget) -> None:
    """Bring a widget into view in every area that it scrolls with; what is higher than an area
    stays where it is while any of it can be seen: its caret says what must be.
    """
    area = widget.parentWidget()
    while area is not None:
        inside = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and inside is not None and inside.isAncestorOf(widget):
            fits = widget.height() <= area.viewport().height()
            if fits or widget.visibleRegion().isEmpty():
                area.ensureWidgetVisible(widget)
            if fits and isinstance(widget, QAbstractItemView):  # Qt thinks of its row alone
                middle = widget.mapTo(inside, widget.rect().center())
                area.ensureVisible(middle.x(), middle.y(), 0, widget.height() // 2 + _AROUND)
        area = area.parentWidget()
