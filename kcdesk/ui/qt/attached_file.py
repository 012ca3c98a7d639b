"""Open a kept file with the program that the system has for it; take a chosen one in."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePath

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from kcdesk.domain.attachment import Attachment
from kcdesk.domain.error import UserFacingError
from kcdesk.services.ports import Shelf

_WEB = ("http://", "https://")


def open_attached(row: Attachment, shelf: Shelf) -> None:
    """Open an attachment: an address in the browser, a file as a copy, so that ours stays."""
    if not row.sha256:
        QDesktopServices.openUrl(QUrl(web_address(row)))
        return
    folder = Path(tempfile.mkdtemp(prefix="kcdesk-"))
    copy = folder / (PurePath(row.name).name or row.sha256)
    copy.write_bytes(shelf.read_file(row.sha256))
    copy.chmod(0o400)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))


def web_address(row: Attachment) -> str:
    """Return where a reference can be read on the web, or nothing."""
    found = (each for each in (row.address, row.name) if each.startswith(_WEB))
    return next(found, "")


class FileIntake(QObject):
    """Takes files into the library, off the window's thread.

    ``taken`` carries the name, the SHA-256 and the size; ``refused`` what to tell.
    """

    taken = Signal(str, str, int)
    refused = Signal(object)

    def __init__(self, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf

    def take(self, paths: list[str]) -> None:
        """Begin to take files in."""
        QThreadPool.globalInstance().start(_Taking(self, self._shelf, paths))

    def done(self, name: str, sha256: str, size: int) -> None:
        """Called on the worker's thread."""
        self.taken.emit(name, sha256, size)

    def failed(self, error: UserFacingError) -> None:
        """Called on the worker's thread."""
        self.refused.emit(error)


class _Taking(QRunnable):
    def __init__(self, intake: FileIntake, shelf: Shelf, paths: list[str]) -> None:
        super().__init__()
        self._intake = intake
        self._shelf = shelf
        self._paths = paths

    def run(self) -> None:
        """Hash and copy each file."""
        for path in self._paths:
            try:
                sha256, size = self._shelf.put_file(Path(path))
            except UserFacingError as error:
                self._intake.failed(error)
            else:
                self._intake.done(Path(path).name, sha256, size)
