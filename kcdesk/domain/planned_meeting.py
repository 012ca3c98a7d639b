"""A day in a body's year plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kcdesk.domain.row import Row, row_type


@row_type("planned_meeting", "planned_meetings", owners=("body",))
@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMeeting(Row):
    """A day on which the body means to meet; ``material_by`` is its stopptid, the last day for
    handing in what is to be on the agenda.
    """

    title: str = ""
    day: date | None = None
    material_by: date | None = None
