"""The public copy: nothing that is secret is anywhere in the file (KL 8:10, OSL)."""

from __future__ import annotations

from kcdesk.documents import Copy, Document, PrintJob, render
from kcdesk.documents.redaction import public_copy
from kcdesk.domain.action import Action, ActionOwner
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.records import Records
from kcdesk.domain.section import Contribution, Section
from kcdesk.i18n import catalogue
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import Sheet, board, formal_meeting
from tests.documents.reading import hear, streams

CALENDAR = SwedishCalendar()


def public(records: Records) -> bytes:
    return render(PrintJob(records, board(), CALENDAR, copy=Copy.PUBLIC)).pdf


def test_no_secret_is_in_any_stream() -> None:
    pdf = public(formal_meeting())
    heap = streams(pdf)
    for secret in ("HEMLIG", "Fjällsystem", "Anna Persson", "diagnos"):
        for coded in (secret.encode(), secret.encode("utf-16-be"), secret.encode("latin-1")):
            assert coded not in heap
            assert coded.hex().upper().encode() not in heap
        assert secret not in hear(pdf).text


def test_heading_presenters_and_attachments_stay_and_the_ground_is_told() -> None:
    text = hear(public(formal_meeting())).text
    assert "Upphandling av personalsystem" in text
    assert "Johanna Näsvall" in text
    assert "Utvärdering av anbud" in text
    assert "Texten är utelämnad på grund av sekretess (19 kap. 3 § OSL)." in text
    assert "offentligt exemplar" in text


def test_secret_passages_and_personal_data_are_masked() -> None:
    text = hear(public(formal_meeting())).text
    assert "[personuppgift]" in text
    assert "[sekretess]" in text


def test_the_internal_copy_says_what_is_secret() -> None:
    text = hear(render(PrintJob(formal_meeting(), board(), CALENDAR)).pdf).text
    assert "Sekretess. 19 kap. 3 § OSL" in text


def test_single_secret_parts_leave_their_place_behind() -> None:
    sheet = Sheet(Meeting(id="m"))
    item = sheet.add(Item, title="Ärende")
    section = sheet.section(
        item, "DOLT ett", label="Kostnad", secret=True, secrecy_ground="OSL 19:1"
    )
    sheet.decision(item, "DOLT två", lead_in="DOLT tre", secret=True)
    said = sheet.add(Contribution, item, speaker="Jan", secret=True)
    sheet.text(said, "DOLT fyra")
    action = sheet.add(Action, item, text="DOLT fem", note="DOLT sex", secret=True)
    sheet.add(ActionOwner, action, name="DOLT sju")
    sub = sheet.add(Item, item, title="Under", secret=True)
    sheet.section(sub, "DOLT åtta")
    assert section.secret
    pdf = public(sheet.records())
    assert b"DOLT" not in streams(pdf)
    text = hear(pdf).text
    assert "Kostnad. Texten är utelämnad på grund av sekretess (OSL 19:1)." in text
    assert text.count("utelämnad") == 5
    assert "Under" in text


def test_what_stands_under_a_secret_item_is_secret_too() -> None:
    sheet = Sheet(Meeting(id="m"))
    item = sheet.add(Item, title="Ärende", secret=True, page_reference="DOLT s. 3")
    sub = sheet.add(Item, item, title="Underrubrik")
    sheet.section(sub, "DOLT")
    records = public_copy(sheet.records(), catalogue("sv"))
    assert records.all(Section) == ()
    assert records.get(Item, sub.id).secret
    text = hear(public(sheet.records())).text
    assert "Underrubrik" in text
    assert "DOLT" not in text


def test_notes_have_a_public_copy_too() -> None:
    job = PrintJob(formal_meeting(), board(), CALENDAR, Document.NOTES, copy=Copy.PUBLIC)
    assert b"HEMLIG" not in streams(render(job).pdf)
