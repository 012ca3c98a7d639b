"""Lists that are taken from the minutes: actions, decisions, attendance and votes, notices."""

from __future__ import annotations

from datetime import date

import pypdfium2

from kcdesk.documents import ActionOrder, Document, PrintJob, render
from kcdesk.domain.action import Action, ActionOwner, ActionState
from kcdesk.domain.approval import Approval, Notice
from kcdesk.domain.correction import Correction
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import Moment
from kcdesk.domain.participant import Attendance, Participant
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import Mark, Span
from kcdesk.system.holidays import SwedishCalendar
from tests.documents.meetings import Sheet, board, formal_meeting, other
from tests.documents.reading import Heard, hear

CALENDAR = SwedishCalendar()


def heard(document: Document, records: Records, **options: object) -> Heard:
    return hear(render(PrintJob(records, board(), CALENDAR, document, **options)).pdf)


def held(day: date, name: str, *actions: tuple[str, date | None, str]) -> Records:
    sheet = Sheet(Meeting(id=name, day=Moment(day), first_paragraph=10))
    item = sheet.add(Item, title="Ärende")
    for text, due, owner in actions:
        action = sheet.add(Action, item, text=text, due=Moment(due))
        sheet.add(ActionOwner, action, name=owner)
    return sheet.records()


def lines_of(pdf: bytes) -> list[str]:
    """Return the lines of the first page as they are seen."""
    document = pypdfium2.PdfDocument(pdf)
    lines = document[0].get_textpage().get_text_bounded().splitlines()
    document.close()
    return list(lines)


SPRING = held(date(2026, 3, 2), "a", ("Boka lokal", date(2026, 5, 1), "Åsa"))
AUTUMN = held(
    date(2026, 9, 7),
    "b",
    ("Skriva avtal", date(2026, 12, 1), "Bo"),
    ("Fråga runt", None, ""),
    ("Kalla in", date(2026, 10, 1), "Åsa"),
)


def test_actions_over_time_stand_by_day_with_where_they_were_agreed() -> None:
    found = heard(Document.ACTIONS, AUTUMN, further=(other(SPRING),))
    order = [found.text.index(each) for each in ("Boka", "Kalla", "Skriva", "Fråga")]
    assert order == sorted(order)
    assert "Boka lokal§ 10, 2026-03-02Åsa2026-05-01öppen" in found.text
    assert "Samordningsförbundet Älvdalarna" in found.of("P")[0]
    assert "Åtgärdslista\n" in found.artifacts[0]  # of no single day
    alone = heard(Document.ACTIONS, AUTUMN)
    assert "Åtgärdslista 2026-" in alone.artifacts[0]
    assert all("2026-11-12" not in each for each in alone.of("P")[1:])


def test_actions_by_owner_stand_under_names_in_swedish_order() -> None:
    found = heard(Document.ACTIONS, AUTUMN, further=(other(SPRING),), order=ActionOrder.OWNER)
    assert found.of("H2") == ["Bo", "Åsa", "Utan ansvarig"]


def test_owners_who_have_come_unequally_far_are_told_apart() -> None:
    sheet = Sheet(Meeting(id="m"))
    action = sheet.add(Action, sheet.add(Item, title="Ärende"), text="Svara")
    sheet.add(ActionOwner, action, name="Bo", state=ActionState.DONE, done_on=date(2026, 12, 1))
    sheet.add(ActionOwner, action, name="Åsa", state=ActionState.DROPPED)
    text = heard(Document.ACTIONS, sheet.records()).text
    assert "Bo: klar 2026-12-01" in text
    assert "Åsa: struken" in text


def test_where_one_owner_is_enough_the_action_is_done_when_one_has_done_it() -> None:
    sheet = Sheet(Meeting(id="m"))
    action = sheet.add(Action, sheet.add(Item, title="Ärende"), text="Svara", any_owner=True)
    sheet.add(ActionOwner, action, name="Bo", state=ActionState.DONE)
    sheet.add(ActionOwner, action, name="Åsa")
    assert "Bo eller Åsaklar" in heard(Document.ACTIONS, sheet.records()).text


def test_nothing_to_list_is_said() -> None:
    empty = Sheet(Meeting(id="m")).records()
    assert "Det finns inga åtgärder." in heard(Document.ACTIONS, empty).text
    assert "Inga beslut fattades." in heard(Document.DECISIONS, empty).text
    assert "Det finns ännu ingen justering att anslå." in heard(Document.NOTICE, empty).text
    assert "Ingen är antecknad som närvarande." in heard(Document.ATTENDANCE, empty).text
    assert "Inga beslut fattades." in heard(Document.EXTRACT, empty).text


