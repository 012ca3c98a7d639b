"""A new person in the library's roster."""

from __future__ import annotations

from datetime import date

from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.person import PartyMembership, Person
from kcdesk.domain.position import FIRST
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id


def create_person(
    library: Records,
    name: str,
    *,
    organisation: str = "",
    title: str = "",
    party: str = "",
    party_from: date | None = None,
) -> Group:
    """Add a person; the first operation of the group inserts her."""
    person = Person(
        id=new_id(),
        owner_id=library.root_id,
        position=library.next_position(library.root_id, Person),
        name=name,
        organisation=organisation,
        title=title,
    )
    operations: tuple[Insert, ...] = (Insert(person),)
    if party:
        membership = PartyMembership(
            id=new_id(), owner_id=person.id, position=FIRST, party=party, from_day=party_from
        )
        operations = (*operations, Insert(membership))
    return Group(Message("Add {name}", {"name": name}), operations)
