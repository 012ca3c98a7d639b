"""What the services need from the outside; storage, system and others implement these."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from kcdesk.services.plan_shelf import PlanShelf

if TYPE_CHECKING:  # lists are shown before any row is read
    from collections.abc import Callable, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from kcdesk.domain.error import UserFacingError
    from kcdesk.domain.message import Message
    from kcdesk.domain.moment import Moment
    from kcdesk.domain.operation import Group
    from kcdesk.domain.records import Records
    from kcdesk.domain.row import Row
    from kcdesk.domain.seal import SealContent
    from kcdesk.services.check.neighbour import Neighbours
    from kcdesk.services.sealer import Sealer
    from kcdesk.services.summary import BodySummary, MeetingSummary


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One group of a stream's history.

    ``group`` is None once its payload was destroyed, and where it was written in an older form
    (``schema``): such steps are shown, not undone.
    """

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

    def sealed(self, meeting_id: str) -> Sequence[SealContent]:
        """Return what of a meeting is out for signature or sealed, each as it was when it went out,
        oldest first. A short read.
        """

    def history(self, stream_id: str) -> Sequence[LogEntry]:
        """Return the stream's log, oldest first."""

    def create(self, root: Row, rows: Sequence[Row], group: Group) -> None:
        """Begin a stream with its first group, which inserts ``root`` and ``rows``; waits for
        the disk.
        """

    def append(self, stream_id: str, seq: int, group: Group) -> None:
        """Queue a group as number ``seq`` of the stream. Never waits for the disk."""

    def amend(self, stream_id: str, seq: int, group: Group) -> None:
        """Queue a longer version of the last group, which is still open (typing goes on)."""

    def close_last(self, stream_id: str, seq: int) -> None:
        """Queue that the last group is complete: it is hashed and never changes again."""

    def drain(self) -> None:
        """Wait until everything queued is on disk. Raises ``UserFacingError`` if it cannot be."""

    def is_stored(self, stream_id: str) -> bool:
        """Return whether nothing of a stream waits for the disk. Never waits itself."""

    def listen(self, listener: WriterListener) -> Callable[[], None]:
        """Add a listener; returns the way to take it away again."""


@dataclass(frozen=True, slots=True)
class BinnedStream:
    """A body or meeting in the bin: ``kind`` is its table, ``at`` when it was thrown (UTC)."""

    id: str
    kind: str
    at: datetime
    name: str
    day: Moment


class Paragraphs(Protocol):
    """§ numbers: running per body and calendar year, never given twice (see storage.paragraph)."""

    def number(self, meeting_id: str, group: Group) -> None:
        """Store a group of a meeting's stream together with its §§, where it has none; waits for
        the disk. The meeting is read again afterwards.

        Raises ``UserFacingError`` where another meeting has one of its §§; nothing was stored.
        """

    def clash(self, meeting_id: str, first: int) -> date | None:
        """Return the day of a meeting that has one of the §§ that this one would have from
        ``first`` on; None where all are free.
        """


class Shelf(PlanShelf, Protocol):
    """What stands in the library: lists, the bin and attached files. Lists show what is stored."""

    def bodies(self) -> Sequence[BodySummary]:
        """Return the bodies that are not in the bin."""

    def meetings(self, body_id: str | None = None) -> Sequence[MeetingSummary]:
        """Return a body's (or all) meetings that are not in the bin, newest first."""

    def years(self, body_id: str) -> Sequence[int | None]:
        """Return the years that a body has meetings in, newest first; None, first of all, stands
        for meetings without a day.
        """

    def meetings_of_year(self, body_id: str, year: int | None) -> Sequence[MeetingSummary]:
        """Return a body's meetings of a year (None: without a day), as ``meetings`` would."""

    def meeting(self, meeting_id: str) -> MeetingSummary | None:
        """Return a meeting that is not in the bin, or None."""

    def newest_meeting(self) -> MeetingSummary | None:
        """Return the first of ``meetings``, or None."""

    def last_paragraph(self, body_id: str, year: int, before: date | None = None) -> int:
        """Return the highest § of a body in a calendar year, before a day if one is given; 0
        where it has none.
        """

    def neighbours(self, body_id: str, day: date, meeting_id: str, today: date) -> Neighbours:
        """Return what stands around a meeting of a body on a day. A short read."""

    @property
    def paragraphs(self) -> Paragraphs:
        """The commands for §§."""

    @property
    def sealer(self) -> Sealer:
        """The commands for signing."""

    def discard(self, stream_id: str) -> None:
        """Put a body or a meeting in the bin. Raises ``KeyError``."""

    def restore(self, stream_id: str) -> None:
        """Take a body or a meeting out of the bin. Raises ``KeyError``."""

    def binned(self) -> Sequence[BinnedStream]:
        """Return what is in the bin, last thrown first."""

    def put_file(self, path: Path) -> tuple[str, int]:
        """Keep a file; returns its SHA-256 and its size in bytes. Not for the GUI's thread."""

    def keep_text(self, text: str) -> str:
        """Keep a text as a file of the library; returns its SHA-256. Waits for the disk."""

    def read_file(self, sha256: str) -> bytes:
        """Return a kept file. Raises ``KeyError`` when it is not here, whole and unchanged."""


class Finding(Protocol):
    """Something that the program has not written, and in which stream."""

    @property
    def stream_id(self) -> str:
        """The stream."""

    @property
    def what(self) -> Message:
        """What is wrong."""


class Importer(Protocol):
    """Takes in what comes from elsewhere, whole or not at all."""

    def bring_in(self, shared: Group, streams: Sequence[Group]) -> None:
        """Append ``shared`` to the library's stream and begin one stream with each of ``streams``,
        which inserts its root first; all in one transaction, on the disk when this returns.

        Raises ``UserFacingError`` when a row of the same id is in the library; then nothing has
        happened.
        """


class Clock(Protocol):
    """The time, so that tests can set it."""

    def now(self) -> datetime:
        """Return this instant, in UTC."""

    def today(self) -> date:
        """Return today's date where the user is."""

    def local(self) -> datetime:
        """Return this instant in the user's own time zone."""
