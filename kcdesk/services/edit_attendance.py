"""Who is on the list of a meeting, as what, and whether they came."""

from __future__ import annotations

from datetime import date
from typing import Any

from kcdesk.domain.body import MemberKind, Membership
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.participant import (
    Attendance,
    Participant,
    Presence,
    Role,
    Service,
    Standing,
)
from kcdesk.domain.person import PartyMembership, Person
from kcdesk.domain.position import FIRST
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.services.forget_participant import freed

ABSENT = (Attendance.ABSENT, Attendance.ABSENT_WITH_NOTICE)


def add_participant(
    records: Records,
    name: str,
    *,
    organisation: str = "",
    party: str = "",
    standing: Standing = Standing.OTHER,
    attendance: Attendance = Attendance.PRESENT,
) -> Group:
    """Return the group that adds somebody by name; the first operation inserts the participant."""
    participant = Participant(
        id=new_id(),
        owner_id=records.root_id,
        position=records.next_position(records.root_id, Participant),
        name=name.strip(),
        organisation=organisation.strip(),
        party=party.strip(),
        standing=standing,
        attendance=attendance,
    )
    return Group(Message("Add {name}", {"name": participant.name}), (Insert(participant),))


def add_person(records: Records, people: Records, body: Records, person_id: str) -> Group:
    """Return the group that adds a person of the library, as she belongs to the body that day.

    Members and substitutes stand among those who decide, with the role of their membership;
    everyone else among the other participants.
    """
    return Group(
        Message("Add {name}", {"name": people.get(Person, person_id).name}),
        _insertion(records, people, body, person_id, records.next_position(*_here(records))),
    )


def add_roster(records: Records, people: Records, body: Records) -> Group:
    """Return the group that adds everyone of the body's roster who is not on the list yet.

    Members come first, then substitutes in their order of service, then staff.
    """
    listed = {each.person_id for each in records.children(*_here(records))}
    label = Message("Add everyone of the roster")
    operations: list[Primitive] = []
    grown = records
    for membership in roster(body, meeting_day(records)):
        person_id = membership.person_id
        if person_id is None or person_id in listed or people.find(Person, person_id) is None:
            continue
        listed.add(person_id)
        made = _insertion(grown, people, body, person_id, grown.next_position(*_here(grown)))
        grown = grown.apply(Group(label, made))
        operations += made
    return Group(label, tuple(operations))


def remove_participant(records: Records, id: str) -> Group:
    """Return the group that takes somebody off the list, with roles, presence and service.

    What is said of her elsewhere keeps her name where it has room for one.
    """
    name = {"name": records.get(Participant, id).name}
    return Group(Message("Remove {name}", name), (*freed(records, id), *records.removal(id)))


def set_attendance(records: Records, id: str, attendance: Attendance) -> Group:
    """Return the group that says whether somebody came.

    Who did not come has no stretches of presence and serves for nobody.
    """
    participant = records.get(Participant, id)
    name = {"name": participant.name}
    labels = {
        Attendance.EXPECTED: Message("Expect {name}", name),
        Attendance.PRESENT: Message("Note {name} as present", name),
        Attendance.ABSENT: Message("Note {name} as absent", name),
        Attendance.ABSENT_WITH_NOTICE: Message("Note that {name} sent notice of absence", name),
    }
    stale: tuple[Primitive, ...] = ()
    if attendance in ABSENT:
        rows = (*records.children(id, Presence), *records.children(id, Service))
        stale = tuple(each for row in rows for each in records.removal(row.id))
    changes = records.setting(id, "attendance", attendance)
    return Group(labels[attendance], (*stale, *changes))


def confirm_expected(records: Records) -> Group:
    """Return the group that notes everyone expected as present, as after the roll call."""
    operations = tuple(
        operation
        for each in records.children(*_here(records))
        if each.attendance is Attendance.EXPECTED
        for operation in records.setting(each.id, "attendance", Attendance.PRESENT)
    )
    return Group(Message("Confirm that everyone expected is present"), operations)


def set_remote(records: Records, id: str, remote: bool) -> Group:
    """Return the group that says whether somebody takes part at a distance."""
    name = {"name": records.get(Participant, id).name}
    label = Message("Note that {name} takes part at a distance", name)
    if not remote:
        label = Message("Note that {name} is in the room", name)
    return Group(label, records.setting(id, "remote", remote))


def describe(records: Records, id: str, **values: Any) -> Group:
    """Return the group that changes what is said of somebody.

    ``values`` are of the fields name, organisation, title, party, standing, kind and note.
    Raises ``ValueError`` for any other field: those have verbs of their own.
    """
    if unknown := values.keys() - DESCRIPTIVE:
        raise ValueError(f"not set here: {sorted(unknown)}")
    participant = records.get(Participant, id)
    operations = tuple(
        operation
        for field, value in values.items()
        for operation in records.setting(id, field, value.strip() if type(value) is str else value)
    )
    return Group(Message("Change what is said of {name}", {"name": participant.name}), operations)


DESCRIPTIVE = frozenset({"name", "organisation", "title", "party", "standing", "kind", "note"})


def roster(body: Records, day: date | None) -> tuple[Membership, ...]:
    """Return the memberships of a day (None: all), members first, substitutes as they serve."""
    kinds = list(MemberKind)
    valid = [each for each in body.all(Membership) if _holds(each, day)]
    return tuple(
        sorted(valid, key=lambda each: (kinds.index(each.kind), each.service_order or 999))
    )


def meeting_day(records: Records) -> date | None:
    """Return the day of the meeting, where it is known."""
    return records.root(Meeting).day.day


def _here(records: Records) -> tuple[str, type[Participant]]:
    return records.root_id, Participant


def _insertion(
    records: Records, people: Records, body: Records, person_id: str, position: str
) -> tuple[Primitive, ...]:
    day = meeting_day(records)
    person = people.get(Person, person_id)
    memberships = [each for each in roster(body, day) if each.person_id == person_id]
    place = memberships[0] if memberships else None
    parties = [each for each in people.children(person_id, PartyMembership) if _holds(each, day)]
    decides = place is not None and place.kind is not MemberKind.STAFF
    participant = Participant(
        id=new_id(),
        owner_id=records.root_id,
        position=position,
        person_id=person_id,
        name=person.name,
        organisation=(place.represents if place else "") or person.organisation,
        title=person.title,
        party=parties[-1].party if parties else "",
        standing=Standing.DECISION_MAKER if decides else Standing.OTHER,
        kind=place.kind if place else None,
        attendance=Attendance.EXPECTED if place else Attendance.PRESENT,
    )
    if place is None or place.role is None:
        return (Insert(participant),)
    role = Role(id=new_id(), owner_id=participant.id, position=FIRST, kind=place.role)
    return (Insert(participant), Insert(role))


def _holds(row: Membership | PartyMembership, day: date | None) -> bool:
    if day is None:
        return row.until_day is None
    return (row.from_day is None or row.from_day <= day) and (
        row.until_day is None or day <= row.until_day
    )
