"""The dates that the law sets for approval, notice and appeal, as pure functions of days.

Sources: KL 5:69 (justering), 8:12 (anslag), 13:5 (överklagande), lag (1930:173) om beräkning av
lagstadgad tid §§ 1 and 2, lag (1989:253) om allmänna helgdagar.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from kcdesk.domain.approval import DateKey
from kcdesk.domain.body import TakeDown
from kcdesk.domain.message import Message


class HolidayCalendar(Protocol):
    """Which days are not working days."""

    def closed(self, day: date) -> Message | None:
        """Return why a day is no working day (lag 1930:173 § 2), or None where it is one.

        Saturdays, Sundays, public holidays of the law of that year, midsommarafton, julafton and
        nyårsafton. Not trettondagsafton (RÅ 2004 not 40), skärtorsdag or days between holidays.
        """


@dataclass(frozen=True, slots=True)
class Deadline:
    """A computed day: the limit after any shift, the unshifted one, why, by which rule.

    The unshifted day is the target for approval and notice: that § 2 moves those two as well is a
    reading of its wording, not a ruling.
    """

    key: DateKey
    day: date
    unshifted: date
    shift: Message | None
    rule: Message
    source: str

    @property
    def is_shifted(self) -> bool:
        """Whether the weekend rule moved it."""
        return self.day != self.unshifted


@dataclass(frozen=True, slots=True)
class Working:
    """A day moved on to the next working day, and why it was."""

    day: date
    shift: Message | None


def working(day: date, calendar: HolidayCalendar) -> Working:
    """Return the day itself, or the next working day (lag 1930:173 § 2)."""
    reasons: list[Message] = []
    moved = day
    while (reason := calendar.closed(moved)) is not None:
        reasons.append(reason)
        moved += timedelta(days=1)
    return Working(moved, reasons[0] if reasons else None)


def approve_by(meeting: date, calendar: HolidayCalendar) -> Deadline:
    """Return when the minutes must be approved: at latest 14 days after the meeting (KL 5:69)."""
    rule = Message("At the latest 14 days after the meeting on {day}", {"day": meeting})
    target = meeting + timedelta(days=14)
    return _deadline(DateKey.APPROVE_BY, target, rule, "KL 5:69", calendar)


def post_by(approved: date, calendar: HolidayCalendar) -> Deadline:
    """Return when the notice must be posted: the second day after approval (KL 8:12)."""
    rule = Message("At the latest the second day after approval on {day}", {"day": approved})
    target = approved + timedelta(days=2)
    return _deadline(DateKey.POST_BY, target, rule, "KL 8:12", calendar)


def last_appeal_day(posted: Sequence[date], calendar: HolidayCalendar) -> Deadline:
    """Return the last day to appeal: three weeks from the posting day (KL 13:5).

    With several boards it counts from the last one (KL 9:32; lag 2003:1210 § 19).
    Raises ``ValueError`` without any posting day.
    """
    last = max(posted)
    rule = (
        Message("Three weeks from the posting day {day}", {"day": last})
        if len(set(posted)) == 1
        else Message("Three weeks from {day}, the last of the posting days", {"day": last})
    )
    source = "KL 13:5" if len(posted) == 1 else "KL 13:5, 9:32; lag 2003:1210 § 19"
    return _deadline(DateKey.LAST_APPEAL_DAY, last + timedelta(weeks=3), rule, source, calendar)


def take_down(appeal: Deadline, convention: TakeDown) -> Deadline:
    """Return when the notice comes down: not before the appeal period has ended (KL 8:12).

    Both conventions are in use: the day after the last appeal day, or that day at its end.
    """
    if convention is TakeDown.LAST_DAY:
        day = appeal.day
        rule = Message("At the end of the last day to appeal")
    else:
        day = appeal.day + timedelta(days=1)
        rule = Message("The day after the last day to appeal")
    unshifted = appeal.unshifted + (day - appeal.day)
    return Deadline(DateKey.TAKE_DOWN, day, unshifted, appeal.shift, rule, "KL 8:12")


def _deadline(
    key: DateKey, target: date, rule: Message, source: str, calendar: HolidayCalendar
) -> Deadline:
    """Return a target moved to a working day; the law that moves it is named where it does."""
    moved = working(target, calendar)
    sources = source if moved.shift is None else f"{source}; lag 1930:173 § 2"
    return Deadline(key, moved.day, target, moved.shift, rule, sources)
