"""Check 22: a § approved at once has an approval and a notice of its own, and is marked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kcdesk.domain.approval import Approval, Notice
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.services.check.check import FORMAL, PRACTICE, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Fix, Remark, Severity
from kcdesk.services.check.place import at_approval, at_item
from kcdesk.services.edit_approval import prepare_approval
from kcdesk.services.mark_item import set_immediate_approval


def _look(context: CheckContext) -> Iterator[Remark]:
    approved = {id for each in context.approvals for id in each.items}
    for item in context.items:
        if item.immediate_approval and item.id not in approved:
            yield _unapproved(context, item)
        elif item.id in approved and not item.immediate_approval:
            text = Message("Approved at once, but not marked so in the text.")
            fix = Fix(
                Message("Mark it as approved at once"),
                partial(set_immediate_approval, id=item.id, immediate=True),
            )
            yield Remark(at_item(context, item, field="immediate_approval"), text, fix=fix)
    for approval in context.approvals:
        if approval.items and not context.meeting.children(approval.id, Notice):
            text = Message("What is approved at once needs a notice of its own.")
            yield Remark(at_approval(context, approval, field="board"), text, certain=False)


def _unapproved(context: CheckContext, item: Item) -> Remark:
    text = Message("Marked as approved at once, but there is no such approval.")
    make = partial(_prepared, body=context.body, item_id=item.id)
    fix = Fix(Message("Prepare immediate approval"), make)
    return Remark(at_item(context, item, field="immediate_approval"), text, certain=False, fix=fix)


def _prepared(records: Records, body: Records, item_id: str) -> Group:
    """Return the group that prepares the approval, unless somebody has meanwhile."""
    if any(item_id in each.items for each in records.all(Approval)):
        return Group(Message("Prepare immediate approval"), ())
    return prepare_approval(records, body, (item_id,))


CHECK = Check(
    22,
    Message("A § approved at once has its own approval and notice, and is marked in the text"),
    PRACTICE,
    (Severity.PRACTICE,),
    FORMAL,
    _look,
)
