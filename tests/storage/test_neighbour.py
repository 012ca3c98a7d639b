"""What stands around a meeting in a library: §§ before and after, actions left from before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.action import Action, ActionOwner, ActionState
from kcdesk.domain.body import Body
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.services.check.neighbour import ALONE, EarlierAction, Neighbours
from kcdesk.services.check.surroundings import read_neighbours
from kcdesk.storage.library_file import LibraryFile

DAY, TODAY = date(2026, 5, 20), date(2026, 6, 1)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[LibraryFile]:
    made = LibraryFile.new(tmp_path / "a.kcdesk")
    begin(made, Body(id="b", name="Styrelsen"))
    yield made
    made.close()


def begin(library: LibraryFile, root: Row, *rows: Row) -> None:
    operations = tuple(Insert(row) for row in (root, *rows))
    library.create(root, rows, Group(Message("New"), operations))


def meeting(id: str, day: date, first: int | None, *rows: Row, items: int = 2) -> list[Row]:
    agenda = [Item(id=f"{id}{n}", owner_id=id, position=f"{n}V") for n in range(1, items + 1)]
    root = Meeting(id=id, body_id="b", day=Moment(day), first_paragraph=first)
    return [root, *agenda, *rows]


def around(library: LibraryFile) -> Neighbours:
    return library.neighbours("b", DAY, "here", TODAY)


def test_nothing_earlier_is_known_of_a_new_body(library: LibraryFile) -> None:
    begin(library, *meeting("here", DAY, 30))
    assert around(library) == ALONE


def test_the_numbers_before_and_after_are_those_of_the_year(library: LibraryFile) -> None:
    for each in (
        meeting("last", date(2025, 12, 1), 90),
        meeting("first", date(2026, 1, 20), 1),
        meeting("before", date(2026, 4, 20), 3),
        meeting("here", DAY, 5),
        meeting("draft", date(2026, 5, 30), None),
        meeting("after", date(2026, 6, 20), 9),
        meeting("later", date(2026, 9, 20), 12),
    ):
        begin(library, *each)
    assert around(library) == Neighbours(last_paragraph=4, next_paragraph=9)


def test_the_first_of_a_year_follows_nothing(library: LibraryFile) -> None:
    begin(library, *meeting("last", date(2025, 12, 1), 90))
    assert around(library) == Neighbours(last_paragraph=0)
    library.discard("last")
    assert around(library) == ALONE


def test_actions_left_undone_are_brought_along(library: LibraryFile) -> None:
    due = {"owner_id": "before1", "due": Moment(date(2026, 5, 1))}
    rows: list[Row] = [
        Action(id="open", position="a", text="Ring", **due),
        ActionOwner(id="o1", owner_id="open", state=ActionState.DONE),
        ActionOwner(id="o2", owner_id="open", position="V", name="Kansliet"),
        ActionOwner(id="o6", owner_id="open", position="W", participant_id="who"),
        Participant(id="who", owner_id="before", name="Anna Berg"),
        Action(id="done", position="b", text="Skriv", **due),
        ActionOwner(id="o3", owner_id="done", state=ActionState.DONE),
        Action(id="either", position="c", text="Boka", any_owner=True, **due),
        ActionOwner(id="o4", owner_id="either", state=ActionState.DONE),
        ActionOwner(id="o5", owner_id="either", position="V"),
        Action(
            id="nobody",
            position="d",
            text="Fråga",
            owner_id="before1",
            due=Moment(date(2026, 5, 2)),
        ),
        Action(id="later", position="e", text="Vänta", owner_id="before1", due=Moment(TODAY)),
        Action(id="some day", position="f", text="Se till", owner_id="before1"),
    ]
    held = date(2026, 4, 20)
    begin(library, *meeting("before", held, 3, *rows))
    begin(library, *meeting("after", date(2026, 5, 30), None))
    assert around(library).overdue == (
        EarlierAction("Ring", date(2026, 5, 1), held, ("Kansliet", "Anna Berg")),
        EarlierAction("Fråga", date(2026, 5, 2), held),
    )


def test_without_a_body_or_a_day_a_meeting_stands_alone(library: LibraryFile) -> None:
    begin(library, *meeting("before", date(2026, 4, 20), 3))
    for root in (
        Meeting(id="m", day=Moment(DAY)),
        Meeting(id="m", body_id="b", day=Moment(text="i maj")),
    ):
        assert read_neighbours(library, Records("m", [root]), TODAY) == ALONE
    known = Records("m", [Meeting(id="m", body_id="b", day=Moment(DAY))])
    assert read_neighbours(library, known, TODAY) == Neighbours(last_paragraph=4)
