"""The reader's bookmarks: in each document of several pages they lead to its parts."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pikepdf

from kcdesk.documents import ActionOrder, Document, PrintJob, render
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import board, formal_meeting, group, informal_meeting

CALENDAR = SwedishCalendar()


def bookmarks(document: Document, *, formal: bool = True, **options: object) -> list[str]:
    """Return the bookmarks, those under others moved in."""
    rows = (formal_meeting(), board()) if formal else (informal_meeting(), group())
    pdf = render(PrintJob(*rows, CALENDAR, document, **options)).pdf
    with pikepdf.open(io.BytesIO(pdf)) as made, made.open_outline() as outline:
        return list(told(outline.root, ""))


def told(entries: Iterable[pikepdf.OutlineItem], margin: str) -> Iterable[str]:
    for each in entries:
        yield f"{margin}{each.title}"
        yield from told(each.children, f"{margin}  ")


def test_a_kallelse_leads_to_its_items() -> None:
    found = bookmarks(Document.SUMMONS)
    assert found[:3] == ["Föredragningslista", "  1 Mötets öppnande", "  2 Val av justerare"]
    assert "    9.1 Utskick inför sammanträden" in found
    assert found[-1] == "Handlingar"


def test_minutes_lead_to_the_bevis_too() -> None:
    found = bookmarks(Document.PROTOCOL)
    assert found[:3] == ["Anslag / bevis", "Anslag / bevis", "§ 52 Mötets öppnande"]
    assert "  Årshjul för 2027" in found


def test_notes_lead_to_the_agenda() -> None:
    assert bookmarks(Document.NOTES, formal=False)[0] == "Dagordning"


def test_what_is_dispatched_leads_to_each_recipient() -> None:
    assert bookmarks(Document.DISPATCH) == [
        "Expediering av beslut",
        "Protokollsutdrag, medlemskommunerna",
        "  § 55 Rapport tertial 2",
        "  § 56 Gemensam digital handlingsplan",
        "Protokollsutdrag, Region Älvdalarna",
        "  § 55 Rapport tertial 2",
    ]


def test_notices_lead_to_each_board() -> None:
    assert bookmarks(Document.NOTICE)[1:] == [
        "Anslag, Norråsa kommuns anslagstavla, §§ 52–57, 59–62",
        "Anslag, förbundets anslagstavla, § 58",
    ]


def test_attendance_leads_to_its_lists_and_votes() -> None:
    assert bookmarks(Document.ATTENDANCE) == [
        "Beslutande",
        "Övriga deltagande",
        "Anmält förhinder",
        "§ 56 Gemensam digital handlingsplan",
    ]


def test_actions_by_owner_lead_to_each() -> None:
    found = bookmarks(Document.ACTIONS, order=ActionOrder.OWNER)
    assert found == [
        "Helén Sund",
        "Karin Ahlqvist",
        "Lisa Nyman",
        "Robert Falk",
        "samtliga ledamöter",
    ]
