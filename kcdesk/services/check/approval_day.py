"""Check 15: the minutes are approved within 14 days after the meeting (KL 5:69). Late approval is
reported; it stops nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.approval import DateKey
from kcdesk.domain.message import Message
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.date_override import overridden
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.place import at_approval


def _look(context: CheckContext) -> Iterator[Remark]:
    for approval, days in context.schedules:
        if days.approve_by is None:
            continue
        limit, approved = days.approve_by.computed.day, days.approve_by.happened
        place = at_approval(context, approval, field="approved_on")
        if approved is not None and approved > limit:
            known = {"day": approved, "limit": limit}
            text = Message("Approved on {day}; the last day was {limit}.", known)
            yield Remark(place, text)
        elif approved is None and context.today > limit:
            text = Message("Not approved yet; the last day was {limit}.", {"limit": limit})
            yield Remark(place, text)
        yield from overridden(context, approval, DateKey.APPROVE_BY)


CHECK = Check(
    15,
    Message("The minutes are approved at the latest 14 days after the meeting"),
    "KL 5:69",
    (Severity.MUST, Severity.PRACTICE),
    FORMAL,
    _look,
)
