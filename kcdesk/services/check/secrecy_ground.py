"""Check 28: what is secret is left out of the public copy, and its ground is stated (KL 8:10,
OSL). The copy itself leaves it out; what can lack is the ground.
"""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.action import Action
from kcdesk.domain.block import Block
from kcdesk.domain.decision import Decision, Motion, Reservation, Vote
from kcdesk.domain.followed_action import FollowedAction
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.richtext import Mark
from kcdesk.domain.row import Row
from kcdesk.domain.section import Contribution, Section
from kcdesk.services.check.check import ALL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.place import at_row

_PARTS = (Section, Decision, Contribution, Action, FollowedAction, Motion, Vote, Reservation)


def _look(context: CheckContext) -> Iterator[Remark | None]:
    marked = _marked(context)
    for item in context.top_items:
        yield None
        yield from _below(context, item, marked, known=False)


def _marked(context: CheckContext) -> frozenset[str]:
    """Return the rows with secret passages in their text: the ground of those is the row's."""
    return frozenset(
        block.owner_id
        for block in context.meeting.all(Block)
        if any(Mark.SECRET in span.marks for span in block.spans)
    )


def _below(
    context: CheckContext, item: Item, marked: frozenset[str], *, known: bool
) -> Iterator[Remark]:
    """Yield secret parts without a ground; one for the whole item serves for all in it."""
    known = known or (item.secret and bool(item.secrecy_ground.strip()))
    if item.secret and not known:
        yield Remark(at_row(context, item, "secrecy_ground"), _TEXT, certain=False)
        known = True  # say it once
    for part in context.meeting.subtree(item.id)[1:]:
        if isinstance(part, Item):
            if part.owner_id == item.id:
                yield from _below(context, part, marked, known=known)
        elif part.owner_id == item.id and not known:
            text = _lacking(part, marked)
            if text is not None:
                yield Remark(at_row(context, part, "secrecy_ground"), text, certain=False)


def _lacking(part: Row, marked: frozenset[str]) -> Message | None:
    """Return what to say of a part that is secret, or has secret passages, on no ground."""
    if not isinstance(part, _PARTS) or part.secrecy_ground.strip():
        return None
    if part.secret:
        return _TEXT
    return _PASSAGE if part.id in marked else None


_TEXT = Message("Secret, but the ground (law and §) is not stated.")
_PASSAGE = Message("A passage is secret, but the ground (law and §) is not stated.")

CHECK = Check(
    28,
    Message("What is secret is left out of the public copy, with its ground"),
    "KL 8:10, OSL",
    (Severity.MUST,),
    ALL,
    _look,
)
