"""What is shown whole where there is room, and scrolled where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from kcdesk.ui.qt.theme import GRID

_BAR = 10
"""Pixels that the scroll bar takes beside the content."""


class Scrolled(QScrollArea):
    """Asks for as much as its content does, and again whenever that changes."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = content
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """Room for the whole content, at the width that it has."""
        hint = self._content.sizeHint()
        width = max(hint.width(), self.width() if self.isVisible() else 0)
        height = self._content.heightForWidth(width)
        return QSize(hint.width(), max(height, hint.height()))

    def minimumSizeHint(self) -> QSize:
        """Room for its width and for a field or two."""
        return QSize(self._content.minimumSizeHint().width() + _BAR, 8 * GRID)

    def focusNextPrevChild(self, forward: bool) -> bool:  # Qt's own signature
        """Bring the whole of what gets the focus into view; Qt is content with its caret."""
        moved = super().focusNextPrevChild(forward)
        focused = self.focusWidget()
        if moved and focused is not None and self._content.isAncestorOf(focused):
            middle = focused.mapTo(self._content, focused.rect().center())
            self.ensureVisible(middle.x(), middle.y(), 0, focused.height() // 2 + GRID)
        return moved

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask anew when the content needs more or less."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
