"""Saving a library somewhere else, with the edits that cannot be saved where it is."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.durable_file import discard, put_in_place
from kcdesk.storage.backup import copy
from kcdesk.storage.connection import close_tidily, connect, transaction
from kcdesk.storage.error import reason
from kcdesk.storage.queue import Pending


def rescue(
    connection: sqlite3.Connection, path: Path, waiting: Sequence[Pending], author: str
) -> None:
    """Write what is stored and what waits to another file, which takes its place when whole.

    Raises ``UserFacingError``.
    """
    draft = path.with_name(f".{path.name}.draft")
    try:
        discard(draft)
        copy(connection, draft)
        target = connect(draft)
        try:
            with transaction(target):
                for entry in waiting:
                    entry.write(target, author)
        finally:
            close_tidily(target)
        put_in_place(draft, path)
    except (sqlite3.Error, OSError) as error:
        discard(draft)
        raise UserFacingError(
            Message("The copy could not be written."),
            safe=Message("What you have written is kept in the window."),
            why=reason(error),
            remedy=Message("Choose a folder of your own with free space."),
        ) from error
