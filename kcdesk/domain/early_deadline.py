"""When a meeting must be announced and its members summoned, counted back from its day.

In fullmäktige both a week before (KL 5:13–15); other bodies follow a rule of their own, which
their profile states as days before the meeting. Lag (1930:173) § 2 gives no more time here: it
moves a last day forward, and forward would be nearer the meeting.
"""

from __future__ import annotations

from datetime import date, timedelta

from kcdesk.domain.deadline import Deadline, EarlyKey, HolidayCalendar
from kcdesk.domain.message import Message
from kcdesk.domain.regime import Regime

COUNCIL_DAYS = 7
"""At the latest so many days before a meeting of fullmäktige: "minst en vecka före"."""


def announce_by(meeting: date, regime: Regime, calendar: HolidayCalendar) -> Deadline | None:
    """Return when the kungörelse must be on the board; None where none is asked for."""
    if regime is not Regime.COUNCIL:
        return None
    rule = Message("At least a week before the meeting on {day}", {"day": meeting})
    return _back(EarlyKey.ANNOUNCE_BY, meeting, COUNCIL_DAYS, rule, "KL 5:13–15", calendar)


def summon_by(
    meeting: date, regime: Regime, own_days: int | None, calendar: HolidayCalendar
) -> Deadline | None:
    """Return when the kallelse must be with the members; None where no rule says so.

    ``own_days`` is the body's own rule; in fullmäktige it can only give more than the week.
    """
    council = regime is Regime.COUNCIL
    if council and (own_days or 0) <= COUNCIL_DAYS:
        rule = Message("At least a week before the meeting on {day}", {"day": meeting})
        return _back(EarlyKey.SUMMON_BY, meeting, COUNCIL_DAYS, rule, "KL 5:13–15", calendar)
    if not own_days:
        return None
    rule = Message(
        "By the body’s own rule {count} days before the meeting on {day}",
        {"count": own_days, "day": meeting},
    )
    # Where its rule is written differs: arbetsordning in fullmäktige, reglemente in the others.
    source = "arbetsordningen; KL 5:13–15" if council else "reglementet"
    return _back(EarlyKey.SUMMON_BY, meeting, own_days, rule, source, calendar)


def _back(
    key: EarlyKey,
    meeting: date,
    days: int,
    rule: Message,
    source: str,
    calendar: HolidayCalendar,
) -> Deadline:
    limit = meeting - timedelta(days=days)
    why = calendar.closed(limit)
    hint = None
    if why is not None:
        practical = limit
        while calendar.closed(practical) is not None:
            practical -= timedelta(days=1)
        hint = Message(
            "That is {why}, and the weekend rule gives no more time before a meeting: "
            "the last working day is {day}",
            {"why": why, "day": practical},
        )
    return Deadline(key, limit, limit, None, rule, source, hint=hint)
