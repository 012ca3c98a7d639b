"""The few letters by which each person of a meeting is shown and called: "PM", "HSu"."""

from __future__ import annotations

from collections import Counter

from kcdesk.domain.participant import Participant
from kcdesk.domain.person import Person
from kcdesk.domain.person_name import folded, initials
from kcdesk.domain.records import Records


def short_names(records: Records, people: Records) -> dict[str, str]:
    """Return the letters for each participant by her id; no two have the same ones.

    Her own initials where she has some, else those of her first and last name ("Per-Erik Modin"
    is PM). Who would share them is told apart by all initials, then by more of the last name,
    and where that is the same too, by a number.
    """
    waiting = {
        each.id: _ways(each, people) for each in records.children(records.root_id, Participant)
    }
    found: dict[str, str] = {}
    for ways in zip(*waiting.values(), strict=True):
        wanted = {id: way for id, way in zip(waiting, ways, strict=True) if id not in found}
        often = Counter(folded(each) for each in (*wanted.values(), *found.values()))
        found |= {id: way for id, way in wanted.items() if way and often[folded(way)] == 1}
    taken = {folded(each) for each in found.values()}
    for id, (_own, outer, *_longer) in waiting.items():
        number = 2
        while id not in found:
            letters = f"{outer}{number}" if outer else ""
            if not letters or letters.lower() not in taken:
                found[id] = letters
                taken.add(letters.lower())
            number += 1
    return {id: found[id] for id in waiting}


def outer_initials(name: str) -> str:
    """Return the first letters of the first and the last word: "Per-Erik Modin" → "PM"."""
    words = name.split()
    return "".join(word[0].upper() for word in (words[:1] + words[1:][-1:]))


def _ways(participant: Participant, people: Records) -> tuple[str, ...]:
    """Return how somebody may be shortened, the likeliest first; always as many ways."""
    person = people.find(Person, participant.person_id)
    name = participant.name
    outer, last = outer_initials(name), name.split()[-1:]
    more = last[0] if last else ""
    return (
        person.initials if person else "",
        outer,
        initials(name),
        outer + more[1:2],
        outer + more[1:3],
    )
