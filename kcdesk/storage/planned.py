"""The days of all year plans on which no meeting is made yet."""

from __future__ import annotations

import sqlite3
from typing import Any

from kcdesk.domain.body import Body
from kcdesk.domain.planned_meeting import PlannedMeeting
from kcdesk.domain.records import Records
from kcdesk.services.plan_shelf import PlannedDay
from kcdesk.storage.row_table import row_table

Fetched = list[tuple[Any, ...]]

# A day is the first thing in its JSON text (see ``shelf``), found by the index meeting_by_day.
_WITHOUT_MEETING = """
SELECT planned_meeting.id FROM planned_meeting JOIN stream ON stream.id = planned_meeting.stream_id
WHERE stream.binned_at IS NULL AND planned_meeting.day IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM meeting JOIN stream AS held ON held.id = meeting.id
    WHERE meeting.body_id = planned_meeting.stream_id AND held.binned_at IS NULL
      AND meeting.day >= '{"day":"' || planned_meeting.day
      AND meeting.day < '{"day":"' || planned_meeting.day || '~'
)
"""

_PLANNING = "SELECT stream_id FROM planned_meeting"


def fetch(connection: sqlite3.Connection) -> tuple[Fetched, Fetched, set[str]]:
    """Read the bodies that plan, all their planned days, and which of those are without meeting."""
    wanted = {id for (id,) in connection.execute(_WITHOUT_MEETING)}
    bodies, days = (
        row_table(table).fetch_of(connection, _PLANNING)
        for table in (Body.table, PlannedMeeting.table)
    )
    return bodies, days, wanted


def built(bodies: Fetched, days: Fetched, wanted: set[str]) -> list[PlannedDay]:
    """Return the days. Raises ``ValueError`` for what is damaged."""
    found = row_table(Body.table).rows(values for _, *values in bodies)
    owners = {body.id: Records(body.id, [body]) for body in found}
    rows = row_table(PlannedMeeting.table).rows(values for _, *values in days)
    return [PlannedDay(owners[row.owner_id], row) for row in rows if row.id in wanted]
