"""Check 16: first the meeting, then the approval, then the notice, then its removal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kcdesk.domain.approval import Approval, Approver, Notice
from kcdesk.domain.message import Message
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.place import at_approval


def _look(context: CheckContext) -> Iterator[Remark]:
    held = context.root.day.day
    for approval in context.approvals:
        approved = approval.approved_on
        if held and approved and approved < held:
            text = Message("Approved on {day}, before the meeting.", {"day": approved})
            yield Remark(at_approval(context, approval, field="approved_on"), text)
        yield from _signatures(context, approval, held)
        for notice in context.meeting.children(approval.id, Notice):
            yield from _notice(context, approval, notice, held)


def _signatures(context: CheckContext, approval: Approval, held: date | None) -> Iterator[Remark]:
    for approver in context.meeting.children(approval.id, Approver):
        signed, approved = approver.signed_on, approval.approved_on
        place = at_approval(context, approval, approver, "signed_on")
        if signed and held and signed < held:
            yield Remark(place, Message("Signed on {day}, before the meeting.", {"day": signed}))
        elif signed and approved and signed > approved:
            known = {"day": signed, "approved": approved}
            text = Message("Signed on {day}, after the day of approval, {approved}.", known)
            yield Remark(place, text)


def _notice(
    context: CheckContext, approval: Approval, notice: Notice, held: date | None
) -> Iterator[Remark]:
    posted, removed, approved = notice.posted_on, notice.removed_on, approval.approved_on
    place = at_approval(context, approval, notice, "posted_on")
    known = {"day": posted, "board": notice.board or Message("the board")}
    if posted and approved and posted < approved:
        text = Message("Posted on {board} on {day}, before the approval.", known)
        yield Remark(place, text)
    elif posted and held and posted < held:
        yield Remark(place, Message("Posted on {board} on {day}, before the meeting.", known))
    elif posted and not approved:
        text = Message("Posted on {board} on {day}, but no day of approval is noted.", known)
        where = at_approval(context, approval, field="approved_on")
        yield Remark(where, text, certain=False)
    if removed and posted and removed < posted:
        known = {"day": removed, "board": notice.board or Message("the board")}
        text = Message("Taken down from {board} on {day}, before it was posted.", known)
        yield Remark(at_approval(context, approval, notice, "removed_on"), text)


CHECK = Check(
    16,
    Message("The meeting comes before the approval, and the approval before the notice"),
    Message("the order of things"),
    (Severity.MUST,),
    FORMAL,
    _look,
)
