"""Protokollsutdrag: which §§, and a certification that never stands alone."""

from __future__ import annotations

import pytest

from kcdesk.documents import Document, PrintJob, render
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import Sheet, board, formal_meeting
from tests.documents.reading import Heard, hear

CALENDAR = SwedishCalendar()
MEETING = formal_meeting()
ITEMS = MEETING.children("meeting", Item)


def heard(*items: Item) -> Heard:
    chosen = tuple(each.id for each in items)
    job = PrintJob(MEETING, board(), CALENDAR, Document.EXTRACT, items=chosen)
    return hear(render(job).pdf)


def test_an_extract_holds_the_chosen_paragraphs_alone() -> None:
    found = heard(ITEMS[3], ITEMS[5])
    assert found.of("H2") == [
        "§ 55 Rapport tertial 2",
        "§ 57 Samordnad konsumentvägledning",
        "Utdragsbestyrkande",
    ]
    assert "Utdraget avser§§ 55, 57" in found.text


def test_a_sub_item_brings_the_item_that_it_stands_under() -> None:
    sub = MEETING.children(ITEMS[8].id, Item)[1]
    assert heard(sub).of("H2")[0] == "§ 60 Övriga frågor"


def test_without_a_choice_it_holds_all_that_was_decided() -> None:
    found = heard()
    assert "Utdraget avser§§ 53–58, 60" in found.text


def test_each_paragraph_tells_of_its_own_approval() -> None:
    assert "JusteringJusterat 2026-11-12, anslaget 2026-11-13" in heard(ITEMS[6]).text
    assert "JusteringPlanerad till 2026-11-24" in heard(ITEMS[3]).text
    both = heard(ITEMS[3], ITEMS[6]).text
    assert "Planerad till 2026-11-24 (§ 55)" in both
    assert "Justerat 2026-11-12, anslaget 2026-11-13 (§ 58)" in both


@pytest.mark.parametrize("lines", range(24, 40))
def test_the_certification_never_stands_alone_on_a_page(lines: int) -> None:
    sheet = Sheet(Meeting(id="m", first_paragraph=1))
    item = sheet.add(Item, title="Ärende")
    sheet.section(item, *(f"Rad {number}" for number in range(lines)))
    sheet.decision(item, "Styrelsen beslutar så.")
    job = PrintJob(sheet.records(), board(), CALENDAR, Document.EXTRACT)
    last = hear(render(job).pdf).pages[-1]
    assert "Utdragsbestyrkande" in last
    assert "Styrelsen beslutar så." in last
