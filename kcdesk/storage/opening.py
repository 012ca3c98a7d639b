"""Making a library file, and bringing one to the newest form before it is used."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.library import LIBRARY_ID, Library
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.storage import log
from kcdesk.storage.beginning import begin_stream
from kcdesk.storage.connection import close_tidily, connect, transaction
from kcdesk.storage.durable_file import discard, put_in_place
from kcdesk.storage.migration import migrate, migrations, version_of


def make(path: Path, *, name: str, author: str, at: datetime) -> None:
    """Make a library with its library row, under another name first: a half one is never seen.

    Raises ``UserFacingError`` when the file is there or cannot be made.
    """
    if path.exists():
        raise UserFacingError(
            Message("{name} exists already.", {"name": path.name}),
            safe=Message("Nothing was changed."),
            remedy=Message("Choose another name, or open the library that is there."),
        )
    draft = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        connection = connect(draft, mode="rwc", foreign_keys=False)
        try:
            migrate(connection, migrations(), before_each=_nothing_to_back_up)
            root = Library(id=LIBRARY_ID, name=name)
            group = Group(Message("New library"), (Insert(root),))
            with transaction(connection):
                begin_stream(connection, group, at=at, author=author)
        finally:
            close_tidily(connection)
        put_in_place(draft, path)
    except (sqlite3.Error, OSError) as error:
        discard(draft)
        raise UserFacingError(
            Message("{name} cannot be made.", {"name": path.name}),
            why=Message("The file or its folder cannot be opened."),
            remedy=Message("Choose a folder of your own with free space."),
        ) from error


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
            with transaction(connection):
                log.close_all(connection)
        elif version_of(connection) < len(steps):
            raise UserFacingError(
                Message("{name} must be brought up to date first.", {"name": path.name}),
                safe=Message("Nothing was changed."),
                why=Message("The file or its folder may not be changed."),
                remedy=Message("Copy the library to a folder of your own and open it there."),
            )
    finally:
        connection.close()


def _nothing_to_back_up(_version: int) -> None:
    """There is nothing in a new file yet, or nobody who wants a copy."""
