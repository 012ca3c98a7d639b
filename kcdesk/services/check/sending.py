"""Check 36: what was decided is sent to those it concerns; how, when and by whom is noted, and a
decision that parties may appeal goes to somebody who gets told how (FL 33).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kcdesk.domain.decision import AppealRoute, Decision
from kcdesk.domain.dispatch import Dispatch
from kcdesk.domain.final_force import Delivery
from kcdesk.domain.item import Item, Recipient
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import top_item
from kcdesk.services.check.check import FORMAL, PRACTICE, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.place import at_dispatch, at_row
from kcdesk.services.dispatch import consignments


def _look(context: CheckContext) -> Iterator[Remark]:
    for each in consignments(context.meeting):
        if not each.is_sent and any(_approved_on(context, item) for item in each.items):
            text = Message("Nothing is noted as sent to {name}.", {"name": each.name})
            place = at_dispatch(context, each.recipients[0], "sent_on")
            yield Remark(place, text, certain=False, source=PRACTICE)
    for sent in context.meeting.all(Dispatch):
        if sent.sent_on is not None:
            yield from _sent(context, sent, sent.sent_on)
    for decision in context.meeting.all(Decision):
        if decision.appeal is AppealRoute.ADMINISTRATIVE and not _is_told(context, decision):
            text = Message("Parties may appeal the decision, but nobody is named to be told how.")
            yield Remark(at_row(context, decision, "appeal"), text, certain=False)


def _approved_on(context: CheckContext, item: Item) -> date | None:
    approval = context.approval_of(top_item(context.meeting, item))
    return approval.approved_on if approval is not None else None


def _sent(context: CheckContext, sent: Dispatch, day: date) -> Iterator[Remark]:
    recipient = context.meeting.get(Recipient, sent.owner_id)
    known = {"name": recipient.name, "day": day}
    if not sent.sent_by.strip():
        text = Message("It is not noted who sent it to {name} on {day}.", known)
        place = at_dispatch(context, recipient, "sent_by")
        yield Remark(place, text, certain=False, source=PRACTICE)
    approved = _approved_on(context, context.meeting.get(Item, recipient.owner_id))
    if approved is not None and day < approved:
        text = Message("Sent to {name} on {day}, before the approval.", known)
        yield Remark(at_dispatch(context, recipient, "sent_on"), text, source=PRACTICE)


def _is_told(context: CheckContext, decision: Decision) -> bool:
    item = context.meeting.get(Item, decision.owner_id)
    recipients = context.meeting.children(item.id, Recipient)
    parties = [each for each in context.meeting.all(Delivery) if each.decision_id == decision.id]
    return any(each.name.strip() for each in recipients) or bool(parties)


CHECK = Check(
    36,
    Message(
        "What was decided is sent to its recipients: how, when, by whom; with how to appeal "
        "where parties may"
    ),
    "FL 33",
    (Severity.PRACTICE,),
    FORMAL,
    _look,
)
