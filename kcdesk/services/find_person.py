"""Finding people by what the keyboard gives: parts of names, initials, other spellings."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.participant import Participant
from kcdesk.domain.person import Person, PersonAlias
from kcdesk.domain.person_name import matching
from kcdesk.domain.records import Records
from kcdesk.services.edit_attendance import meeting_day, roster

_PARTICLES = ("af", "av", "da", "de", "del", "den", "der", "la", "van", "von")
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name as somebody typed it: "Anna Berg (S), Norråsa"."""

    name: str
    party: str = ""
    organisation: str = ""


def read_name(text: str) -> WrittenName:
    """Return the parts of a typed name: a party in brackets, an organisation after a comma."""
    rest, _, organisation = (part.strip() for part in text.partition(","))
    party = ""
    if rest.endswith(")") and "(" in rest:
        rest, _, party = rest[:-1].rpartition("(")
    return WrittenName(" ".join(rest.split()), party.strip(), " ".join(organisation.split()))


def is_full_name(text: str) -> bool:
    """Whether words look like somebody's name: two or more with capitals ("Carl von Linné")."""
    words = text.split()
    names = [word for word in words if word.lower() not in _PARTICLES]
    return len(names) >= 2 and len(words) <= _MOST_WORDS and all(map(_is_capitalised, names))


def _is_capitalised(word: str) -> bool:
    letters = word.replace("-", "").replace("’", "").replace("'", "")
    short = len(word.rstrip(".")) == 1  # "Anna K. Berg"
    rest = letters[1:]
    return word[0].isupper() and (short or (rest.isalpha() and not rest.isupper()))


def find_people(
    typed: str, meeting: Records, people: Records, body: Records, limit: int = 6
) -> tuple[Person, ...]:
    """Return who may be meant and is not on the meeting's list yet, the body's roster first.

    Aliases count; how letters fit is said in ``domain.person_name``. At most ``limit`` people.
    """
    listed = {each.person_id for each in meeting.children(meeting.root_id, Participant)}
    own = {each.person_id for each in roster(body, meeting_day(meeting))}
    offered = [
        (person, name, person.initials)
        for person in people.children(people.root_id, Person)
        if person.id not in listed
        for name in (person.name, *(each.name for each in people.children(person.id, PersonAlias)))
    ]
    found = sorted(matching(typed, offered), key=lambda each: each.id not in own)
    return tuple(found[:limit])
