"""The other meetings of a body, for what is told over time."""

from __future__ import annotations

from typing import Protocol

from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.meeting import Meeting
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.document_choice import OF_A_YEAR, DocumentChoice
from kcdesk.services.export_meeting import bundled
from kcdesk.services.ports import Journal, Shelf


class Reading(Journal, Shelf, Protocol):
    """A library that is read."""


def year_of(bundle: MeetingBundle) -> int | None:
    """Return the calendar year of a meeting; None where it has no day."""
    day = bundle.meeting.root(Meeting).day.day
    return day.year if day else None


def told_meetings(
    choice: DocumentChoice, bundle: MeetingBundle, library: Reading
) -> tuple[MeetingBundle, ...]:
    """Return the other meetings that a document tells of, oldest first."""
    if choice.document in OF_A_YEAR:
        return other_meetings(bundle, library, year_of(bundle))
    return other_meetings(bundle, library) if choice.over_time else ()


def other_meetings(
    bundle: MeetingBundle, library: Reading, year: int | None = None
) -> tuple[MeetingBundle, ...]:
    """Return the body's meetings but the one given, oldest first; of one year where it is named.

    Each with the body as its minutes are sealed with it. Meetings in the bin are left out, and so
    are those without a day where a year is asked for.
    """
    found = [
        each
        for each in library.meetings(bundle.body.root_id)
        if each.id != bundle.meeting.root_id
        and (year is None or (each.day.day is not None and each.day.day.year == year))
    ]
    if not found:
        return ()
    body, people = library.load(bundle.body.root_id), library.load(LIBRARY_ID)
    return tuple(
        bundled(library.load(each.id), body, people, library.sealed(each.id))
        for each in reversed(found)
    )
