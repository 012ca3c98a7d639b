"""The meetings in which something is to be watched, with the rows that say so and no more.

A library may hold thousands of meetings, nearly all of them finished: SQL finds the others.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from kcdesk.domain.body import Body
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.records import Records
from kcdesk.services.ports import WatchedMeeting
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
    found[Body.table] = row_table(Body.table).fetch_of(connection, "SELECT id FROM body")
    return found


def built(fetched: Fetched) -> list[WatchedMeeting]:
    """Return the meetings that have a body. Raises ``ValueError`` for what is damaged."""
    bodies = {
        stream_id: Records(stream_id, row_table(Body.table).rows([values]))
        for stream_id, *values in fetched.pop(Body.table)
    }
    rows: dict[str, list[Any]] = {}
    for table, each in fetched.items():
        found = row_table(table).rows(values for _, *values in each)
        for (stream_id, *_), row in zip(each, found, strict=True):
            rows.setdefault(stream_id, []).append(row)
    meetings = [Records(stream_id, each) for stream_id, each in rows.items()]
    return [
        WatchedMeeting(bodies[body_id], meeting)
        for meeting in meetings
        if (body_id := meeting.root(Meeting).body_id or "") in bodies
    ]
