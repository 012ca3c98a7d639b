"""Check 20: the notice tells where the minutes are and on which day it was posted (KL 8:12)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kcdesk.domain.approval import Notice
from kcdesk.domain.message import Message
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Fix, Remark, Severity
from kcdesk.services.check.place import at_approval
from kcdesk.services.edit_approval import set_storage_location


def _look(context: CheckContext) -> Iterator[Remark]:
    for approval in context.approvals:
        if not approval.storage_location.strip():
            text = Message("The notice does not say where the minutes are kept.")
            place = at_approval(context, approval, field="storage_location")
            usual = context.body_root.storage_location
            fix = Fix(
                Message("Write “{place}”", {"place": usual}),
                partial(set_storage_location, id=approval.id, place=usual),
            )
            yield Remark(place, text, certain=False, fix=fix if usual else None)
        notices = context.meeting.children(approval.id, Notice)
        if not context.is_published(approval):
            continue
        if not notices:
            text = Message("No notice board is named.")
            yield Remark(at_approval(context, approval, field="board"), text, certain=False)
        elif len(notices) == 1 and notices[0].posted_on is None:
            text = Message("The notice has no posting day.")
            place = at_approval(context, approval, notices[0], "posted_on")
            yield Remark(place, text, certain=False)


CHECK = Check(
    20,
    Message("The notice tells where the minutes are, and its posting day"),
    "KL 8:12",
    (Severity.MUST,),
    FORMAL,
    _look,
)
