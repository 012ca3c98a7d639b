"""Check 17: the notice is posted at the latest the second day after approval (KL 8:12; lag
1930:173).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kcdesk.domain.approval import Approval, DateKey, Notice
from kcdesk.domain.deadline import Deadline
from kcdesk.domain.message import Message
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.date_override import overridden
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.place import at_approval


def _look(context: CheckContext) -> Iterator[Remark]:
    for approval, days in context.schedules:
        if approval is None or days.post_by is None:
            continue
        if approval.approved_on is not None:
            for notice in context.meeting.children(approval.id, Notice):
                yield from _posted(context, approval, notice, days.post_by.computed)
        yield from overridden(context, approval, DateKey.POST_BY)


def _posted(
    context: CheckContext, approval: Approval, notice: Notice, limit: Deadline
) -> Iterator[Remark]:
    place = at_approval(context, approval, notice, "posted_on")
    known: dict[str, str | Message | date | None]
    known = {"board": notice.board or Message("the board"), "limit": limit.day}
    posted = known["day"] = notice.posted_on
    if posted is None:
        if context.today > limit.day:
            text = Message("Not posted on {board} yet; the last day was {limit}.", known)
            yield Remark(place, text, source="KL 8:12")
    elif posted > limit.day:
        text = Message("Posted on {board} on {day}; the last day was {limit}.", known)
        yield Remark(place, text, source="KL 8:12")
    elif posted > limit.unshifted:
        text = Message(
            "Posted on {board} on {day}: in time because the second day, {target}, was no "
            "working day.",
            {**known, "target": limit.unshifted},
        )
        yield Remark(place, text, Severity.TIP)


CHECK = Check(
    17,
    Message("The notice is posted at the latest the second day after approval"),
    "KL 8:12, lag 1930:173",
    (Severity.MUST, Severity.PRACTICE, Severity.TIP),
    FORMAL,
    _look,
)
