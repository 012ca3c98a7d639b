"""Keeps a recent copy of the open library away from its folder, while somebody writes in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.ui.desktop.ports import CopyTo
from kcdesk.ui.qt.library_port import OpenLibrary
from kcdesk.ui.qt.task_runner import Progress, TaskRunner

LOOK_EVERY = 5 * 60 * 1000
"""Milliseconds between two looks whether a backup is due. It is due after an hour."""


class HourlyBackup(QObject):
    """Asks for backups off the GUI's thread, unseen: nobody waits for them.

    ``failed`` carries a ``UserFacingError``, once until a backup succeeds again.
    """

    failed = Signal(object)

    def __init__(
        self, back_up: Callable[[Path, CopyTo], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._back_up = back_up
        self._library: OpenLibrary | None = None
        self._was_told = False
        self._runner = TaskRunner(self)
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self.look)

    def begin(self, library: OpenLibrary) -> None:
        """Look after a library from now on. One that may only be read needs no backups."""
        if not library.read_only:
            self._library = library
            self._timer.start()

    def look(self) -> None:
        """Make a backup on another thread if one is due."""
        if self._library is None:
            return
        task = self._runner.start(Message("Backup"), partial(self._made, self._library))
        task.failed.connect(self._on_failed)
        task.done.connect(self._on_done)

    def end(self) -> None:
        """Make the last backup if one is due, before the library closes; waits for it."""
        self._timer.stop()
        self.look()
        self._library = None
        self._runner.wait()

    def _made(self, library: OpenLibrary, _progress: Progress) -> None:
        self._back_up(library.path, library.copy_to)

    def _on_failed(self, error: UserFacingError) -> None:
        if not self._was_told:
            self._was_told = True
            self.failed.emit(error)

    def _on_done(self, _result: object) -> None:
        self._was_told = False
