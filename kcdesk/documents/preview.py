"""The window's end of the preview: sends meetings to the worker process and hears its answers."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from kcdesk.documents.row_delta import DeltaWriter
from kcdesk.documents.worker import Answer, DrawWish, FindWish, Printer, serve
from kcdesk.domain.message import Message
from kcdesk.services.preview import (
    FoundText,
    PageImage,
    PreviewListener,
    PreviewRequest,
    PreviewTrouble,
    PrintedPages,
)

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

TRIES = 2
"""How often the process is started again for one request before it is called impossible."""

FAREWELL = 1.5
"""Seconds that the process gets to end by itself; there is nothing in it that could be lost."""


class PreviewProcess:
    """A ``Preview`` in a process of its own, started at the first request and again if it dies.

    Two threads keep the caller from waiting: one sends (a big meeting may fill the pipe), one
    for each life of the process listens.
    """

    def __init__(self, printer: Printer) -> None:
        self._printer = printer
        self._changed = threading.Condition()
        self._request: PreviewRequest | None = None  # newest, not sent yet
        self._sent: PreviewRequest | None = None  # newest sent, unless it was answered by trouble
        self._wish: DrawWish | None = None
        self._sought: FindWish | None = None
        self._lost = False
        self._closed = False
        self._failures = 0
        self._listeners: list[PreviewListener] = []
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._receiver: threading.Thread | None = None
        self._sender: threading.Thread | None = None
        self._writer = DeltaWriter()

    @property
    def pid(self) -> int | None:
        """The id of the process, or None while there is none."""
        return self._process.pid if self._process is not None else None

    def print(self, request: PreviewRequest) -> None:
        """Make a document, rather than any asked for before."""
        with self._changed:
            self._request = request
            self._wish = self._sought = None
            self._failures = 0
            self._changed.notify()
            if self._sender is None and not self._closed:
                self._sender = threading.Thread(target=self._run, name="preview", daemon=True)
                self._sender.start()

    def draw(self, revision: int, pages: tuple[int, ...], scale: float) -> None:
        """Draw pages of a document, rather than any wished for before."""
        with self._changed:
            self._wish = DrawWish(revision, pages, scale)
            self._changed.notify()

    def find(self, revision: int, text: str) -> None:
        """Look for a text in a document, rather than any looked for before."""
        with self._changed:
            self._sought = FindWish(revision, text)
            self._changed.notify()

    def listen(self, listener: PreviewListener) -> Callable[[], None]:
        """Add a listener, which is called on this object's threads."""
        self._listeners.append(listener)

        def unlisten() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unlisten

    def close(self) -> None:
        """End the process and the threads, and wait until they are gone."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        if self._sender is not None:
            self._sender.join()

    # ---- on the sending thread -----------------------------------------------------------

    def _run(self) -> None:
        while (work := self._next()) is not None:
            try:
                if self._process is None:
                    self._start()
                assert self._connection is not None
                if isinstance(work, PreviewRequest):
                    self._connection.send(self._writer.write(work))
                else:
                    self._connection.send(work)
            except OSError:
                self._note_loss()
        self._end()

    def _next(self) -> PreviewRequest | DrawWish | FindWish | None:
        while True:
            with self._changed:
                self._changed.wait_for(self._has_news)
                if self._closed:
                    return None
                if not self._lost:
                    return self._taken()
            self._end()  # not within: the listening thread needs the lock to say that it goes
            with self._changed:
                self._recover()

    def _taken(self) -> PreviewRequest | DrawWish | FindWish | None:
        """Return what is to be sent next; there is some news."""
        if self._request is not None:
            self._sent, self._request = self._request, None
            return self._sent
        if self._sought is not None:
            sought, self._sought = self._sought, None
            return sought
        wish, self._wish = self._wish, None
        return wish

    def _has_news(self) -> bool:
        work = (self._request, self._sought, self._wish)
        return self._closed or self._lost or any(each is not None for each in work)

    def _start(self) -> None:
        import multiprocessing  # some 15 ms, which the start of the window need not pay

        context = multiprocessing.get_context("spawn")
        connection, theirs = context.Pipe()
        try:
            process = context.Process(
                target=serve, args=(theirs, self._printer), name="kcdesk preview", daemon=True
            )
            process.start()
        except OSError:
            connection.close()
            raise
        finally:
            theirs.close()  # else its end would never be noticed here
        self._connection, self._process, self._writer = connection, process, DeltaWriter()
        self._receiver = threading.Thread(
            target=self._receive, args=(self._connection,), name="preview answers", daemon=True
        )
        self._receiver.start()

    def _recover(self) -> None:
        """What a dead process was to print goes to the next one."""
        self._lost = False
        self._wish = self._sought = None
        unfinished, self._sent = self._sent, None
        if unfinished is None or self._request is not None:
            return
        self._failures += 1
        if self._failures <= TRIES:
            self._request = unfinished
            return
        sentences = (
            Message("Your text is safe."),
            Message("The preview stopped, several times on the same pages."),
        )
        self._tell(PreviewTrouble(unfinished.revision, sentences))

    def _end(self) -> None:
        if self._process is None or self._connection is None or self._receiver is None:
            return
        with contextlib.suppress(OSError):  # it may be dead already, which is why this is called
            self._connection.send(None)
        self._process.join(FAREWELL)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        self._receiver.join()
        self._connection.close()
        process, self._process = self._process, None
        process.close()

    def _note_loss(self) -> None:
        with self._changed:
            self._lost = True
            self._changed.notify()

    # ---- on the receiving thread ---------------------------------------------------------

    def _receive(self, connection: Connection) -> None:
        while True:
            try:
                answer: Answer = connection.recv()
            except (EOFError, OSError):
                break
            self._tell(answer)
        self._note_loss()

    def _tell(self, answer: Answer) -> None:
        for listener in tuple(self._listeners):
            match answer:
                case PrintedPages():
                    listener.printed(answer)
                case PageImage():
                    listener.drawn(answer)
                case FoundText():
                    listener.found(answer)
                case PreviewTrouble():
                    listener.failed(answer)
