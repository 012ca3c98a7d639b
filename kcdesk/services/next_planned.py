"""The next day of a body's year plan that no meeting has yet."""

from __future__ import annotations

from datetime import date

from kcdesk.domain.planned_meeting import PlannedMeeting
from kcdesk.domain.records import Records
from kcdesk.services.ports import Shelf


def next_planned(shelf: Shelf, body: Records, today: date) -> PlannedMeeting | None:
    """Return the first planned day from today on without a meeting of the body."""
    taken = {each.day.day for each in shelf.meetings(body.root_id)}
    coming = [
        (each.day, each.position, each)
        for each in body.children(body.root_id, PlannedMeeting)
        if each.day is not None and each.day >= today and each.day not in taken
    ]
    return min(coming)[2] if coming else None
