"""One thing to watch: what, by when or from when, in which meeting, and where it is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kcdesk.domain.message import Message
from kcdesk.domain.schedule import ScheduledDay

NEAR = timedelta(days=7)
"""How long before its day an entry draws near."""


class WatchKind(StrEnum):
    """What is to be done, in the order in which a meeting comes to it."""

    MATERIAL = "material"  # the last day for material to the agenda
    ANNOUNCE = "announce"
    SUMMON = "summon"
    APPROVE = "approve"
    POST = "post"
    DISPATCH = "dispatch"  # decisions that are not sent to whom they concern
    TAKE_DOWN = "take_down"
    CONFIRM = "confirm"  # laga kraft of what a notice announced
    CONFIRM_PARTY = "confirm_party"  # laga kraft against one party


KIND_WORD = {
    WatchKind.MATERIAL: Message("Last day for material"),
    WatchKind.ANNOUNCE: Message("Announce the meeting"),
    WatchKind.SUMMON: Message("Send the summons"),
    WatchKind.APPROVE: Message("Approve the minutes"),
    WatchKind.POST: Message("Post the notice"),
    WatchKind.DISPATCH: Message("Send the decisions"),
    WatchKind.TAKE_DOWN: Message("Take down the notice"),
    WatchKind.CONFIRM: Message("Confirm legal force"),
    WatchKind.CONFIRM_PARTY: Message("Confirm legal force, of a party"),
}
"""What each kind is called by itself; an entry's ``what`` says it of something."""


class Standing(StrEnum):
    """How an entry stands to today."""

    LATE = "late"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class WatchEntry:
    """``id`` stays the same as long as it is the same thing to do; calendars know it by that.

    ``day`` is the last day for it, or with ``opens`` the first on which it can be done: that one
    is never late. ``pane`` and ``row_id`` say where in the meeting it is done; of a meeting that is
    planned only, ``meeting_id`` is empty and ``body_id`` says in whose plan ``row_id`` stands.
    ``scheduled`` explains the day where a rule gives it, else ``why`` does.
    """

    id: str
    kind: WatchKind
    day: date
    what: Message
    meeting_id: str
    body: str
    meeting_day: date | None
    pane: str
    row_id: str = ""
    opens: bool = False
    scheduled: ScheduledDay | None = None
    why: Message | None = None
    body_id: str = ""


def standing(entry: WatchEntry, today: date) -> Standing:
    """Return how near an entry is. What opens draws near on its day and is never late."""
    if entry.opens:
        return Standing.SOON if today >= entry.day else Standing.LATER
    if today > entry.day:
        return Standing.LATE
    return Standing.SOON if entry.day - today <= NEAR else Standing.LATER


@dataclass(frozen=True, slots=True)
class WatchCount:
    """How many entries are late, and how many are near."""

    late: int = 0
    soon: int = 0


def count(entries: Iterable[WatchEntry], today: date) -> WatchCount:
    """Return how many entries ask for something now."""
    standings = [standing(entry, today) for entry in entries]
    return WatchCount(standings.count(Standing.LATE), standings.count(Standing.SOON))


def soonest_first(entries: Iterable[WatchEntry]) -> tuple[WatchEntry, ...]:
    """Return entries by their days; those of one day by body and by what comes first."""
    kinds = list(WatchKind)
    return tuple(
        sorted(
            entries,
            key=lambda entry: (
                entry.day,
                entry.body,
                entry.meeting_day or date.max,
                kinds.index(entry.kind),
                entry.id,
            ),
        )
    )
