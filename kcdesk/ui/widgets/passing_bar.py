"""A bar that passes over the content: what happened and the way to take it back.

It replaces the question "are you sure?": delete first, and offer to undo.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role

SHOWN_FOR = 8000
"""Milliseconds. Long enough to read and reach; undo in the menu stays when it has gone."""


class PassingBar(QWidget):
    """One bar at the foot of its parent. A new message replaces the old one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._run: Callable[[], object] | None = None
        self._text = QLabel()
        self._button = QPushButton()
        self._button.clicked.connect(self._on_clicked)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._timer.timeout.connect(self.hide)
        set_role(self, WidgetRole.BAR)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID, GRID, GRID)
        layout.setSpacing(GRID * 2)
        layout.addWidget(self._text)
        layout.addWidget(self._button)
        parent.installEventFilter(self)
        self.hide()

    def announce(
        self, text: str, button: str = "", run: Callable[[], object] | None = None
    ) -> None:
        """Show a text, with a button that does something where one is given."""
        self._run = run
        self._text.setText(text)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(text)
        self.show()
        self._place()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the parent changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        area = self._host.rect()
        self.setMaximumWidth(area.width() - 4 * GRID)
        self.adjustSize()
        self.move(area.center().x() - self.width() // 2, area.bottom() - self.height() - 3 * GRID)

    def _on_clicked(self) -> None:
        run, self._run = self._run, None
        self._timer.stop()
        self.hide()
        if run is not None:
            run()
