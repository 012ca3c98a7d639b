"""What arrives is what was sent, however little of it travelled."""

from __future__ import annotations

import pickle
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.documents.row_delta import DeltaReader, DeltaWriter
from kcdesk.domain.body import Body
from kcdesk.domain.item import Item
from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.records import Records
from kcdesk.domain.seal import read_seal, seal_text
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.document_choice import DocumentChoice
from kcdesk.services.edit_meeting import set_place
from kcdesk.services.preview import ALONE, Company, PreviewRequest
from tests.domain.test_seal import HEAD, out

BODY = Records("b", [Body(id="b")])
PEOPLE = Records(LIBRARY_ID)


def request(revision: int, meeting: Records) -> PreviewRequest:
    return PreviewRequest(revision, MeetingBundle(BODY, PEOPLE, meeting), DocumentChoice())


def item(id: str, title: str) -> Item:
    return Item(id=id, owner_id="m", position=f"{id}V", title=title)


meetings = st.dictionaries(st.sampled_from("abcdef"), st.text(max_size=3)).map(
    lambda titles: Records("m", [Meeting(id="m"), *(item(*each) for each in titles.items())])
)


@given(st.lists(meetings, min_size=1, max_size=6))
def test_any_meetings_one_after_another_arrive_whole(sent):
    writer, reader = DeltaWriter(), DeltaReader()
    for revision, meeting in enumerate(sent):
        delta = pickle.loads(pickle.dumps(writer.write(request(revision, meeting))))
        assert reader.read(delta) == request(revision, meeting)


def test_only_what_changed_travels():
    writer = DeltaWriter()
    meeting = Records("m", [Meeting(id="m"), *(item(f"i{n}", "Title") for n in range(99))])
    assert len(writer.write(request(1, meeting)).streams[2].changed) == 100
    meeting = meeting.apply(set_place(meeting, "Bjursele"))
    meeting = meeting.apply(Group(Message("Add"), (Insert(item("new", "New")),)))
    meeting = meeting.apply(Group(Message("Remove"), meeting.removal("i7")))
    body, persons, rows = writer.write(request(2, meeting)).streams
    assert (body.changed, persons.changed) == ((), ())
    assert {row.id for row in rows.changed} == {"m", "new"}
    assert rows.removed == ("i7",)


def test_what_is_sealed_travels_once():
    text = seal_text(HEAD, out(Records("m", [Meeting(id="m")])), BODY)
    sealed = (read_seal(text),)
    meeting = Records("m", [Meeting(id="m")])
    writer, reader = DeltaWriter(), DeltaReader()
    for revision, now in enumerate((sealed, sealed, (), sealed)):
        asked = PreviewRequest(
            revision, MeetingBundle(BODY, PEOPLE, meeting, now), DocumentChoice()
        )
        delta = pickle.loads(pickle.dumps(writer.write(asked)))
        assert (delta.sealed is None) == (revision == 1)
        assert reader.read(delta) == asked


def test_company_travels_once_and_arrives_with_every_request():
    spring = MeetingBundle(BODY, PEOPLE, Records("s", [Meeting(id="s")]))
    company = Company((spring,), {"key": b"content"})
    meeting = Records("m", [Meeting(id="m")])
    writer, reader = DeltaWriter(), DeltaReader()

    def travelled(revision, company):
        asked = replace(request(revision, meeting), company=company)
        sent = writer.write(asked)
        return asked, sent, reader.read(pickle.loads(pickle.dumps(sent)))

    for revision in (1, 2):
        asked, sent, read = travelled(revision, company)
        assert read == asked
        assert (sent.company is None) == (revision == 2)
    asked, sent, read = travelled(3, ALONE)
    assert read == asked
    assert read.company == ALONE
