"""Bringing a library file to the newest form before it is used."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.storage.connection import close_tidily, connect, may_write, transaction
from kcdesk.storage.migration import migrate, version_of


def prepare(
    path: Path,
    steps: Sequence[Path],
    *,
    writable: bool,
    back_up: Callable[[Path, int], None] | None,
) -> None:
    """Bring a library to the newest form and close what a crash left open.

    ``back_up`` is called with the file and its version before each step. Raises ``sqlite3.Error``,
    or ``UserFacingError`` for an older library that may not be changed.
    """
    connection = connect(path, mode="rw" if writable else "ro", foreign_keys=False)
    try:
        if writable:
            before = partial(back_up, path) if back_up else _nothing_to_back_up
            migrate(connection, steps, before_each=before)
            _close_what_is_open(connection)
        elif version_of(connection) < len(steps):
            raise _too_old(path)
    finally:
        close = close_tidily if writable else sqlite3.Connection.close
        close(connection)


def _too_old(path: Path) -> UserFacingError:
    """Return what to tell of an older library that is only read, or may not be changed."""
    why, remedy = (
        (
            Message("This only reads it and leaves the file as it is."),
            Message("Open it once in the window: a backup is made before."),
        )
        if may_write(path)
        else (
            Message("The file or its folder may not be changed."),
            Message("Copy the library to a folder of your own and open it there."),
        )
    )
    return UserFacingError(
        Message("{name} must be brought up to date first.", {"name": path.name}),
        safe=Message("Nothing was changed."),
        why=why,
        remedy=remedy,
    )


def _close_what_is_open(connection: sqlite3.Connection) -> None:
    if connection.execute("SELECT 1 FROM log WHERE hash IS NULL LIMIT 1").fetchone() is None:
        return
    from kcdesk.storage import log

    with transaction(connection):
        log.close_all(connection)


def _nothing_to_back_up(_version: int) -> None:
    """Nobody wants a copy."""
