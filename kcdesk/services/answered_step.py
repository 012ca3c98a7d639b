"""Steps that answer another meeting: an action that is told of in several is marked in one of them,
and the others follow (``services.mirror_action``).

Such a step was nobody's here. Undo passes it by; it is taken back where it was made, and then
everywhere.
"""

from __future__ import annotations

from dataclasses import replace

from kcdesk.domain.action import ActionOwner
from kcdesk.domain.followed_action import FollowedAction
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Primitive, Remove, Set, inverse_group
from kcdesk.domain.records import Records

ANSWER = Message("Action marked in another meeting")
"""The name of such a step, by which it is known again in the log."""

PROGRESS = ("state", "done_on")
"""The fields that follow."""

_TABLES = (ActionOwner.table, FollowedAction.table)


def is_answer(group: Group) -> bool:
    """Whether a step only followed another meeting."""
    return group.label.msgid == ANSWER.msgid


def is_overtaken(records: Records, group: Group) -> bool:
    """Whether answers have changed all that a step did, so that nothing of it is left to undo."""
    if not group or not all(map(_may_be_overtaken, group.operations)):
        return False  # nearly always, and at once
    return not without_overtaken(records, inverse_group(group, 0))


def without_overtaken(records: Records, group: Group) -> Group:
    """Return a group without what an answer has changed since: what was said last holds."""
    known: dict[tuple[str, str], object] = {}  # as the operations before have left it
    come_or_go = {each.row.id for each in group.operations if isinstance(each, Insert | Remove)}
    kept: list[Primitive] = []
    for each in group.operations:
        stays = isinstance(each, Set) and each.id in records and each.id not in come_or_go
        if isinstance(each, Set) and stays and _may_be_overtaken(each):
            place = each.id, each.field
            now = known.get(place, getattr(records.row(each.id), each.field))
            if now != each.before:
                continue
            known[place] = each.after
        kept.append(each)
    return group if len(kept) == len(group.operations) else replace(group, operations=tuple(kept))


def _may_be_overtaken(operation: Primitive) -> bool:
    return isinstance(operation, Set) and operation.field in PROGRESS and operation.table in _TABLES
