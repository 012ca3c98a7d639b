"""A quiet button whose text is shortened to the room there is, and whole in its tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

FRAME = 16
"""Pixels that the style takes on both sides together, with some air."""


class ElidedButton(QPushButton):
    """Say the text with ``say``; ``text()`` is what fits.

    ``frame`` is what the style of its role takes, in pixels.
    """

    def __init__(self, parent: QWidget | None = None, *, frame: int = FRAME) -> None:
        super().__init__(parent)
        self._style_takes = frame
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def whole(self) -> str:
        """The text in full."""
        return self._whole

    def say(self, text: str) -> None:
        """Show a text."""
        self._whole = text
        self.setToolTip(text)
        self.setAccessibleName(text)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        width = self.fontMetrics().horizontalAdvance(self._whole) + self._frame()
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return QSize(4 * FRAME, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _frame(self) -> int:
        air = self._style_takes
        return air if self.icon().isNull() else air + self.iconSize().width()

    def _fit(self) -> None:
        room = max(self.width() - self._frame(), FRAME)
        metrics = self.fontMetrics()
        self.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, room))
