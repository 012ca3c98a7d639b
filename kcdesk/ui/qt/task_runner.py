"""Long work off the GUI's thread: progress, cancelling, and errors brought back.

Work gets a snapshot and never touches a widget. Its errors hop to the GUI's thread before anybody
is told: those for people to ``failed``, bugs to ``sys.excepthook``.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message


class Cancelled(Exception):
    """The user no longer wants it; raised by ``Progress`` inside the work."""


class Progress:
    """What work is given: where it tells how far it is, and learns that it is not wanted."""

    def __init__(self, report: Callable[[float], None]) -> None:
        self._report = report
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next report."""
        self._cancelled.set()

    def report(self, part: float) -> None:
        """Tell how much is done, 0 to 1. Raises ``Cancelled`` when it is no longer wanted."""
        if self._cancelled.is_set():
            raise Cancelled
        self._report(part)


Work = Callable[[Progress], Any]


class Task(QObject):
    """One piece of work. ``done`` carries what it returned, ``failed`` a ``UserFacingError``.

    ``ended`` comes last of all, however it went.
    """

    progressed = Signal(float)
    done = Signal(object)
    failed = Signal(object)
    ended = Signal()

    _came_back = Signal(object, object)

    def __init__(self, label: Message, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self.label = label
        self._progress = Progress(self.progressed.emit)
        self._work = work
        self._came_back.connect(self._on_came_back, Qt.ConnectionType.QueuedConnection)

    def cancel(self) -> None:
        """Ask it to stop; it ends without ``done``."""
        self._progress.cancel()

    def run(self) -> None:
        """Do the work. Called on a worker's thread."""
        result: Any = None
        error: BaseException | None = None
        try:
            result = self._work(self._progress)
        except BaseException as raised:  # noqa: BLE001  # told on the GUI's thread, every one
            error = raised
        self._came_back.emit(result, error)

    def _on_came_back(self, result: Any, error: BaseException | None) -> None:
        if error is None:
            self.done.emit(result)
        elif isinstance(error, UserFacingError):
            self.failed.emit(error)
        elif not isinstance(error, Cancelled):
            sys.excepthook(type(error), error, error.__traceback__)
        self.ended.emit()
        self.deleteLater()


class _Runnable(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        """Do the work on the pool's thread."""
        self._task.run()


class TaskRunner(QObject):
    """One thread; tasks wait for their turn. ``started`` carries each task as it is queued."""

    started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._tasks: set[Task] = set()

    def start(self, label: Message, work: Work) -> Task:
        """Queue work; connect to the task before returning to the event loop."""
        task = Task(label, work, self)
        self._tasks.add(task)
        task.ended.connect(self._forget_ended)
        self._pool.start(_Runnable(task))
        self.started.emit(task)
        return task

    def finish(self) -> None:
        """Cancel what can be cancelled and wait for the rest, before the window goes."""
        for task in self._tasks:
            task.cancel()
        self.wait()

    def wait(self) -> None:
        """Wait until everything queued is done."""
        self._pool.waitForDone()

    def _forget_ended(self) -> None:
        task = self.sender()
        if isinstance(task, Task):
            self._tasks.discard(task)
