"""A new meeting of a body, with those whom its roster expects that day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from kcdesk.domain.body import MemberKind, Membership
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.operation import Insert
from kcdesk.domain.participant import Participant, Role, Standing
from kcdesk.domain.person import PartyMembership, Person
from kcdesk.domain.position import FIRST, spread
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row, new_id
from kcdesk.services.edit_approval import prepare_approval
from kcdesk.services.new_stream import NewStream

_KIND_ORDER = (MemberKind.MEMBER, MemberKind.SUBSTITUTE, MemberKind.STAFF)


def create_meeting(
    body: Records,
    persons: Records,
    day: Moment | None = None,
    agenda: Callable[[Records], tuple[Row, ...]] | None = None,
    **head: Any,
) -> NewStream:
    """Return a new meeting; ``begin`` it to keep it.

    ``head`` holds other fields of ``Meeting``. Names, organisations and parties are copied from
    ``persons`` as they are on the day, so that later changes leave these minutes alone. A formal
    meeting gets the customary approval with a notice for each of its boards. ``agenda`` returns
    the rows that its agenda begins with, for a meeting that has those who are expected.
    """
    day = day or Moment()
    root = Meeting(id=new_id(), body_id=body.root_id, day=day, **head)
    rows = expected_participants(body, persons, root.id, day.day)
    made = Records(root.id, (root, *rows))
    if profile(body, made).is_formal:
        approval = prepare_approval(made, body)
        rows += tuple(each.row for each in approval.operations if isinstance(each, Insert))
    if agenda is not None:
        rows += agenda(made)
    return NewStream(Message("New meeting"), root, rows)


def expected_participants(
    body: Records, persons: Records, meeting_id: str, day: date | None
) -> tuple[Row, ...]:
    """Return a participant with her role for each membership that holds on a day.

    Members stand in the order of the roster, then substitutes in their order of service, then
    staff. Without a day, those with no last day are expected.
    """
    members = sorted(
        (
            each
            for each in body.children(body.root_id, Membership)
            if holds(each.from_day, each.until_day, day)
        ),
        key=_place_in_list,
    )
    positions = spread(len(members))
    return tuple(
        row
        for member, position in zip(members, positions, strict=True)
        for row in _participant(member, persons, meeting_id, position, day)
    )


def holds(from_day: date | None, until_day: date | None, day: date | None) -> bool:
    """Return whether a dated row holds on a day; without a day, whether it is still open."""
    if day is None:
        return until_day is None
    return (from_day is None or from_day <= day) and (until_day is None or day <= until_day)


def party_on(persons: Records, person_id: str, day: date | None) -> str:
    """Return the party that somebody stands for on a day; empty without any."""
    found = [
        each.party
        for each in persons.children(person_id, PartyMembership)
        if holds(each.from_day, each.until_day, day)
    ]
    return found[-1] if found else ""


def _place_in_list(member: Membership) -> tuple[int, int]:
    order = member.service_order if member.kind is MemberKind.SUBSTITUTE else None
    return (_KIND_ORDER.index(member.kind), order or 0)


def _participant(
    member: Membership, persons: Records, meeting_id: str, position: str, day: date | None
) -> tuple[Row, ...]:
    person = persons.find(Person, member.person_id)
    if person is None:  # left out of the library since: there is no name to list
        return ()
    participant = Participant(
        id=new_id(),
        owner_id=meeting_id,
        position=position,
        person_id=person.id,
        name=person.name,
        organisation=member.represents or person.organisation,
        title=person.title,
        party=party_on(persons, person.id, day),
        standing=Standing.OTHER if member.kind is MemberKind.STAFF else Standing.DECISION_MAKER,
        kind=member.kind,
    )
    if member.role is None:
        return (participant,)
    role = Role(id=new_id(), owner_id=participant.id, position=FIRST, kind=member.role)
    return (participant, role)
