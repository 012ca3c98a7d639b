"""Check 1: somebody served, and the substitutes who did are marked (KL 5:66)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kcdesk.domain.body import MemberKind
from kcdesk.domain.message import Message
from kcdesk.domain.participant import Participant, Service, Standing
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Fix, Remark, Severity
from kcdesk.services.check.place import at_attendance
from kcdesk.services.edit_service import serve_for


def _look(context: CheckContext) -> Iterator[Remark]:
    if not any(_served(context, each) for each in context.register.participants):
        text = Message("No serving member is listed.")
        yield Remark(at_attendance(context), text, certain=False)
    for service in context.meeting.all(Service):
        if context.meeting.find(Participant, service.for_participant_id) is None:
            who = context.meeting.get(Participant, service.owner_id)
            text = Message("{name} serves, but not said for whom.", {"name": who.name})
            yield Remark(at_attendance(context, who), text, Severity.PRACTICE, certain=False)
    yield from _idle(context)


def _idle(context: CheckContext) -> Iterator[Remark]:
    """Members who were away and had nobody for them, while a substitute was there and served for
    nobody: an omission more often than not.
    """
    replaced = {service.for_participant_id for service in context.meeting.all(Service)}
    vacant = [
        each
        for each in context.register.participants
        if each.standing is Standing.DECISION_MAKER
        and each.kind is MemberKind.MEMBER
        and not context.register.was_there(each)
        and each.id not in replaced
    ]
    idle = [
        each
        for each in context.register.participants
        if each.kind is MemberKind.SUBSTITUTE
        and context.register.was_there(each)
        and not context.meeting.children(each.id, Service)
    ]
    for member, substitute in zip(vacant, idle, strict=False):
        names = {"member": member.name, "name": substitute.name}
        text = Message("{name} was there, but nobody is marked as serving for {member}.", names)
        label = Message("Let {name} serve", names)
        fix = Fix(label, partial(serve_for, id=substitute.id, member_id=member.id))
        place = at_attendance(context, substitute)
        yield Remark(place, text, Severity.PRACTICE, certain=False, fix=fix)


def _served(context: CheckContext, participant: Participant) -> bool:
    if context.items:
        return any(context.register.serves(participant, item) for item in context.items)
    decides = participant.standing is Standing.DECISION_MAKER
    return decides and context.register.was_there(participant)


CHECK = Check(
    1,
    Message("At least one member serves, and serving substitutes are marked"),
    "KL 5:66",
    (Severity.MUST, Severity.PRACTICE),
    FORMAL,
    _look,
)
