"""Expediering: a list of what was sent, and to each recipient what concerns it."""

from __future__ import annotations

from datetime import date

from kcdesk.documents import Document, PrintJob, render
from kcdesk.domain.decision import AppealRoute
from kcdesk.domain.dispatch import Dispatch, DispatchMethod
from kcdesk.domain.item import Item, Recipient
from kcdesk.domain.meeting import Meeting
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import Sheet, board
from tests.documents.reading import Heard, hear


def heard(sheet: Sheet, **options: object) -> Heard:
    job = PrintJob(sheet.records(), board(), SwedishCalendar(), Document.DISPATCH, **options)
    return hear(render(job).pdf)


def meeting(*, route: AppealRoute = AppealRoute.LEGALITY) -> Sheet:
    sheet = Sheet(Meeting(id="m", first_paragraph=10))
    first = sheet.add(Item, title="Plan")
    second = sheet.add(Item, title="Bidrag")
    sheet.decision(first, "Planen antas.")
    sheet.decision(second, "Bidrag beviljas inte.", appeal=route)
    sheet.add(Recipient, first, name="Medlemmarna")
    member = sheet.add(Recipient, second, name="Medlemmarna")
    sheet.add(Recipient, second, name="Föreningen", address="Torget 1")
    sheet.add(
        Dispatch,
        member,
        sent_on=date(2026, 11, 26),
        method=DispatchMethod.INTERNAL,
        sent_by="Lisa Nyman",
    )
    return sheet


def test_the_list_tells_what_was_sent_and_what_was_not() -> None:
    text = heard(meeting()).pages[0]
    assert "Medlemmarna§§ 10–112026-11-26inte skickatinternpostLisa Nyman" in text
    assert "FöreningenTorget 1§ 11inte skickat" in text


def test_each_recipient_gets_what_concerns_it_on_pages_of_its_own() -> None:
    found = heard(meeting())
    assert len(found.pages) == 3
    assert "Planen antas." in found.pages[1]
    assert "MottagareFöreningen" in found.pages[2]
    assert "Planen antas." not in found.pages[2]


def test_one_recipient_gets_its_own_alone() -> None:
    found = heard(meeting(), recipient="Föreningen")
    assert found.of("H1") == ["Protokollsutdrag"]
    assert "Medlemmarna" not in found.of("H2")
    assert len(found.pages) == 1


def test_how_to_appeal_is_told_where_a_party_may() -> None:
    told = "Skriv till förvaltningsrätten men skicka eller lämna överklagandet till"
    assert told in heard(meeting(route=AppealRoute.ADMINISTRATIVE), recipient="Föreningen").text
    assert told not in heard(meeting(), recipient="Föreningen").text


def test_without_recipients_that_is_said() -> None:
    assert "Inga mottagare är angivna." in heard(Sheet(Meeting(id="m"))).text


def test_what_goes_to_somebody_has_the_head_and_the_numbers_of_an_extract() -> None:
    heads = heard(meeting()).artifacts
    assert "Expediering av beslut" in heads[0]
    assert "Sida 1 (1)" in heads[0]
    for head in heads[1:]:
        assert "Protokollsutdrag" in head
        assert "Expediering" not in head
        assert "Sida 1 (1)" in head


def test_a_long_extract_is_numbered_for_itself() -> None:
    sheet = meeting()
    item = sheet.records().children("m", Item)[1]
    sheet.section(item, *["Ord för ord. " * 60] * 12)
    heads = heard(sheet).artifacts
    numbers = [head[head.index("Sida ") :].strip() for head in heads]
    pages = [f"Sida {page} (3)" for page in (1, 2, 3)]
    assert numbers == ["Sida 1 (1)", *pages, *pages]
