"""Asks for the address of a link."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from kcdesk.domain.link import is_link
from kcdesk.i18n import _
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.widgets.form_dialog import FormDialog

_WIDTH = 480


class LinkDialog(FormDialog):
    """One field; an empty one takes the link away. ``chosen`` carries the address, which is one
    that may be a link.
    """

    chosen = Signal(str)

    def __init__(self, address: str, parent: QWidget) -> None:
        super().__init__(_("Link"), _("Set the link"), parent, width=_WIDTH)
        self.address = QLineEdit(address)
        self.address.setPlaceholderText("https://")
        self.trouble = QLabel(
            _("A link leads to the web, to a mailbox or to a telephone."), wordWrap=True
        )
        self.add_row(_("Address of the link"), self.address)
        self.add_note(QLabel(_("Without an address there is no link.")))
        self.add_note(self.trouble)
        set_role(self.trouble, WidgetRole.LATE)
        self.trouble.hide()
        self.ok = self.accept_button
        self.address.setFocus()
        self.address.selectAll()
        self.address.textChanged.connect(self._on_changed)
        self.accepted.connect(self._on_accepted)

    def _on_changed(self, text: str) -> None:
        address = completed(text.strip())
        fits = not address or is_link(address)
        self.ok.setEnabled(fits)
        self.trouble.setHidden(fits)
        self.address.setAccessibleDescription("" if fits else self.trouble.text())

    def _on_accepted(self) -> None:
        self.chosen.emit(completed(self.address.text().strip()))


def completed(address: str) -> str:
    """Return an address with its scheme: people write www.exempel.se and anna@exempel.se."""
    if not address or "://" in address or is_link(address):
        return address
    return f"mailto:{address}" if "@" in address and "/" not in address else f"https://{address}"
