"""The coming meetings stand in the item that is called so, in every format; else at the end."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from kcdesk.documents import Copy, Document, PrintJob
from kcdesk.documents.usual_job import usual_job
from kcdesk.domain.body import Layout
from kcdesk.domain.coming_meetings import coming_meetings_item
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting, MeetingKind, NextMeeting
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.services.edit_next_meeting import add_next_meeting
from kcdesk.services.export_meeting import export_meeting
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import Sheet, board, group
from tests.documents.test_formats import words_of
from tests.storage.signed import approvals, seal, send, with_sample

CALENDAR = SwedishCalendar()
ENDINGS = [".pdf", ".docx", ".html", ".txt", ".md"]
X = Message("x")


def minutes(
    called: str = "Nästa möte", *, secret: bool = False, day: date | None = None
) -> Records:
    """Three items, the middle one perhaps about coming meetings; one is announced."""
    sheet = Sheet(Meeting(id="m", first_paragraph=60))
    sheet.add(Item, title="Ekonomi")
    item = sheet.add(Item, title=called, secret=secret)
    sheet.section(item, "Mötestiderna skickas ut.")
    sheet.add(Item, title="Avslutning")
    sheet.add(
        NextMeeting,
        day=Moment(day or date(2026, 12, 10)),
        start=ClockTime(time(8, 30)),
        place="Rotsjö",
        kind=MeetingKind.TELEPHONE,
    )
    return sheet.records()


def places(text: str, *words: str) -> list[int]:
    found = [text.rfind(word) for word in words]
    assert -1 not in found, text
    return found


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("layout", [Layout.SINGLE, Layout.TWO_COLUMN])
def test_they_stand_in_their_item(ending: str, layout: Layout) -> None:
    for body, document in ((board(), Document.PROTOCOL), (group(), Document.NOTES)):
        job = PrintJob(minutes(), body, CALENDAR, document, layout=layout)
        text = words_of(job, ending)
        heading, notes, place, after = places(
            text, "Nästa möte", "skickas ut", "Rotsjö", "Avslutning"
        )
        assert heading < notes < place < after
        assert text.count("Rotsjö") == 1


@pytest.mark.parametrize("ending", ENDINGS)
def test_without_such_an_item_they_stand_at_the_end_under_a_heading_of_their_own(
    ending: str,
) -> None:
    text = words_of(PrintJob(minutes("Information"), board(), CALENDAR), ending)
    last_item, heading, place = places(text, "Avslutning", "Nästa möte", "Rotsjö")
    assert last_item < heading < place


def test_an_extract_of_the_item_has_them_and_one_of_another_has_not() -> None:
    records = minutes()
    first, own, _last = records.children("m", Item)
    for item, told in ((first, False), (own, True)):
        job = PrintJob(records, board(), CALENDAR, Document.EXTRACT, items=(item.id,))
        assert ("Rotsjö" in words_of(job, ".pdf")) is told


@pytest.mark.parametrize("ending", ENDINGS)
def test_in_a_secret_item_they_are_secret(ending: str) -> None:
    job = PrintJob(minutes(secret=True), board(), CALENDAR, copy=Copy.PUBLIC)
    assert "Rotsjö" not in words_of(job, ending)
    internal = PrintJob(minutes(secret=True), board(), CALENDAR)
    assert "Rotsjö" in words_of(internal, ending)


def test_what_is_announced_after_the_item_was_sealed_stands_at_the_end(tmp_path: Path) -> None:
    library, session = with_sample(tmp_path / "a.kcdesk")
    at_once = approvals(session)[0]
    for item in session.records.all(Item):
        title = "Kommande sammanträden" if item.id in at_once.items else "Annat"
        for name, value in (("title", title), ("heading", "")):
            session.perform(Group(X, session.records.setting(item.id, name, value)))
    send(library, session, at_once.id)
    seal(library, session, at_once.id)

    def text() -> str:
        return words_of(usual_job(export_meeting(session.stream_id, library), CALENDAR), ".txt")

    assert "Nästa möte" not in text()
    later = add_next_meeting(session.records, day=Moment(date(2027, 1, 14)), place="Storsele")
    session.perform(later)
    assert text().rfind("Nästa möte") < text().rfind("Storsele")
    assert text().count("Storsele") == 1
    library.close()


@pytest.mark.parametrize(
    ("name", "is_meant"),
    [
        ("Nästa möte", True),
        ("nästa sammanträde", True),
        ("Kommande möten och studieresa", True),
        ("Nästkommande ordinarie sammanträde", True),
        ("Datum för nästa möte", True),
        ("Sammanträdesdagar 2027", True),
        ("Mötestider", True),
        ("Date of the next meeting", True),
        ("Nästa mötesplats – ansökan", False),
        ("Inför nästa möte: budget", False),
        ("Sammanträdesteknik", False),
        ("", False),
    ],
)
def test_what_such_an_item_is_called(name: str, is_meant: bool) -> None:
    for field in ("title", "heading"):
        records = Records("m", [Meeting(id="m"), Item(id="i", owner_id="m", **{field: name})])
        assert (coming_meetings_item(records) is not None) is is_meant


def test_it_may_stand_under_another_item() -> None:
    above = Item(id="i", owner_id="m", title="Övriga frågor", position="V")
    below = Item(id="j", owner_id="i", title="Nästa möte", position="V")
    found = coming_meetings_item(Records("m", [Meeting(id="m"), above, below]))
    assert found == below
