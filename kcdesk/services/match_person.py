"""Find the people of a meeting that comes from elsewhere among those of a library."""

from __future__ import annotations

from collections.abc import Iterable

from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.person import Person, PersonAlias
from kcdesk.domain.person_name import folded
from kcdesk.domain.records import Records


def matched_persons(persons: Records, library: Records) -> dict[str, str]:
    """Return the library's id of each person known there, by her id in ``persons``.

    Known is who has the same id; else who shares a name (aliases count) and the organisation, if
    that is one person alone. Nobody in the library is two people of the meeting.
    """
    incoming = persons.children(LIBRARY_ID, Person)
    found = {each.id: each.id for each in incoming if library.find(Person, each.id)}
    taken = set(found.values())
    for person in incoming:
        if person.id in found:
            continue
        names = _names(person, persons)
        same = [
            known.id
            for known in library.children(LIBRARY_ID, Person)
            if known.id not in taken
            and folded(known.organisation) == folded(person.organisation)
            and not names.isdisjoint(_names(known, library))
        ]
        if len(same) == 1:
            found[person.id] = same[0]
            taken.update(same)
    return found


def _names(person: Person, records: Records) -> set[str]:
    aliases: Iterable[PersonAlias] = records.children(person.id, PersonAlias)
    names = {folded(name) for name in (person.name, *(alias.name for alias in aliases))}
    return names - {""}
