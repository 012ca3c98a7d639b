"""Why a day of the schedule is that day: rule, law, what it was moved past, what replaced it."""

from __future__ import annotations

from kcdesk.domain.deadline import ClosedDay, Deadline
from kcdesk.domain.schedule import ScheduledDay
from kcdesk.i18n import Catalogue
from kcdesk.wording.sentence import ended

_SATURDAY = 5  # as date.weekday() counts


def reasons(texts: Catalogue, day: ScheduledDay) -> tuple[str, ...]:
    """Return why it is that day, a sentence each: rule, law, the day that it follows, shift with
    every day gone past, target, presumption, override.
    """
    computed = day.computed
    sentences = [texts.text("{rule} ({source}).", rule=computed.rule, source=computed.source)]
    if computed.follows is not None:
        sentences.append(_followed(texts, computed.follows))
    if computed.shift is not None:
        sentences += _shift(texts, computed, texts.render(computed.shift))
    if computed.hint is not None:
        sentences.append(texts.text("{hint}.", hint=computed.hint))
    if day.presumes is not None:
        sentences.append(texts.text("{presumption}.", presumption=day.presumes))
    if day.is_overridden and day.override is not None:
        sentences.append(
            texts.text(
                "Replaced: {day} holds instead of {computed}. Reason: {reason}",
                day=texts.weekday(day.day),
                computed=texts.weekday(computed.day),
                reason=day.override.reason,
            )
        )
    return tuple(sentences)


def _followed(texts: Catalogue, appeal: Deadline) -> str:
    """Return which day the last one to appeal is, and why."""
    day = texts.weekday(appeal.day)
    if appeal.by_hand:
        return texts.text(
            "The last day to appeal is {day}: it was replaced by hand, see there why.", day=day
        )
    known = {"day": day, "rule": appeal.rule, "source": appeal.source}
    return texts.text("The last day to appeal is {day}. {rule} ({source}).", **known)


def _passed(texts: Catalogue, closed: ClosedDay) -> str:
    """Return "fre 25 dec. (juldagen)"; of a Saturday or Sunday the weekday says it."""
    day = texts.short_day(closed.day)
    ordinary = closed.why.msgid in ("Saturday", "Sunday")
    return day if ordinary else f"{day} ({texts.render(closed.why)})"


def _shift(texts: Catalogue, computed: Deadline, why: str) -> list[str]:
    with_appeal = bool(computed.passed) and computed.passed[0].day != computed.unshifted
    moved = (
        texts.text("The last day to appeal was moved on ({why}), and this day with it.", why=why)
        if with_appeal
        else texts.text(
            "Moved from {target} to {day}, the next working day: {why}.",
            target=texts.weekday(computed.unshifted),
            day=texts.weekday(computed.day),
            why=why,
        )
    )
    sentences = [moved]
    if any(each.day.weekday() < _SATURDAY for each in computed.passed[1:]):
        days = [_passed(texts, each) for each in computed.passed]
        sentences.append(ended(texts.text("Gone past: {days}", days=", ".join(days))))
    if computed.target is not None:
        sentences.append(
            texts.text(
                "Aim for {target}: that the weekend rule moves this day as well is how the law is "
                "read, not what a court has said.",
                target=texts.weekday(computed.target),
            )
        )
    return sentences
