"""Words that are shortened to the room there is, and whole in the tip: on a label, on a button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from kcdesk.ui.qt.as_written import plain_tip

_FRAME = 16
"""Pixels that a button's style takes on both sides together, with some air."""

_LETTERS = 8
"""So many can always be read."""


class Shortened:
    """The text of a widget of one line, whole, and as much of it as there is room for.

    ``around`` tells what the widget needs beside its text, in pixels.
    """

    def __init__(self, widget: QLabel | QPushButton, around: Callable[[], int]) -> None:
        self.whole = ""
        self._around = around
        self._widget = widget
        widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Show a text."""
        self.whole = text
        self._widget.setToolTip(plain_tip(text))
        self._widget.setAccessibleName(text)
        self.fit()
        self._widget.updateGeometry()

    def fit(self) -> None:
        """Shorten the text to the widget's width."""
        room = max(self._widget.width() - self._around(), 1)
        metrics = self._widget.fontMetrics()
        self._widget.setText(metrics.elidedText(self.whole, Qt.TextElideMode.ElideRight, room))

    def wanted(self, height: int) -> QSize:
        """Return room for the whole text."""
        width = self._widget.fontMetrics().horizontalAdvance(self.whole)
        return QSize(width + self._around(), height)

    def least(self, height: int) -> QSize:
        """Return room for a few letters."""
        return QSize(
            self._widget.fontMetrics().averageCharWidth() * _LETTERS + self._around(), height
        )


class ElidedLabel(QLabel):
    """Say the text with ``say``; it is never read as markup."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Shortened(self, self._air)
        self.setTextFormat(Qt.TextFormat.PlainText)

    @property
    def whole(self) -> str:
        """The text in full."""
        return self._text.whole

    def say(self, text: str) -> None:
        """Show a text."""
        self._text.say(text)

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        return self._text.wanted(super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return self._text.least(super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text to the new width."""
        super().resizeEvent(event)
        self._text.fit()

    def _air(self) -> int:
        return 2


class ElidedButton(QPushButton):
    """Say the text with ``say``. ``frame`` is what the style of its role takes, in pixels."""

    def __init__(self, parent: QWidget | None = None, *, frame: int = _FRAME) -> None:
        super().__init__(parent)
        self._frame = frame
        self._text = Shortened(self, self._air)

    @property
    def whole(self) -> str:
        """The text in full."""
        return self._text.whole

    def say(self, text: str) -> None:
        """Show a text."""
        self._text.say(text)

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        return self._text.wanted(super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        return self._text.least(super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text to the new width."""
        super().resizeEvent(event)
        self._text.fit()

    def _air(self) -> int:
        return self._frame if self.icon().isNull() else self._frame + self.iconSize().width()
