"""What is wrong with a file is told in one error that names the place; nothing else happens."""

from __future__ import annotations

import contextlib
import json
import uuid
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.block import Block
from kcdesk.domain.body import Body
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.participant import Participant
from kcdesk.domain.person import Person
from kcdesk.domain.richtext import Mark, Span, plain
from kcdesk.exchange import json_text
from kcdesk.exchange.limit import MAX_DEPTH
from kcdesk.exchange.reader import read_meeting
from kcdesk.exchange.refusal import Refused
from kcdesk.paths import resource

SAMPLE = resource("sample", "meeting.json").read_bytes()


def file(**meeting: Any) -> dict[str, Any]:
    """A small file with a meeting of these parts."""
    return {
        "format": "kcdesk-meeting",
        "version": 1,
        "body": {"id": "body"},
        "persons": [{"id": "anna", "name": "Anna"}],
        "meeting": {"id": "meeting", **meeting},
    }


def read(data: Any) -> Any:
    return read_meeting(json.dumps(data).encode())


def refused(data: Any) -> tuple[str, str]:
    """The place and the problem of what is refused."""
    content = data if isinstance(data, bytes) else json.dumps(data).encode()
    with pytest.raises(Refused) as caught:
        read_meeting(content)
    return caught.value.place, str(caught.value.problem)


# ---- what may be written by hand ---------------------------------------------------------


def test_short_keys_become_uuids_that_follow_from_the_file() -> None:
    data = file(participants=[{"id": "p", "person_id": "anna"}])
    one, again = read(data), read(data)
    assert one == again
    person = one.persons.all(Person)[0]
    assert str(uuid.UUID(person.id)) == person.id
    assert one.meeting.all(Participant)[0].person_id == person.id
    data["meeting"]["place"] = "Norråsa"
    assert read(data).persons.all(Person)[0].id != person.id


def test_uuids_are_kept_as_they_are() -> None:
    known = "3f2b8e0c-9f0f-4a53-8a55-7f6f5c1f2d11"
    data = file()
    data["meeting"]["id"] = known
    assert read(data).meeting.root_id == known


def test_an_id_may_be_left_out_where_nothing_refers_to_it() -> None:
    data = file(items=[{"title": "a"}, {"title": "b"}])
    del data["meeting"]["id"]
    first, second = read(data).meeting.all(Item)
    assert (first.title, second.title) == ("a", "b")
    assert first.id != second.id
    assert first.position < second.position
    assert [row.id for row in read(data).meeting] == [row.id for row in read(data).meeting]


def test_a_block_may_have_text_instead_of_spans() -> None:
    data = file(items=[{"sections": [{"blocks": [{"text": "Hej\nhej"}, {"kind": "bullet"}]}]}])
    first, second = read(data).meeting.all(Block)
    assert first.spans == plain("Hej\nhej")
    assert second.spans == ()


def test_spans_are_kept_in_their_one_stored_form() -> None:
    spans = [{"text": "a"}, {"text": ""}, {"text": "b"}, {"text": "c", "marks": ["italic", "bold"]}]
    data = file(items=[{"decisions": [{"blocks": [{"spans": spans}]}]}])
    assert read(data).meeting.all(Block)[0].spans == (
        Span("ab"),
        Span("c", (Mark.BOLD, Mark.ITALIC)),
    )


def test_the_meeting_belongs_to_the_body_of_the_file() -> None:
    bundle = read(file())
    assert bundle.meeting.root(Meeting).body_id == bundle.body.root_id


def test_persons_may_be_left_out() -> None:
    data = file()
    del data["persons"]
    assert len(read(data).persons) == 0


def test_what_is_not_known_may_be_null() -> None:
    data = file()
    data["body"]["seats"] = None
    assert read(data).body.root(Body).seats is None


def test_text_is_not_normalised() -> None:
    decomposed = "Ma\u030ans \u00a0"
    assert read(file(place=decomposed)).meeting.root(Meeting).place == decomposed


