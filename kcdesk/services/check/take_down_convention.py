"""Check 19: the notice comes down on the day of the body's convention."""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.approval import DateKey, Notice
from kcdesk.domain.message import Message
from kcdesk.services.check.check import FORMAL, PRACTICE, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.date_override import overridden
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.place import at_approval


def _look(context: CheckContext) -> Iterator[Remark]:
    for approval, days in context.schedules:
        if approval is None or days.take_down is None or days.last_appeal_day is None:
            continue
        day, last = days.take_down.computed.day, days.last_appeal_day.computed.day
        for notice in context.meeting.children(approval.id, Notice):
            removed = notice.removed_on
            if removed is not None and removed >= last and removed != day:
                text = Message(
                    "Taken down from {board} on {day}; the body's custom gives {usual}.",
                    {
                        "board": notice.board or Message("the board"),
                        "day": removed,
                        "usual": day,
                    },
                )
                place = at_approval(context, approval, notice, "removed_on")
                yield Remark(place, text)
        yield from overridden(context, approval, DateKey.TAKE_DOWN, Severity.TIP)


CHECK = Check(
    19,
    Message("The notice comes down as the body's convention has it"),
    PRACTICE,
    (Severity.TIP,),
    FORMAL,
    _look,
)
