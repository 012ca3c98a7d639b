"""Who took part in a meeting, as what, and when.

What is printed ("§§ 52-58", who served for whom, the quorum) is derived; see domain/attendance.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcdesk.domain.body import MemberKind, RoleKind
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.row import Row, reference, row_type


class Standing(StrEnum):
    """In which list of the minutes somebody stands."""

    DECISION_MAKER = "decision_maker"  # Beslutande
    OTHER = "other"  # Övriga deltagande
    ITEM_GUEST = "item_guest"  # named at an item only


class Attendance(StrEnum):
    """What is known of somebody's presence. Everyone expected is present until said otherwise."""

    EXPECTED = "expected"
    PRESENT = "present"
    ABSENT = "absent"
    ABSENT_WITH_NOTICE = "absent_with_notice"  # anmält förhinder


@row_type("participant", "participants", owners=("meeting",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Row):
    """One person at one meeting, with name, organisation and party as they were that day."""

    person_id: str | None = reference("person")
    name: str = ""
    organisation: str = ""
    title: str = ""
    party: str = ""
    standing: Standing = Standing.DECISION_MAKER
    kind: MemberKind | None = None
    attendance: Attendance = Attendance.EXPECTED
    remote: bool = False
    note: str = ""


@row_type("role", "roles", owners=("participant",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Row):
    """What a participant did, from one item to another (both included; None: to the end)."""

    kind: RoleKind = RoleKind.CHAIR
    from_item_id: str | None = reference("item")
    until_item_id: str | None = reference("item")


@row_type("presence", "presences", owners=("participant",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Presence(Row):
    """A stretch of items at which a participant was there, first and last included.

    No such row means the whole meeting. None means from its start, or to its end; with
    ``arrived_late`` or ``left_early`` it means that the point is not known ("anlände senare"):
    then somebody was surely not there at the first item, or at the last.

    ``arrival`` and ``departure`` are the secretary's wording; beside each the program's then.
    """

    from_item_id: str | None = reference("item")
    from_time: ClockTime | None = None
    until_item_id: str | None = reference("item")
    until_time: ClockTime | None = None
    arrived_late: bool = False
    left_early: bool = False
    arrival: str = ""
    arrival_composed: str = ""
    departure: str = ""
    departure_composed: str = ""


@row_type("service", "services", owners=("participant",))
@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Row):
    """A substitute serves for a member, from one item to another (both included)."""

    for_participant_id: str | None = reference("participant")
    from_item_id: str | None = reference("item")
    until_item_id: str | None = reference("item")
