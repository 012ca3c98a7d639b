"""A bar that passes beneath the content: what happened and the way to take it back.

It replaces the question "are you sure?": delete first, and offer to undo.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role

SHOWN_FOR = 5_000
"""Milliseconds: long enough to read."""

STAYS_FOR = 10_000
"""Milliseconds for what can be taken back: long enough to see it, think and reach."""

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class PassingBar(QWidget):
    """One bar with a place of its own, so that it covers nothing. A new message replaces the old.

    It goes after a while, and news go as soon as somebody types on; what can be undone stays.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._run: Callable[[], object] | None = None
        self._stays = False
        self._text = PlainLabel()
        self._button = QPushButton()
        self._button.clicked.connect(self._on_clicked)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        set_role(self, WidgetRole.BAR)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID // 2, GRID, GRID // 2)
        layout.setSpacing(GRID * 2)
        layout.addWidget(self._text)
        layout.addWidget(self._button)
        self.hide()

    def announce(
        self,
        text: str,
        button: str = "",
        run: Callable[[], object] | None = None,
        *,
        stays: bool = False,
    ) -> None:
        """Show a text, with a button that does something where one is given.

        ``stays`` keeps it for its whole time, whatever is typed meanwhile.
        """
        self._run, self._stays = run, stays
        self._text.setText(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(text)
        self.show()
        if QAccessible.isActive():  # the focus does not come here: it is said
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self._timer.start(STAYS_FOR if stays else SHOWN_FOR)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give way to typing."""
        pressed = event.type() == QEvent.Type.KeyPress and not self._stays
        if pressed and isinstance(event, QKeyEvent) and _writes(event):
            self.hide()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing to watch for any more."""
        super().hideEvent(event)
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def _on_clicked(self) -> None:
        run, self._run = self._run, None
        self._timer.stop()
        self.hide()
        if run is not None:
            run()


def _writes(event: QKeyEvent) -> bool:
    """Whether a key puts a letter somewhere; Space also presses the bar's own button."""
    plain = not event.modifiers() & _COMMANDS
    return plain and bool(event.text().strip()) and event.text().isprintable()