# ---- what is refused ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "this is not JSON: line 1, column 1"),
        (b"{", "this is not JSON: line 1, column 2"),
        (b'{"format": ', "this is not JSON: line 1, column 12"),
        (b'"\\', "this is not JSON: line 1, column 1"),
        (b"\xef\xbb\xbf{}", "the file begins with a byte order mark"),
        (b'{"a": "\xff"}', "the text is not UTF-8: byte 7 does not fit"),
        (
            "{}".encode("utf-16"),
            "the text is not UTF-8: byte 0 does not fit",
        ),
        (b"[]", 'this is no meeting file: "format" is not "kcdesk-meeting"'),
        (b'{"format": "other"}', 'this is no meeting file: "format" is not "kcdesk-meeting"'),
        (b"[" * 200_000, f"lists and objects stand more than {MAX_DEPTH} deep in each other"),
        (b'{"a":' * 200_000, f"lists and objects stand more than {MAX_DEPTH} deep in each other"),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_what_is_no_meeting_file_at_all(content: bytes, problem: str) -> None:
    assert refused(content) == ("", problem)


def test_brackets_in_texts_are_no_depth() -> None:
    assert read(file(place='[{"' * 500)).meeting.root(Meeting).place == '[{"' * 500


def test_a_string_without_end_is_scanned_once() -> None:
    # Were it scanned anew from each quotation mark, this would take hours.
    assert "this is not JSON" in refused(b'{"a": "' + b'\\"' * 2_000_000)[1]


