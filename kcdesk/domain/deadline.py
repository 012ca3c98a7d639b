"""The dates that the law sets for approval, notice and appeal, as pure functions of days.

Sources: KL 5:69 (justering), 8:12 (anslag), 13:5 (överklagande), 13:6 (laga kraft only if nobody
did), FL 44 (förvaltningsbesvär), lag (1930:173) om beräkning av lagstadgad tid §§ 1 and 2, lag
(1989:253) om allmänna helgdagar. Of a samordningsförbund: lag (2003:1210) § 19 (its members'
boards) and § 28 (appeal by KL 13); of a gemensam nämnd: KL 9:32. What comes before the meeting is
in ``domain.early_deadline``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from kcdesk.domain.approval import DateKey
from kcdesk.domain.body import TakeDown
from kcdesk.domain.message import Message
from kcdesk.domain.regime import Regime

WEEKEND_RULE = "lag 1930:173 § 2"


class EarlyKey(StrEnum):
    """The computed dates before a meeting; nobody overrides them."""

    ANNOUNCE_BY = "announce_by"
    SUMMON_BY = "summon_by"


class HolidayCalendar(Protocol):
    """Which days are not working days."""

    def closed(self, day: date) -> Message | None:
        """Return why a day is no working day (lag 1930:173 § 2), or None where it is one.

        Saturdays, Sundays, public holidays of the law of that year, midsommarafton, julafton and
        nyårsafton. Not trettondagsafton (RÅ 2004 not 40), skärtorsdag or days between holidays.
        Raises ``OverflowError`` for a year whose holidays are not known: then no day is computed.
        """


@dataclass(frozen=True, slots=True)
class ClosedDay:
    """A day that the weekend rule goes past, and what it is: "julafton"."""

    day: date
    why: Message


@dataclass(frozen=True, slots=True)
class Deadline:
    """A computed day: the limit after any shift, the unshifted one, why, by which rule.

    ``shift`` is why the unshifted day does not hold, ``passed`` each day that was gone past.
    ``hint`` says what else is to be known of the day. ``follows`` is the last appeal day that it
    goes with; ``by_hand``: somebody let the day hold instead of the computed one.
    """

    key: DateKey | EarlyKey
    day: date
    unshifted: date
    shift: Message | None
    rule: Message
    source: str
    passed: tuple[ClosedDay, ...] = ()
    hint: Message | None = None
    follows: Deadline | None = None
    by_hand: bool = False

    @property
    def is_shifted(self) -> bool:
        """Whether the weekend rule moved it."""
        return self.day != self.unshifted

    @property
    def target(self) -> date | None:
        """The unshifted day to aim at, where it is earlier than the limit and safe to keep to.

        Of approval and notice alone: that § 2 moves those two as well is a reading of its
        wording, not a ruling. The appeal period is moved beyond doubt.
        """
        doubted = self.key in (DateKey.APPROVE_BY, DateKey.POST_BY)
        return self.unshifted if doubted and self.is_shifted else None


@dataclass(frozen=True, slots=True)
class Working:
    """A day moved on to the next working day, and what it was moved past."""

    day: date
    passed: tuple[ClosedDay, ...]

    @property
    def shift(self) -> Message | None:
        """Why the day itself does not hold."""
        return self.passed[0].why if self.passed else None


def working(day: date, calendar: HolidayCalendar) -> Working:
    """Return the day itself, or the next working day (lag 1930:173 § 2)."""
    passed: list[ClosedDay] = []
    moved = day
    while (why := calendar.closed(moved)) is not None:
        passed.append(ClosedDay(moved, why))
        moved += timedelta(days=1)
    return Working(moved, tuple(passed))


def approve_by(meeting: date, calendar: HolidayCalendar) -> Deadline:
    """Return when the minutes must be approved: at latest 14 days after the meeting (KL 5:69)."""
    rule = Message("At the latest 14 days after the meeting on {day}", {"day": meeting})
    target = meeting + timedelta(days=14)
    return _deadline(DateKey.APPROVE_BY, target, rule, "KL 5:69", calendar)


def post_by(approved: date, calendar: HolidayCalendar, regime: Regime | None = None) -> Deadline:
    """Return when the notice must be posted: the second day after approval (KL 8:12)."""
    rule = Message("At the latest the second day after approval on {day}", {"day": approved})
    target = approved + timedelta(days=2)
    federation = regime is Regime.COORDINATION_FEDERATION
    source = "KL 8:12; lag 2003:1210 § 19" if federation else "KL 8:12"
    return _deadline(DateKey.POST_BY, target, rule, source, calendar)


def last_appeal_day(
    posted: Sequence[date], calendar: HolidayCalendar, regime: Regime | None = None
) -> Deadline:
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
    source = _appeal_source(regime, several=len(posted) > 1)
    return _deadline(DateKey.LAST_APPEAL_DAY, last + timedelta(weeks=3), rule, source, calendar)


def last_appeal_day_of_party(delivered: date, calendar: HolidayCalendar) -> Deadline:
    """Return a party's last day under förvaltningsbesvär: three weeks from the day on which she
    got to know of the decision (FL 44).
    """
    rule = Message("Three weeks from {day}, when the party got the decision", {"day": delivered})
    target = delivered + timedelta(weeks=3)
    return _deadline(DateKey.LAST_APPEAL_DAY, target, rule, "FL 44", calendar)


def take_down(appeal: Deadline, convention: TakeDown) -> Deadline:
    """Return when the notice comes down: not before the appeal period has ended (KL 8:12).

    Both conventions are in use: the day after the last appeal day, or that day at its end.
    """
    if convention is TakeDown.LAST_DAY:
        rule = Message("At the end of the last day to appeal")
        return _following(DateKey.TAKE_DOWN, appeal, 0, rule, "KL 8:12")
    rule = Message("The day after the last day to appeal")
    return _following(DateKey.TAKE_DOWN, appeal, 1, rule, "KL 8:12")


def take_down_of_preparing(appeal: Deadline, posted: date, convention: TakeDown) -> Deadline:
    """Return when a notice comes down that nobody can appeal after (KL 13:2): no law says it, so
    it hangs as long as the others, for which ``appeal`` would be the last day.
    """
    rule = Message(
        "As long as other notices: three weeks from {day}. Nothing here can be appealed",
        {"day": posted},
    )
    days = 0 if convention is TakeDown.LAST_DAY else 1
    return replace(_following(DateKey.TAKE_DOWN, appeal, days, rule, "KL 13:2"), follows=None)


def final_force(appeal: Deadline) -> Deadline:
    """Return from which day a decision has laga kraft at the earliest: the day after the last
    appeal day. Only at the earliest: an appeal that came in time hinders it (KL 13:5, 13:6).
    """
    rule = Message("At the earliest the day after the last day to appeal, if nobody appealed")
    source = appeal.source.removesuffix(f"; {WEEKEND_RULE}")
    source = "KL 13:5, 13:6" if source == "KL 13:5" else source
    return _following(DateKey.FINAL_FORCE, appeal, 1, rule, source)


def _appeal_source(regime: Regime | None, *, several: bool) -> str:
    if regime is Regime.COORDINATION_FEDERATION:
        boards = ", § 19" if several else ""
        return f"KL 13:5; lag 2003:1210 § 28{boards}"
    if not several:
        return "KL 13:5"
    if regime is Regime.JOINT_COMMITTEE:
        return "KL 13:5, 9:32"
    return "KL 13:5, 9:32; lag 2003:1210 § 19"


def _following(key: DateKey, appeal: Deadline, days: int, rule: Message, source: str) -> Deadline:
    """Return a day that goes with the last appeal day; the weekend rule does not move it again."""
    after = timedelta(days=days)
    return Deadline(
        key,
        appeal.day + after,
        appeal.unshifted + after,
        appeal.shift,
        rule,
        source,
        appeal.passed,
        follows=appeal,
    )


def _deadline(
    key: DateKey, target: date, rule: Message, source: str, calendar: HolidayCalendar
) -> Deadline:
    """Return a target moved to a working day; the law that moves it is named where it does."""
    moved = working(target, calendar)
    sources = f"{source}; {WEEKEND_RULE}" if moved.passed else source
    return Deadline(key, moved.day, target, moved.shift, rule, sources, moved.passed)
