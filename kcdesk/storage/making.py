"""Making a library file."""

from __future__ import annotations

import sqlite3
import uuid
from datetime import datetime
from pathlib import Path

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.library import LIBRARY_ID, Library
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.durable_file import discard, put_in_place
from kcdesk.storage.beginning import begin_stream
from kcdesk.storage.connection import close_tidily, connect, transaction
from kcdesk.storage.migration import migrate, migrations


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


def _nothing_to_back_up(_version: int) -> None:
    """There is nothing in a new file yet."""
