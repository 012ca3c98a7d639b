"""The lists of people on the first page."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

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
    assert f"Lisa Nyman  {told}" in heard
