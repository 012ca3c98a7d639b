"""A choice within a line of text: as wide as the word that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the list, as Space does: it looks like a word, and nothing says how else."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for the word."""
        width = self.fontMetrics().horizontalAdvance(self.currentText()) + _FRAME + _AIR
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower."""
        return self.sizeHint()
