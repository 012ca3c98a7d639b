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
from kcdesk.domain.operation import Group, Primitive, Set
from kcdesk.domain.records import Records

ANSWER = Message("Action marked in another meeting")
"""The name of such a step, by which it is known again in the log."""

PROGRESS = ("state", "done_on")
"""The fields that follow."""

_TABLES = (ActionOwner.table, FollowedAction.table)


def is_answer(group: Group) -> bool:
    """Whether a step only followed another meeting."""
    return group.label.msgid == ANSWER.msgid


def without_overtaken(records: Records, group: Group) -> Group:
    """Return a group without what an answer has changed since: what was said last holds."""
    kept = tuple(each for each in group.operations if not _is_overtaken(records, each))
    return group if len(kept) == len(group.operations) else replace(group, operations=kept)


def _is_overtaken(records: Records, operation: Primitive) -> bool:
    if not isinstance(operation, Set) or operation.field not in PROGRESS:
        return False
    if operation.table not in _TABLES or operation.id not in records:
        return False
    return bool(getattr(records.row(operation.id), operation.field) != operation.before)
