"""An empty panel: one line of what could be here, one action and its key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.key_words import key_words
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role


class EmptyPanel(QWidget):
    """``wanted`` is emitted when the action is chosen. The key is shown, not bound."""

    wanted = Signal()

    def __init__(
        self,
        text: str,
        action: str,
        *,
        shortcut: str = "",
        icon_name: str = "add",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        said = QLabel(text, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        set_role(said, WidgetRole.SOFT)
        button = QPushButton(icon(icon_name), action)
        button.clicked.connect(self.wanted)
        self.setFocusProxy(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addStretch()
        layout.addWidget(said)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        if shortcut:
            key = QLabel(key_words(shortcut), alignment=Qt.AlignmentFlag.AlignCenter)
            set_role(key, WidgetRole.SOFT)
            layout.addWidget(key)
        layout.addStretch()
