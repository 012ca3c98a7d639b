"""Put people on a meeting's list as they are written: one line, or a list pasted from elsewhere."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kcdesk.domain.body import Membership, RoleKind
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Primitive
from kcdesk.domain.participant import Participant, Role
from kcdesk.domain.person import Person
from kcdesk.domain.person_name import folded
from kcdesk.domain.position import FIRST
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.services.edit_attendance import add_participant, add_person
from kcdesk.services.enlist_member import spellings
from kcdesk.services.find_person import read_name
from kcdesk.services.read_member import read_member

_BULLET = re.compile(r"^\s*(?:[-–•*·]|\d{1,3}[.)])\s+")
_TABS = re.compile(r"\s*\t\s*")


@dataclass(frozen=True, slots=True)
class WrittenParticipant:
    """Somebody as a line tells: "Anna Berg (S), Norråsa kommun, sekreterare"."""

    name: str
    party: str = ""
    organisation: str = ""
    role: RoleKind | None = None


def read_participant(line: str) -> WrittenParticipant:
    """Read one line; a bullet or a number before the name is none of it, tabs part as commas do."""
    plain = _TABS.sub(", ", _BULLET.sub("", line)).strip()
    first, comma, rest = plain.partition(",")
    named = read_name(first)
    if not named.name:
        return WrittenParticipant("")
    member = read_member(f"{named.name}{comma}{rest}")
    return WrittenParticipant(named.name, named.party, member.organisation, member.role)


def listed_already(records: Records, written: WrittenParticipant) -> Participant | None:
    """Return who stands on the list by that very name, of an organisation where both have one."""
    wanted, at = folded(written.name), folded(written.organisation)
    for each in records.children(records.root_id, Participant):
        theirs = folded(each.organisation)
        if folded(each.name) == wanted and (not at or not theirs or at == theirs):
            return each
    return None


def list_people(records: Records, people: Records, body: Records, text: str) -> Group:
    """Return the group that adds the people of a text, one a line, in its order.

    Who is in the library comes as she is there; who stands on the list already is passed over.
    Each one's first operation inserts the participant.
    """
    operations: list[Primitive] = []
    grown, names = records, []
    for written in map(read_participant, text.splitlines()):
        if not written.name or listed_already(grown, written):
            continue
        made = _insertion(grown, people, body, written)
        operations += made
        grown = grown.apply(Group(Message("Add {name}", {"name": written.name}), made))
        names.append(written.name)
    if len(names) == 1:
        return Group(Message("Add {name}", {"name": names[0]}), tuple(operations))
    return Group(Message("Add {count} people", {"count": len(names)}), tuple(operations))


def _known(people: Records, body: Records, written: WrittenParticipant) -> Person | None:
    """Return the one person of the library who is meant: of no other organisation than is said."""
    wanted, at = folded(written.name), folded(written.organisation)
    found = []
    for person in people.children(people.root_id, Person):
        if wanted in map(folded, spellings(people, person)):
            belongs = [each.represents for each in body.all(Membership)
                       if each.person_id == person.id]  # fmt: skip
            known_at = {folded(each) for each in (person.organisation, *belongs) if each}
            if not at or not known_at or at in known_at:
                found.append(person)
    return found[0] if len(found) == 1 else None


def _insertion(
    records: Records, people: Records, body: Records, written: WrittenParticipant
) -> tuple[Primitive, ...]:
    known = _known(people, body, written)
    if known is not None:
        return add_person(records, people, body, known.id).operations
    made = add_participant(
        records, written.name, organisation=written.organisation, party=written.party
    ).operations
    if written.role is None:
        return made
    first = made[0]
    assert isinstance(first, Insert)
    role = Role(id=new_id(), owner_id=first.row.id, position=FIRST, kind=written.role)
    return (*made, Insert(role))
