"""The rows of all meetings that tell how far one and the same action has come."""

from __future__ import annotations

import json
import sqlite3
from datetime import date

from kcdesk.domain.action import ActionState
from kcdesk.services.plan_shelf import Progress

_TELLERS = """
SELECT told.stream_id, told.id FROM (
    SELECT stream_id, id FROM action_owner WHERE id = ?1
    UNION ALL
    SELECT stream_id, id FROM followed_action WHERE target = ?1
) AS told
JOIN stream ON stream.id = told.stream_id
WHERE stream.binned_at IS NULL
"""

_PROGRESS = """
SELECT action_owner.id, action_owner.state, action_owner.done_on
FROM action_owner JOIN stream ON stream.id = action_owner.stream_id
WHERE stream.binned_at IS NULL AND action_owner.id IN (SELECT value FROM json_each(?))
"""


def tellers(connection: sqlite3.Connection, target: str) -> list[tuple[str, str]]:
    """Return meeting and row of each that tells of an owner's action, but in no meeting that is
    thrown away.
    """
    return [(meeting, row) for meeting, row in connection.execute(_TELLERS, (target,))]


def progress(connection: sqlite3.Connection, targets: list[str]) -> dict[str, Progress]:
    """Return how far owners have come, by their ids; those in the library alone."""
    return {
        id: Progress(ActionState(state), date.fromisoformat(day) if day else None)
        for id, state, day in connection.execute(_PROGRESS, (json.dumps(targets),))
    }
