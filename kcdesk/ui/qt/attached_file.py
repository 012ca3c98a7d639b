"""Open a kept file with the program that the system has for it; take a chosen one in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from kcdesk.domain.attachment import Attachment
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.link import is_web_address
from kcdesk.domain.message import Message
from kcdesk.services.ports import Shelf


def open_attached(row: Attachment, shelf: Shelf) -> None:
    """Open an attachment: an address in the browser, a file as a copy, so that ours stays.

    Raises ``UserFacingError`` where the library has no such file, whole and unchanged.
    """
    if not row.sha256:
        QDesktopServices.openUrl(QUrl(web_address(row)))
        return
    from kcdesk.ui.qt.opened_copy import new_copy

    copy = new_copy(row.name or row.sha256, _kept(row, shelf))
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))


def _kept(row: Attachment, shelf: Shelf) -> bytes:
    try:
        return shelf.read_file(row.sha256)
    except KeyError as error:
        raise UserFacingError(
            Message("The file {name} is not in the library.", {"name": row.name}),
            safe=Message("The minutes are untouched."),
            why=Message("It did not come along when the meeting was taken in, or it is damaged."),
            remedy=Message("Attach the file again, from where it was first kept."),
        ) from error


def web_address(row: Attachment) -> str:
    """Return where a reference can be read on the web, or nothing."""
    found = (each for each in (row.address, row.name) if is_web_address(each))
    return next(found, "")


class FileIntake(QObject):
    """Takes files into the library, off the window's thread.

    ``taken`` carries the name, the SHA-256, the size, and who is to own it, as was said when it
    began: a large file takes its time, and somebody has gone on. ``refused`` says what to tell.
    """

    taken = Signal(str, str, int, str)
    refused = Signal(object)

    def __init__(self, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf

    def take(self, paths: list[str], owner_id: str = "") -> None:
        """Begin to take files in."""
        QThreadPool.globalInstance().start(_Taking(self, self._shelf, paths, owner_id))

    def done(self, name: str, sha256: str, size: int, owner_id: str) -> None:
        """Called on the worker's thread."""
        self.taken.emit(name, sha256, size, owner_id)

    def failed(self, error: UserFacingError) -> None:
        """Called on the worker's thread."""
        self.refused.emit(error)


class _Taking(QRunnable):
    def __init__(self, intake: FileIntake, shelf: Shelf, paths: list[str], owner_id: str) -> None:
        super().__init__()
        self._intake = intake
        self._shelf = shelf
        self._paths = paths
        self._owner_id = owner_id

    def run(self) -> None:
        """Hash and copy each file."""
        for path in self._paths:
            try:
                sha256, size = self._shelf.put_file(Path(path))
            except UserFacingError as error:
                self._intake.failed(error)
            else:
                self._intake.done(Path(path).name, sha256, size, self._owner_id)
