"""Check 18: the notice hangs until the last day to appeal has ended (KL 8:12, 13:5)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kcdesk.domain.approval import Approval, DateKey, Notice
from kcdesk.domain.message import Message
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.date_override import overridden
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.place import at_approval


def _look(context: CheckContext) -> Iterator[Remark]:
    for approval, days in context.schedules:
        if approval is None or days.last_appeal_day is None:
            continue
        last = days.last_appeal_day.computed.day
        for notice in context.meeting.children(approval.id, Notice):
            if notice.removed_on is not None:
                yield from _removed(context, approval, notice, notice.removed_on, last)
        yield from overridden(context, approval, DateKey.LAST_APPEAL_DAY)
        yield from overridden(context, approval, DateKey.FINAL_FORCE)


def _removed(
    context: CheckContext, approval: Approval, notice: Notice, removed: date, last: date
) -> Iterator[Remark]:
    place = at_approval(context, approval, notice, "removed_on")
    known = {"board": notice.board or Message("the board"), "day": removed, "last": last}
    if removed < last:
        text = Message("Taken down from {board} on {day}; the last day to appeal is {last}.", known)
        yield Remark(place, text)
    elif removed == last:
        text = Message(
            "Taken down from {board} on the last day to appeal, {last}: that must have been at "
            "the end of the day.",
            known,
        )
        yield Remark(place, text, Severity.PRACTICE)


CHECK = Check(
    18,
    Message("The notice is not taken down before the last day to appeal has ended"),
    "KL 8:12, 13:5",
    (Severity.MUST, Severity.PRACTICE),
    FORMAL,
    _look,
)
