"""The kallelse: who is called, what is to be handled and what is not told yet."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from kcdesk.documents import Document, PrintJob, render
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.body import MemberKind, RoleKind
from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.participant import Participant, Role, Standing
from kcdesk.domain.records import Records
from kcdesk.domain.section import SectionKind
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.document_choice import DocumentChoice
from kcdesk.services.send_summons import sent_summons, summons_text
from kcdesk.services.summons_as_sent import to_print
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import (
    Sheet,
    board,
    clock,
    formal_meeting,
    group,
    informal_meeting,
)
from tests.documents.reading import Heard, hear


def heard(sheet: Sheet, **options: object) -> Heard:
    job = PrintJob(sheet.records(), board(), SwedishCalendar(), Document.SUMMONS, **options)
    return hear(render(job).pdf)


def test_items_are_numbered_for_the_agenda_with_times_and_proposals() -> None:
    sheet = Sheet(Meeting(id="m", first_paragraph=52, planned_start=clock("08:30")))
    sheet.add(Item, title="Mötets öppnande", kind=ItemKind.FORMALITY)
    plan = sheet.add(
        Item, title="Plan", kind=ItemKind.DECISION, planned_start=clock("09:00"), planned_minutes=20
    )
    sheet.section(plan, "Planen antas.", kind=SectionKind.PROPOSAL)
    sheet.section(plan, "Det sades mycket.", kind=SectionKind.NOTES)
    sheet.decision(plan, "Planen antas.")
    sheet.add(Item, title="Tillagd vid mötet", announced=False)
    found = heard(sheet)
    assert found.of("Lbl")[-2:] == ["1 ", "2 "]
    assert "Beslut · Kl. 09.00 (20 minuter)" in found.text
    assert "Förslag till beslut. Planen antas." in found.text
    assert "Tillagd vid mötet" not in found.text
    assert "Det sades mycket" not in found.text
    assert found.text.count("Planen antas") == 1
    assert "§" not in found.text


def test_a_number_that_went_out_in_an_earlier_kallelse_stays() -> None:
    sheet = Sheet(Meeting(id="m"))
    sheet.add(Item, title="Ny fråga", agenda_number="7b")
    assert heard(sheet).of("Lbl")[-1] == "7b "


def test_a_number_of_letters_that_only_the_fallback_face_has_is_printed() -> None:
    sheet = Sheet(Meeting(id="m"))
    sheet.add(Item, title="Fråga", agenda_number="3😀ŋ")
    assert heard(sheet).of("Lbl")[-1] == "3😀ŋ "


def test_who_is_called_and_who_is_told() -> None:
    sheet = Sheet(Meeting(id="m"))
    chair = sheet.add(Participant, name="Maria Haglund", party="S", kind=MemberKind.MEMBER)
    sheet.add(Role, chair, kind=RoleKind.CHAIR)
    sheet.add(Participant, name="Åsa Kling", party="S", kind=MemberKind.SUBSTITUTE)
    secretary = sheet.add(Participant, name="Lisa Nyman", standing=Standing.OTHER)
    sheet.add(Role, secretary, kind=RoleKind.SECRETARY)
    text = heard(sheet).text
    assert "KalladeMaria Haglund (S), ordförande" in text
    assert "Ersättare underrättasÅsa Kling (S)" in text
    assert "Anmäl förhinder så snart som möjligt till Lisa Nyman" in text


def test_what_is_sent_along_is_listed() -> None:
    sheet = Sheet(Meeting(id="m"))
    item = sheet.add(Item, title="Rapport")
    sheet.add(Attachment, item, number="1", name="Rapport.pdf", with_summons=True)
    sheet.add(Attachment, item, number="2", name="Utkast.pdf")
    found = heard(sheet).text
    assert found.endswith("HandlingarBilaga 1, Rapport.pdf")


@pytest.mark.parametrize(
    ("records", "body"), [(formal_meeting(), board()), (informal_meeting(), group())]
)
def test_what_is_kept_of_a_sent_one_prints_all_of_it(records: Records, body: Records) -> None:
    text = summons_text(records, body)
    after = records.apply(sent_summons(records, "ab" * 32, date(2026, 11, 2)))
    bundle = MeetingBundle(body, Records("library"), after)
    kept = to_print(bundle, DocumentChoice(Document.SUMMONS), lambda _name: text.encode())
    assert kept is not bundle
    made = (
        PrintJob(each.meeting, each.body, SwedishCalendar(), Document.SUMMONS)
        for each in (bundle, kept)
    )
    live, as_sent = (render(job).pdf for job in made)
    assert hear(as_sent).text == hear(live).text
    assert len(hear(live).text) > 500


def test_a_press_on_an_entry_leads_to_its_item() -> None:
    sheet = Sheet(Meeting(id="m"))
    item = sheet.add(Item, title="Plan")
    below = sheet.add(Item, item, title="Delfråga")
    late = sheet.add(Item, title="Tillagd vid mötet", announced=False)
    job = PrintJob(sheet.records(), board(), SwedishCalendar(), Document.SUMMONS)
    places = {each.item_id: each for each in render(job).anchors}
    assert set(places) == {item.id, below.id}
    assert late.id not in places
    assert places[item.id].top < places[below.id].top <= places[item.id].bottom


def test_items_under_one_another_begin_at_the_same_place_with_or_without_a_number() -> None:
    sheet = Sheet(Meeting(id="m"))
    item = sheet.add(Item, title="Ärende")
    sheet.add(Item, item, title="Med nummer")
    sheet.add(Item, item, title="Utan nummer", numbered=False)
    job = PrintJob(sheet.records(), board(), SwedishCalendar(), Document.SUMMONS)
    document = pypdfium2.PdfDocument(render(job).pdf)
    page = document[0].get_textpage()
    text = page.get_text_range()
    lefts = {
        round(page.get_charbox(text.index(words))[0]) for words in ("Med nummer", "Utan nummer")
    }
    document.close()
    assert len(lefts) <= 2
    assert max(lefts) - min(lefts) <= 1  # the letters themselves begin a little apart
