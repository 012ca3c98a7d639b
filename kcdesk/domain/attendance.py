"""Who was there, who served and who led, item by item: derived from presence, service and jäv.

Sources: KL 5:66 (which members and substitutes served), 5:45 and 6:27 (quorum), 5:47, 6:28 and
6:30 (jäv).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kcdesk.domain.body import MemberKind, RoleKind
from kcdesk.domain.item import Item, Recusal
from kcdesk.domain.numbering import ordered_items, ranges, top_item
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
        return any(self._covers(p.from_item_id, p.until_item_id, item) for p in presences)

    def is_recused(self, participant: Participant, item: Item) -> bool:
        """Whether somebody has jäv at an item, or at the item it stands under."""
        return (participant.id, item.id) in self._recused or (
            participant.id,
            top_item(self._records, item).id,
        ) in self._recused

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

    def serving(self, item: Item) -> tuple[Participant, ...]:
        """Return who takes part in deciding an item, in the order of the list."""
        return tuple(each for each in self.participants if self.serves(each, item))

    def quorum(self, item: Item, seats: int | None) -> Quorum | None:
        """Return the quorum at an item; None where the body's seats are not known."""
        return None if not seats else Quorum(len(self.serving(item)), seats)

    def presence_stretches(self, participant: Participant) -> tuple[Stretch, ...]:
        """Return the items at which somebody was there, or nothing where it was all of them."""
        top = self._top
        present = [i for i, item in enumerate(top) if self.is_present(participant, item)]
        if len(present) == len(top):
            return ()
        return self._stretches(present)

    def served_for(
        self, participant: Participant
    ) -> tuple[tuple[Participant, tuple[Stretch, ...]], ...]:
        """Return for whom a substitute served, and where if not throughout."""
        found = []
        for service in self._records.children(participant.id, Service):
            member = self._records.find(Participant, service.for_participant_id)
            if member is not None:
                found.append((member, self._bounded(service.from_item_id, service.until_item_id)))
        return tuple(found)

    def roles(self, participant: Participant) -> tuple[tuple[RoleKind, tuple[Stretch, ...]], ...]:
        """Return what somebody did, and where if not throughout."""
        return tuple(
            (role.kind, self._bounded(role.from_item_id, role.until_item_id))
            for role in self._records.children(participant.id, Role)
        )

    def holders(self, kind: RoleKind) -> tuple[tuple[Participant, tuple[Stretch, ...]], ...]:
        """Return everyone with a role, each with the items it held for (empty: throughout).

        For the chair this is who signs, and for which §§.
        """
        return tuple(
            (participant, stretches)
            for participant in self.participants
            if self.was_there(participant)
            for held, stretches in self.roles(participant)
            if held is kind
        )

    def chair_at(self, item: Item) -> Participant | None:
        """Return who chairs an item: the one whose role covers it, else a vice chair who serves."""
        for participant in self.participants:
            for role in self._records.children(participant.id, Role):
                if (
                    role.kind is RoleKind.CHAIR
                    and self.is_present(participant, item)
                    and self._covers(role.from_item_id, role.until_item_id, item)
                ):
                    return participant
        for kind in (RoleKind.VICE_CHAIR, RoleKind.SECOND_VICE_CHAIR):
            for participant, _ in self.holders(kind):
                if self.is_present(participant, item):
                    return participant
        return None

    # ---- inside --------------------------------------------------------------------------

    @cached_property
    def _top(self) -> tuple[Item, ...]:
        return self._records.children(self._records.root_id, Item)

    def _covers(self, first_id: str | None, last_id: str | None, item: Item) -> bool:
        at = self._index[item.id]
        first = self._index.get(first_id, 0) if first_id else 0
        if last_id and last_id in self._index:
            last_item = self._items[self._index[last_id]]
            last = self._index[last_id] + len(ordered_items(self._records, last_item.id))
        else:
            last = len(self._items)
        return first <= at <= last

    def _in_service(self, participant: Participant, item: Item) -> bool:
        return any(
            self._covers(service.from_item_id, service.until_item_id, item)
            for service in self._records.children(participant.id, Service)
        )

    def _bounded(self, first_id: str | None, last_id: str | None) -> tuple[Stretch, ...]:
        if first_id is None and last_id is None:
            return ()
        covered = [i for i, item in enumerate(self._top) if self._covers(first_id, last_id, item)]
        return () if len(covered) == len(self._top) else self._stretches(covered)

    def _stretches(self, indexes: list[int]) -> tuple[Stretch, ...]:
        top = self._top
        return tuple(Stretch(top[first], top[last]) for first, last in ranges(indexes))
