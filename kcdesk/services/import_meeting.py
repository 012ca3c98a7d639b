"""Bring a meeting from elsewhere into a library, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from kcdesk.domain.body import Body
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.person import Person
from kcdesk.domain.position import between
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.services.bundle import MeetingBundle, referring, same_content
from kcdesk.services.export_meeting import export_meeting
from kcdesk.services.match_person import matched_persons
from kcdesk.services.ports import Importer, Journal, Shelf


class ImportTarget(Journal, Shelf, Importer, Protocol):
    """A library that meetings can be brought into."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did. Nothing at all where the meeting was there already, the same."""

    meeting_id: str
    body_id: str
    already_there: bool = False
    new_body: bool = False
    new_persons: int = 0


def import_meeting(bundle: MeetingBundle, library: ImportTarget) -> Imported:
    """Bring in a meeting, with its body and people where the library does not know them.

    The body is known by its id, else by its organisation and name; people are known by id, else
    by name and organisation. What is known stays as it is in the library. Open sessions of the
    library's stream must be reloaded afterwards.

    Raises ``UserFacingError`` where the meeting is there already but different, or where it or its
    body is in the bin; then nothing has happened.
    """
    _refuse_binned(bundle, library)
    shared = library.load(LIBRARY_ID)
    persons = matched_persons(bundle.persons, shared)
    body_id = _known_body(bundle.body.root(Body), library)
    ids: dict[str, str | None] = {**persons}
    ids[bundle.body.root_id] = body_id or bundle.body.root_id
    meeting = _renamed(bundle.meeting, ids)
    found = Imported(
        meeting.root_id,
        body_id or bundle.body.root_id,
        new_body=body_id is None,
        new_persons=len(bundle.persons.children(LIBRARY_ID, Person)) - len(persons),
    )
    if meeting.root_id in {each.id for each in library.meetings()}:
        _check_same(meeting, library)
        return replace(found, already_there=True, new_body=False, new_persons=0)
    streams = [_beginning(Message("Import meeting"), meeting)]
    if body_id is None:
        streams.insert(0, _beginning(Message("Import body"), _renamed(bundle.body, ids)))
    library.bring_in(_new_persons(bundle.persons, persons, shared), streams)
    return found


def _refuse_binned(bundle: MeetingBundle, library: Shelf) -> None:
    binned = {each.id for each in library.binned()}
    if bundle.meeting.root_id in binned:
        what = Message("The meeting is in the library's bin.")
    elif bundle.body.root_id in binned:
        what = Message("The meeting's body is in the library's bin.")
    else:
        return
    raise UserFacingError(
        what,
        safe=Message("Nothing was imported."),
        remedy=Message("Take it out of the bin first."),
    )


def _known_body(body: Body, library: Shelf) -> str | None:
    known = library.bodies()
    if body.id in {each.id for each in known}:
        return body.id
    same = [
        each.id
        for each in known
        if (each.organisation, each.name) == (body.organisation, body.name)
    ]
    return same[0] if same else None


def _check_same(meeting: Records, library: Journal) -> None:
    if same_content(export_meeting(meeting.root_id, library).meeting, meeting):
        return
    raise UserFacingError(
        Message("The meeting is in the library already, and differs from the file."),
        safe=Message("Nothing was imported."),
        remedy=Message(
            "Put the meeting in the library in the bin, or import into another library."
        ),
    )


def _renamed(records: Records, ids: dict[str, str | None]) -> Records:
    return Records(records.root_id, (referring(row, ids) for row in records))


def _beginning(label: Message, stream: Records) -> Group:
    """Return the first group of a stream: all its rows, owners first."""
    return Group(label, tuple(Insert(row) for row in stream.subtree(stream.root_id)))


def _new_persons(persons: Records, known: dict[str, str], shared: Records) -> Group:
    rows: list[Row] = []
    position = shared.next_position(LIBRARY_ID, Person)
    for person in persons.children(LIBRARY_ID, Person):
        if person.id not in known:
            _, *owned = persons.subtree(person.id)
            rows += [replace(person, position=position), *owned]
            position = between(position, "")
    return Group(Message("Import people"), tuple(Insert(row) for row in rows))
