"""Meetings of a body in which something that was agreed is still to be done."""

from __future__ import annotations

import sqlite3

_OPEN = """
SELECT meeting.id FROM meeting JOIN stream ON stream.id = meeting.id
WHERE meeting.body_id = ? AND stream.binned_at IS NULL AND EXISTS (
    SELECT 1 FROM action WHERE action.stream_id = meeting.id AND (
        EXISTS (
            SELECT 1 FROM action_owner
            WHERE action_owner.owner_id = action.id AND action_owner.state = 'open'
        )
        OR NOT EXISTS (SELECT 1 FROM action_owner WHERE action_owner.owner_id = action.id)
    )
)
ORDER BY json_extract(meeting.day, '$.day') NULLS LAST, meeting.id
"""


def meetings_with_open_actions(connection: sqlite3.Connection, body_id: str) -> list[str]:
    """Return the ids of a body's meetings with open actions, oldest first."""
    return [meeting for (meeting,) in connection.execute(_OPEN, (body_id,))]
