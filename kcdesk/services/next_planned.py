"""Which days of a body's year plan have a meeting, and the next one that has none yet."""

from __future__ import annotations

from datetime import date

from kcdesk.domain.planned_meeting import PlannedMeeting
from kcdesk.domain.records import Records
from kcdesk.services.ports import Shelf


def meetings_by_day(shelf: Shelf, body_id: str) -> dict[date, str]:
    """Return the ids of a body's meetings by their days; of two on one day, one of them."""
    return {each.day.day: each.id for each in shelf.meetings(body_id) if each.day.day is not None}


def next_planned(shelf: Shelf, body: Records, today: date) -> PlannedMeeting | None:
    """Return the first planned day from today on without a meeting of the body."""
    taken = meetings_by_day(shelf, body.root_id)
    coming = [
        (each.day, each.position, each)
        for each in body.children(body.root_id, PlannedMeeting)
        if each.day is not None and each.day >= today and each.day not in taken
    ]
    return min(coming)[2] if coming else None
