"""The one thread that writes to the library.

Edits are queued in memory by any thread, never waiting for the disk, and written together when
they are due (``schedule.py``). What fails stays queued and is tried again until it succeeds.
Commands that need the whole library run here too, after everything queued.
"""

from __future__ import annotations

import logging
import sqlite3
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from operator import methodcaller
from pathlib import Path
from typing import Any, Generic, TypeVar

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.operation import Group
from kcdesk.services.ports import WriterListener
from kcdesk.storage.connection import close_tidily, transaction
from kcdesk.storage.error import cannot_save, is_environment
from kcdesk.storage.queue import Pending, Queue
from kcdesk.storage.rescue import rescue
from kcdesk.storage.schedule import Schedule, ends_word

T = TypeVar("T")
Command = Callable[[sqlite3.Connection], T]

RETRY = 0.25
"""Seconds between attempts while saving does not work."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Order(Generic[T]):
    """A command to run, and where its answer goes."""

    command: Command[T]
    even_unsaved: bool
    answer: Future[T] = field(default_factory=Future)

    def carry_out(self, connection: sqlite3.Connection, trouble: UserFacingError | None) -> None:
        """Run the command, unless trouble with saving stands in its way."""
        if trouble is not None and not self.even_unsaved:
            self.answer.set_exception(trouble)
            return
        try:
            self.answer.set_result(self.command(connection))
        except BaseException as error:  # noqa: BLE001  # handed to who waits for it
            self.answer.set_exception(error)


class Writer:
    """Owns the only writing connection; all of it happens on a thread of its own."""

    def __init__(
        self, connection: sqlite3.Connection, author: str, now: Callable[[], datetime]
    ) -> None:
        self._connection = connection
        self._author = author
        self._now = now
        self._changed = threading.Condition()
        # All below is guarded by ``_changed``.
        self._queue = Queue()
        self._schedule = Schedule()
        self._orders: deque[Order[Any]] = deque()
        self._listeners: list[WriterListener] = []
        self._trouble: UserFacingError | None = None
        self._closing = False
        self._thread = threading.Thread(target=self._work, name="library writer", daemon=True)
        self._thread.start()

    # ---- queueing: any thread, never waits for the disk ------------------------------------

    def append(self, stream_id: str, seq: int, group: Group) -> None:
        """Queue a group as row ``seq`` of a stream."""
        with self._changed:
            self._check_open()
            self._queue.append(stream_id, seq, group, self._now())
            self._note(urgent=ends_word(group))

    def amend(self, stream_id: str, seq: int, group: Group) -> None:
        """Queue a longer version of a stream's open row."""
        with self._changed:
            self._check_open()
            self._queue.amend(stream_id, seq, group, self._now())
            self._note(urgent=ends_word(group))

    def close_last(self, stream_id: str, seq: int) -> None:
        """Queue that a stream's open row is complete."""
        with self._changed:
            self._check_open()
            self._queue.close(stream_id, seq, self._now())
            self._note(urgent=True)

    def is_stored(self, stream_id: str) -> bool:
        """Return whether nothing of a stream is queued."""
        with self._changed:
            return not self._queue.holds(stream_id)

    # ---- waiting ---------------------------------------------------------------------------

    def drain(self) -> None:
        """Wait until all that is queued now is on disk. Raises ``UserFacingError``."""
        self.run(_nothing)

    def drain_stream(self, stream_id: str) -> None:
        """Wait only if something of this stream is queued. Raises ``UserFacingError``."""
        with self._changed:
            waits = self._queue.holds(stream_id)
        if not waits:
            return
        self.run(_nothing, even_unsaved=True)
        with self._changed:
            if self._trouble is not None and self._queue.holds(stream_id):
                raise self._trouble

    def run(self, command: Command[T], *, even_unsaved: bool = False) -> T:
        """Run a command on the writing connection, after all that is queued; waits for it.

        Raises what the command raises, or ``UserFacingError`` when the queue cannot be saved;
        with ``even_unsaved`` the command runs all the same.
        """
        if threading.current_thread() is self._thread:
            raise RuntimeError("a listener must not wait for the thread that it is called on")
        order = Order(command, even_unsaved)
        with self._changed:
            self._check_open()
            self._orders.append(order)
            self._changed.notify()
        return order.answer.result()

    def rescue(self, path: Path) -> None:
        """Make a copy that also holds what waits. Raises ``UserFacingError``."""
        self.run(partial(self._rescue, path=path), even_unsaved=True)

    def save_due(self) -> None:
        """Save what is due; for long commands to call between their steps."""
        with self._changed:
            due = self._schedule.due
        if due is not None and due <= time.monotonic():
            self._save()

    def close(self) -> None:
        """Save everything and end the thread.

        Raises ``UserFacingError`` when that cannot be done; the writer then goes on trying.
        """
        if not self._thread.is_alive():
            return
        self.run(self._end_if_saved)
        self._thread.join()
        close_tidily(self._connection)

    def listen(self, listener: WriterListener) -> Callable[[], None]:
        """Add a listener, which is called on the writer's thread."""
        with self._changed:
            self._listeners.append(listener)
        return partial(self._forget, listener)

    # ---- the thread ------------------------------------------------------------------------

    def _work(self) -> None:
        while True:
            with self._changed:
                while not self._orders and not self._is_due():
                    if self._closing and not self._queue:
                        return
                    due = self._schedule.due
                    self._changed.wait(None if due is None else max(due - time.monotonic(), 0))
                order = self._orders.popleft() if self._orders else None
            trouble = self._save()
            if order is not None:
                order.carry_out(self._connection, trouble)

    def _end_if_saved(self, _connection: sqlite3.Connection) -> None:
        """Take nothing more, unless something was queued since the last saving and cannot be saved.

        On the writer's own thread, so that nothing is left to fail once no more is taken.
        """
        while True:
            with self._changed:
                if not self._queue:
                    self._closing = True
                    return
            trouble = self._save()
            if trouble is not None:
                raise trouble

    def _rescue(self, connection: sqlite3.Connection, path: Path) -> None:
        rescue(connection, path, self._waiting(), self._author)

    def _save(self) -> UserFacingError | None:
        """Write what waits in one transaction; returns the trouble, if any, and keeps the queue."""
        with self._changed:
            entries = self._waiting()
            self._schedule.begin()
        if not entries:
            return None
        try:
            self._store(entries)
        except Exception as error:  # noqa: BLE001  # told to the listeners, and tried again
            return self._failed(error) if is_environment(error) else self._save_apart(entries)
        self._saved(entries)
        self._recovered()
        return None

    def _save_apart(self, entries: tuple[Pending, ...]) -> UserFacingError | None:
        """Save each stream by itself: a fault of ours in one must not keep the others waiting."""
        trouble: UserFacingError | None = None
        for stream_id in dict.fromkeys(entry.stream_id for entry in entries):
            part = tuple(entry for entry in entries if entry.stream_id == stream_id)
            try:
                self._store(part)
            except Exception as error:  # noqa: BLE001  # told to the listeners, and tried again
                trouble = self._failed(error)
            else:
                self._saved(part)
        return trouble

    def _store(self, entries: tuple[Pending, ...]) -> None:
        with transaction(self._connection):
            for entry in entries:
                entry.write(self._connection, self._author)

    def _saved(self, entries: tuple[Pending, ...]) -> None:
        at = self._now()
        with self._changed:
            self._queue.written(entries)
        for stream_id, seq in {entry.stream_id: entry.seq for entry in entries}.items():
            self._tell(methodcaller("committed", stream_id, seq, at))

    def _recovered(self) -> None:
        with self._changed:
            recovered, self._trouble = self._trouble is not None, None
        if recovered:
            self._tell(methodcaller("recovered"))

    def _failed(self, error: Exception) -> UserFacingError:
        trouble = cannot_save(error)
        with self._changed:
            is_news = self._trouble is None or str(self._trouble.why) != str(trouble.why)
            self._trouble = trouble
            self._schedule.postpone(time.monotonic() + RETRY)
        if is_news:
            if not is_environment(error):
                _log.error("saving fails by a fault of the program", exc_info=error)
            self._tell(methodcaller("failed", trouble))
        return trouble

    def _tell(self, call: Callable[[WriterListener], None]) -> None:
        """Call every listener; one that fails is reported as a bug and must not stop the saving."""
        with self._changed:
            listeners = tuple(self._listeners)
        for listener in listeners:
            try:
                call(listener)
            except Exception:  # noqa: BLE001
                threading.excepthook(
                    threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread()))
                )

    def _check_open(self) -> None:
        if self._closing:
            raise RuntimeError("the library is closed")

    def _waiting(self) -> tuple[Pending, ...]:
        with self._changed:
            return self._queue.snapshot()

    def _is_due(self) -> bool:
        due = self._schedule.due
        return due is not None and due <= time.monotonic()

    def _note(self, *, urgent: bool) -> None:
        before = self._schedule.due
        self._schedule.note(time.monotonic(), urgent=urgent)
        due = self._schedule.due
        if before is None or (due is not None and due < before):  # else it wakes in time anyway:
            self._changed.notify()  # waking it at each key makes the next paint wait for the lock

    def _forget(self, listener: WriterListener) -> None:
        with self._changed:
            if listener in self._listeners:
                self._listeners.remove(listener)


def _nothing(_connection: sqlite3.Connection) -> None:
    """Be a command only for what is saved before it."""
