"""Check 24: the §§ follow those of the meeting before, without gap or double."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kcdesk.domain.body import Numbering
from kcdesk.domain.lock import holder, sent_approvals
from kcdesk.domain.meeting import MeetingState
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import paragraph_count
from kcdesk.domain.operation import Group, Primitive
from kcdesk.domain.records import Records
from kcdesk.services.check.check import FORMAL, PRACTICE, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Fix, Remark, Severity
from kcdesk.services.check.place import at_head
from kcdesk.services.edit_meeting import set_first_paragraph
from kcdesk.services.mark_item import set_lettered


def _look(context: CheckContext) -> Iterator[Remark]:
    if context.profile.numbering is not Numbering.PARAGRAPH:
        return
    first, before = context.root.first_paragraph, context.neighbours.last_paragraph
    place = at_head(context, "first_paragraph")
    fix = None
    if before is not None:
        fix = Fix(
            Message("Begin with § {number}", {"number": before + 1}),
            partial(set_first_paragraph, number=before + 1),
        )
    if first is None:
        if context.has_reached(MeetingState.APPROVAL):
            yield Remark(place, Message("The §§ are not numbered yet."), certain=False, fix=fix)
        return
    if before is not None and first != before + 1:
        known = {"first": first, "last": before, "due": before + 1}
        text = Message("Begins with § {first}, but the meeting before ends with § {last}.", known)
        if not before:
            text = Message("Begins with § {first}, but it is the first one of its year.", known)
        yield Remark(place, text, fix=fix)
    yield from _after(context, first + paragraph_count(context.meeting) - 1)


def _after(context: CheckContext, last: int) -> Iterator[Remark]:
    following = context.neighbours.next_paragraph
    if following is None or following == last + 1:
        return
    known = {"last": last, "next": following}
    text = Message("Ends with § {last}, but the meeting after begins with § {next}.", known)
    fix = _lettering(context, last - following + 1) if following <= last else None
    yield Remark(at_head(context, "first_paragraph"), text, fix=fix)


def _lettering(context: CheckContext, count: int) -> Fix | None:
    """Offer letters for the last §§, where the numbers of this meeting do not change any more."""
    own = [item for item in context.top_items if item.numbered]
    beyond = [item.id for item in own[-count:]]
    is_free = not any(holder(context.meeting, id) for id in beyond)
    if len(own) <= count or not sent_approvals(context.meeting) or not is_free:
        return None
    return Fix(Message("Give what came later a § with a letter"), partial(_lettered, ids=beyond))


def _lettered(records: Records, ids: list[str]) -> Group:
    operations: list[Primitive] = []
    for id in ids:
        if id in records:
            operations += set_lettered(records, id, lettered=True).operations
    return Group(Message("Give what came later a § with a letter"), tuple(operations))


CHECK = Check(
    24,
    Message("The §§ follow those of the meeting before, without gap or double"),
    PRACTICE,
    (Severity.PRACTICE,),
    FORMAL,
    _look,
)
