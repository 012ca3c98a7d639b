"""A meeting as the sources read it: with its rules, and a way to make entries of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from kcdesk.domain.body import Body
from kcdesk.domain.deadline import HolidayCalendar
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.profile import Profile, profile
from kcdesk.domain.records import Records
from kcdesk.services.plan_shelf import WatchedMeeting
from kcdesk.services.watch.entry import WatchEntry, WatchKind


@dataclass(frozen=True)
class Watched:
    """``records`` hold the rows that are watched, not the whole meeting."""

    meeting: WatchedMeeting
    calendar: HolidayCalendar
    today: date

    @property
    def records(self) -> Records:
        """The meeting's rows."""
        return self.meeting.meeting

    @property
    def root(self) -> Meeting:
        """The meeting itself."""
        return self.records.root(Meeting)

    @cached_property
    def held(self) -> Profile:
        """The rules that hold for it."""
        return profile(self.meeting.body, self.records)

    @property
    def day(self) -> date | None:
        """The certain day of the meeting, if it has one."""
        return self.root.day.day if self.root.day.is_exact else None

    def entry(self, kind: WatchKind, row_id: str, *, id: str = "", **fields: Any) -> WatchEntry:
        """Return an entry of this meeting. A row has at most one of each kind; where the row may
        be another one tomorrow, ``id`` names what stays.
        """
        body = self.meeting.body.root(Body)
        return WatchEntry(
            id=f"{id or row_id}:{kind.value}",
            kind=kind,
            meeting_id=self.records.root_id,
            body=body.name or body.organisation,
            meeting_day=self.root.day.day,
            row_id=row_id,
            **fields,
        )
