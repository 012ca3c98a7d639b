"""Check 23: justerare are named, so that each has a line to sign on; place and time are agreed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kcdesk.domain.approval import Approval, Approver
from kcdesk.domain.attendance import ABSENT
from kcdesk.domain.body import RoleKind
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.participant import Participant, Role
from kcdesk.domain.records import Records
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Fix, Remark, Severity
from kcdesk.services.check.place import at_approval
from kcdesk.services.edit_approval import add_approver, prepare_approval


def _look(context: CheckContext) -> Iterator[Remark]:
    if context.rest is None:
        fix = Fix(Message("Prepare the approval"), partial(_prepared, body=context.body))
        text = Message("Nobody is chosen to approve the minutes.")
        yield Remark(at_approval(context, None, field="approvers"), text, certain=False, fix=fix)
    for approval in context.approvals:
        yield from _approvers(context, approval)
        lacking = _lacking(approval)
        if lacking is not None:
            field = "planned_on" if approval.place else "place"
            yield Remark(at_approval(context, approval, field=field), lacking, certain=False)


def _approvers(context: CheckContext, approval: Approval) -> Iterator[Remark]:
    approvers = context.meeting.children(approval.id, Approver)
    if not approvers:
        chosen = _chosen(context)
        fix = None
        if chosen is not None:
            fix = Fix(
                Message("Add {name}", {"name": chosen.name}),
                partial(add_approver, approval_id=approval.id, participant_id=chosen.id),
            )
        text = Message("Nobody is chosen to approve the minutes.")
        place = at_approval(context, approval, field="approvers")
        yield Remark(place, text, certain=False, fix=fix)
    for row in approvers:
        person = context.meeting.find(Participant, row.participant_id)
        place = at_approval(context, approval, row)
        if person is None and not row.name.strip():
            yield Remark(place, Message("An approver has no name."), certain=False)
        elif person is not None and person.attendance in ABSENT:
            text = Message("{name} is to approve, but was not there.", {"name": person.name})
            yield Remark(place, text)


def _chosen(context: CheckContext) -> Participant | None:
    """Return who has the role of an approver in the attendance."""
    for role in context.meeting.all(Role):
        if role.kind is RoleKind.APPROVER:
            return context.meeting.get(Participant, role.owner_id)
    return None


def _lacking(approval: Approval) -> Message | None:
    if approval.approved_on is not None:
        return None if approval.place else Message("The place of the approval is missing.")
    if approval.place and approval.planned_on:
        return None
    return Message("Place or day of the approval is missing.")


def _prepared(records: Records, body: Records) -> Group:
    if any(not each.items for each in records.all(Approval)):
        return Group(Message("Prepare the approval"), ())
    return prepare_approval(records, body)


CHECK = Check(
    23,
    Message("Approvers are named, each with a line to sign on, and place and time are agreed"),
    Message("rules of procedure"),
    (Severity.PRACTICE,),
    FORMAL,
    _look,
)
