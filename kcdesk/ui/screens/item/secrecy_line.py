"""Says that a part is left out of the public copy, and on what ground."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kcdesk.i18n import _
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.widgets.inline_field import InlineField


class SecrecyLine(QWidget):
    """Shown only where something is secret; ``grounded`` carries the law and §."""

    grounded = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        chip = QLabel(_("Secret"), self)
        set_role(chip, WidgetRole.SOON)
        self.ground = InlineField(_("Ground of secrecy"), _("Ground, e.g. OSL 19 kap. 3 §"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 0, 0)
        layout.addWidget(chip)
        layout.addWidget(self.ground)
        layout.addStretch(1)
        self.ground.edited.connect(self.grounded)
        self.hide()

    def show_secrecy(self, secret: bool, ground: str) -> None:  # a fact, not a switch
        """Show whether it is secret, and why."""
        self.setVisible(secret)
        self.ground.show_text(ground)
