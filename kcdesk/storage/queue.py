"""The edits that wait for the disk, and their writing in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from kcdesk.domain.operation import Group, inverse_group
from kcdesk.storage import log, stream_store

Key = tuple[str, int]  # (stream id, sequence number)


@dataclass(frozen=True, slots=True)
class Pending:
    """What is to happen to one row of the log: one entry, however many keys made it.

    ``stored`` says that a version of it is on disk already. ``group`` is None where only the row's
    closing is left to do.
    """

    stream_id: str
    seq: int
    at: datetime
    group: Group | None
    stored: bool
    closed: bool = False

    def write(self, connection: sqlite3.Connection, author: str) -> None:
        """Do it to the tables and the log, within the caller's transaction."""
        if self.group is not None and not self.stored:
            log.append(connection, self.stream_id, self.seq, self.group, at=self.at, author=author)
            stream_store.apply(connection, self.stream_id, self.group)
        elif self.group is not None:
            earlier = log.open_group(connection, self.stream_id, self.seq)
            stream_store.apply(connection, self.stream_id, inverse_group(earlier, self.seq))
            stream_store.apply(connection, self.stream_id, self.group)
            log.rewrite(connection, self.stream_id, self.seq, self.group)
        if self.closed:
            log.close(connection, self.stream_id, self.seq)


class Queue:
    """Pending edits in order, at most one for each row of the log. Not locked: its owner does."""

    def __init__(self) -> None:
        self._pending: dict[Key, Pending] = {}

    def __bool__(self) -> bool:
        return bool(self._pending)

    def holds(self, stream_id: str) -> bool:
        """Return whether anything of a stream waits."""
        return any(each == stream_id for each, _ in self._pending)

    def append(self, stream_id: str, seq: int, group: Group, at: datetime) -> None:
        """Add a group as the stream's row ``seq``."""
        self._pending[stream_id, seq] = Pending(stream_id, seq, at, group, stored=False)

    def amend(self, stream_id: str, seq: int, group: Group, at: datetime) -> None:
        """Replace the group of the stream's last row."""
        known = self._pending.get((stream_id, seq))
        self._pending[stream_id, seq] = (
            replace(known, group=group)
            if known
            else Pending(stream_id, seq, at, group, stored=True)
        )

    def close(self, stream_id: str, seq: int, at: datetime) -> None:
        """Close the stream's last row."""
        known = self._pending.get((stream_id, seq))
        self._pending[stream_id, seq] = (
            replace(known, closed=True)
            if known
            else Pending(stream_id, seq, at, None, stored=True, closed=True)
        )

    def snapshot(self) -> tuple[Pending, ...]:
        """Return what waits now."""
        return tuple(self._pending.values())

    def written(self, entries: Iterable[Pending]) -> None:
        """Take away what is on disk now; what grew meanwhile keeps waiting, as a new version."""
        for entry in entries:
            key = (entry.stream_id, entry.seq)
            if self._pending[key] is entry:
                del self._pending[key]
            else:
                self._pending[key] = replace(self._pending[key], stored=True)
