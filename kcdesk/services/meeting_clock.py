"""The time of day, as long as it is one at which the meeting can be under way."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.records import Records

_MARGIN = timedelta(hours=2)
"""Meetings begin early and run late; what is noted outside of this is noted after the fact."""


def clock_at_meeting(records: Records, now: datetime) -> ClockTime | None:
    """Return the time of day, to the minute; None when the meeting is not held now.

    It is held on its own day and, where its times are given, within them or nearly so.
    """
    meeting = records.root(Meeting)
    today, here = now.date(), now.replace(second=0, microsecond=0, tzinfo=None)
    if meeting.day.day != today:
        return None
    begins = meeting.actual_start or meeting.planned_start
    ends = meeting.actual_end or meeting.planned_end
    if begins is not None and here < _at(today, begins) - _MARGIN:
        return None
    if ends is not None and here > _at(today, ends) + _MARGIN:
        return None
    return ClockTime(here.time())


def _at(day: date, clock: ClockTime) -> datetime:
    return datetime.combine(day, clock.time)
