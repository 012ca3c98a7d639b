"""Read people as they are written in one line: "Anna Berg, MH eller Samordnaren"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.participant import Participant
from kcdesk.domain.person import Person, PersonAlias
from kcdesk.domain.person_name import initials
from kcdesk.domain.records import Records
from kcdesk.services.short_name import outer_initials, short_names

_QUOTED = re.compile(r"[\"”“»](?P<name>[^\"”“»]+)[\"”“»]?")
_EITHER = re.compile(r"\s+(?:eller|or)\s+", re.IGNORECASE)
_AND = r"|\s+(?:eller|or|och|and)\s+"
_BREAK = re.compile(r"\s*[,;]\s*" + _AND, re.IGNORECASE)
_SEMICOLON = re.compile(r"\s*;\s*" + _AND, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """Somebody by name; ``participant_id`` where it is one of those at the meeting."""

    name: str
    participant_id: str | None = None


@dataclass(frozen=True, slots=True)
class NamedPeople:
    """Several, and whether any one of them is meant ("Mona eller Emma")."""

    people: tuple[NamedPerson, ...] = ()
    any_of: bool = False


def directory(meeting: Records, library: Records) -> dict[str, str]:
    """Return what finds a participant, in lower case, with her id: names, initials and aliases.

    What would find two people finds none; a full name always does, and the letters that somebody
    is shown by.
    """
    found: dict[str, str] = {}
    twice: set[str] = set()
    participants = meeting.children(meeting.root_id, Participant)
    for each in participants:
        for key in _keys(each, library):
            if found.setdefault(key, each.id) != each.id:
                twice.add(key)
    known = {key: id for key, id in found.items() if key not in twice}
    letters = short_names(meeting, library)
    shown = {letters[each.id].lower(): each.id for each in participants if letters[each.id]}
    whole = {each.name.lower(): each.id for each in reversed(participants) if each.name}
    return known | shown | whole


def read_people(text: str, known: Mapping[str, str], names: Mapping[str, str]) -> NamedPeople:
    """Return who a line names. ``known`` is a directory; ``names`` gives each id its full name.

    What stands in quotes is one name ('"Hall, Eva", Per'), and where there are semicolons, commas
    belong to the names ("Hall, strateg; Per").
    """
    whole: list[str] = []

    def kept(found: re.Match[str]) -> str:
        whole.append(found["name"].strip())
        return f"\0{len(whole) - 1}\0"

    bare = _QUOTED.sub(kept, text.replace("\0", "")).strip()
    people = []
    for part in (_SEMICOLON if ";" in bare else _BREAK).split(bare):
        name = re.sub(r"\0(\d+)\0", lambda found: whole[int(found[1])], part).strip()
        if name:
            id = known.get(name.lower())
            people.append(NamedPerson(names[id], id) if id else NamedPerson(name))
    return NamedPeople(tuple(people), bool(_EITHER.search(bare)) and len(people) > 1)


def written(people: Sequence[NamedPerson], *, either: str = "") -> str:
    """Return people as one line that reads back as the same; ``either`` joins alternatives
    ("eller"). A name that would be taken apart is put in quotes.
    """
    names = [whole_name(person.name) for person in people]
    return f" {either} ".join(names) if either else ", ".join(names)


def whole_name(name: str) -> str:
    """Return a name as a line of names holds it: in quotes where it has a comma or an "och"."""
    return f'"{name}"' if _BREAK.search(name) else name


def named(records: Records, participant_ids: Iterable[str]) -> tuple[NamedPerson, ...]:
    """Return participants by name; those who are gone are left out."""
    rows = (records.find(Participant, id) for id in participant_ids)
    return tuple(NamedPerson(row.name, row.id) for row in rows if row is not None)


def participant_names(records: Records) -> dict[str, str]:
    """Return the name of each participant by her id."""
    return {each.id: each.name for each in records.children(records.root_id, Participant)}


def _keys(participant: Participant, library: Records) -> set[str]:
    words = participant.name.split()
    keys = {
        participant.name,
        initials(participant.name),
        outer_initials(participant.name),
        "".join(word[0] for word in words),
    }
    if words:
        keys.add(words[0])
    person = library.find(Person, participant.person_id)
    if person is not None and library.root_id == LIBRARY_ID:
        keys |= {person.name, person.initials}
        keys |= {alias.name for alias in library.children(person.id, PersonAlias)}
    return {key.lower() for key in keys if key}
