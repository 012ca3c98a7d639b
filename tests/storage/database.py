"""An empty database of the newest form, in memory: for what needs no file."""

from __future__ import annotations

import sqlite3

from kcdesk.storage.migration import migrate, migrations


class Forgotten(sqlite3.Connection):
    """Closes itself when nobody needs it any more; Python warns of those that do not."""

    def __del__(self) -> None:
        self.close()


def empty_database() -> sqlite3.Connection:
    # Whichever thread collects the garbage may be the one that closes it.
    connection = sqlite3.connect(
        ":memory:", isolation_level=None, check_same_thread=False, factory=Forgotten
    )
    migrate(connection, migrations(), before_each=print_nothing)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def print_nothing(_version: int) -> None: ...
