"""The process behind the preview: prints the newest meeting it got, draws pages and finds text.

It stays alive between documents, so that only the first one pays for importing reportlab. A
process rather than a thread: rendering on a thread doubled the time from key press to paint.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kcdesk.documents.page_image import drawn, found
from kcdesk.documents.printed import Printed
from kcdesk.documents.row_delta import DeltaReader, RequestDelta
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.services.preview import (
    FoundText,
    PageImage,
    PageSize,
    PreviewRequest,
    PreviewTrouble,
    PrintedPages,
)

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

GRACE = 5.0
"""Seconds that a document in the making may take after the window has gone."""


@dataclass(frozen=True, slots=True)
class DrawWish:
    """Pages of one revision to draw, in order; ``scale`` in pixels per point."""

    revision: int
    pages: tuple[int, ...]
    scale: float


@dataclass(frozen=True, slots=True)
class FindWish:
    """A text to look for in one revision."""

    revision: int
    text: str


Work = PreviewRequest | FindWish | DrawWish

Printer = Callable[[PreviewRequest], Printed]
"""A function at the top level of a module, so that it can be named to another process."""

Answer = PrintedPages | PageImage | FoundText | PreviewTrouble


def serve(connection: Connection, printer: Printer) -> None:
    """Answer requests until None comes, or the other end of the connection closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is meant for the window
    if hasattr(os, "nice"):
        os.nice(5)  # on a small machine the key press comes first
    inbox = _Inbox(connection)
    desk = _Desk(printer)
    try:
        # An error of the connection: the window has gone, and nobody is left to tell.
        with contextlib.suppress(OSError):
            while (work := inbox.next()) is not None:
                answer = _answer(desk, work)
                if answer is not None:
                    connection.send(answer)
    finally:
        inbox.end()


def _answer(desk: _Desk, work: Work) -> Answer | None:
    if isinstance(work, DrawWish | FindWish) and work.revision != desk.revision:
        return None  # of a document that is no longer on the desk
    if isinstance(work, DrawWish):
        return desk.draw(work.pages[0], work.scale)
    if isinstance(work, FindWish):
        return desk.find(work.text)
    try:
        return desk.print(work)
    except UserFacingError as error:
        return PreviewTrouble(work.revision, error.sentences())
    except Exception as error:  # noqa: BLE001  # whatever went wrong is told, and the process lives on
        what = Message(
            "The pages could not be made: {error}", {"error": f"{type(error).__name__}: {error}"}
        )
        return PreviewTrouble(work.revision, (Message("Your text is safe."), what))


class _Desk:
    """The document on the desk: the last one that could be printed, open for drawing."""

    def __init__(self, printer: Printer) -> None:
        self._printer = printer
        self._document: Any = None
        self.revision: int | None = None

    def print(self, request: PreviewRequest) -> PrintedPages:
        import pypdfium2

        printed = self._printer(request)
        document = pypdfium2.PdfDocument(printed.pdf)
        sizes = tuple(PageSize(*document.get_page_size(page)) for page in range(len(document)))
        if self._document is not None:
            self._document.close()
        self._document, self.revision = document, request.revision
        return PrintedPages(request.revision, printed.pdf, sizes, printed.anchors)

    def draw(self, number: int, scale: float) -> PageImage:
        assert self.revision is not None
        return drawn(self._document, self.revision, number, scale)

    def find(self, text: str) -> FoundText:
        assert self.revision is not None
        return FoundText(self.revision, text, found(self._document, text))


class _Inbox:
    """What is still to be done: the newest request, then what to find and the pages to draw.

    A thread empties the connection all the time, so that the window never waits to send.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._changed = threading.Condition()
        self._request: PreviewRequest | None = None
        self._sought: FindWish | None = None
        self._wish: DrawWish | None = None
        self._closed = False
        self._ended = threading.Event()
        threading.Thread(target=self._read, name="preview inbox", daemon=True).start()

    def next(self) -> Work | None:
        """Return the next piece of work (a wish of one page); None when there will be no more."""
        with self._changed:
            self._changed.wait_for(self._has_news)
            if self._closed:
                return None
            if self._request is not None:
                request, self._request = self._request, None
                return request
            if self._sought is not None:
                sought, self._sought = self._sought, None
                return sought
            wish = self._wish
            assert wish is not None
            rest = wish.pages[1:]
            self._wish = DrawWish(wish.revision, rest, wish.scale) if rest else None
            return wish

    def end(self) -> None:
        """Say that the work is over."""
        self._ended.set()

    def _has_news(self) -> bool:
        work = (self._request, self._sought, self._wish)
        return self._closed or any(each is not None for each in work)

    def _read(self) -> None:
        reader = DeltaReader()
        while True:
            try:
                work = self._connection.recv()
            except (EOFError, OSError):
                break
            if work is None:
                break
            # Requests that are passed over are read all the same: the next one builds on them.
            self._put(reader.read(work) if isinstance(work, RequestDelta) else work)
        with self._changed:
            self._closed = True
            self._changed.notify()
        if not self._ended.wait(GRACE):
            os._exit(1)

    def _put(self, work: Work) -> None:
        with self._changed:
            if isinstance(work, PreviewRequest):
                self._request = work
            elif isinstance(work, FindWish):
                self._sought = work
            else:
                self._wish = work if work.pages else None
            self._changed.notify()
