"""Reading what the checks need of the rest of the library."""

from __future__ import annotations

from datetime import date

from kcdesk.domain.meeting import Meeting
from kcdesk.domain.records import Records
from kcdesk.services.check.neighbour import ALONE, Neighbours
from kcdesk.services.ports import Shelf


def read_neighbours(shelf: Shelf, meeting: Records, today: date) -> Neighbours:
    """Return a meeting's neighbours in the library; without a body or a day it has none."""
    root = meeting.root(Meeting)
    if root.body_id is None or root.day.day is None:
        return ALONE
    return shelf.neighbours(root.body_id, root.day.day, meeting.root_id, today)
