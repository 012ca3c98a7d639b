"""The library file: one SQLite file that holds bodies, meetings, people, history and files.

Implements the ports ``Journal`` and ``Shelf``. Nothing else in the program touches the file.
Only lists are read before the window is seen: the rest is imported, and the writer's thread begun,
at first use.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kcdesk.storage import opening, shelf
from kcdesk.storage.connection import (
    UNREADABLE,
    check_identity,
    connect,
    in_transaction,
    may_write,
    snapshot,
)
from kcdesk.storage.error import cannot_open, cannot_save, is_environment, read_only
from kcdesk.storage.instant import Now, utc_now
from kcdesk.storage.lists import Lists
from kcdesk.storage.migration import migrations

if TYPE_CHECKING:
    from kcdesk.domain.operation import Group
    from kcdesk.domain.records import Records
    from kcdesk.domain.row import Row
    from kcdesk.domain.seal import SealContent
    from kcdesk.services.ports import LogEntry, WriterListener
    from kcdesk.storage.finding import Finding
    from kcdesk.storage.paragraph import LibraryParagraphs
    from kcdesk.storage.sealer import LibrarySealer
    from kcdesk.storage.writer import Writer

T = TypeVar("T")
Change = Callable[[sqlite3.Connection], None]


class LibraryFile(Lists):
    """An open library. Make one with ``new`` or ``open``; ``close`` it in the end.

    ``read_only``: the file or its folder may not be changed; a change raises ``UserFacingError``.
    """

    def __init__(self, path: Path, author: str, now: Now, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._author = author
        self._now = now
        self._reading = threading.Lock()
        self._reader = connect(path, mode="ro" if read_only else "rw")
        self._writer: Writer | None = None
        self._beginning = threading.Lock()
        self._is_closed = False

    @classmethod
    def new(
        cls, path: Path, *, author: str = "", name: str = "", now: Now = utc_now
    ) -> LibraryFile:
        """Make a new library and open it. Raises ``UserFacingError`` when the file is there or
        cannot be made.
        """
        from kcdesk.storage import making

        making.make(path, name=name or path.stem, author=author, at=now())
        return cls(path, author, now, read_only=False)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        author: str = "",
        now: Now = utc_now,
        back_up: Callable[[Path, int], None] | None = None,
        reading: bool = False,
    ) -> LibraryFile:
        """Open a library, brought to the newest form first; ``back_up`` is called with the file
        and its version before each migration and must raise if it cannot. For ``reading`` it is
        left as it is, so that another program may have it open.

        Raises ``UserFacingError`` for what is not a library, is newer than this program, or is
        damaged; nothing was changed then.
        """
        steps = migrations()
        check_identity(path, len(steps))
        writable = not reading and may_write(path)
        try:
            opening.prepare(path, steps, writable=writable, back_up=back_up)
            return cls(path, author, now, read_only=not writable)
        except UNREADABLE as error:
            raise cannot_open(path, error) from error

    def close(self) -> None:
        """Save everything and close the file. Raises ``UserFacingError`` when saving fails; the
        library is then still open and goes on trying.
        """
        if self._writer is not None:
            self._writer.close()
        self._is_closed = True
        with self._reading:
            self._reader.close()

    # ---- Journal -------------------------------------------------------------------------

    def load(self, stream_id: str) -> Records:
        """Return the rows of a stream, with all that is queued for it; sealed ones as sealed."""
        from kcdesk.storage import sealed_stream

        self._settle(stream_id)
        fetched = self._read(partial(sealed_stream.fetch, stream_id=stream_id))
        with self._telling():
            return sealed_stream.built(stream_id, fetched)

    def sealed(self, meeting_id: str) -> tuple[SealContent, ...]:
        """Return what of a meeting is out for signature or sealed, as it was, oldest first."""
        from kcdesk.storage import sealed_stream

        return sealed_stream.contents(self._read(partial(sealed_stream.texts, id=meeting_id)))

    def history(self, stream_id: str) -> Sequence[LogEntry]:
        """Return the stream's log, oldest first."""
        from kcdesk.storage import log

        self._settle(stream_id)
        rows = self._read(partial(log.rows, stream_id=stream_id))
        with self._telling():
            return [row.entry() for row in rows]

    def create(self, root: Row, rows: Sequence[Row], group: Group) -> None:
        """Begin a stream with the group that inserts ``root`` and ``rows``; waits for the disk."""
        from kcdesk.domain.operation import Insert
        from kcdesk.storage.beginning import begin_stream

        if tuple(each for each in group.operations) != tuple(map(Insert, (root, *rows))):
            raise ValueError("the first group of a stream inserts its root and its rows")
        self._at_once(partial(begin_stream, group=group, at=self._now(), author=self._author))

    def append(self, stream_id: str, seq: int, group: Group) -> None:
        """Queue a group. Never waits for the disk."""
        self._writing().append(stream_id, seq, group)

    def amend(self, stream_id: str, seq: int, group: Group) -> None:
        """Queue a longer version of the open group."""
        self._writing().amend(stream_id, seq, group)

    def close_last(self, stream_id: str, seq: int) -> None:
        """Queue that the open group is complete."""
        self._writing().close_last(stream_id, seq)

    def drain(self) -> None:
        """Wait until everything queued is on disk. Raises ``UserFacingError``."""
        if not self.read_only:
            self._writing().drain()

    def is_stored(self, stream_id: str) -> bool:
        """Return whether nothing of a stream waits for the disk."""
        return self._writer is None or self._writer.is_stored(stream_id)

    def listen(self, listener: WriterListener) -> Callable[[], None]:
        """Add a listener, called on the writer's thread; returns the way to take it away."""
        return _no_listener if self.read_only else self._writing().listen(listener)

    # ---- Shelf; what it lists is in ``Lists`` ---------------------------------------------

    def discard(self, stream_id: str) -> None:
        """Put a body or a meeting in the bin. Raises ``KeyError``."""
        self._at_once(partial(shelf.put_in_bin, stream_id=stream_id, at=self._now()))

    def restore(self, stream_id: str) -> None:
        """Take a body or a meeting out of the bin. Raises ``KeyError``."""
        self.paragraphs.bring_back(stream_id)

    @property
    def paragraphs(self) -> LibraryParagraphs:
        """The commands for §§."""
        from kcdesk.storage.paragraph import LibraryParagraphs

        return LibraryParagraphs(self._run, self._author, self._now)

    def put_file(self, path: Path) -> tuple[str, int]:
        """Keep a file; returns its SHA-256 and size. Takes as long as the file is large: call it
        off the GUI's thread. Raises ``UserFacingError``.
        """
        from kcdesk.storage import files

        self._writing()  # told before anything is read
        return files.take_in(path, self._run, self._read)

    def keep_text(self, text: str) -> str:
        """Keep a text as a file of the library; returns its SHA-256."""
        from kcdesk.storage import files

        return self._run(partial(files.keep, content=text.encode()))

    def read_file(self, sha256: str) -> bytes:
        """Return a kept file. Raises ``KeyError`` when it is not here, whole and unchanged."""
        from kcdesk.storage import files

        return self._read(partial(files.read, sha256=sha256))

    @property
    def sealer(self) -> LibrarySealer:
        """The commands for signing."""
        from kcdesk.storage.sealer import LibrarySealer

        return LibrarySealer(self._run, self._read, self._author, self._now)

    def bring_in(self, shared: Group, streams: Sequence[Group]) -> None:
        """Append to the library's stream and begin others, all in one transaction."""
        from kcdesk.storage.incoming import bring_in

        self._run(
            partial(bring_in, shared=shared, streams=streams, at=self._now(), author=self._author)
        )

    def verify(self) -> tuple[Finding, ...]:
        """Return what another tool has changed. Reads everything: call it off the GUI's thread."""
        from kcdesk.storage.whole_check import verify_library

        self.drain()
        return verify_library(self._read)

    def copy_to(self, path: Path) -> None:
        """Copy what is stored to a new file, saving edits meanwhile. Raises ``sqlite3.Error``."""
        from kcdesk.storage import backup

        if self.read_only:
            self._read(partial(backup.copy, target=path))
        else:
            writer = self._writing()
            writer.run(partial(backup.copy, target=path, between=writer.save_due))

    def rescue_to(self, path: Path) -> None:
        """Make a copy that also holds what cannot be saved here. Raises ``UserFacingError``."""
        from kcdesk.storage.rescue import rescue

        if self.read_only:
            self._read(partial(rescue, path=path, waiting=(), author=""))
        else:
            self._writing().rescue(path)

    def _settle(self, stream_id: str) -> None:
        if self._writer is not None:
            self._writer.drain_stream(stream_id)

    def _read(self, query: Callable[[sqlite3.Connection], T]) -> T:
        """Run short queries that all see one state; commits wait for them, so they are short."""
        with self._telling(), self._reading, snapshot(self._reader):
            return query(self._reader)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Say of a damaged file that it is one."""
        try:
            yield
        except (sqlite3.Error, ValueError) as error:
            raise cannot_open(self.path, error) from error

    def _at_once(self, change: Change) -> None:
        """Make a change on the writer's connection, in a transaction of its own; waits for it."""
        self._run(partial(in_transaction, change=change))

    def _run(self, command: Callable[[sqlite3.Connection], T]) -> T:
        """Run a command on the writer's connection; waits for it. Raises ``UserFacingError``."""
        try:
            return self._writing().run(command)
        except sqlite3.Error as error:
            if is_environment(error):
                raise cannot_save(error) from error
            raise

    def _writing(self) -> Writer:
        """Return the writer, begun by the first who asks. Raises ``UserFacingError``."""
        if self.read_only:
            raise read_only(self.path)
        with self._beginning:
            if self._is_closed:
                raise RuntimeError("the library is closed")
            if self._writer is None:
                from kcdesk.storage.writer import Writer

                self._writer = Writer(connect(self.path), self._author, self._now)
        return self._writer


def _no_listener() -> None:
    """Nothing is ever written: nobody has to be told."""
