"""Asks for the address of a link."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from kcdesk.domain.link import is_link
from kcdesk.i18n import _


class LinkDialog(QDialog):
    """One field; an empty one takes the link away. ``chosen`` carries the address, which is one
    that may be a link.
    """

    chosen = Signal(str)

    def __init__(self, address: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Link"))
        self.address = QLineEdit(address, self)
        self.address.setAccessibleName(_("Address of the link"))
        self.address.setPlaceholderText("https://")
        self.address.setMinimumWidth(360)
        self.trouble = QLabel(
            _("A link leads to the web, to a mailbox or to a telephone."), self, wordWrap=True
        )
        self.trouble.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(_("Address (empty: no link)"), self))
        layout.addWidget(self.address)
        layout.addWidget(self.trouble)
        layout.addWidget(buttons)
        self.address.textChanged.connect(self._on_changed)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
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
