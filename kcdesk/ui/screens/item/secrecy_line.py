"""Says that a part is left out of the public copy, and on what ground."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kcdesk.domain.block import Block
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark
from kcdesk.i18n import _
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.widgets.inline_field import InlineField


class SecrecyLine(QWidget):
    """Shown only where something is secret; ``grounded`` carries the law and §."""

    grounded = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = QLabel(_("Secret"), self)
        set_role(self.chip, WidgetRole.SOON)
        self.ground = InlineField(_("Ground of secrecy"), _("Ground, e.g. OSL 19 kap. 3 §"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 0, 0)
        layout.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)  # the ground may take two lines
        layout.addWidget(self.ground)
        layout.addStretch(1)
        self.ground.edited.connect(self.grounded)
        self.hide()

    def ask_ground(self) -> None:
        """What was made secret needs its ground: it is written next, by whoever made it so."""
        if not self.ground.text():
            self.ground.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_secrecy(self, secret: bool, ground: str, *, marked: bool = False) -> None:
        """Show whether it is secret, and why; ``marked``: passages of its text are."""
        self.setVisible(secret or marked)
        self.chip.setText(_("Secret") if secret or not marked else _("Marked text is secret"))
        self.ground.show_text(ground)


def marked_secret(records: Records, owner_id: str) -> bool:
    """Whether passages of a row's text are marked as secret: their ground is the row's."""
    return any(
        Mark.SECRET in span.marks
        for block in records.children(owner_id, Block)
        for span in block.spans
    )
