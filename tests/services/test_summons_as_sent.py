"""A kallelse that was sent is made again as it was sent, whatever the rows say by now."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from typing import Any

import pytest

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.body import Body
from kcdesk.domain.item import Item
from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.meeting_state import MeetingState
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.document_choice import Copy, Document, DocumentChoice
from kcdesk.services.edit_agenda import add_item
from kcdesk.services.remove_item import remove_item
from kcdesk.services.send_summons import sent_summons, summons_text
from kcdesk.services.summons_as_sent import to_print
from tests.domain.meetings import items, meeting

DAY = date(2026, 11, 2)
SUMMONS = DocumentChoice(Document.SUMMONS)
BODY = Records("b", [Body(id="b", name="Styrelsen")])


class Kept:
    """The library's files."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def send(self, records: Records) -> Records:
        content = summons_text(records, BODY).encode()
        name = sha256(content).hexdigest()
        self.files[name] = content
        return records.apply(sent_summons(records, name, DAY))

    def read(self, name: str) -> bytes:
        return self.files[name]


def changed(records: Records, id: str, **fields: Any) -> Records:
    for name, value in fields.items():
        records = records.apply(Group(Message("x"), records.setting(id, name, value)))
    return records


def bundle(records: Records) -> MeetingBundle:
    body = changed(BODY, "b", name="Direktionen")
    return MeetingBundle(body, Records(LIBRARY_ID), records)


def printed(
    records: Records, read: Callable[[str], bytes], choice: DocumentChoice = SUMMONS
) -> list[tuple[str, str]]:
    """The announced items of what is printed, with their numbers."""
    made = to_print(bundle(records), choice, read).meeting
    rows = made.children(made.root_id, Item)
    return [(each.title, each.agenda_number) for each in rows if each.announced]


def agenda() -> Records:
    records = meeting(*items("1 2"))
    return changed(changed(records, "1", title="Budget"), "2", title="Val")


def test_it_is_printed_as_it_was_sent() -> None:
    kept = Kept()
    records = kept.send(agenda())
    records = changed(records, "1", title="Budget 2027", announced=False)
    records = changed(records, "m", place="Annan sal")
    records = records.apply(remove_item(records, "2"))
    assert printed(records, kept.read) == [("Budget", "1"), ("Val", "")]
    made = to_print(bundle(records), SUMMONS, kept.read)
    assert made.meeting.root(Meeting).place == agenda().root(Meeting).place
    assert made.body.root(Body).name == "Styrelsen"


def test_before_it_is_sent_and_for_other_documents_the_rows_are_printed() -> None:
    kept = Kept()
    fresh = bundle(agenda())
    assert to_print(fresh, SUMMONS, kept.read) is fresh
    sent = bundle(kept.send(agenda()))
    assert to_print(sent, DocumentChoice(Document.PROTOCOL), kept.read) is sent


def test_a_further_one_is_printed_from_the_rows_until_it_is_sent() -> None:
    kept = Kept()
    records = kept.send(agenda())
    records = records.apply(add_item(records, "2", "Nytt"))
    late = records.children("m", Item)[-1].id
    records = changed(records, "1", title="Budget 2027")
    assert printed(records, kept.read) == [("Budget", "1"), ("Val", "2")]
    preparing = changed(records, late, announced=True)
    assert printed(preparing, kept.read)[0] == ("Budget 2027", "1")
    again = changed(kept.send(records), "1", title="Budget 2028")
    shown = [("Budget 2027", "1"), ("Val", "2"), ("Nytt", "3")]
    assert printed(again, kept.read) == shown


def test_a_public_copy_is_printed_from_the_rows() -> None:
    """What was marked as secret since must not be in it."""
    kept = Kept()
    records = changed(kept.send(agenda()), "1", secret=True)
    made = bundle(records)
    assert to_print(made, DocumentChoice(Document.SUMMONS, copy=Copy.PUBLIC), kept.read) is made


def test_a_package_holds_the_kallelse_as_it_was_sent() -> None:
    kept = Kept()
    records = changed(kept.send(agenda()), "1", title="Budget 2027")
    package = DocumentChoice(Document.PACKAGE)
    of_kallelse = DocumentChoice(Document.PACKAGE, base=Document.SUMMONS)
    assert printed(records, kept.read, package)[0][0] == "Budget"
    done = changed(records, "m", state=MeetingState.REVIEW)
    assert printed(done, kept.read, package)[0][0] == "Budget 2027"
    assert printed(done, kept.read, of_kallelse)[0][0] == "Budget"


@pytest.mark.parametrize("content", [None, b"no json", b"[]", b'{"format": "x", "version": 1}'])
def test_where_the_kept_text_cannot_be_read_the_rows_are_printed(
    content: bytes | None, caplog: pytest.LogCaptureFixture
) -> None:
    kept = Kept()
    made = bundle(kept.send(agenda()))
    (name,) = kept.files
    kept.files = {name: content} if content is not None else {}
    with caplog.at_level(logging.WARNING):
        assert to_print(made, SUMMONS, kept.read) is made
    assert "kallelse" in caplog.text


def test_a_meeting_from_another_library_has_no_kept_text() -> None:
    records = agenda()
    made = bundle(records.apply(sent_summons(records, "", DAY)))
    assert to_print(made, SUMMONS, Kept().read) is made
