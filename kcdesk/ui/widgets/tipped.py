"""Fields of one line that say all of their text in a tip where they have no room for it."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from kcdesk.ui.qt.as_written import plain_tip

_AROUND = 22
"""What stands round the text of a field: its edge, the air inside, and Qt's own margin."""

_ARROW = 24


class TippedEdit(QLineEdit):
    """A tip of its own, given before, stays."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, placeholder: str = ""
    ) -> None:
        super().__init__(text, parent, placeholderText=placeholder)
        self._tip = ""
        self.textChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room now, or no more."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self, _text: str = "") -> None:  # a signal's value
        if self.toolTip() != self._tip:
            return  # somebody else gave it one
        said = self.text() or self.placeholderText()
        needs = self.fontMetrics().horizontalAdvance(said) + _AROUND
        self._tip = plain_tip(said) if needs > self.width() else ""
        self.setToolTip(self._tip)


class TippedBox(QComboBox):
    """The choice made is its tip where it is cut."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """There may be room now, or no more."""
        super().resizeEvent(event)
        self.fit_tip()

    def fit_tip(self) -> None:
        """Say the choice in a tip, or take that away; to be called when another one is shown."""
        needs = self.fontMetrics().horizontalAdvance(self.currentText()) + _AROUND + _ARROW
        self.setToolTip(plain_tip(self.currentText()) if needs > self.width() else "")
