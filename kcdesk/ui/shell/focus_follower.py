"""What holds wherever the focus goes: it can be seen, and Enter presses a button that has it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QToolButton, QWidget
from shiboken6 import isValid

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PRESSED = QPushButton | QToolButton


class FocusFollower(QObject):
    """Follows the focus of the whole program, dialogs as well, for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._button: QWidget | None = None
        self._is_held = False  # Enter, since it pressed a button
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press a button by Enter; by itself Qt knows Space alone outside dialogs.

        Held down, Enter presses once: its repeats neither press what stands there next nor break
        lines in the text that the focus goes to.
        """
        if not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
            return super().eventFilter(watched, event)
        if event.isAutoRepeat() and (self._is_held or watched is self._button):
            return True
        self._let_go()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = event.type() == QEvent.Type.KeyPress and plain
        if pressed and watched is self._button and isinstance(watched, _PRESSED):
            self._hold()
            watched.click()
            return True
        return super().eventFilter(watched, event)

    def _hold(self) -> None:
        application = QApplication.instance()
        if application is not None:
            self._is_held = True
            application.installEventFilter(self)

    def _let_go(self) -> None:
        application = QApplication.instance()
        if self._is_held and application is not None:
            self._is_held = False
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
        area = area.parentWidget()
