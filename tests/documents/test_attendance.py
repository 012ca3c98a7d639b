"""The lists of people on the first page."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pypdfium2
import pytest

from kcdesk.documents import Document, PrintJob, render
from kcdesk.domain.body import Body, RoleKind
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.participant import Participant, Presence, Role, Standing
from kcdesk.domain.records import Records
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import Sheet, board
from tests.documents.reading import hear

PEOPLE = (
    ("Maria Haglund", "Norråsa kommun"),
    ("Per-Erik Modin", "Vallmons kommun"),
    ("Karin Ahlqvist", "Norråsa kommun"),
    ("Robert Falk", ""),
)


def front(document: Document, *, grouped: bool) -> list[str]:
    """The paragraphs of the first page's list, each row of it split into its cells."""
    sheet = Sheet(Meeting(id="m"))
    for name, organisation in PEOPLE:
        sheet.add(Participant, name=name, organisation=organisation)
    guest = {"name": "Siv Åkerlund", "organisation": "Norråsa kommun"}
    sheet.add(Participant, standing=Standing.OTHER, **guest)
    body = replace(board().root(Body), group_by_organisation=grouped)
    job = PrintJob(sheet.records(), Records("body", [body]), SwedishCalendar(), document)
    heard = hear(render(job).pdf)
    names = {part for person in (*PEOPLE, tuple(guest.values())) for part in person if part}
    return [text for text in heard.of("P") if text in names]


@pytest.mark.parametrize("document", [Document.PROTOCOL, Document.NOTES])
def test_those_who_decide_are_listed_with_their_organisations(document: Document) -> None:
    assert front(document, grouped=False) == [
        *("Maria Haglund", "Norråsa kommun"),
        *("Per-Erik Modin", "Vallmons kommun"),
        *("Karin Ahlqvist", "Norråsa kommun"),
        "Robert Falk",
        *("Siv Åkerlund", "Norråsa kommun"),
    ]


@pytest.mark.parametrize("document", [Document.PROTOCOL, Document.NOTES])
def test_a_body_may_group_them_under_their_organisations(document: Document) -> None:
    assert front(document, grouped=True) == [
        "Robert Falk",
        *("Norråsa kommun", "Maria Haglund", "Karin Ahlqvist"),
        *("Vallmons kommun", "Per-Erik Modin"),
        *("Siv Åkerlund", "Norråsa kommun"),
    ]


def test_roles_that_were_held_throughout_are_joined() -> None:
    for kinds, told in (
        ((RoleKind.PRESENTER, RoleKind.SECRETARY), "föredragande och sekreterare"),
        ((RoleKind.VICE_CHAIR, RoleKind.CHAIR), "vice ordförande och tjänstgörande ordförande"),
    ):
        sheet = Sheet(Meeting(id="m"))
        person = sheet.add(Participant, name="Lisa Nyman")
        for kind in kinds:
            sheet.add(Role, person, kind=kind)
        job = PrintJob(sheet.records(), board(), SwedishCalendar())
        assert f"Lisa Nyman, {told}" in hear(render(job).pdf).of("P")


@pytest.mark.parametrize(
    ("presence", "told"),
    [
        ({"arrived_late": True}, "anlände senare"),
        ({"arrived_late": True, "from_time": ClockTime(time(9, 5))}, "anlände senare (09.05)"),
        ({"left_early": True}, "lämnade tidigare"),
        ({"left_early": True, "from_item_id": "m-3"}, "från § 2, lämnade tidigare"),
        ({"arrived_late": True, "until_item_id": "m-3"}, "anlände senare, till och med § 2"),
    ],
)
def test_what_nobody_knows_exactly_is_printed_as_it_is(presence: dict, told: str) -> None:
    sheet = Sheet(Meeting(id="m"))
    person = sheet.add(Participant, name="Lisa Nyman")
    for _number in range(3):
        sheet.add(Item, title="Ärende")
    sheet.add(Presence, person, **presence)
    job = PrintJob(sheet.records(), board(), SwedishCalendar())
    heard = [text.replace("\u00a0", " ") for text in hear(render(job).pdf).of("P")]
    assert f"Lisa Nyman, {told}" in heard


@pytest.mark.parametrize("count", range(28, 46))
def test_the_head_of_a_group_is_not_left_at_the_foot_of_a_page(count: int) -> None:
    sheet = Sheet(Meeting(id="m"))
    for number in range(count):
        sheet.add(Participant, name=f"Ledamot {number}", organisation="Norråsa kommun")
    sheet.add(Participant, name="Siv Åkerlund", organisation="Vallmons kommun")
    sheet.add(Participant, name="Robert Falk", organisation="Vallmons kommun")
    body = replace(board().root(Body), group_by_organisation=True)
    job = PrintJob(sheet.records(), Records("body", [body]), SwedishCalendar())
    for page in hear(render(job).pdf).pages:
        assert not page.rstrip().endswith("Vallmons kommun")


def test_names_that_go_on_over_a_page_are_read_side_by_side() -> None:
    """Columns would go on over the page: the right one of this page before the left of the next."""
    sheet = Sheet(Meeting(id="m"))
    for number in range(99):
        sheet.add(Participant, name=f"Ledamot {number:02}")
    job = PrintJob(sheet.records(), board(), SwedishCalendar(), Document.SUMMONS)
    document = pypdfium2.PdfDocument(render(job).pdf)
    lines = [page.get_textpage().get_text_bounded().split() for page in document]
    document.close()
    seen = [int(each) for words in lines for each in words if each.isdigit() and len(each) == 2]
    assert seen[:99] == list(range(99))
    assert len(lines) == 2


def test_a_long_word_of_an_organisation_is_not_cut_where_there_is_room() -> None:
    sheet = Sheet(Meeting(id="m"))
    sheet.add(Participant, name="Lisa Nyman", organisation="Samhällsbyggnadsförvaltningen")
    job = PrintJob(sheet.records(), board(), SwedishCalendar())
    document = pypdfium2.PdfDocument(render(job).pdf)
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    assert "Samhällsbyggnadsförvaltningen" in text
