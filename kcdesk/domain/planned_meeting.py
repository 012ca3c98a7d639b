"""A day in a body's year plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kcdesk.domain.moment import ClockTime
from kcdesk.domain.row import Row, row_type


@row_type("planned_meeting", "planned_meetings", owners=("body",))
@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMeeting(Row):
    """A day on which the body means to meet; ``material_by`` is its stopptid, the last day for
    handing in what is to be on the agenda. A meeting made of it begins with its times and place.
    """

    title: str = ""
    day: date | None = None
    start: ClockTime | None = None
    end: ClockTime | None = None
    place: str = ""
    material_by: date | None = None
