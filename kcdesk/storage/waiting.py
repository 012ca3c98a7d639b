"""Matters of a body that were tabled or referred back, and that no later meeting has taken up."""

from __future__ import annotations

import json
import sqlite3

_WAITING = """
SELECT DISTINCT decision.stream_id, decision.owner_id
FROM decision
JOIN meeting ON meeting.id = decision.stream_id
JOIN stream ON stream.id = meeting.id
WHERE meeting.body_id = ? AND stream.binned_at IS NULL AND decision.outcome <> 'decided'
  AND NOT EXISTS (
    SELECT 1 FROM item_link JOIN stream AS later ON later.id = item_link.stream_id
    WHERE item_link.target = decision.owner_id AND item_link.relation = 'earlier'
      AND later.binned_at IS NULL
  )
ORDER BY json_extract(meeting.day, '$.day') NULLS LAST, meeting.id
"""


_TAKEN = """
SELECT DISTINCT item_link.target FROM item_link JOIN stream ON stream.id = item_link.stream_id
WHERE item_link.target IN (SELECT value FROM json_each(?)) AND item_link.relation = 'earlier'
  AND stream.binned_at IS NULL
"""


def taken_up(connection: sqlite3.Connection, ids: list[str]) -> frozenset[str]:
    """Return which of some matters an item of a meeting takes up."""
    found = connection.execute(_TAKEN, (json.dumps(ids),))
    return frozenset(target for (target,) in found)


def waiting(connection: sqlite3.Connection, body_id: str) -> list[tuple[str, str]]:
    """Return the meeting and the item of each matter that waits, oldest first.

    A meeting that is thrown away neither lets a matter wait nor takes one up.
    """
    return [(meeting, item) for meeting, item in connection.execute(_WAITING, (body_id,))]
