"""All kinds of entries, and all entries of a library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from kcdesk.domain.deadline import HolidayCalendar
from kcdesk.services.plan_shelf import PlanShelf, WatchedMeeting
from kcdesk.services.watch.dispatch import dispatch_entries
from kcdesk.services.watch.entry import WatchEntry, soonest_first
from kcdesk.services.watch.material import material_entries, planned_entries
from kcdesk.services.watch.meeting import Watched
from kcdesk.services.watch.minutes import minutes_entries
from kcdesk.services.watch.party import party_entries
from kcdesk.services.watch.summons import summons_entries

Source = Callable[[Watched], Iterator[WatchEntry]]

SOURCES: tuple[Source, ...] = (
    material_entries,
    summons_entries,
    minutes_entries,
    dispatch_entries,
    party_entries,
)
"""Each reads one meeting; they know nothing of each other."""


def watch_entries(
    meetings: Iterable[WatchedMeeting],
    calendar: HolidayCalendar,
    today: date,
    sources: tuple[Source, ...] = SOURCES,
) -> tuple[WatchEntry, ...]:
    """Return everything to watch, soonest first."""
    found = (
        entry
        for meeting in meetings
        for watched in (Watched(meeting, calendar, today),)
        for source in sources
        for entry in source(watched)
    )
    return soonest_first(found)


def library_entries(
    shelf: PlanShelf, calendar: HolidayCalendar, today: date
) -> tuple[WatchEntry, ...]:
    """Return everything to watch in a library, soonest first; each thing once, also where a body
    meets twice on a planned day. Reads: never on the GUI's thread.
    """
    found = watch_entries(shelf.watched(), calendar, today)
    planned = planned_entries(shelf.planned(), today)
    return soonest_first({each.id: each for each in (*found, *planned)}.values())
