"""The box of the notice: what has happened, and what is planned."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pypdfium2
import pytest

from kcdesk.documents import Copy, Document, PrintJob, render
from kcdesk.domain.approval import Approval, DateKey, DateOverride, Notice
from kcdesk.domain.body import Body, Regime, TakeDown
from kcdesk.domain.decision import AppealRoute, Decision
from kcdesk.domain.final_force import Appeal, FinalForce
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import Moment
from kcdesk.domain.records import Records
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import Sheet, board
from tests.documents.reading import hear

HELD = Meeting(id="m", day=Moment(date(2026, 3, 2)))


def heard(sheet: Sheet) -> str:
    return hear(render(PrintJob(sheet.records(), board(), SwedishCalendar())).pdf).text


def test_a_notice_is_announced_once_it_is_posted() -> None:
    for approved, posted, told in (
        (None, None, "tillkännages genom anslag på: Torget."),
        (date(2026, 3, 5), None, "tillkännages genom anslag på: Torget."),
        (date(2026, 3, 5), date(2026, 3, 6), "har tillkännagivits genom anslag på: Torget."),
    ):
        sheet = Sheet(HELD)
        approval = sheet.add(Approval, approved_on=approved)
        sheet.add(Notice, approval, board="Torget", posted_on=posted)
        assert told in heard(sheet)


def test_the_meetings_own_convention_decides_when_it_comes_down() -> None:
    for convention, day in ((None, "2026-03-28"), (TakeDown.LAST_DAY, "2026-03-27")):
        sheet = Sheet(Meeting(id="m", day=HELD.day, take_down=convention))
        approval = sheet.add(Approval, approved_on=date(2026, 3, 5))
        sheet.add(Notice, approval, board="Torget", posted_on=date(2026, 3, 6))
        assert f"{day} (planerat)" in heard(sheet).replace("\u00a0", " ")


def test_a_day_of_appeal_that_somebody_set_moves_the_day_after_it() -> None:
    sheet = Sheet(HELD)
    approval = sheet.add(Approval, approved_on=date(2026, 3, 5))
    sheet.add(Notice, approval, board="Torget", posted_on=date(2026, 3, 6))
    sheet.add(DateOverride, approval, key=DateKey.LAST_APPEAL_DAY, day=date(2026, 4, 10))
    assert "2026-04-11" in heard(sheet)


def test_laga_kraft_is_printed_once_somebody_has_confirmed_it() -> None:
    sheet = Sheet(HELD)
    approval = sheet.add(Approval, approved_on=date(2026, 3, 5))
    sheet.add(Notice, approval, board="Torget", posted_on=date(2026, 3, 6))
    assert "Laga kraft" not in heard(sheet)
    sheet.add(FinalForce, approval, confirmed_on=date(2026, 3, 30), confirmed_by="Lisa Nyman")
    assert "Laga kraft2026-03-28" in heard(sheet)
    sheet.add(DateOverride, approval, key=DateKey.FINAL_FORCE, day=date(2026, 6, 1))
    assert "Laga kraft2026-06-01" in heard(sheet)


def test_laga_kraft_names_what_it_does_not_hold_for() -> None:
    sheet = Sheet(Meeting(id="m", day=HELD.day, first_paragraph=7))
    first, second, third = (sheet.add(Item, title=title) for title in ("Ett", "Två", "Tre"))
    for item in (first, second):
        sheet.decision(item, "Bifalles.")
    sheet.add(Decision, third, appeal=AppealRoute.ADMINISTRATIVE, secret=True)
    below = sheet.add(Item, first, title="Under")
    approval = sheet.add(Approval, approved_on=date(2026, 3, 5))
    sheet.add(Notice, approval, board="Torget", posted_on=date(2026, 3, 6))
    sheet.add(FinalForce, approval, confirmed_on=date(2026, 3, 30), confirmed_by="Lisa Nyman")
    assert "Laga kraft2026-03-28 (inte § 9)" in heard(sheet).replace("\u00a0", " ")
    sheet.add(Appeal, approval, items=(below.id,), received_on=date(2026, 3, 20))
    for copy in Copy:
        pdf = render(PrintJob(sheet.records(), board(), SwedishCalendar(), copy=copy)).pdf
        assert "2026-03-28 (inte §§ 7, 9)" in hear(pdf).text.replace("\u00a0", " ")
    sheet.add(Appeal, approval, received_on=date(2026, 3, 24))
    assert "Laga kraft" not in heard(sheet)


@pytest.mark.parametrize("posted", [None, date(9999, 12, 31)])
def test_days_at_the_end_of_the_calendar_are_printed_without_those_after_them(
    posted: date | None,
) -> None:
    sheet = Sheet(Meeting(id="m", day=Moment(date(9999, 12, 31))))
    approval = sheet.add(Approval, approved_on=date(9999, 12, 31))
    sheet.add(Notice, approval, board="Torget", posted_on=posted)
    assert "Torget" in heard(sheet)


@pytest.mark.parametrize(
    ("regime", "organisation", "who"),
    [
        (Regime.COUNCIL, "Norråsa kommun", "medlem i kommunen har"),
        (Regime.COMMITTEE, "Region Älvdalarna", "medlem i regionen har"),
        (Regime.BOARD, "Norråsa", "medlem i kommunen eller regionen har"),
        (Regime.SUBCOMMITTEE, "Norråsa kommun", "rent verkställande art kan inte överklagas"),
        (Regime.JOINT_COMMITTEE, "Norråsa kommun", "de samverkande kommunerna eller regionerna"),
        (Regime.FEDERATION, "Räddningstjänsten", "Det har även förbundsmedlemmarna"),
        (Regime.COORDINATION_FEDERATION, "Älvdalarna", "28 § lagen (2003:1210)"),
    ],
)
def test_the_notice_says_who_may_appeal(regime: Regime, organisation: str, who: str) -> None:
    text = posted(regime, organisation, AppealRoute.LEGALITY)
    assert who in text
    assert "senast den 27 mars 2026" in text
    assert "Sista dag att överklaga2026-03-27" in text


def test_where_nothing_can_be_appealed_no_last_day_is_told() -> None:
    for document in (Document.NOTICE, Document.PROTOCOL):
        text = posted(Regime.SUBCOMMITTEE, "Norråsa kommun", AppealRoute.NONE, document)
        assert "Sista dag att överklaga" not in text
        assert "2026-03-28" in text  # it may come down as usual
    text = posted(Regime.SUBCOMMITTEE, "Norråsa kommun", AppealRoute.NONE)
    assert "Överklagande" in text
    assert "Besluten är av rent förberedande eller rent verkställande art" in text
    assert "medlem i" not in text


def test_an_utskott_may_say_once_that_it_only_prepares() -> None:
    text = posted(Regime.SUBCOMMITTEE, "Norråsa kommun", AppealRoute.LEGALITY, only_prepares=True)
    assert "Besluten är av rent förberedande eller rent verkställande art" in text
    assert "Sista dag att överklaga" not in text
    assert "medlem i" not in text
    assert "tidigast" not in text  # no law keeps it up, nor has anything laga kraft
    for ending in (Document.PROTOCOL, Document.EXTRACT):
        told = posted(
            Regime.SUBCOMMITTEE, "Norråsa kommun", AppealRoute.LEGALITY, ending, only_prepares=True
        )
        assert "överklaga" not in told
        assert "Laga kraft" not in told


def test_what_a_public_copy_leaves_out_can_be_appealed_all_the_same() -> None:
    text = posted(Regime.COMMITTEE, "Norråsa kommun", AppealRoute.NONE, secret=True)
    assert "Besluten kan inte överklagas." in text


def test_informal_notes_have_no_appeal() -> None:
    assert "överklaga" not in posted(Regime.INFORMAL, "Norråsa kommun", AppealRoute.LEGALITY)


def posted(
    regime: Regime,
    organisation: str,
    route: AppealRoute,
    document: Document = Document.NOTICE,
    *,
    secret: bool = False,
    only_prepares: bool = False,
) -> str:
    sheet = Sheet(HELD)
    sheet.decision(sheet.add(Item, title="Plan", secret=secret), "Planen antas.", appeal=route)
    approval = sheet.add(Approval, approved_on=date(2026, 3, 5))
    sheet.add(Notice, approval, board="Torget", posted_on=date(2026, 3, 6))
    body = Body(
        id="body",
        organisation=organisation,
        name="Organet",
        regime=regime,
        only_prepares=only_prepares,
    )
    copy = Copy.PUBLIC if secret else Copy.INTERNAL
    job = PrintJob(sheet.records(), Records("body", [body]), SwedishCalendar(), document, copy=copy)
    return hear(render(job).pdf).text.replace("\u00a0", " ")


def box(**body: str) -> bytes:
    sheet = Sheet(HELD)
    sheet.add(Approval, approved_on=date(2026, 3, 5))
    rows = Records("body", [replace(board().root(Body), **body)])
    return render(PrintJob(sheet.records(), rows, SwedishCalendar())).pdf


def test_what_is_long_has_a_line_for_itself_in_the_box() -> None:
    place = "Kommunarkivet, stadshuset, Kyrkogatan 14, 931 00 Norråsa"
    name = "Gemensamma nämnden för samverkan om hjälpmedel och färdtjänst i norra inlandet"
    for words in ({"storage_location": place}, {"name": name}):
        document = pypdfium2.PdfDocument(box(**words))
        lines = document[0].get_textpage().get_text_bounded().splitlines()
        document.close()
        (text,) = words.values()
        assert any(text in line.replace("\u00a0", " ") for line in lines)


def test_dots_to_sign_on_are_heard_as_what_they_are_for() -> None:
    with pikepdf.open(io.BytesIO(box())) as document:
        spoken = [
            str(each["/ActualText"])
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and "/ActualText" in each
        ]
    assert spoken == ["plats för namnteckning"]
