"""Keys that come between asking for a window and its being in front belong to that window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_KINDS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class EarlyKeys(QObject):
    """Gives a field what is typed into the window behind it, from ``begin`` until ``stop``."""

    def __init__(self, parent: QObject, behind: QWidget) -> None:
        super().__init__(parent)
        self._behind = behind
        self._field: QWidget | None = None

    def begin(self, field: QWidget) -> None:
        """The window that holds the field has been asked for."""
        application = QApplication.instance()
        if application is not None and not field.isActiveWindow():
            self._field = field
            application.installEventFilter(self)

    def stop(self) -> None:
        """It is in front, or it has gone."""
        application = QApplication.instance()
        if application is not None and self._field is not None:
            self._field = None
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a key of the window behind be one of the field's; a shortcut is not asked for."""
        if self._field is None or event.type() not in _KINDS or not self._is_behind(watched):
            return super().eventFilter(watched, event)
        assert isinstance(event, QKeyEvent)
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        else:
            QApplication.sendEvent(self._field, event.clone())
        return True

    def _is_behind(self, watched: QObject) -> bool:
        return isinstance(watched, QWidget) and watched.window() is self._behind
