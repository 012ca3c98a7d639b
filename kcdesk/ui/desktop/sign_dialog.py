"""Who has signed a PDF, and a place to sign it with a certificate file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from kcdesk.i18n import _, current
from kcdesk.services.pdf_signature import PdfSignature
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.form_dialog import FormDialog

_ROW = 6 * GRID
_ROWS_SHOWN = 5


class SignDialog(FormDialog):
    """``entered`` carries the field's name, the certificate's path and its passphrase."""

    entered = Signal(str, object, str)

    def __init__(
        self, name: str, places: Sequence[PdfSignature], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Sign {name}", name=name), _("Sign"), parent)
        self._free = [place for place in places if not place.is_signed]
        self._list = _listed(places)
        self._field = QComboBox()
        self._field.addItems([place.purpose or place.field for place in self._free])
        self._path = QLineEdit(placeholderText=_("file ending in .p12 or .pfx"))
        self._choose = QPushButton(_("Choose…"), autoDefault=False)
        self._passphrase = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._build_ui(bool(places))
        self._choose.clicked.connect(self._on_choose)
        self._path.textChanged.connect(self._on_changed)
        self._on_changed()

    def _build_ui(self, has_places: bool) -> None:
        self.add_row(_("Signatures"), self._list)
        if not self._free:
            told = (
                _("Everybody has signed.")
                if has_places
                else _("There is no field to sign in. Export the document with signature fields.")
            )
            self.add_note(PlainLabel(told, wraps=True))
            self._list.setVisible(has_places)
            self._list.setFocus()
            return
        self.add_row(_("Sign as"), self._field)
        certificate = QWidget()
        row = QHBoxLayout(certificate)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._path, 1)
        row.addWidget(self._choose)
        certificate.setFocusProxy(self._path)
        self.add_row(_("Certificate"), certificate)
        self._path.setAccessibleName(_("Certificate"))
        self.add_row(_("Passphrase"), self._passphrase)
        note = _("The file as it is now stays; the signed one gets a name of its own beside it.")
        self.add_note(PlainLabel(note, wraps=True))
        self._field.setFocus()

    def accept(self) -> None:
        """Tell what was entered and close."""
        field = self._free[self._field.currentIndex()].field
        path, passphrase = Path(self._path.text().strip()), self._passphrase.text()
        super().accept()
        self.entered.emit(field, path, passphrase)

    def _on_changed(self) -> None:
        self.accept_button.setEnabled(bool(self._free and self._path.text().strip()))

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, _("Certificate"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Certificates ({suffixes})", suffixes="*.p12 *.pfx"))
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, name: str) -> None:
        self._path.setText(name)
        self._passphrase.setFocus()


def _listed(places: Sequence[PdfSignature]) -> QListWidget:
    shown = QListWidget()
    set_role(shown, WidgetRole.SOFT)
    shown.setUniformItemSizes(True)
    for place in places:
        entry = QListWidgetItem(icon(_icon(place)), _told(place))
        entry.setSizeHint(QSize(0, _ROW))
        shown.addItem(entry)
    shown.setFixedHeight(min(len(places), _ROWS_SHOWN) * _ROW + GRID)
    if places:
        shown.setCurrentRow(0)
    return shown


def _icon(place: PdfSignature) -> str:
    if not place.is_signed:
        return "draft"
    return "approve" if place.is_intact else "warning"


def _told(place: PdfSignature) -> str:
    """Return whose place it is, and below it who has signed there."""
    return f"{place.purpose or place.field}\n{_state(place)}"


def _state(place: PdfSignature) -> str:
    if not place.is_signed:
        return _("not signed")
    local = place.at.astimezone() if place.at else None
    when = f"{current().day(local.date())} {current().clock(local.time())}" if local else ""
    state = _("unchanged since") if place.is_intact else _("CHANGED since")
    return " · ".join(part for part in (place.signer, when, state) if part)
