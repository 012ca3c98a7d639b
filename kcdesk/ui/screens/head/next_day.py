"""Which dates of a meeting are worth a chip in its head."""

from __future__ import annotations

from datetime import date

from kcdesk.domain.approval import Approval, DateKey
from kcdesk.domain.deadline import HolidayCalendar
from kcdesk.domain.early_schedule import early_schedule
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.profile import Profile
from kcdesk.domain.records import Records
from kcdesk.domain.schedule import Schedule, ScheduledDay, schedule, schedules
from kcdesk.services.change_state import rest_approval

CHIPS = 2
"""How many dates the head has room for."""


def next_days(
    records: Records, held: Profile, calendar: HolidayCalendar, today: date
) -> tuple[ScheduledDay, ...]:
    """Return the dates that come next, nearest first: what is to be done in each approval, and
    the last day to appeal once the notice is up; before the meeting its kungörelse and kallelse.

    Before an approval is prepared the date for it counts all the same. Nothing once all is done.
    """
    if records.root(Meeting).state is MeetingState.DONE:
        return ()
    rules = (held.take_down, calendar, held.regime)
    prepares = held.only_prepares
    known: list[tuple[Approval | None, Schedule]] = [
        *schedules(records, *rules, only_prepares=prepares)
    ]
    if rest_approval(records) is None:
        known.append((None, schedule(records, None, *rules, only_prepares=prepares)))
    early = early_schedule(records, held, calendar) if _is_to_come(records, today) else ()
    found = [day for day in early if day.happened is None]
    found += [day for _, each in known for day in _of_one(each, today)]
    apart = {(each.key, each.day): each for each in found}  # two approvals may have one day
    return tuple(sorted(apart.values(), key=_day)[:CHIPS])


def _is_to_come(records: Records, today: date) -> bool:
    day = records.root(Meeting).day.day
    return day is not None and today <= day


def _of_one(days: Schedule, today: date) -> list[ScheduledDay]:
    found = []
    if days.post_by is not None and days.post_by.happened is not None:
        appeal = days.last_appeal_day
        if appeal is not None and today <= appeal.day:
            found.append(appeal)
    to_do = [day for day in days.days if day.is_to_do and day.key is not DateKey.LAST_APPEAL_DAY]
    return found + to_do[:1]


def _day(day: ScheduledDay) -> date:
    return day.day
