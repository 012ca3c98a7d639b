"""A body's agenda template and its promises, in a real library."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from kcdesk.domain.body import Body
from kcdesk.domain.item import Item, ItemKind, ItemLink, Presenter
from kcdesk.domain.moment import Moment
from kcdesk.domain.promised_matter import PromisedMatter
from kcdesk.domain.records import Records
from kcdesk.domain.standing_item import StandingItem
from kcdesk.i18n import catalogue
from kcdesk.services.agenda_offer import agenda_rows
from kcdesk.services.create_meeting import create_meeting
from kcdesk.services.edit_agenda_plan import (
    add_to_plan,
    change_plan,
    move_in_plan,
    remove_from_plan,
)
from kcdesk.services.planned_offer import promised_offers, standing_offers
from kcdesk.services.session import EditingSession
from kcdesk.storage.library_file import LibraryFile
from kcdesk.wording.handling import origin
from tests.storage.sample import begin


@pytest.fixture
def library(tmp_path: Path) -> Iterator[LibraryFile]:
    made = LibraryFile.new(tmp_path / "Nämnd.kcdesk")
    begin(made, (Body(id="b", name="Rådet"),))
    yield made
    made.close()


@pytest.fixture
def body(library: LibraryFile) -> EditingSession:
    return EditingSession("b", library)


def standing(body: EditingSession) -> list[StandingItem]:
    return list(body.records.children("b", StandingItem))


def test_the_template_is_edited_and_each_step_is_undone(body: EditingSession) -> None:
    for title in ("Öppnande", "Läget", ""):
        body.perform(add_to_plan(body.records, StandingItem, title))
    opening, report, blank = standing(body)
    body.perform(
        change_plan(body.records, report, minutes=20, presenter="Bo Ek", kind=ItemKind.INFORMATION)
    )
    body.perform(move_in_plan(body.records, opening, 1))
    assert [each.title for each in standing(body)] == ["Läget", "Öppnande", ""]
    body.perform(move_in_plan(body.records, opening, -1))
    assert not move_in_plan(body.records, opening, -1)
    offers = standing_offers(body.records)
    assert [(each.item.title, each.suggested, each.waits) for each in offers] == [
        ("Öppnande", True, False),
        ("Läget", True, False),
    ]
    body.perform(remove_from_plan(body.records, blank))
    assert len(standing(body)) == 2
    body.undo()
    assert len(standing(body)) == 3
    for _step in range(6):
        body.undo()
    assert standing(body) == []


def test_a_new_agenda_begins_with_the_template(library: LibraryFile, body: EditingSession) -> None:
    body.perform(add_to_plan(body.records, StandingItem, "Läget"))
    (row,) = standing(body)
    body.perform(change_plan(body.records, row, minutes=20, presenter="Bo Ek"))
    agenda = partial(agenda_rows, offers=standing_offers(body.records), texts=[""])
    made = create_meeting(body.records, Records("library", ()), Moment(), agenda).begin(library)
    records = library.load(made)
    (item,) = records.all(Item)
    assert (item.title, item.planned_minutes) == ("Läget", 20)
    assert [each.name for each in records.all(Presenter)] == ["Bo Ek"]
    assert records.all(ItemLink) == ()


def test_a_promise_waits_until_an_agenda_takes_it_up(
    library: LibraryFile, body: EditingSession
) -> None:
    for title in ("Någon gång", "Snart", ""):
        body.perform(add_to_plan(body.records, PromisedMatter, title))
    soon = body.records.children("b", PromisedMatter)[1]
    wanted = Moment(date(2026, 6, 1))
    body.perform(change_plan(body.records, soon, wanted_by=wanted, source="Åsa Kling"))
    first, second = promised_offers(library, body.records)
    assert [first.item.title, second.item.title] == ["Snart", "Någon gång"]
    text = origin(catalogue("sv"), body.records, first)
    assert text == "Åsa Kling"
    agenda = partial(agenda_rows, offers=[first], texts=[text])
    made = create_meeting(body.records, Records("library", ()), Moment(), agenda).begin(library)
    (link,) = library.load(made).all(ItemLink)
    assert (link.target, link.text) == (soon.id, "Åsa Kling")
    assert [each.item.title for each in promised_offers(library, body.records)] == ["Någon gång"]
    library.discard(made)
    assert len(promised_offers(library, body.records)) == 2
