"""Keep the rows of all meetings that tell of one action alike, whichever of them is changed.

What is done is done everywhere: the owner's own row in the meeting that agreed on it, and the rows
of later minutes that look back at it. Each is changed in its own stream, by operations; undoing the
change where it was made takes it back in all, and the others have nothing of their own to undo
(``services.answered_step``). What is out for signature or sealed keeps what it says.
"""

from __future__ import annotations

from collections.abc import Mapping

from kcdesk.domain.action import ActionOwner
from kcdesk.domain.followed_action import FollowedAction
from kcdesk.domain.lock import holder
from kcdesk.domain.operation import Group, Primitive, Set
from kcdesk.domain.records import Records
from kcdesk.services.answered_step import ANSWER, PROGRESS
from kcdesk.services.plan_shelf import Progress


def told_progress(records: Records, group: Group) -> dict[str, Progress]:
    """Return how far owners have come by what a group has just changed, by the owners' ids."""
    ids = [each.id for each in group.operations if isinstance(each, Set) and each.field in PROGRESS]
    found: dict[str, Progress] = {}
    for id in ids:
        row = records.row(id) if id in records else None
        if isinstance(row, ActionOwner):
            found[row.id] = Progress(row.state, row.done_on)
        elif isinstance(row, FollowedAction) and row.target:
            found[row.target] = Progress(row.state, row.done_on)
    return found


def follow_progress(records: Records, row_id: str, progress: Progress) -> Group:
    """Return the group that lets a row tell how far an owner has come; an empty one where it does,
    or where the row is out for signature.
    """
    row = records.row(row_id) if row_id in records else None
    if isinstance(row, FollowedAction) and holder(records, row_id) is not None:
        return Group(ANSWER, ())
    if not isinstance(row, ActionOwner | FollowedAction):
        return Group(ANSWER, ())
    return Group(
        ANSWER,
        (
            *records.setting(row_id, "state", progress.state),
            *records.setting(row_id, "done_on", progress.done_on),
        ),
    )


def bring_up_to_date(records: Records, known: Mapping[str, Progress]) -> Group:
    """Return the group that lets all rows of a meeting tell what is known of their actions: while
    the meeting was in the bin, or a row taken away, nobody told them.
    """
    operations: list[Primitive] = []
    for row in records.all(FollowedAction):
        if row.target in known:
            operations += follow_progress(records, row.id, known[row.target]).operations
    return Group(ANSWER, tuple(operations))
