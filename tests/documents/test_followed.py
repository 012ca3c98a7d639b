"""Actions of earlier meetings as the minutes print them, with the state of that day."""

from __future__ import annotations

from datetime import date

from kcdesk.documents import Copy, Document, PrintJob, render
from kcdesk.domain.action import ActionState
from kcdesk.domain.body import Layout
from kcdesk.domain.followed_action import FollowedAction
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import Moment
from kcdesk.domain.records import Records
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import Sheet, board
from tests.documents.reading import hear

CALENDAR = SwedishCalendar()
ORIGIN = {"origin": "Styrelsen, 2026-05-04, § 14", "due": Moment(date(2026, 6, 30))}


def looked_back(*rows: dict) -> Records:
    sheet = Sheet(Meeting(id="m", day=Moment(date(2026, 9, 7)), first_paragraph=20))
    item = sheet.add(Item, title="Föregående protokoll")
    for row in rows:
        sheet.add(FollowedAction, item, **{**ORIGIN, **row})
    return sheet.records()


def told(records: Records, **options: object) -> str:
    job = PrintJob(records, board(), CALENDAR, Document.PROTOCOL, **options)
    return hear(render(job).pdf).text


def test_an_action_says_who_when_where_and_how_far() -> None:
    found = told(
        looked_back(
            {
                "text": "Skriv till länsstyrelsen",
                "who": "Åsa Kling",
                "state": ActionState.DONE,
                "done_on": date(2026, 8, 20),
                "note": "Svar har kommit.",
            },
            {"text": "Ingens sak", "due": Moment(), "origin": ""},
        )
    )
    assert "Tidigare åtgärdAnsvarigSlutdatumLäge" in found
    assert (
        "Skriv till länsstyrelsenSvar har kommit.Styrelsen, 2026-05-04, § 14"
        "Åsa Kling2026-06-30klar 2026-08-20" in found
    )
    assert "Ingens saköppen" in found


def test_those_who_are_to_do_one_thing_stand_in_one_row() -> None:
    shared = {"text": "Utse någon"}
    found = told(looked_back({**shared, "who": "Åsa"}, {**shared, "who": "Bo"}))
    assert found.count("Utse någon") == 1
    assert "Åsa och Bo2026-06-30öppen" in found
    done = {"who": "Bo", "state": ActionState.DONE}
    found = told(looked_back({**shared, "who": "Åsa"}, {**shared, **done}))
    assert "Åsa – öppenBo – klar2026-06-301 av 2 klara" in found


def test_what_is_secret_is_withheld_from_the_public_copy() -> None:
    secret = {"text": "Hemligt", "who": "Åsa", "secret": True, "secrecy_ground": "OSL 26:1"}
    records = looked_back(secret)
    assert "Hemligt" in told(records)
    public = told(records, copy=Copy.PUBLIC)
    assert "Hemligt" not in public
    assert "Åsa" not in public
    assert "OSL 26:1" in public


def test_beside_its_heading_no_date_is_broken() -> None:
    row = {"text": "Skriv", "who": "Åsa", "state": ActionState.DONE, "done_on": date(2026, 8, 20)}
    found = told(looked_back(row), layout=Layout.TWO_COLUMN)
    assert "Tidigare åtgärdAnsvarigLäge" in found
    assert "Skrivsenast 2026-06-30 · Styrelsen, 2026-05-04, § 14Åsaklar 2026-08-20" in found