def test_an_item_without_a_name_has_none_in_the_agenda_either() -> None:
    sheet = Sheet(Meeting(id="m"))
    sheet.add(Item)
    assert heard(Document.NOTES, sheet.records()).text.count("(utan rubrik)") == 2


def test_who_attended_stands_on_one_line_where_there_is_room_for_it() -> None:
    sheet = Sheet(Meeting(id="m"))
    for _ in range(12):
        sheet.add(Participant, name="Ann-Christine Bergström-Lindqvist", organisation="Norråsa")
    sheet.add(
        Participant,
        name="Karin Ahlqvist",
        organisation="Rotsjö kommun",
        remote=True,
        note="deltog från kommunhuset i Rotsjö hela dagen",
    )
    lines = lines_of(render(PrintJob(sheet.records(), board(), CALENDAR, Document.ATTENDANCE)).pdf)
    assert sum(line.startswith("Ann-Christine Bergström-Lindqvist") for line in lines) == 12


def test_decisions_hold_what_was_decided_and_no_more() -> None:
    sheet = Sheet(Meeting(id="m", first_paragraph=3))
    sheet.section(sheet.add(Item, title="Information"), "Bara ord.")
    item = sheet.add(Item, title="Beslut")
    sheet.section(item, "Mycket sades.")
    sheet.decision(item, "Så blev det.")
    passage = (
        Span("Lång redogörelse. "),
        Span(" Styrelsen godkände rapporten.", (Mark.DECISION,)),
    )
    sheet.section(sheet.add(Item, title="Rapport"), passage)
    found = heard(Document.DECISIONS, sheet.records())
    assert found.of("H2") == ["§ 4 Beslut", "§ 5 Rapport"]
    assert "Styrelsen godkände rapporten." in found.text
    assert "redogörelse" not in found.text
    assert "sades" not in found.text


def test_a_decision_that_was_corrected_is_not_told_without_its_correction() -> None:
    sheet = Sheet(Meeting(id="m", first_paragraph=3))
    item = sheet.add(Item, title="Beslut")
    sheet.decision(item, "Bidraget är 300 000 kronor.")
    sheet.add(
        Correction, item, made_on=date(2026, 12, 3), author="Lisa Nyman", text="Ska vara 310 000."
    )
    told = heard(Document.DECISIONS, sheet.records()).text
    first, then = told.index("300 000 kronor"), told.index("Rättelse 2026-12-03, Lisa Nyman")
    assert first < then < told.index("Ska vara 310 000.")


def test_attendance_tells_where_each_was_and_how_each_voted() -> None:
    found = heard(Document.ATTENDANCE, formal_meeting())
    assert found.of("H1") == ["Närvaro- och voteringslista"]
    assert "Maria Haglund (S)Övre Forsa kommunOrdförande §§ 55–62§§ 55–62" in found.text
    assert "För Jon Jonsén (KD)" in found.text
    assert "§ 56 Gemensam digital handlingsplan" in found.of("H2")
    assert found.of("TH").count("Karin Ahlqvist (M)") == 2
    # The vote stands on one page with what it was about.
    last = found.pages[-1]
    assert "§ 56 Gemensam digital handlingsplan" in last.replace("\u00a0", " ")
    assert "Summa" in last


def test_attendance_without_votes_is_called_so_and_tells_who_was_away() -> None:
    sheet = Sheet(Meeting(id="m"))
    sheet.add(Participant, name="Bo Ek", attendance=Attendance.ABSENT)
    found = heard(Document.ATTENDANCE, sheet.records())
    assert found.of("H1") == ["Närvarolista"]
    assert found.of("H2") == ["Frånvarande"]


def test_a_notice_has_a_page_for_each_board_and_no_page_numbers() -> None:
    found = heard(Document.NOTICE, formal_meeting())
    assert len(found.pages) == 3
    assert "Norråsa kommuns anslagstavla" in found.pages[1]
    assert not any("Sida" in each for each in found.artifacts)
    one = heard(Document.NOTICE, formal_meeting(), board="Norråsa kommuns anslagstavla")
    assert len(one.pages) == 1


def test_a_board_that_was_late_has_its_own_day_and_the_period_counts_from_the_last() -> None:
    sheet = Sheet(Meeting(id="m", day=Moment(date(2026, 3, 2))))
    approval = sheet.add(Approval, approved_on=date(2026, 3, 5))
    sheet.add(Notice, approval, board="Torget", posted_on=date(2026, 3, 6))
    sheet.add(Notice, approval, board="Webben", posted_on=date(2026, 3, 9))
    first, second = heard(Document.NOTICE, sheet.records()).pages
    assert "Anslagets uppsättande2026-03-06" in first
    assert "Anslagets uppsättande2026-03-09" in second
    assert "senast den 30 mars 2026" in first
