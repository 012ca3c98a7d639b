"""Days that somebody let hold instead of the computed ones: reported by the check of each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kcdesk.domain.approval import Approval, DateKey, DateOverride
from kcdesk.domain.message import Message
from kcdesk.services.check.check import PRACTICE
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Fix, Remark, Severity
from kcdesk.services.check.place import at_approval
from kcdesk.services.edit_approval import clear_override


def overridden(
    context: CheckContext,
    approval: Approval | None,
    key: DateKey,
    severity: Severity = Severity.PRACTICE,
) -> Iterator[Remark]:
    """Yield that another day than the computed one holds, and its reason."""
    if approval is None:
        return
    for row in context.meeting.children(approval.id, DateOverride):
        if row.key is key and row.day is not None:
            known = {"day": row.day, "reason": row.reason or Message("no reason is given")}
            text = Message("{day} holds instead of the computed day: {reason}", known)
            fix = Fix(
                Message("Back to the computed day"),
                partial(clear_override, approval_id=approval.id, key=key),
            )
            place = at_approval(context, approval, row, key.value)
            yield Remark(place, text, severity, source=PRACTICE, fix=fix)
