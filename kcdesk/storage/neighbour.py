"""What stands around a meeting in the library, for its checks: short reads, all at one instant."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from datetime import date

from kcdesk.services.check.neighbour import EarlierAction, Neighbours
from kcdesk.storage.paragraph import given

_ANY_EARLIER = """
SELECT EXISTS (
    SELECT 1 FROM meeting JOIN stream ON stream.id = meeting.id
    WHERE meeting.body_id = :body AND meeting.id <> :id AND stream.binned_at IS NULL
      AND json_extract(meeting.day, '$.day') < :day
)
"""

# Where one owner is enough, one who is done is; nobody's action is open.
_OVERDUE = """
SELECT action.text, json_extract(action.due, '$.day'), json_extract(meeting.day, '$.day'), (
    SELECT json_group_array(coalesce(nullif(trim(owner.name), ''), participant.name, ''))
    FROM action_owner AS owner LEFT JOIN participant ON participant.id = owner.participant_id
    WHERE owner.owner_id = action.id AND owner.state = 'open'
)
FROM meeting JOIN stream ON stream.id = meeting.id JOIN action ON action.stream_id = meeting.id
WHERE meeting.body_id = :body AND meeting.id <> :id AND stream.binned_at IS NULL
  AND json_extract(meeting.day, '$.day') < :day
  AND json_extract(action.due, '$.day') < :today
  AND NOT (action.any_owner AND EXISTS (
      SELECT 1 FROM action_owner WHERE owner_id = action.id AND state = 'done'
  ))
  AND (
      EXISTS (SELECT 1 FROM action_owner WHERE owner_id = action.id AND state = 'open')
      OR NOT EXISTS (SELECT 1 FROM action_owner WHERE owner_id = action.id)
  )
ORDER BY 2, action.id
"""


@dataclass(frozen=True, slots=True)
class Around:
    """Which meeting, and seen from which day."""

    body_id: str
    day: date
    meeting_id: str
    today: date


def neighbours(connection: sqlite3.Connection, around: Around) -> Neighbours:
    """Return the neighbours of a meeting; see ``Neighbours``."""
    day = around.day
    values = {
        "body": around.body_id,
        "id": around.meeting_id,
        "day": day.isoformat(),
        "today": around.today.isoformat(),
    }
    others = given(connection, around.body_id, day.year, around.meeting_id)
    before = [each.last for each in others if each.day < day]
    after = [each.first for each in others if each.day > day]
    is_first = not connection.execute(_ANY_EARLIER, values).fetchone()[0]
    return Neighbours(
        last_paragraph=None if is_first else max(before, default=0),
        next_paragraph=min(after, default=None),
        overdue=tuple(
            EarlierAction(
                text,
                date.fromisoformat(due),
                date.fromisoformat(held),
                tuple(filter(None, json.loads(names))),
            )
            for text, due, held, names in connection.execute(_OVERDUE, values).fetchall()
        ),
    )
