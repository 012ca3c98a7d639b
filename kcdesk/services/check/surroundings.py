"""Reading what the checks need of the rest of the library."""

from __future__ import annotations

from kcdesk.domain.meeting import Meeting
from kcdesk.domain.records import Records
from kcdesk.services.check.neighbour import ALONE, Neighbours
from kcdesk.services.ports import Shelf


def read_neighbours(shelf: Shelf, meeting: Records) -> Neighbours:
    """Return a meeting's neighbours in the library: short reads, no more than one of each kind.

    Without a body or a day nothing stands before or after it.
    """
    root = meeting.root(Meeting)
    if root.body_id is None or root.day.day is None:
        return ALONE
    day = root.day.day
    return Neighbours(last_paragraph=shelf.last_paragraph(root.body_id, day.year, day))
