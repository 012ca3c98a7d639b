"""Let somebody belong to a body by writing her name; new people join the library."""

from __future__ import annotations

from kcdesk.domain.operation import Insert
from kcdesk.domain.person import Person, PersonAlias
from kcdesk.domain.person_name import folded
from kcdesk.domain.records import Records
from kcdesk.services.create_person import create_person
from kcdesk.services.read_member import read_member
from kcdesk.services.session import EditingSession


def enlist_person(people: EditingSession, text: str) -> Person:
    """Return the person that a line means (``read_member``), added where she is new.

    Raises ``ValueError`` when there is no name in the text.
    """
    written = read_member(text)
    name, organisation = written.name, written.organisation
    known = known_person(people.records, name, organisation)
    if known is not None:
        return known
    group = create_person(people.records, name, organisation=organisation)
    people.perform(group)
    insert = group.operations[0]
    assert isinstance(insert, Insert)
    return people.records.get(Person, insert.row.id)


def known_person(library: Records, name: str, organisation: str = "") -> Person | None:
    """Return the one person with a name or alias, of an organisation where that is given."""
    wanted, at = folded(name), folded(organisation)
    found = [
        person
        for person in library.children(library.root_id, Person)
        if wanted in map(folded, spellings(library, person))
        and at in ("", folded(person.organisation))
    ]
    return found[0] if len(found) == 1 else None


def spellings(library: Records, person: Person) -> tuple[str, ...]:
    """Return a person's name and her aliases."""
    return (person.name, *(alias.name for alias in library.children(person.id, PersonAlias)))
