"""Check 31: each action has an owner and a day, and none is overdue."""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.action import Action, ActionOwner, ActionState
from kcdesk.domain.message import Message
from kcdesk.domain.participant import Participant
from kcdesk.services.check.check import ALL, PRACTICE, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.place import at_head, at_row

_SHOWN = 40  # letters of an action's text


def _look(context: CheckContext) -> Iterator[Remark]:
    for action in context.meeting.all(Action):
        yield from _of(context, action)
    for earlier in context.neighbours.overdue:
        known = {"text": _short(earlier.text), "day": earlier.due}
        text = Message("“{text}” from an earlier meeting was due on {day}.", known)
        yield Remark(at_head(context), text)


def _of(context: CheckContext, action: Action) -> Iterator[Remark]:
    owners = context.meeting.children(action.id, ActionOwner)
    known = {"text": _short(action.text), "day": action.due.day}
    if not any(_is_somebody(context, each) for each in owners):
        text = Message("“{text}” has no owner.", known)
        yield Remark(at_row(context, action, "owners"), text, certain=False)
    if action.due.is_unknown:
        text = Message("“{text}” has no day.", known)
        yield Remark(at_row(context, action, "due"), text, certain=False)
    elif _is_open(action, owners) and action.due.day and action.due.day < context.today:
        text = Message("“{text}” was due on {day}.", known)
        yield Remark(at_row(context, action, "due"), text)


def _is_somebody(context: CheckContext, owner: ActionOwner) -> bool:
    known = context.meeting.find(Participant, owner.participant_id)
    return known is not None or bool(owner.name.strip())


def _is_open(action: Action, owners: tuple[ActionOwner, ...]) -> bool:
    """Whether something is left to do; where one owner is enough, one who is done is."""
    states = [each.state for each in owners]
    if action.any_owner and ActionState.DONE in states:
        return False
    return not states or ActionState.OPEN in states


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1].rstrip()}…"


CHECK = Check(
    31,
    Message("Each action has an owner and a day, and none is overdue"),
    PRACTICE,
    (Severity.TIP,),
    ALL,
    _look,
)
