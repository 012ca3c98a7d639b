"""Check 31: each action has an owner and a day, and none is overdue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kcdesk.domain.action import Action, ActionOwner, ActionState
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.participant import Participant
from kcdesk.domain.person_name import folded
from kcdesk.services.check.check import ALL, PRACTICE, Check
from kcdesk.services.check.context import CheckContext
from kcdesk.services.check.finding import Remark, Severity
from kcdesk.services.check.neighbour import EarlierAction
from kcdesk.services.check.place import at_head, at_row

_SHOWN = 40  # letters of an action's text


def _look(context: CheckContext) -> Iterator[Remark]:
    for actions in _alike(context):
        yield from _of(context, actions)
    for earlier, names in _together(context.neighbours.overdue):
        known = {"text": _short(earlier.text), "day": earlier.due, "names": ", ".join(names)}
        text = Message("“{text}” from an earlier meeting was due on {day}.", known)
        if len(names) > 1:
            text = Message("“{text}” from an earlier meeting was due on {day}: {names}.", known)
        yield Remark(at_head(context), text)


def _alike(context: CheckContext) -> Iterable[list[Action]]:
    """Return the actions of an item, those together that give one task to several people: what is
    said of it is said once.
    """
    found: dict[tuple[str, str, Moment], list[Action]] = {}
    for each in context.meeting.all(Action):
        key = each.owner_id, folded(each.text) or each.id, each.due
        found.setdefault(key, []).append(each)
    return found.values()


def _together(found: Iterable[EarlierAction]) -> Iterable[tuple[EarlierAction, list[str]]]:
    """Return each task of an earlier meeting with all who have not done it."""
    tasks: dict[tuple[str, date, date | None], tuple[EarlierAction, list[str]]] = {}
    for each in found:
        key = folded(each.text), each.due, each.meeting_day
        names = tasks.setdefault(key, (each, []))[1]
        names += [name for name in each.names if name not in names]
    return tasks.values()


def _of(context: CheckContext, actions: list[Action]) -> Iterator[Remark]:
    first = actions[0]
    known = {"text": _short(first.text), "day": first.due.day}
    for each in actions:
        if not any(_name(context, owner) for owner in _owners(context, each)):
            text = Message("“{text}” has no owner.", known)
            yield Remark(at_row(context, each, "owners"), text, certain=False)
            break
    if first.due.is_unknown:
        text = Message("“{text}” has no day.", known)
        everybody = _names(context, (each for one in actions for each in _owners(context, one)))
        if len(actions) > 1 and everybody:
            text = Message("“{text}” has no day: {names}.", {**known, "names": everybody})
        yield Remark(at_row(context, first, "due"), text, certain=False)
        return
    late = [each for each in actions if _is_open(each, _owners(context, each))]
    if late and first.due.day and first.due.day < context.today:
        text = Message("“{text}” was due on {day}.", known)
        still = [o for one in late for o in _owners(context, one) if o.state is ActionState.OPEN]
        if len(still) > 1:
            names = _names(context, still)
            text = Message("“{text}” was due on {day}: {names}.", {**known, "names": names})
        yield Remark(at_row(context, late[0], "due"), text)


def _owners(context: CheckContext, action: Action) -> tuple[ActionOwner, ...]:
    return context.meeting.children(action.id, ActionOwner)


def _names(context: CheckContext, owners: Iterable[ActionOwner]) -> str:
    return ", ".join(dict.fromkeys(filter(None, (_name(context, each) for each in owners))))


def _name(context: CheckContext, owner: ActionOwner) -> str:
    """Return who is to act; nothing where nobody is named."""
    known = context.meeting.find(Participant, owner.participant_id)
    return owner.name.strip() or (known.name if known is not None else "")


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
