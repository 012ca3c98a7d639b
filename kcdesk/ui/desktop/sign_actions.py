"""Signing an exported PDF with a certificate file, one signer after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcdesk.domain.message import Message
from kcdesk.i18n import _
from kcdesk.ui.desktop.documents_folder import documents_folder
from kcdesk.ui.desktop.export_actions import open_file
from kcdesk.ui.qt.action import ActionSpec, MenuPlace
from kcdesk.ui.widgets.error_box import show_error

if TYPE_CHECKING:
    from kcdesk.domain.error import UserFacingError
    from kcdesk.services.pdf_signature import PdfSignature, PdfSigner
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.qt.task_runner import Progress, Task


class SignActions(QObject):
    """One menu entry: choose a PDF, see who has signed, sign."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop

    def specs(self) -> list[ActionSpec]:
        """Return the menu entry."""
        if self._desktop.ports.pdf_signer is None:
            return []
        title = Message("Sign a PDF with a certificate…")
        return [ActionSpec("sign_pdf", MenuPlace.FILE, title, self.choose, "approve", section=3)]

    def choose(self) -> None:
        """Ask which PDF."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._desktop.window, _("PDF to sign"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setDirectory(documents_folder())
        dialog.setNameFilter("*.pdf")
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def show(self, path: Path) -> None:
        """Show who has signed a PDF and who has not; from there it can be signed."""
        signer = self._signer()
        work = partial(_read, signer, path)
        task = self._start(Message("Reading {name}", {"name": path.name}), work)
        task.done.connect(partial(self._ask, path))
        task.failed.connect(partial(show_error, self._desktop.window))

    def _on_chosen(self, name: str) -> None:
        self.show(Path(name))

    def _ask(self, path: Path, places: Sequence[PdfSignature]) -> None:
        from kcdesk.ui.desktop.sign_dialog import SignDialog

        dialog = SignDialog(path.name, places, self._desktop.window)
        dialog.entered.connect(partial(self._sign, path))
        dialog.open()

    def _sign(self, path: Path, field: str, certificate: Path, passphrase: str) -> None:
        target = signed_name(path)
        write = self._desktop.ports.write_file
        work = partial(_sign, self._signer(), write, path, target, field, certificate, passphrase)
        task = self._start(Message("Signing {name}", {"name": path.name}), work)
        task.done.connect(partial(self._on_signed, target))
        task.failed.connect(partial(self._on_refused, path))

    def _on_refused(self, path: Path, error: UserFacingError) -> None:
        """Say why, and let her try again: mostly it was the passphrase."""
        show_error(self._desktop.window, error).finished.connect(partial(self._again, path))

    def _again(self, path: Path, _result: int) -> None:
        self.show(path)

    def _on_signed(self, target: Path, _nothing: object) -> None:
        if self._desktop.window is not None:
            self._desktop.window.bar.announce(
                _("{name} is written.", name=target.name), _("Open it"), partial(open_file, target)
            )

    def _start(self, label: Message, work: Callable[[Progress], object]) -> Task:
        assert self._desktop.window is not None  # the menu that led here stands in it
        return self._desktop.window.tasks.start(label, work)

    def _signer(self) -> PdfSigner:
        assert self._desktop.ports.pdf_signer is not None  # else there is no menu entry
        return self._desktop.ports.pdf_signer()


def signed_name(path: Path) -> Path:
    """Return where the file with one more signature goes: a new one, so that the file as it was
    before stays.
    """
    word = _("signed")
    stem = path.stem.partition(f" – {word}")[0]
    number = 1
    while True:
        name = f"{stem} – {word}" if number == 1 else f"{stem} – {word} {number}"
        target = path.with_name(f"{name}.pdf")
        if not target.exists():
            return target
        number += 1


def _read(signer: PdfSigner, path: Path, _progress: Progress) -> Sequence[PdfSignature]:
    from kcdesk.durable_file import read_file

    return signer.signatures(read_file(path))


def _sign(
    signer: PdfSigner,
    write_file: Callable[[Path, bytes], None],
    path: Path,
    target: Path,
    field: str,
    certificate: Path,
    passphrase: str,
    progress: Progress,
) -> None:
    from kcdesk.durable_file import read_file
    from kcdesk.services.pdf_signature import Certificate

    keys = Certificate(read_file(certificate), passphrase)
    signed = signer.sign(read_file(path), field, keys)
    progress.report(0.9)
    write_file(target, signed)
