"""Open a kept file with the program that the system has for it; take a chosen one in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from kcdesk.domain.attachment import Attachment
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.link import is_web_address
from kcdesk.domain.message import Message
from kcdesk.services.ports import Shelf
from kcdesk.ui.qt.session_bridge import SessionBridge

Answer = tuple[str, str, int, str] | UserFacingError
"""A file that was taken in (see ``FileIntake.taken``), or why it was not."""


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
    Before the meeting is left it waits for what is under way: there would be nobody to attach it.
    """

    taken = Signal(str, str, int, str)
    refused = Signal(object)

    _came = Signal()

    def __init__(self, shelf: Shelf, bridge: SessionBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._answers: SimpleQueue[Answer] = SimpleQueue()
        self._came.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        bridge.ending.connect(self._finish)

    def take(self, paths: list[str], owner_id: str = "") -> None:
        """Begin to take files in."""
        self._pool.start(_Taking(self._take_in, paths, owner_id))

    def _take_in(self, path: Path, owner_id: str) -> None:
        """Hash and copy a file, on the worker's thread."""
        try:
            sha256, size = self._shelf.put_file(path)
        except UserFacingError as error:
            self._answers.put(error)
        else:
            self._answers.put((path.name, sha256, size, owner_id))
        self._came.emit()

    def _finish(self) -> None:
        self._pool.waitForDone()
        self._tell()

    def _tell(self) -> None:
        while not self._answers.empty():
            answer = self._answers.get()
            if isinstance(answer, UserFacingError):
                self.refused.emit(answer)
            else:
                self.taken.emit(*answer)


class _Taking(QRunnable):
    def __init__(
        self, take_in: Callable[[Path, str], None], paths: list[str], owner_id: str
    ) -> None:
        super().__init__()
        self._take_in = take_in
        self._paths = paths
        self._owner_id = owner_id

    def run(self) -> None:
        """Take the files in one by one."""
        for path in self._paths:
            self._take_in(Path(path), self._owner_id)
