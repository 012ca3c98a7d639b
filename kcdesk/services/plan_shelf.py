"""What a library knows of the time to come: matters that wait, days that are planned or watched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # lists are shown before any row is read
    from collections.abc import Mapping, Sequence
    from datetime import date

    from kcdesk.domain.action import ActionState
    from kcdesk.domain.planned_meeting import PlannedMeeting
    from kcdesk.domain.records import Records


@dataclass(frozen=True, slots=True)
class WatchedMeeting:
    """A meeting in which something may be to watch: its body's row, and the rows that say so."""

    body: Records
    meeting: Records


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A day of a body's year plan that no meeting of the body has."""

    body: Records
    planned: PlannedMeeting


@dataclass(frozen=True, slots=True)
class Progress:
    """How far somebody who is to act has come."""

    state: ActionState
    done_on: date | None


class PlanShelf(Protocol):
    """The part of ``Shelf`` that plans are made with."""

    def waiting(self, body_id: str) -> Sequence[tuple[str, str]]:
        """Return meeting and item of each matter of a body that waits to be taken up again."""

    def taken_up(self, ids: Sequence[str]) -> frozenset[str]:
        """Return which of some matters an item of a meeting takes up."""

    def meetings_with_open_actions(self, body_id: str) -> Sequence[str]:
        """Return the ids of a body's meetings with something still to be done, oldest first."""

    def tellers(self, target: str) -> Sequence[tuple[str, str]]:
        """Return meeting and row of each that tells how far an ``ActionOwner`` has come: her own,
        and those that follow it.
        """

    def progress(self, targets: Sequence[str]) -> Mapping[str, Progress]:
        """Return how far owners have come, by their ids, of those that are in the library."""

    def planned(self) -> Sequence[PlannedDay]:
        """Return the planned days of all bodies that have no meeting. Never called on the GUI's
        thread.
        """

    def watched(self) -> Sequence[WatchedMeeting]:
        """Return the meetings that are not finished. Never called on the GUI's thread."""
