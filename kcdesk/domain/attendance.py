"""Who was there, who served and who led, item by item: derived from presence, service and jäv.

Sources: KL 5:66 (which members and substitutes served), 5:45 and 6:27 (quorum), 5:47, 6:28 and
6:30 (jäv).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from kcdesk.domain.body import MemberKind, RoleKind
from kcdesk.domain.item import Item, Recusal
from kcdesk.domain.numbering import ordered_items, ranges
from kcdesk.domain.participant import (
    Attendance,
    Participant,
    Presence,
    Role,
    Service,
    Standing,
)
from kcdesk.domain.records import Records

ABSENT = (Attendance.ABSENT, Attendance.ABSENT_WITH_NOTICE)

CHAIRS = (RoleKind.CHAIR, RoleKind.VICE_CHAIR, RoleKind.SECOND_VICE_CHAIR)
"""Who leads, in this order."""

Bounds = Presence | Role | Service
"""Rows that hold from one item to another."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Items from ``first`` to ``last``, both included; both are items of the agenda's top level."""

    first: Item
    last: Item


@dataclass(frozen=True, slots=True)
class Quorum:
    """How many serve, of how many seats, and how many are needed: more than half of the seats."""

    serving: int
    seats: int

    @property
    def needed(self) -> int:
        """The least number of serving members (KL 5:45, 6:27)."""
        return self.seats // 2 + 1

    @property
    def is_met(self) -> bool:
        """Whether enough serve."""
        return self.serving >= self.needed


