"""What goes out comes back, byte for byte."""

from __future__ import annotations

import json
import uuid
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.body import Body, Membership
from kcdesk.domain.catalogue import ROW_TYPES
from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.participant import Participant
from kcdesk.domain.person import Person
from kcdesk.domain.records import Records
from kcdesk.exchange.reader import read_meeting
from kcdesk.exchange.shape import file_fields, file_lists
from kcdesk.exchange.writer import write_meeting
from kcdesk.paths import resource
from kcdesk.services.bundle import MeetingBundle, same_content
from kcdesk.services.export_meeting import bundled
from tests.strategies import records

SAMPLES = ("meeting", "notes", "october")


@st.composite
def bundles(draw: st.DrawFn) -> MeetingBundle:
    """A meeting, its body and a library, as they may stand in a file."""
    library = draw(records(root="library", max_rows=5))
    body = draw(records(root="body", max_rows=4))
    meeting = draw(records(max_rows=16))
    people = [row.id for row in library.all(Person)] or [str(uuid.UUID(int=1))]
    someone = st.sampled_from(people)

    def naming(stream: Records, cls: type[Membership | Participant]) -> Records:
        return Records(
            stream.root_id,
            [
                replace(row, person_id=draw(st.none() | someone)) if isinstance(row, cls) else row
                for row in stream
            ],
        )

    root = replace(meeting.root(Meeting), body_id=body.root_id)
    meeting = Records(meeting.root_id, [root, *(row for row in meeting if row.owner_id)])
    return bundled(naming(meeting, Participant), naming(body, Membership), library)


@given(bundles())
def test_export_import_export_is_byte_equal_and_loses_no_row(bundle: MeetingBundle) -> None:
    written = write_meeting(bundle)
    read = read_meeting(written)
    assert write_meeting(read) == written
    assert same_content(read.meeting, bundle.meeting)
    assert same_content(read.body, bundle.body)
    assert {row.id for row in read.persons} == {row.id for row in bundle.persons}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_are_read_and_written_alike(name: str) -> None:
    written = write_meeting(read_meeting(resource("sample", f"{name}.json").read_bytes()))
    assert write_meeting(read_meeting(written)) == written


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_in_a_sample_is_lost(name: str) -> None:
    content = resource("sample", f"{name}.json").read_bytes()
    texts = set(_texts(json.loads(content)))
    assert texts - set(_texts(json.loads(write_meeting(read_meeting(content))))) == set()


def test_lists_and_fields_of_a_row_never_share_a_name() -> None:
    for cls in ROW_TYPES.values():
        names = [*file_fields(cls), *(owned.plural for owned in file_lists(cls))]
        assert len(names) == len(set(names)), cls


def test_people_stand_in_the_order_in_which_they_are_named() -> None:
    anna, bo, cia = (str(uuid.UUID(int=n)) for n in (3, 2, 1))
    persons = Records(
        LIBRARY_ID,
        [
            Person(id=id, owner_id=LIBRARY_ID, position=str(n))
            for n, id in enumerate((cia, bo, anna))
        ],
    )
    body = Records("b", [Body(id="b"), Membership(id="m", owner_id="b", person_id=bo)])
    meeting = Records(
        "x",
        [
            Meeting(id="x", body_id="b"),
            Participant(id="p", owner_id="x", position="1", person_id=anna),
            Participant(id="q", owner_id="x", position="2", person_id=bo),
        ],
    )
    data = json.loads(write_meeting(MeetingBundle(body, persons, meeting)))
    assert [each["id"] for each in data["persons"]] == [bo, anna, cia]


def _texts(data: object) -> list[str]:
    """All texts but ids, references and the like: whatever people wrote."""
    if isinstance(data, dict):
        return [t for k, v in data.items() if not k.endswith("id") for t in _texts(v)]
    if isinstance(data, list):
        return [t for each in data for t in _texts(each)]
    return [data] if isinstance(data, str) and " " in data else []
