"""A date of the schedule in words: what it is, how near, and why it is that day."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from kcdesk.domain.approval import DateKey
from kcdesk.domain.deadline import EarlyKey
from kcdesk.domain.schedule import ScheduledDay
from kcdesk.i18n import _, current
from kcdesk.ui.qt.theme import WidgetRole
from kcdesk.wording.day_reason import reasons

NEAR = timedelta(days=7)
"""How long before its day a date draws near."""

FAR_PAST = timedelta(days=60)
"""From when on nobody counts the days that something is late."""


class Urgency(Enum):
    """How a date stands to today; the value is how a chip for it looks."""

    CALM = WidgetRole.CHIP
    SOON = WidgetRole.SOON
    LATE = WidgetRole.LATE


def urgency(day: ScheduledDay, today: date) -> Urgency:
    """Return how near a date is; what was done stays late where it was done late.

    A date counted from something that has not happened moves with it: it is neither near nor late.
    Laga kraft is nobody's to hurry: from its earliest day on somebody may confirm it.
    """
    if day.key is DateKey.FINAL_FORCE:
        waits = day.happened is None and not day.is_presumed and today >= day.day
        return Urgency.SOON if waits else Urgency.CALM
    if day.happened is not None and day.key is not DateKey.TAKE_DOWN:
        return Urgency.LATE if day.happened > day.day else Urgency.CALM
    if not day.is_to_do or (day.is_presumed and day.key is not DateKey.APPROVE_BY):
        return Urgency.CALM
    if today > day.day:
        return Urgency.LATE
    return Urgency.SOON if day.day - today <= NEAR else Urgency.CALM


def day_label(day: ScheduledDay) -> str:
    """Return what a date is called; laga kraft is "at the earliest" until it is confirmed."""
    match day.key:
        case EarlyKey.ANNOUNCE_BY:
            return _("Announce the meeting at the latest")
        case EarlyKey.SUMMON_BY:
            return _("Send the summons at the latest")
        case DateKey.FINAL_FORCE if day.happened is not None:
            return _("Legal force")
        case DateKey.FINAL_FORCE:
            return _("Legal force at the earliest")
        case DateKey.APPROVE_BY:
            return _("Approve at the latest")
        case DateKey.POST_BY:
            return _("Post the notice at the latest")
        case DateKey.LAST_APPEAL_DAY:
            return _("Last day to appeal")
        case DateKey.TAKE_DOWN:
            return _("Take the notice down")


def short_words(day: ScheduledDay, how: Urgency, today: date) -> str:
    """Return a date in a few words, for a chip: "Justeras senast tor 26 nov"."""
    when = current().near_day(day.day, today)
    late = how is Urgency.LATE
    match day.key:
        case EarlyKey.ANNOUNCE_BY:
            return _("Announce by {day}", day=when)
        case EarlyKey.SUMMON_BY:
            return _("Send the summons by {day}", day=when)
        case DateKey.FINAL_FORCE if how is Urgency.SOON:
            return _("Confirm legal force")
        case DateKey.FINAL_FORCE:
            return _("Legal force {day} at the earliest", day=when)
        case DateKey.APPROVE_BY if late:
            return _("Late: approval by {day}", day=when)
        case DateKey.APPROVE_BY:
            return _("Approve by {day}", day=when)
        case DateKey.POST_BY if late:
            return _("Late: notice by {day}", day=when)
        case DateKey.POST_BY:
            return _("Post by {day}", day=when)
        case DateKey.LAST_APPEAL_DAY:
            return _("Appeals until {day}", day=when)
        case DateKey.TAKE_DOWN if late:
            return _("Still posted, could come down {day}", day=when)
        case DateKey.TAKE_DOWN:
            return _("Take down {day}", day=when)


def near_words(day: ScheduledDay, today: date) -> str:
    """Return how near a date is; laga kraft that is due waits for somebody who confirms it."""
    if day.key is DateKey.FINAL_FORCE:
        return _("To be confirmed")
    return distance_words((day.day - today).days)


def distance_words(days: int) -> str:
    """Return how far off a coming day is: "In 3 days"."""
    match days:
        case 0:
            return _("Today")
        case 1:
            return _("Tomorrow")
    return _("In {count} days", count=days)


def late_words(day: ScheduledDay, today: date) -> str:
    """Return how late a date is; long past, the day itself says more than a count."""
    days = (today - day.day).days
    if days > FAR_PAST.days:
        return _("Too late")
    return _("Late by {count} days", count=days) if days > 1 else _("Late by a day")


def happened_words(day: ScheduledDay, today: date) -> str:
    """Return what has happened, and that it was late; empty while nothing has."""
    if day.happened is None:
        return ""
    when = current().near_day(day.happened, today)
    late = day.happened > day.day
    match day.key:
        case EarlyKey.ANNOUNCE_BY:
            return _("Announced {day}, late", day=when) if late else _("Announced {day}", day=when)
        case EarlyKey.SUMMON_BY:
            return _("Sent {day}, late", day=when) if late else _("Sent {day}", day=when)
        case DateKey.FINAL_FORCE:
            return _("Nobody has appealed")
        case DateKey.APPROVE_BY:
            return _("Approved {day}, late", day=when) if late else _("Approved {day}", day=when)
        case DateKey.POST_BY:
            return _("Posted {day}, late", day=when) if late else _("Posted {day}", day=when)
        case DateKey.TAKE_DOWN if day.happened < day.day:
            return _("Taken down {day}, too early", day=when)
    return _("Taken down {day}", day=when)


def target_words(day: ScheduledDay, today: date) -> str:
    """Return the day to aim at where the limit owes itself to the weekend rule; else empty."""
    target = day.computed.target
    if target is None or day.happened is not None or day.is_overridden or target < today:
        return ""
    return _("Target: {day}", day=current().near_day(target, today))


def explanation(day: ScheduledDay) -> tuple[str, ...]:
    """Return why it is that day, a sentence each."""
    return reasons(current(), day)
