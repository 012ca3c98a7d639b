"""A choice within a line of text: as wide as the word that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcdesk.domain.message import Message
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.widgets.field import ChoiceField

_FRAME = 10
_AIR = 4


class InlineChoice(ChoiceField):
    """A ``ChoiceField`` that looks like text; a frame shows that it can be used."""

    def __init__(
        self, name: str, choices: tuple[tuple[object, Message], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(choices, parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        set_role(self, WidgetRole.META)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.currentIndexChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for the word."""
        width = self.fontMetrics().horizontalAdvance(self.currentText()) + _FRAME + _AIR
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower."""
        return self.sizeHint()
