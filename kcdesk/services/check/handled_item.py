"""Check 2: every item that was handled is in the minutes, and one for decision has a decision
(KL 5:66, 5:67).
"""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.action import Action
from kcdesk.domain.block import Block
from kcdesk.domain.decision import Decision, Motion, Vote
from kcdesk.domain.followed_action import FollowedAction
from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.message import Message
from kcdesk.domain.richtext import Mark
from kcdesk.services.check.check import FORMAL, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.place import at_item


def _look(context: CheckContext) -> Iterator[Remark | None]:
    for item in context.items:
        yield None
        place = at_item(context, item)
        if item.kind.decides and not decides(context, item):
            text = Message("No decision is written.")
            yield Remark(place, text, certain=False, source="KL 5:67")
        elif not is_written(context, item):
            text = Message("Nothing is written.")
            handled = item.done or item.actual_start is not None
            grave = handled and item.kind is not ItemKind.FORMALITY
            severity = Severity.MUST if grave else Severity.PRACTICE
            yield Remark(place, text, severity, certain=False, source="KL 5:66")


def decides(context: CheckContext, item: Item) -> bool:
    """Whether an item, with all that stands under it, decides anything."""
    for row in context.meeting.subtree(item.id):
        if isinstance(row, Decision) and (row.as_proposed or context.says_something(row)):
            return True
        if isinstance(row, Block) and any(Mark.DECISION in span.marks for span in row.spans):
            return True
    return False


def is_written(context: CheckContext, item: Item) -> bool:
    """Whether anything at all is noted at an item or under it."""
    noted = (Motion, Action, FollowedAction, Vote)
    rows = context.meeting.subtree(item.id)
    return any(isinstance(row, noted) or _says(context, row) for row in rows)


def _says(context: CheckContext, row: object) -> bool:
    if isinstance(row, Decision):
        return row.as_proposed or bool(context.text(row))
    return isinstance(row, Block) and any(span.text.strip() for span in row.spans)


CHECK = Check(
    2,
    Message("Every handled item is in the minutes, and an item for decision has a decision"),
    "KL 5:66, 5:67",
    (Severity.MUST, Severity.PRACTICE),
    FORMAL,
    _look,
)
