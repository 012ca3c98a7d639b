"""Whether the body can decide right now."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from kcdesk.domain.attendance import Quorum
from kcdesk.i18n import _
from kcdesk.ui.qt.theme import WidgetRole, set_role


class QuorumBox(QLabel):
    """Green where enough serve, amber where not; the words say the same. Hidden without seats."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, wordWrap=True)
        self.setAccessibleName(_("Quorum"))
        set_role(self, WidgetRole.CHIP)
        self.hide()

    def show_quorum(self, quorum: Quorum | None) -> None:
        """Say how many serve of how many seats, and how many are needed."""
        self.setVisible(quorum is not None)
        if quorum is None:
            return
        counts = {"serving": quorum.serving, "seats": quorum.seats, "needed": quorum.needed}
        too_many = quorum.serving > quorum.seats
        if too_many:
            self.setText(
                _("{serving} serve, {seats} seats: too many are listed as members", **counts)
            )
        elif quorum.is_met:
            self.setText(_("Quorate: {serving} of {seats} serve, {needed} needed", **counts))
        else:
            self.setText(_("Not quorate: {serving} of {seats} serve, {needed} needed", **counts))
        reason = _("Staff and others are not members: open a name and change what it is.")
        self.setToolTip(
            reason if too_many else _("More than half of the seats must serve (KL 5:45, 6:27).")
        )
        self.setAccessibleName(self.text())
        set_role(self, WidgetRole.CHIP if quorum.is_met and not too_many else WidgetRole.SOON)