class AttendanceRegister:
    """The attendance of one meeting, computed once from its rows."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._items = ordered_items(records)
        self._index = {item.id: index for index, item in enumerate(self._items)}
        self._end: dict[str, int] = {}
        for item in reversed(self._items):  # sub-items before the item that they stand under
            below = records.children(item.id, Item)
            self._end[item.id] = self._end[below[-1].id] if below else self._index[item.id]
        self._recused = {
            (recusal.participant_id, recusal.owner_id) for recusal in records.all(Recusal)
        }

    @cached_property
    def participants(self) -> tuple[Participant, ...]:
        """All participants, in their order."""
        return self._records.children(self._records.root_id, Participant)

    def was_there(self, participant: Participant) -> bool:
        """Whether somebody came at all."""
        return participant.attendance not in ABSENT

    def is_present(self, participant: Participant, item: Item) -> bool:
        """Whether somebody was there at an item; jäv is not looked at."""
        if not self.was_there(participant):
            return False
        presences = self._records.children(participant.id, Presence)
        if not presences:
            return True
        return any(self._covers(presence, item) for presence in presences)

    def is_recused(self, participant: Participant, item: Item) -> bool:
        """Whether somebody has jäv at an item, or at any item it stands under."""
        at: Item | None = item
        while at is not None:
            if (participant.id, at.id) in self._recused:
                return True
            at = self._records.find(Item, at.owner_id)
        return False

    def serves(self, participant: Participant, item: Item) -> bool:
        """Whether somebody takes part in deciding an item.

        Members serve when present; substitutes only while they serve for somebody.
        """
        if participant.standing is not Standing.DECISION_MAKER:
            return False
        if participant.kind is MemberKind.STAFF or self.is_recused(participant, item):
            return False
        if participant.kind is MemberKind.SUBSTITUTE and not self._in_service(participant, item):
            return False
        return self.is_present(participant, item)

    def stands_in(self, participant: Participant, member: Participant, item: Item) -> bool:
        """Whether somebody serves for a member at an item."""
        services = self._records.children(participant.id, Service)
        return any(
            each.for_participant_id == member.id and self._covers(each, item) for each in services
        )

    def serving(self, item: Item) -> tuple[Participant, ...]:
        """Return who takes part in deciding an item, in the order of the list."""
        return tuple(each for each in self.participants if self.serves(each, item))

    def quorum(self, item: Item, seats: int | None) -> Quorum | None:
        """Return the quorum at an item; None where the body's seats are not known."""
        return None if not seats else Quorum(len(self.serving(item)), seats)

    def presence_stretches(self, participant: Participant) -> tuple[Stretch, ...]:
        """Return the items at which somebody was there, or nothing where it was all of them.

        Somebody who was there at a sub-item only was there at the item. Nothing as well for one
        who never came (ask ``was_there`` first), and for one who came late or left early at a
        point that nobody knows: there is nothing exact to say of that (``is_vague``).
        """
        if self.is_vague(participant) or not self._records.children(participant.id, Presence):
            return ()
        return self._stretches(self._where(lambda item: self.is_present(participant, item)))

    def is_vague(self, participant: Participant) -> bool:
        """Whether somebody came late or left early, and nobody knows when."""
        return any(
            (each.arrived_late and each.from_item_id is None)
            or (each.left_early and each.until_item_id is None)
            for each in self._records.children(participant.id, Presence)
        )

    def served_for(
        self, participant: Participant
    ) -> tuple[tuple[Participant, tuple[Stretch, ...]], ...]:
        """Return for whom a substitute served, and where if not throughout.

        A service that ends before it begins covers no item and is left out.
        """
        return tuple(
            (member, self._bounded(service))
            for service in self._records.children(participant.id, Service)
            if (member := self._records.find(Participant, service.for_participant_id)) is not None
            and not self._is_void(service)
        )

    def roles(self, participant: Participant) -> tuple[tuple[RoleKind, tuple[Stretch, ...]], ...]:
        """Return what somebody did, and where if not throughout.

        A role that ends before it begins covers no item and is left out.
        """
        return tuple(
            (role.kind, self._bounded(role))
            for role in self._records.children(participant.id, Role)
            if not self._is_void(role)
        )

    def holders(self, kind: RoleKind) -> tuple[tuple[Participant, tuple[Stretch, ...]], ...]:
        """Return everyone with a role, each with the items it held for (empty: throughout).

        This is what was written down; who really led, with the vice chair standing in, is
        ``chairs``.
        """
        return tuple(
            (participant, stretches)
            for participant in self.participants
            if self.was_there(participant)
            for held, stretches in self.roles(participant)
            if held is kind
        )

    def chair_at(self, item: Item) -> Participant | None:
        """Return who chairs an item: the chair, or else a vice chair.

        Only one who is there and has no jäv. One who was given the chair for some items goes
        before the one who has it throughout.
        """
        for kind in CHAIRS:
            able = [
                (role.from_item_id is None and role.until_item_id is None, participant)
                for participant in self.participants
                for role in self._records.children(participant.id, Role)
                if role.kind is kind and self._covers(role, item)
                if self.is_present(participant, item) and not self.is_recused(participant, item)
            ]
            if able:
                return min(able, key=itemgetter(0))[1]
        return None

    @cached_property
    def chairs(self) -> tuple[tuple[Participant, tuple[Stretch, ...]], ...]:
        """Who led the meeting, in the order of their first item, each with the items led.

        For one chair throughout the items are empty. These sign the minutes, each for her §§;
        a chair who stepped aside for jäv at an item is replaced there.
        """
        if not self._top:
            return tuple((held, ()) for held, _ in self.holders(RoleKind.CHAIR))[:1]
        led: dict[str, list[int]] = {}
        for number, item in enumerate(self._top):
            leader = self.chair_at(item)
            if leader is not None:
                led.setdefault(leader.id, []).append(number)
        return tuple(
            (self._records.get(Participant, id), self._stretches(numbers))
            for id, numbers in led.items()
        )

    # ---- inside --------------------------------------------------------------------------

    @cached_property
    def _top(self) -> tuple[Item, ...]:
        return self._records.children(self._records.root_id, Item)

    def _covers(self, bounds: Bounds, item: Item) -> bool:
        """Whether an item lies within bounds; a last item is meant with its sub-items."""
        first = self._index.get(bounds.from_item_id or "", 0)
        last = self._end.get(bounds.until_item_id or "", len(self._items))
        if isinstance(bounds, Presence) and self._top:
            # At an unknown point: surely not at the first item, or at the last.
            if bounds.arrived_late and bounds.from_item_id is None:
                first = self._end[self._top[0].id] + 1
            if bounds.left_early and bounds.until_item_id is None:
                last = self._index[self._top[-1].id] - 1
        return first <= self._index[item.id] <= last

    def _is_void(self, bounds: Bounds) -> bool:
        return bool(self._items) and not any(self._covers(bounds, item) for item in self._items)

    def _in_service(self, participant: Participant, item: Item) -> bool:
        services = self._records.children(participant.id, Service)
        return any(self._covers(service, item) for service in services)

    def _bounded(self, bounds: Role | Service) -> tuple[Stretch, ...]:
        if bounds.from_item_id is None and bounds.until_item_id is None:
            return ()
        return self._stretches(self._where(lambda item: self._covers(bounds, item)))

    def _where(self, holds: Callable[[Item], bool]) -> list[int]:
        """Return which items of the top level something holds at, or at a sub-item of theirs."""
        return [
            number
            for number, item in enumerate(self._top)
            if any(map(holds, self._items[self._index[item.id] : self._end[item.id] + 1]))
        ]

    def _stretches(self, numbers: list[int]) -> tuple[Stretch, ...]:
        top = self._top
        if len(numbers) == len(top):
            return ()
        return tuple(Stretch(top[first], top[last]) for first, last in ranges(numbers))
