"""Asks for the address of a link."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from kcdesk.i18n import _


class LinkDialog(QDialog):
    """One field; an empty one takes the link away. ``chosen`` carries the address."""

    chosen = Signal(str)

    def __init__(self, address: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Link"))
        self.address = QLineEdit(address, self)
        self.address.setAccessibleName(_("Address of the link"))
        self.address.setPlaceholderText("https://")
        self.address.setMinimumWidth(360)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(_("Address (empty: no link)"), self))
        layout.addWidget(self.address)
        layout.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(self._on_accepted)

    def _on_accepted(self) -> None:
        self.chosen.emit(completed(self.address.text().strip()))


def completed(address: str) -> str:
    """Return an address with its scheme: people write www.exempel.se and anna@exempel.se."""
    if not address or "://" in address or address.startswith(("mailto:", "tel:")):
        return address
    return f"mailto:{address}" if "@" in address and "/" not in address else f"https://{address}"
