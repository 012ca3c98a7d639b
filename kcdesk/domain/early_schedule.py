"""The dates before a meeting: when it must be announced and summoned to, and when it was."""

from __future__ import annotations

from kcdesk.domain.deadline import HolidayCalendar
from kcdesk.domain.early_deadline import announce_by, summon_by
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.profile import Profile
from kcdesk.domain.records import Records
from kcdesk.domain.schedule import ScheduledDay
from kcdesk.domain.summons import Summons, SummonsKind


def early_schedule(
    records: Records, held: Profile, calendar: HolidayCalendar
) -> tuple[ScheduledDay, ...]:
    """Return the dates there are, by the rules of the body: kungörelse, then kallelse.

    None while the meeting has no certain day to count back from.
    """
    meeting = records.root(Meeting)
    day = meeting.day.day
    if day is None or not meeting.day.is_exact:
        return ()
    try:
        announced = announce_by(day, held.regime, calendar)
        summoned = summon_by(day, held.regime, held.summons_days, calendar)
    except OverflowError:  # a rule of more days than there are before 0001-01-01
        return ()
    sent = [
        row.sent_on
        for row in records.children(records.root_id, Summons)
        if row.kind is SummonsKind.ORDINARY and row.sent_on is not None
    ]
    known = ((announced, meeting.announced_on), (summoned, min(sent, default=None)))
    return tuple(
        ScheduledDay(computed, happened=happened)
        for computed, happened in known
        if computed is not None
    )
