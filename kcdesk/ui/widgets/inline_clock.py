"""A field for a time of day within a line of text: no frame, as wide as what stands in it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.widgets.clock_edit import ClockEdit


class InlineClock(ClockEdit):
    """A ``ClockEdit`` that looks like text until it has the focus."""

    plain_role = WidgetRole.META

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        set_role(self, WidgetRole.META)
        self.setToolTip(name)
        self.setMinimumWidth(0)
        self.setTextMargins(-2, 0, 0, 0)  # so that it begins where other text does
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as the time."""
        text = self.text() or self.placeholderText()
        width = self.fontMetrics().horizontalAdvance(text) + 14
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower."""
        return self.sizeHint()
