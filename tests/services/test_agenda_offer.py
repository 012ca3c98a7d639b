"""What a new agenda begins with, in a real library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from functools import partial
from pathlib import Path

import pytest

from kcdesk.domain.body import Body, Membership, Numbering, Regime
from kcdesk.domain.decision import Decision, DecisionOutcome
from kcdesk.domain.item import Item, ItemKind, ItemLink, Presenter, Relation
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.participant import Participant
from kcdesk.domain.person import Person
from kcdesk.domain.records import Records
from kcdesk.domain.summons import Summons
from kcdesk.i18n import catalogue
from kcdesk.services.agenda_offer import (
    agenda_rows,
    last_meeting,
    recurring_offers,
    take_up,
    waiting_offers,
)
from kcdesk.services.create_meeting import create_meeting
from kcdesk.services.session import EditingSession
from kcdesk.storage.library_file import LibraryFile
from kcdesk.wording.handling import handling
from tests.storage.sample import begin

BODY = (
    Body(id="b", name="Styrelsen", regime=Regime.BOARD, numbering=Numbering.PARAGRAPH),
    Membership(id="bm", owner_id="b", position="V", person_id="p"),
)
PERSONS = Records("library", (Person(id="p", name="Åsa Kling", title="Samordnare"),))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[LibraryFile]:
    made = LibraryFile.new(tmp_path / "Nämnd.kcdesk")
    begin(made, BODY)
    begin(
        made,
        (
            Meeting(
                id="march",
                body_id="b",
                day=Moment(date(2026, 3, 2)),
                planned_start=ClockTime(time(8, 30)),
            ),
            Item(id="m1", owner_id="march", position="G", title="Budgetläget"),
            Item(id="m2", owner_id="march", position="V", title="Besök från länsstyrelsen"),
        ),
    )
    begin(
        made,
        (
            Meeting(id="may", body_id="b", day=Moment(date(2026, 5, 4)), first_paragraph=12),
            Participant(id="who", owner_id="may", position="V", person_id=None, name="Éva Ö"),
            Item(
                id="y1", owner_id="may", position="D", title="Öppnande", kind=ItemKind.FORMALITY
            ),
            Item(
                id="y2", owner_id="may", position="G", title="budgetläget ", planned_minutes=20,
                done=True, actual_start=ClockTime(time(9)),
            ),
            Presenter(id="pr", owner_id="y2", position="V", participant_id="who"),
            Presenter(id="ps", owner_id="y2", position="Z", name="Bo Ek", title="ekonom"),
            Item(
                id="y3", owner_id="may", position="M", title="Ny lokal", kind=ItemKind.DECISION,
                case_number="SF 2026/9", secret=True, secrecy_ground="OSL 19:1",
            ),
            Decision(id="d3", owner_id="y3", position="V", outcome=DecisionOutcome.TABLED),
            Item(id="y4", owner_id="may", position="T", title="En gång bara"),
        ),
    )  # fmt: skip
    yield made
    made.close()


def new_meeting(library: LibraryFile, day: date, texts: tuple[str, ...] = ()) -> str:
    offers = waiting_offers(library, library, "b")
    agenda = partial(agenda_rows, offers=offers, texts=texts or ("",) * len(offers))
    stream = create_meeting(library.load("b"), PERSONS, Moment(day), agenda)
    return stream.begin(library)


def test_the_last_agenda_is_offered_and_what_recurs_is_suggested(library: LibraryFile) -> None:
    last = last_meeting(library, library, "b")
    assert last is not None
    assert last.root_id == "may"
    offers = recurring_offers(library, library, last)
    assert [(each.item.id, each.suggested) for each in offers] == [
        ("y1", True),  # a formality
        ("y2", True),  # stood in March as well
        ("y4", False),
    ]
    march = library.load("march")
    assert not any(each.suggested for each in recurring_offers(library, library, march))


def test_a_body_without_meetings_has_no_last_one(library: LibraryFile) -> None:
    begin(library, (Body(id="c", name="Rådet"),))
    assert last_meeting(library, library, "c") is None
    begin(library, (Meeting(id="undated", body_id="c"),))
    undated = last_meeting(library, library, "c")
    assert undated is not None
    assert recurring_offers(library, library, undated) == ()


def test_what_was_tabled_waits_until_a_meeting_takes_it_up(library: LibraryFile) -> None:
    (offer,) = waiting_offers(library, library, "b")
    assert (offer.item.id, offer.waits) == ("y3", True)
    text = handling(catalogue("sv"), library.load("b"), offer.meeting, offer.item)
    assert text == "Styrelsen, 2026-05-04, § 14"
    june = new_meeting(library, date(2026, 6, 1), (text,))
    made = library.load(june)
    (item,) = made.all(Item)
    (link,) = made.all(ItemLink)
    assert (item.title, item.case_number, item.secret) == ("Ny lokal", "SF 2026/9", True)
    assert item.secrecy_ground == "OSL 19:1"
    assert (link.relation, link.target, link.text) == (Relation.EARLIER, "y3", text)
    assert waiting_offers(library, library, "b") == ()
    library.discard(june)  # it never takes place: the matter waits again
    assert [each.item.id for each in waiting_offers(library, library, "b")] == ["y3"]
    library.discard("may")
    assert waiting_offers(library, library, "b") == ()


def test_a_matter_goes_by_its_title_while_no_paragraph_is_given(library: LibraryFile) -> None:
    march = library.load("march")
    text = handling(catalogue("sv"), library.load("b"), march, march.get(Item, "m1"))
    assert text == "Styrelsen, 2026-03-02, ”Budgetläget”"


def test_title_minutes_and_presenters_come_along_and_no_more(library: LibraryFile) -> None:
    last = library.load("may")
    offers = [each for each in recurring_offers(library, library, last) if each.suggested]
    session = EditingSession(new_meeting(library, date(2026, 6, 1)), library)
    session.perform(take_up(session.records, offers, ["", ""]))
    items = session.records.children(session.stream_id, Item)
    assert [each.title for each in items] == ["Ny lokal", "Öppnande", "budgetläget "]
    budget = items[-1]
    assert (budget.planned_minutes, budget.actual_start, budget.done) == (20, None, False)
    assert budget.announced
    presenters = session.records.children(budget.id, Presenter)
    assert [(each.name, each.title) for each in presenters] == [("Éva Ö", ""), ("Bo Ek", "ekonom")]
    assert session.records.children(budget.id, ItemLink) == ()
    session.undo()
    assert len(session.records.all(Item)) == 1


def test_a_presenter_who_is_expected_is_the_participant(library: LibraryFile) -> None:
    june = library.load(new_meeting(library, date(2026, 6, 1)))
    (expected,) = june.all(Participant)
    begin(
        library,
        (
            Meeting(id="july", body_id="b", day=Moment(date(2026, 7, 1))),
            Participant(id="asa", owner_id="july", position="V", person_id="p", name="Åsa K"),
            Item(id="j1", owner_id="july", position="V", title="Läget"),
            Presenter(id="jp", owner_id="j1", position="V", participant_id="asa"),
        ),
    )
    offers = recurring_offers(library, library, library.load("july"))
    rows = agenda_rows(june, offers, [""])
    (presenter,) = [row for row in rows if isinstance(row, Presenter)]
    assert (presenter.participant_id, presenter.name) == (expected.id, "")


def test_what_comes_after_the_kallelse_was_not_in_it(library: LibraryFile) -> None:
    begin(
        library,
        (
            Meeting(id="august", body_id="b", day=Moment(date(2026, 8, 1))),
            Summons(id="s", owner_id="august", position="V", sent_on=date(2026, 7, 20)),
        ),
    )
    august = EditingSession("august", library)
    group = take_up(august.records, waiting_offers(library, library, "b"), ["§ 14"])
    assert group.label.params == {"name": "Ny lokal"}
    august.perform(group)
    assert [each.announced for each in august.records.all(Item)] == [False]
