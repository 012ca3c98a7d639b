"""What holds wherever the focus goes: it can be seen, and Enter presses a button that has it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QToolButton, QWidget
from shiboken6 import isValid


class FocusFollower(QObject):
    """Follows the focus of the whole program, dialogs as well, for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._button: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press a button by Enter; by itself Qt knows Space alone outside dialogs."""
        entered = (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        )
        if entered and isinstance(watched, QPushButton | QToolButton):
            watched.click()
            return True
        return super().eventFilter(watched, event)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._button is not None and isValid(self._button):
            self._button.removeEventFilter(self)
        self._button = now if isinstance(now, QPushButton | QToolButton) else None
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
