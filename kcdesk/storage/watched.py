"""The meetings in which something is to be watched, with the rows that say so and no more.

A library may hold thousands of meetings, nearly all of them finished: SQL finds the others.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from kcdesk.domain.body import Body
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.planned_meeting import PlannedMeeting
from kcdesk.domain.records import Records
from kcdesk.services.plan_shelf import WatchedMeeting
from kcdesk.storage.row_table import row_table

Fetched = dict[str, list[tuple[Any, ...]]]

UNFINISHED = "SELECT id FROM meeting WHERE state <> 'done'"
AWAITED = "SELECT stream_id FROM delivery WHERE appealed_on IS NULL AND confirmed_on IS NULL"

MEETINGS = (UNFINISHED, AWAITED)
"""Where something may be to watch; another kind adds its own."""

NUMBERED = """
SELECT stream_id FROM approval WHERE items <> '[]' UNION SELECT stream_id FROM recipient
"""

TABLES: dict[str, str] = {
    "meeting": "",
    "approval": "",
    "notice": "",
    "date_override": "",
    "final_force": "",
    "appeal": "",
    "delivery": "",
    "summons": "",
    "item": NUMBERED,  # only to say which §§ are approved at once, and what is sent to whom
    "recipient": "",
    "dispatch": "",
}
"""The rows that are read, and of which of the meetings (empty: of all of them)."""

BODY_TABLES = (Body.table, PlannedMeeting.table)
"""The rows that are read of each body."""

_IN_SIGHT = """
SELECT meeting.id FROM meeting JOIN stream ON stream.id = meeting.id
WHERE stream.binned_at IS NULL AND meeting.id IN ({meetings}) AND NOT EXISTS (
    SELECT 1 FROM stream AS body WHERE body.id = meeting.body_id AND body.binned_at IS NOT NULL
)
"""


def fetch(connection: sqlite3.Connection) -> Fetched:
    """Read the rows as SQL has them: quickly, as commits wait meanwhile."""
    streams = _IN_SIGHT.format(meetings=" UNION ".join(MEETINGS))
    found = {
        table: row_table(table).fetch_of(
            connection, f"{streams} AND meeting.id IN ({narrower})" if narrower else streams
        )
        for table, narrower in TABLES.items()
    }
    for table in BODY_TABLES:
        found[table] = row_table(table).fetch_of(connection, "SELECT id FROM body")
    return found


def built(fetched: Fetched) -> list[WatchedMeeting]:
    """Return the meetings that have a body. Raises ``ValueError`` for what is damaged."""
    owned = _by_stream({table: fetched.pop(table) for table in BODY_TABLES})
    bodies = {stream_id: Records(stream_id, each) for stream_id, each in owned.items()}
    rows = _by_stream(fetched)
    meetings = [Records(stream_id, each) for stream_id, each in rows.items()]
    return [
        WatchedMeeting(bodies[body_id], meeting)
        for meeting in meetings
        if (body_id := meeting.root(Meeting).body_id or "") in bodies
    ]


def _by_stream(fetched: Fetched) -> dict[str, list[Any]]:
    rows: dict[str, list[Any]] = {}
    for table, each in fetched.items():
        found = row_table(table).rows(values for _, *values in each)
        for (stream_id, *_), row in zip(each, found, strict=True):
            rows.setdefault(stream_id, []).append(row)
    return rows
