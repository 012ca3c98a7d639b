"""Check 32: a correction after approval is dated and says what was changed (JO 581-2013)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kcdesk.domain.approval import Approval
from kcdesk.domain.correction import Correction
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import top_item
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.place import at_row


def _look(context: CheckContext) -> Iterator[Remark]:
    for each in context.meeting.all(Correction):
        if each.made_on is None:
            text = Message("The correction has no day.")
            yield Remark(at_row(context, each, "made_on"), text, certain=False)
        elif (approved := _approved(context, each)) and approved > each.made_on:
            known = {"day": each.made_on, "approved": approved}
            text = Message("Corrected on {day}, before the approval on {approved}.", known)
            yield Remark(at_row(context, each, "made_on"), text)
        if not each.text.strip():
            text = Message("The correction does not say what was changed.")
            yield Remark(at_row(context, each, "text"), text, certain=False)
        if not each.author.strip():
            text = Message("The correction does not say who made it.")
            yield Remark(at_row(context, each, "author"), text, certain=False)


def _approved(context: CheckContext, correction: Correction) -> date | None:
    """Return when the text that a correction is of was approved."""
    item = context.meeting.find(Item, correction.owner_id)
    approval: Approval | None = context.rest
    if item is not None:
        approval = context.approval_of(top_item(context.meeting, item))
    return approval.approved_on if approval is not None else None


CHECK = Check(
    32,
    Message("A correction after approval is dated, named, and says what was changed"),
    "JO 581-2013",
    (Severity.MUST,),
    FORMAL,
    _look,
)
