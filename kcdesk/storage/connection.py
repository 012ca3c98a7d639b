"""Opening the library file: the one place that knows SQLite's switches.

Journal TRUNCATE with synchronous FULL, never WAL: a WAL cut short after a kill lost acknowledged
rows, and a copy of the file without its ``-wal`` lost everything. A reader with an open SELECT
blocks commits in this mode, so reads are short and fetched whole.
"""

from __future__ import annotations

import os
import sqlite3
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TypeVar
from urllib.parse import quote

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.services.damaged_library import DamagedLibrary

APPLICATION_ID = 0x4B434431
"""``KCD1`` in ASCII: what tells our files from other SQLite files."""

BUSY_TIMEOUT = 0.5
"""Seconds that SQLite itself waits for another user of the file before it says so."""

_MAGIC = b"SQLite format 3\0"

T = TypeVar("T")


class Road(Protocol):
    """A way to the file: commands on the writer, or short reads."""

    def __call__(self, command: Callable[[sqlite3.Connection], T], /) -> T:
        """Run it and wait. Raises ``UserFacingError``."""


UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged file raises: what SQLite says may quote bytes of it that are no text."""


def connect(path: Path, *, mode: str = "rw", foreign_keys: bool = True) -> sqlite3.Connection:
    """Return a connection. ``mode`` is SQLite's: ``ro``, ``rw``, or ``rwc`` to create.

    With ``ro`` nothing is written but what a crash left half done, which is taken back where the
    file may be changed: it cannot be read otherwise. A connection may be handed from thread to
    thread, but is used by one at a time.
    """
    opened = "rw" if mode == "ro" and may_write(path) else mode
    connection = sqlite3.connect(
        f"{_uri(path)}?mode={opened}",
        uri=True,
        timeout=BUSY_TIMEOUT,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        connection.execute("PRAGMA synchronous = FULL")
        if mode == "ro":
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = TRUNCATE").fetchone()
    except UNREADABLE:
        connection.close()
        raise
    return connection


def close_tidily(connection: sqlite3.Connection) -> None:
    """Close the last writing connection and take its empty journal away with it.

    SQLite deletes the journal on leaving the mode that keeps it, if nobody else has the file.
    """
    try:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    finally:
        connection.close()


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Run what follows as one transaction: all of it or, on any error, nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def in_transaction(
    connection: sqlite3.Connection, change: Callable[[sqlite3.Connection], None]
) -> None:
    """Make a change in a transaction of its own."""
    with transaction(connection):
        change(connection)


@contextmanager
def snapshot(connection: sqlite3.Connection) -> Iterator[None]:
    """Let what follows read one state of the library, whatever is committed meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def check_identity(path: Path, newest: int) -> None:
    """Refuse, without touching it, a file that is not ours or that a newer program has written.

    Reads the header as bytes, so that not even a foreign file's unfinished journal is rolled back.
    Must not be called while this process has the file open: closing any handle of a file drops
    SQLite's POSIX locks on it. Raises ``UserFacingError``.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise UserFacingError(
            Message("{name} cannot be opened.", {"name": path.name}),
            why=Message("The file or its folder cannot be opened."),
            remedy=Message("Check that the file is there and that you may read it."),
        ) from error
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise _foreign(path)
    version, application_id = (struct.unpack_from(">i", header, at)[0] for at in (60, 68))
    if application_id != APPLICATION_ID:
        raise _foreign(path)
    if version > newest:
        raise UserFacingError(
            Message("{name} was written by a newer version of kcdesk.", {"name": path.name}),
            safe=Message("Nothing was changed."),
            remedy=Message("Install the newest version of kcdesk and open the library there."),
        )


def _uri(path: Path) -> str:
    """Return a file's URI as SQLite wants it: a network share stays in the path, not a host."""
    text = path.resolve().as_posix()
    return "file://" + quote(text if text.startswith("/") else f"/{text}", safe="/:")


def may_write(path: Path) -> bool:
    """Return whether the file and its folder (where SQLite's journal stands) may be changed."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def _foreign(path: Path) -> DamagedLibrary:
    """Return what to tell of a file that is not ours; perhaps it was, before its head was lost."""
    return DamagedLibrary(
        Message("{name} is not a kcdesk library.", {"name": path.name}),
        safe=Message("Nothing was changed."),
        remedy=Message("Choose a library file, or import the document into one."),
    )
