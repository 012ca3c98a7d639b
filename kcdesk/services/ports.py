"""What the services need from the outside; storage, system and others implement these."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One group of a stream's history. ``group`` is None once its payload was destroyed."""

    stream_id: str
    seq: int
    group: Group | None
    undoes: int | None
    schema: int
    at: datetime
    author: str


class WriterListener(Protocol):
    """Told by the writer, on the writer's thread, how storing goes."""

    def committed(self, stream_id: str, seq: int, at: datetime) -> None:
        """Everything up to ``seq`` of the stream is on disk since ``at`` (UTC)."""

    def failed(self, error: UserFacingError) -> None:
        """Storing failed; the writer keeps its queue and tries again."""

    def recovered(self) -> None:
        """Storing works again and the queue is empty."""


class Journal(Protocol):
    """Where streams are kept. Reading is short and closed; writing only queues."""

    def load(self, stream_id: str) -> Records:
        """Return the rows of a stream. Raises ``KeyError`` when there is no such stream."""

    def history(self, stream_id: str) -> Sequence[LogEntry]:
        """Return the stream's log, oldest first."""

    def create(self, root: Row, rows: Sequence[Row], group: Group) -> None:
        """Begin a stream with its first group, which inserts ``root`` and ``rows``; waits for
        the disk."""

    def append(self, stream_id: str, seq: int, group: Group) -> None:
        """Queue a group as number ``seq`` of the stream. Never waits for the disk."""

    def amend(self, stream_id: str, seq: int, group: Group) -> None:
        """Queue a longer version of the last group, which is still open (typing goes on)."""

    def close_last(self, stream_id: str, seq: int) -> None:
        """Queue that the last group is complete: it is hashed and never changes again."""

    def drain(self) -> None:
        """Wait until everything queued is on disk. Raises ``UserFacingError`` if it cannot be."""

    def listen(self, listener: WriterListener) -> Callable[[], None]:
        """Add a listener; returns the way to take it away again."""


class Clock(Protocol):
    """The time, so that tests can set it."""

    def now(self) -> datetime:
        """Return this instant, in UTC."""

    def today(self) -> date:
        """Return today's date where the user is."""

    def local(self) -> datetime:
        """Return this instant in the user's own time zone."""
