"""The other meetings of a body, for what is told over time."""

from __future__ import annotations

from typing import Protocol

from kcdesk.domain.meeting import Meeting
from kcdesk.domain.records import Records
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.ports import Journal, Shelf


class Reading(Journal, Shelf, Protocol):
    """A library that is read."""


def year_of(bundle: MeetingBundle) -> int | None:
    """Return the calendar year of a meeting; None where it has no day."""
    day = bundle.meeting.root(Meeting).day.day
    return day.year if day else None


def other_meetings(
    bundle: MeetingBundle, library: Reading, year: int | None = None
) -> tuple[Records, ...]:
    """Return the body's meetings but the one given, oldest first; of one year where it is named.

    Meetings in the bin are left out, and so are those without a day where a year is asked for.
    """
    found = [
        each
        for each in library.meetings(bundle.body.root_id)
        if each.id != bundle.meeting.root_id
        and (year is None or (each.day.day is not None and each.day.day.year == year))
    ]
    return tuple(library.load(each.id) for each in reversed(found))
