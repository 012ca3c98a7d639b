"""Finding those on a meeting's list by a few letters, as one types them at the start of a line."""

from __future__ import annotations

from collections.abc import Iterator

from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.item import Item
from kcdesk.domain.participant import Attendance, Participant
from kcdesk.domain.person import Person, PersonAlias
from kcdesk.domain.person_name import Match, folded, match, matching
from kcdesk.domain.records import Records
from kcdesk.services.short_name import outer_initials, short_names

_NEAR = 0.9
"""How alike two names are that one is taken to be a slip for: "Norström", "Nordström"."""


def find_participants(typed: str, records: Records, people: Records) -> tuple[Participant, ...]:
    """Return who may be meant, best first: initials, first names, beginnings of names, aliases.

    Letters inside a name do not count: too much of what is written at the start of a line would
    be somebody. Who is shown by just these letters comes first.
    """
    shown = short_names(records, people)
    offered = [
        (each, name, initials)
        for each in records.children(records.root_id, Participant)
        for name, initials in _names(each, people, shown[each.id])
        if (fit := match(typed, name, initials)) is not None and fit is not Match.INSIDE
    ]
    called = folded(typed)
    return tuple(
        sorted(matching(typed, offered), key=lambda each: folded(shown[each.id]) != called)
    )


def spelt_nearly(name: str, records: Records) -> tuple[Participant, ...]:
    """Return those on the list whose names are nearly this whole name: a letter more or less."""
    from difflib import SequenceMatcher  # needed for few lines only

    written = folded(name)
    if " " not in written:
        return ()
    near = [
        (ratio, each)
        for each in records.children(records.root_id, Participant)
        if _NEAR <= (ratio := SequenceMatcher(None, written, folded(each.name)).ratio()) < 1
    ]
    return tuple(each for _ratio, each in sorted(near, key=_nearest))


def _nearest(found: tuple[float, Participant]) -> float:
    return -found[0]


def may_arrive(records: Records, item: Item, found: tuple[Participant, ...]) -> list[Participant]:
    """Return those found, who is not known to be there at an item first."""
    register = AttendanceRegister(records)

    def is_there(each: Participant) -> bool:
        confirmed = each.attendance is Attendance.PRESENT
        return confirmed and register.is_present(each, item)

    return sorted(found, key=is_there)


def may_leave(records: Records, item: Item, found: tuple[Participant, ...]) -> list[Participant]:
    """Return those found, who is there at an item first."""
    register = AttendanceRegister(records)
    return sorted(found, key=lambda each: not register.is_present(each, item))


def _names(participant: Participant, people: Records, shown: str) -> Iterator[tuple[str, str]]:
    person = people.find(Person, participant.person_id)
    initials = person.initials if person else ""
    yield participant.name, initials
    yield participant.name, "".join(word[0] for word in participant.name.split())  # "PM", not "PEM"
    yield participant.name, outer_initials(participant.name)  # "HH", not "HSH"
    yield participant.name, shown
    if person is not None:
        yield person.name, initials
        for alias in people.children(person.id, PersonAlias):
            yield alias.name, initials
