"""All the dates of one approval: computed, overridden with a reason, or resting on a presumption.

What the notice panel, the boxed bevis and "Att bevaka" show; the rules themselves are in
``domain.deadline``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kcdesk.domain import deadline
from kcdesk.domain.approval import Approval, DateKey, DateOverride, Notice
from kcdesk.domain.body import TakeDown
from kcdesk.domain.deadline import Deadline, EarlyKey, HolidayCalendar
from kcdesk.domain.final_force import FinalForce
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.records import Records
from kcdesk.domain.regime import Regime


@dataclass(frozen=True, slots=True)
class ScheduledDay:
    """One date of the schedule.

    ``computed`` is what the law gives and says why; ``override`` the row that lets another day
    hold. ``presumes`` says what was taken for granted because it has not happened yet.
    ``happened`` is the day on which it was done: for several boards the last posting, and the
    first removal; None until every board has it. The last appeal day is nobody's to do. Laga
    kraft has come once somebody has confirmed that nobody appealed; until then its day is
    the earliest.
    """

    computed: Deadline
    override: DateOverride | None = None
    presumes: Message | None = None
    happened: date | None = None

    @property
    def key(self) -> DateKey | EarlyKey:
        """Which date it is."""
        return self.computed.key

    @property
    def day(self) -> date:
        """The day that holds."""
        if self.override is not None and self.override.day is not None:
            return self.override.day
        return self.computed.day

    @property
    def is_overridden(self) -> bool:
        """Whether somebody let another day hold than the computed one."""
        return self.day != self.computed.day

    @property
    def is_presumed(self) -> bool:
        """Whether it rests on something that has not happened, and is printed as planned."""
        return self.presumes is not None

    @property
    def is_to_do(self) -> bool:
        """Whether somebody still has to do something by this day."""
        return self.happened is None and self.key is not DateKey.LAST_APPEAL_DAY


@dataclass(frozen=True, slots=True)
class Schedule:
    """The dates of one approval; None while the meeting has no day to count from."""

    approve_by: ScheduledDay | None = None
    post_by: ScheduledDay | None = None
    last_appeal_day: ScheduledDay | None = None
    take_down: ScheduledDay | None = None
    final_force: ScheduledDay | None = None

    @property
    def days(self) -> tuple[ScheduledDay, ...]:
        """The dates there are, in order of the way that minutes take."""
        found = (
            self.approve_by,
            self.post_by,
            self.last_appeal_day,
            self.take_down,
            self.final_force,
        )
        return tuple(each for each in found if each is not None)

    @property
    def overridden(self) -> tuple[ScheduledDay, ...]:
        """The dates that somebody lets another day hold for; the reason is in ``override``."""
        return tuple(each for each in self.days if each.is_overridden)


def schedule(
    records: Records,
    approval: Approval | None,
    convention: TakeDown,
    calendar: HolidayCalendar,
    regime: Regime | None = None,
    *,
    only_prepares: bool = False,
) -> Schedule:
    """Return the dates of one approval of a meeting (None: none is prepared yet).

    ``regime`` says by which law the body posts its notices and is appealed against;
    ``only_prepares`` that nothing can be: then there is no last day for it and no laga kraft.

    What has happened counts. Where something has not, the next date is counted from a presumed
    day and marked: the minutes are approved on the agreed day, or at the meeting itself where
    named items are approved at once, or else on the last day for it; the notice is posted on the
    last day for it, as ``kcdesk dates`` has it too, since no earlier day is certain. So each date
    shown is the latest that it can be. An override replaces its date there and for all that
    follow from it. With several boards the period counts from the last one; a board that has no
    posting day is presumed like a notice not posted.
    """
    meeting = records.root(Meeting).day
    if meeting.day is None or meeting.tie is not None:
        return Schedule()
    try:
        found = _counted(records, approval, convention, calendar, regime)
    except OverflowError:  # of no year are the holidays known for ever; 9999-12-31 ends it all
        return Schedule()
    return _of_preparing(found, convention) if only_prepares else found


def schedules(
    records: Records,
    convention: TakeDown,
    calendar: HolidayCalendar,
    regime: Regime | None = None,
    *,
    only_prepares: bool = False,
) -> tuple[tuple[Approval, Schedule], ...]:
    """Return the schedule of each approval of a meeting, in their order."""
    return tuple(
        (
            approval,
            schedule(records, approval, convention, calendar, regime, only_prepares=only_prepares),
        )
        for approval in records.children(records.root_id, Approval)
    )


def _counted(
    records: Records,
    approval: Approval | None,
    convention: TakeDown,
    calendar: HolidayCalendar,
    regime: Regime | None,
) -> Schedule:
    meeting = records.root(Meeting).day
    assert meeting.day is not None
    overrides = _overrides(records, approval)
    notices = records.children(approval.id, Notice) if approval is not None else ()

    approve = ScheduledDay(
        deadline.approve_by(meeting.day, calendar),
        overrides.get(DateKey.APPROVE_BY),
        None if meeting.is_exact else _held(meeting.day),
        approval.approved_on if approval is not None else None,
    )
    approved = approve.happened or _planned(approval, meeting.day) or approve.day
    posted = [each.posted_on for each in notices if each.posted_on is not None]
    all_posted = bool(notices) and len(posted) == len(notices)
    post = ScheduledDay(
        deadline.post_by(approved, calendar, regime),
        overrides.get(DateKey.POST_BY),
        None if approve.happened else _approved(approved),
        max(posted) if all_posted else None,
    )
    counted = posted if all_posted else [*posted, post.day]
    presumes = None if all_posted else _posted(max(counted))
    appeal = ScheduledDay(
        deadline.last_appeal_day(counted, calendar, regime),
        overrides.get(DateKey.LAST_APPEAL_DAY),
        presumes,
    )
    down = ScheduledDay(
        deadline.take_down(_holding(appeal), convention),
        overrides.get(DateKey.TAKE_DOWN),
        presumes,
        _all_done(each.removed_on for each in notices),
    )
    force = ScheduledDay(
        deadline.final_force(_holding(appeal)), overrides.get(DateKey.FINAL_FORCE), presumes
    )
    if confirmation(records, approval) is not None:
        force = replace(force, happened=force.day)
    return Schedule(approve, post, appeal, down, force)


def _of_preparing(found: Schedule, convention: TakeDown) -> Schedule:
    """Return the dates without those of an appeal that nobody can make."""
    appeal, down = found.last_appeal_day, found.take_down
    if appeal is None or down is None:
        return found
    posted = appeal.computed.unshifted - timedelta(weeks=3)
    computed = deadline.take_down_of_preparing(appeal.computed, posted, convention)
    return replace(
        found,
        last_appeal_day=None,
        take_down=replace(down, computed=computed),
        final_force=None,
    )


def confirmation(records: Records, approval: Approval | None) -> FinalForce | None:
    """Return the row that confirms that nobody appealed, if somebody has confirmed it."""
    if approval is None:
        return None
    rows = records.children(approval.id, FinalForce)
    return next((row for row in rows if row.is_confirmed), None)


def _overrides(records: Records, approval: Approval | None) -> dict[DateKey, DateOverride]:
    if approval is None:
        return {}
    rows = records.children(approval.id, DateOverride)
    return {row.key: row for row in rows if row.day is not None}


def _planned(approval: Approval | None, meeting: date) -> date | None:
    if approval is None:
        return None
    return approval.planned_on or (meeting if approval.items else None)


def _holding(appeal: ScheduledDay) -> Deadline:
    """Return the deadline for what follows from it: an overriding day is not shifted again."""
    if not appeal.is_overridden:
        return appeal.computed
    return replace(
        appeal.computed, day=appeal.day, unshifted=appeal.day, shift=None, passed=(), by_hand=True
    )


def _all_done(days: Iterable[date | None]) -> date | None:
    """Return the first of the days once every board has one."""
    known = list(days)
    done = [day for day in known if day is not None]
    return min(done) if done and len(done) == len(known) else None


def _held(day: date) -> Message:
    return Message("Presumes that the meeting is held on {day}", {"day": day})


def _approved(day: date) -> Message:
    return Message("Presumes that the minutes are approved on {day}", {"day": day})


def _posted(day: date) -> Message:
    return Message("Presumes that the notice is posted on {day}", {"day": day})
