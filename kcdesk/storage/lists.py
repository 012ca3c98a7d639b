"""What a library lists: bodies, meetings and the bin. The reading half of the port ``Shelf``."""

from __future__ import annotations

from abc import ABC, abstractmethod
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from kcdesk.storage import shelf

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from datetime import date

    from kcdesk.services.check.neighbour import Neighbours
    from kcdesk.services.plan_shelf import PlannedDay, Progress, WatchedMeeting
    from kcdesk.services.ports import BinnedStream
    from kcdesk.services.summary import BodySummary, MeetingSummary

T = TypeVar("T")


class Lists(ABC):
    """Asks one short query each."""

    @abstractmethod
    def _read(self, query: Callable[[sqlite3.Connection], T]) -> T:
        """Run a query that sees one state of the library."""

    @abstractmethod
    def _telling(self) -> AbstractContextManager[None]:
        """Say of a damaged file that it is one."""

    def bodies(self) -> Sequence[BodySummary]:
        """Return the bodies that are not in the bin."""
        return self._read(shelf.bodies)

    def meetings(self, body_id: str | None = None) -> Sequence[MeetingSummary]:
        """Return a body's (or all) meetings that are not in the bin, newest first."""
        return self._read(partial(shelf.meetings, body_id=body_id))

    def years(self, body_id: str) -> Sequence[int | None]:
        """Return the years of a body's meetings, newest first; None: meetings without a day."""
        return self._read(partial(shelf.years, body_id=body_id))

    def meetings_of_year(self, body_id: str, year: int | None) -> Sequence[MeetingSummary]:
        """Return a body's meetings of a year (None: without a day), newest first."""
        return self._read(partial(shelf.meetings_of_year, body_id=body_id, year=year))

    def meeting(self, meeting_id: str) -> MeetingSummary | None:
        """Return a meeting that is not in the bin, or None."""
        return self._read(partial(shelf.meeting, meeting_id=meeting_id))

    def newest_meeting(self) -> MeetingSummary | None:
        """Return the first of ``meetings``, or None."""
        return self._read(shelf.newest_meeting)

    def last_paragraph(self, body_id: str, year: int, before: date | None = None) -> int:
        """Return the highest § of a body in a calendar year, before a day if one is given."""
        return self._read(partial(shelf.last_paragraph, body_id=body_id, year=year, before=before))

    def waiting(self, body_id: str) -> Sequence[tuple[str, str]]:
        """Return meeting and item of each matter of a body that waits to be taken up again."""
        from kcdesk.storage.waiting import waiting

        return self._read(partial(waiting, body_id=body_id))

    def taken_up(self, ids: Sequence[str]) -> frozenset[str]:
        """Return which of some matters an item of a meeting takes up."""
        from kcdesk.storage.waiting import taken_up

        return self._read(partial(taken_up, ids=list(ids)))

    def meetings_with_open_actions(self, body_id: str) -> Sequence[str]:
        """Return the ids of a body's meetings with something still to be done, oldest first."""
        from kcdesk.storage.open_action import meetings_with_open_actions

        return self._read(partial(meetings_with_open_actions, body_id=body_id))

    def watched(self) -> Sequence[WatchedMeeting]:
        """Return the meetings that are not finished. Never called on the GUI's thread."""
        import kcdesk.domain.catalogue  # noqa: F401  # rows are read by the names of their tables
        from kcdesk.storage import watched

        fetched = self._read(watched.fetch)
        with self._telling():
            return watched.built(fetched)

    def tellers(self, target: str) -> Sequence[tuple[str, str]]:
        """Return meeting and row of each that tells how far an owner has come."""
        from kcdesk.storage.followed import tellers

        return self._read(partial(tellers, target=target))

    def progress(self, targets: Sequence[str]) -> Mapping[str, Progress]:
        """Return how far owners have come, of those that are in the library."""
        from kcdesk.storage.followed import progress

        return self._read(partial(progress, targets=list(targets)))

    def planned(self) -> Sequence[PlannedDay]:
        """Return the planned days that have no meeting. Never called on the GUI's thread."""
        import kcdesk.domain.catalogue  # noqa: F401  # rows are read by the names of their tables
        from kcdesk.storage import planned

        fetched = self._read(planned.fetch)
        with self._telling():
            return planned.built(*fetched)

    def neighbours(self, body_id: str, day: date, meeting_id: str, today: date) -> Neighbours:
        """Return what stands around a meeting of a body on a day."""
        from kcdesk.storage.neighbour import Around, neighbours

        return self._read(partial(neighbours, around=Around(body_id, day, meeting_id, today)))

    def binned(self) -> Sequence[BinnedStream]:
        """Return what is in the bin, last thrown first."""
        return self._read(shelf.binned)
