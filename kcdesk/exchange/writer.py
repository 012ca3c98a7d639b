"""A meeting as a file: the same bytes for the same content."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kcdesk.domain.block import Block
from kcdesk.domain.body import Body, Membership
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.participant import Participant
from kcdesk.domain.person import Person
from kcdesk.domain.plain import to_plain
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import normal
from kcdesk.domain.row import Row
from kcdesk.exchange.shape import BODY, FORMAT, MEETING, PERSONS, VERSION, file_fields, file_lists
from kcdesk.services.bundle import MeetingBundle


def write_meeting(bundle: MeetingBundle) -> bytes:
    """Return the file of a meeting: UTF-8 JSON with stable order, ended by a new line."""
    return as_bytes(meeting_data(bundle))


def meeting_data(bundle: MeetingBundle) -> dict[str, Any]:
    """Return the content of a meeting's file as plain data."""
    return {
        "format": FORMAT,
        "version": VERSION,
        BODY: row_data(bundle.body, bundle.body.root(Body)),
        PERSONS: [row_data(bundle.persons, person) for person in _by_mention(bundle)],
        MEETING: row_data(bundle.meeting, bundle.meeting.root(Meeting)),
    }


def row_data(records: Records, row: Row) -> dict[str, Any]:
    """Return a row and all it owns as plain data, without what follows from its place."""
    if isinstance(row, Block):
        row = replace(row, spans=normal(row.spans))
    plain = to_plain(row)
    data = {name: plain[name] for name in file_fields(type(row)) if name in plain}
    for cls in file_lists(type(row)):
        if owned := records.children(row.id, cls):
            data[cls.plural] = [row_data(records, each) for each in owned]
    return data


def as_bytes(data: Any) -> bytes:
    """Return plain data as the bytes of a JSON file."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _by_mention(bundle: MeetingBundle) -> Iterable[Person]:
    """Return the people in the order in which body and meeting name them, then any others.

    Their order in a library depends on what else it holds, so it cannot be the order of a file.
    """
    named: Iterable[str | None] = (
        *(each.person_id for each in bundle.body.all(Membership)),
        *(each.person_id for each in bundle.meeting.all(Participant)),
        *(each.id for each in bundle.persons.all(Person)),
    )
    found = (bundle.persons.find(Person, id) for id in dict.fromkeys(named))
    return (person for person in found if person is not None)