def test_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "MAX_BYTES", 1024**2)
    assert refused(b" " * (1024**2 + 1)) == ("", "the file is larger than 1 MB")


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        ('"version": 1', '"version": 2', "version", "the file has version 2 of the format; this"),
        ('"version": 1', '"version": 0', "version", "expected a whole number"),
        ('"version": 1', '"version": true', "version", "expected a whole number"),
        ('"version": 1', '"version": "1"', "version", "expected a whole number"),
        ('"version": 1', '"version": 1, "extra": 2', "extra", "there is no such name"),
        ('"id": "body"', '"seats": NaN', "body.seats", "NaN is no value in JSON"),
        ('"id": "body"', '"seats": -Infinity', "body.seats", "-Infinity is no value in JSON"),
        ('"id": "body"', '"seats": 7.0', "body.seats", "expected a whole number"),
        ('"id": "body"', '"seats": ' + "7" * 5000, "body.seats", "this number is too large"),
        ('"id": "body"', '"seats": 99999999', "body.seats", "expected a whole number from 0 to"),
        ('"id": "body"', '"seats": true', "body.seats", "expected a whole number"),
        ('"id": "body"', '"accent": "red"', "body.accent", "expected a text of the form"),
        ('"id": "body"', '"name": "a", "name": "b"', "body.name", "this name stands here twice"),
        ('"id": "body"', '"name": "\\ud800"', "body.name", "a text holds a character"),
        ('"id": "body"', '"name": "\\u0000"', "body.name", "a text holds a character"),
        ('"id": "body"', '"\\udfff": ""', "body", "a name holds a character"),
        ('"id": "body"', '"\\u001b[2J": 1', "body.?[2J", "there is no such name"),
        ('"id": "body"', '"id": null', "body.id", "expected a text of 1 to 100 characters"),
        ('"id": "body"', '"id": ""', "body.id", "expected a text of 1 to 100 characters"),
        ('"id": "body"', f'"id": "{"x" * 101}"', "body.id", "expected a text of 1 to 100"),
        ('"id": "body"', '"id": "anna"', "persons[0].id", "another row has the same id"),
        ('"id": "body"', '"owner_id": "x"', "body.owner_id", "there is no such name"),
        ('"id": "body"', '"position": "x"', "body.position", "there is no such name"),
        ('"id": "body"', '"items": []', "body.items", "there is no such name"),
        ('"id": "body"', '"boards": {}', "body.boards", "expected a list"),
        ('"id": "body"', '"boards": [7]', "body.boards[0]", "expected an object"),
        ('"id": "body"', '"regime": "king"', "body.regime", "expected one of council, "),
        ('"body": {"id": "body"}, ', "", "body", "expected an object with named values"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_what_is_wrong_is_named_with_its_place(
    old: str, new: str, place: str, problem: str
) -> None:
    content = json.dumps(file()).replace(old, new, 1)
    found_place, found_problem = refused(content.encode())
    assert found_place == place
    assert found_problem.startswith(problem)


@pytest.mark.parametrize(
    ("meeting", "place", "problem"),
    [
        ({"body_id": "body"}, "meeting.body_id", "there is no such name"),
        ({"day": "2026-11-12"}, "meeting.day", "expected an object"),
        ({"day": {"day": "2026-02-30"}}, "meeting.day.day", "expected a day such as"),
        ({"day": {"day": "20260302"}}, "meeting.day.day", "expected a day such as"),
        ({"planned_start": {"time": "24:00"}}, "meeting.planned_start.time", "expected a time"),
        ({"planned_start": {}}, "meeting.planned_start.time", "expected a value, which is"),
        ({"remote": 1}, "meeting.remote", "expected true or false"),
        ({"place": None}, "meeting.place", "expected a text"),
        ({"day": {"weekday": 1}}, "meeting.day.weekday", "expected nothing by this name"),
        (
            {"items": [{}, {"decisions": [{"blocks": [{}, {"kind": "verse"}]}]}]},
            "meeting.items[1].decisions[0].blocks[1].kind",
            "expected one of paragraph",
        ),
        (
            {"items": [{"sections": [{"blocks": [{"text": "a", "spans": []}]}]}]},
            "meeting.items[0].sections[0].blocks[0].text",
            'a block has either "text" or "spans"',
        ),
        (
            {"items": [{"sections": [{"blocks": [{"text": 1}]}]}]},
            "meeting.items[0].sections[0].blocks[0].text",
            "expected a text",
        ),
        (
            {"items": [{"recusals": [{"participant_id": "nobody"}]}]},
            "meeting.items[0].recusals[0].participant_id",
            'expected the id of a row in this file: "participants"',
        ),
        (
            {"items": [{"recusals": [{"participant_id": "anna"}]}]},
            "meeting.items[0].recusals[0].participant_id",
            'expected the id of a row in this file: "participants"',
        ),
        (
            {"items": [{"motions": [{"movers": ["nobody"]}]}]},
            "meeting.items[0].motions[0].movers[0]",
            'expected the id of a row in this file: "participants"',
        ),
        (
            {"items": [{"motions": [{"movers": "nobody"}]}]},
            "meeting.items[0].motions[0].movers",
            "expected a list",
        ),
        (
            {"items": [{"id": "i"}, {"items": [{"id": "i"}]}]},
            "meeting.items[1].items[0].id",
            "another row has the same id",
        ),
        (
            {"items": [{"id": "00000000-0000-4000-8000-000000000001"}]},
            "meeting.items[0].id",
            "another row has the same id",
        ),
        (
            {"attachments": [{"sha256": "../../etc/passwd"}]},
            "meeting.attachments[0].sha256",
            "expected a text of the form",
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_wrong_with_a_meeting_is_named_with_its_place(
    meeting: dict[str, Any], place: str, problem: str
) -> None:
    found_place, found_problem = refused(file(**meeting))
    assert found_place == place
    assert found_problem.startswith(problem)


def test_the_error_reads_as_a_sentence() -> None:
    with pytest.raises(Refused) as caught:
        read(file(remote=1))
    assert str(caught.value) == "meeting.remote: expected true or false"


# ---- whatever comes ----------------------------------------------------------------------


@given(st.binary(max_size=200))
def test_any_bytes_are_refused_without_another_error(content: bytes) -> None:
    with pytest.raises(Refused):
        read_meeting(content)


@given(st.integers(0, len(SAMPLE)), st.integers(0, 40), st.binary(max_size=6))
def test_a_damaged_file_is_read_or_refused(at: int, length: int, put: bytes) -> None:
    damaged = SAMPLE[:at] + put + SAMPLE[at + length :]
    with contextlib.suppress(Refused):
        read_meeting(damaged)
