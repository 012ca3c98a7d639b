"""§§ are given on the writer, per body and calendar year, and never twice."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kcdesk.domain.body import Body, Numbering
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.numbering import paragraph_count
from kcdesk.domain.operation import Group
from kcdesk.domain.regime import Regime
from kcdesk.domain.row import new_id
from kcdesk.services.change_state import next_state, previous_state
from kcdesk.services.edit_agenda import add_item
from kcdesk.services.edit_meeting import set_day, set_first_paragraph
from kcdesk.services.session import EditingSession
from kcdesk.storage.library_file import LibraryFile
from tests.storage.sample import begin, inserting

STEP = Message("Step")


def new_body(library: LibraryFile) -> str:
    body = Body(id=new_id(), regime=Regime.BOARD, numbering=Numbering.PARAGRAPH)
    return begin(library, (body,))


def new_meeting(
    library: LibraryFile, body: str, day: date, items: int = 2, **fields: object
) -> EditingSession:
    fields = {"state": MeetingState.REVIEW, **fields}
    root = Meeting(id=new_id(), body_id=body, day=Moment(day), **fields)
    agenda = [Item(id=new_id(), owner_id=root.id, position=f"V{at}") for at in range(items)]
    begin(library, (root, *agenda))
    return EditingSession(root.id, library)


def number(library: LibraryFile, session: EditingSession) -> int | None:
    session.close_typing()
    library.paragraphs.number(session.stream_id, next_state(session.records, formal=True))
    session.reload()
    return session.records.root(Meeting).first_paragraph


def first(session: EditingSession) -> int | None:
    session.reload()
    return session.records.root(Meeting).first_paragraph


def test_they_run_on_in_the_order_of_numbering_within_body_and_year(library: LibraryFile) -> None:
    body, other = new_body(library), new_body(library)
    june = new_meeting(library, body, date(2026, 6, 2), 3)
    march = new_meeting(library, body, date(2026, 3, 2), 4)
    january = new_meeting(library, body, date(2027, 1, 12), 2)
    elsewhere = new_meeting(library, other, date(2026, 3, 2), 2)
    assert number(library, june) == 1  # out of order: March is numbered after June
    assert number(library, march) == 4
    assert number(library, january) == 1
    assert number(library, elsewhere) == 1
    assert june.records.root(Meeting).state is MeetingState.APPROVAL
    assert library.verify() == ()


def test_agenda_numbers_stay(library: LibraryFile) -> None:
    session = new_meeting(library, new_body(library), date(2026, 3, 2), 1)
    (item,) = session.records.all(Item)
    session.perform(Group(STEP, session.records.setting(item.id, "agenda_number", "7")))
    number(library, session)
    assert session.records.get(Item, item.id).agenda_number == "7"


def test_a_meeting_moved_into_another_year_gets_new_ones_there(library: LibraryFile) -> None:
    body = new_body(library)
    moved = new_meeting(library, body, date(2026, 12, 15), 3, first_paragraph=40)
    there = new_meeting(library, body, date(2027, 1, 12), 2)
    assert number(library, there) == 1
    moved.perform(set_day(moved.records, Moment(date(2026, 12, 17))))
    assert first(moved) == 40
    moved.perform(set_day(moved.records, Moment(date(2027, 1, 5))))
    assert first(moved) is None
    assert number(library, moved) == 3


def test_undo_never_brings_a_number_back(library: LibraryFile) -> None:
    body = new_body(library)
    one = new_meeting(library, body, date(2026, 12, 15), 3, first_paragraph=40)
    one.perform(set_day(one.records, Moment(date(2027, 1, 5))))
    two = new_meeting(library, body, date(2026, 12, 10), 3)
    assert number(library, two) == 1
    one.undo()
    assert one.records.root(Meeting).day.day == date(2026, 12, 15)
    assert first(one) is None
    one.perform(set_first_paragraph(one.records, 40))
    one.perform(set_first_paragraph(one.records, 50))
    one.undo()
    assert first(one) is None
    one.redo()
    assert first(one) is None
    assert number(library, one) == 4
    one.undo()
    one.redo()
    assert first(one) is None
    assert library.verify() == ()


def test_in_the_bin_numbers_are_free_unless_others_have_read_them(library: LibraryFile) -> None:
    body = new_body(library)
    draft = new_meeting(library, body, date(2026, 2, 2), 5, first_paragraph=1)
    library.discard(draft.stream_id)
    later = new_meeting(library, body, date(2026, 3, 2), 2)
    assert number(library, later) == 1
    library.restore(draft.stream_id)
    assert first(draft) is None
    assert number(library, draft) == 3
    library.discard(draft.stream_id)
    last = new_meeting(library, body, date(2026, 4, 2), 2)
    assert number(library, last) == 8
    library.restore(draft.stream_id)
    assert first(draft) == 3
    library.discard(body)
    library.restore(body)
    assert library.verify() == ()


def test_another_meetings_number_is_refused(library: LibraryFile) -> None:
    body = new_body(library)
    one = new_meeting(library, body, date(2026, 2, 2), 5)
    number(library, one)
    two = new_meeting(library, body, date(2026, 3, 2), 2, first_paragraph=5)
    assert library.paragraphs.clash(two.stream_id, 5) == date(2026, 2, 2)
    assert library.paragraphs.clash(two.stream_id, 6) is None
    with pytest.raises(UserFacingError, match="2026-02-02") as raised:
        number(library, two)
    assert "Nothing was changed" in str(next(iter(raised.value.sentences())))
    two.reload()
    assert two.records.root(Meeting).state is MeetingState.REVIEW
    undated = new_meeting(library, body, date(2026, 3, 2))
    undated.perform(set_day(undated.records, Moment(text="i vår")))
    assert library.paragraphs.clash(undated.stream_id, 1) is None
    library.paragraphs.number(undated.stream_id, Group(STEP, ()))
    assert first(undated) is None
    with pytest.raises(KeyError):
        library.paragraphs.clash("nowhere", 1)


def test_an_import_that_would_double_them_is_refused_whole(library: LibraryFile) -> None:
    body = new_body(library)
    number(library, new_meeting(library, body, date(2026, 2, 2), 5))
    root = Meeting(id=new_id(), body_id=body, day=Moment(date(2026, 5, 2)), first_paragraph=5)
    rows = (root, Item(id=new_id(), owner_id=root.id, position="V"))
    with pytest.raises(UserFacingError):
        library.bring_in(Group(STEP, ()), [inserting(rows)])
    assert len(library.meetings(body)) == 1


def test_many_threads_are_given_different_ones(library: LibraryFile) -> None:
    body = new_body(library)
    sessions = [new_meeting(library, body, date(2026, 2, 2), 3) for _ in range(12)]
    threads = [threading.Thread(target=number, args=(library, each)) for each in sessions]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(first(each) for each in sessions) == list(range(1, 37, 3))


# ---- whatever happens, in any order ------------------------------------------------------------


@dataclass
class Held:
    """A meeting as the machine knows it."""

    session: EditingSession
    is_binned: bool = False


class NumberingMachine(RuleBasedStateMachine):
    """Meetings of two bodies are made, numbered, moved, thrown, taken back, undone …"""

    folder: Path

    def __init__(self) -> None:
        super().__init__()
        self.library = LibraryFile.new(self.folder / f"{new_id()}.kcdesk")
        self.bodies = [new_body(self.library) for _ in range(2)]
        self.held: list[Held] = []

    def teardown(self) -> None:
        assert self.library.verify() == ()
        self.library.close()

    def pick(self, data: st.DataObject, *, binned: bool = False) -> Held | None:
        found = [each for each in self.held if each.is_binned is binned]
        return data.draw(st.sampled_from(found)) if found else None

    @rule(body=st.integers(0, 1), year=st.integers(2026, 2027), month=st.integers(1, 12),
          items=st.integers(0, 4))  # fmt: skip
    def make(self, body: int, year: int, month: int, items: int) -> None:
        session = new_meeting(self.library, self.bodies[body], date(year, month, 3), items)
        self.held.append(Held(session))

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def step(self, data: st.DataObject) -> None:
        if (held := self.pick(data)) is None:
            return
        state = held.session.records.root(Meeting).state
        try:
            if state is MeetingState.REVIEW:
                number(self.library, held.session)
        except UserFacingError:
            held.session.reload()
            assert held.session.records.root(Meeting).state is MeetingState.REVIEW

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def step_back(self, data: st.DataObject) -> None:
        if (held := self.pick(data)) is None:
            return
        if held.session.records.root(Meeting).state is MeetingState.APPROVAL:
            held.session.perform(previous_state(held.session.records, formal=True))

    @precondition(lambda self: self.held)
    @rule(data=st.data(), year=st.integers(2026, 2027))
    def move(self, data: st.DataObject, year: int) -> None:
        if (held := self.pick(data)) is not None and self.is_open(held):
            held.session.perform(set_day(held.session.records, Moment(date(year, 5, 5))))

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def add_an_item(self, data: st.DataObject) -> None:
        if (held := self.pick(data)) is not None and self.is_open(held):
            held.session.perform(add_item(held.session.records, None, "Ett till"))

    @precondition(lambda self: self.held)
    @rule(data=st.data(), wish=st.integers(1, 12))
    def number_by_hand(self, data: st.DataObject, wish: int) -> None:
        if (held := self.pick(data)) is None or not self.is_open(held):
            return
        if self.library.paragraphs.clash(held.session.stream_id, wish) is None:
            held.session.perform(set_first_paragraph(held.session.records, wish))

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def throw(self, data: st.DataObject) -> None:
        if (held := self.pick(data)) is not None:
            self.library.discard(held.session.stream_id)
            held.is_binned = True

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        if (held := self.pick(data, binned=True)) is not None:
            self.library.restore(held.session.stream_id)
            held.session.reload()
            held.is_binned = False

    @precondition(lambda self: self.held)
    @rule(data=st.data(), redo=st.booleans())
    def undo(self, data: st.DataObject, redo: bool) -> None:
        if (held := self.pick(data)) is not None and self.is_open(held):
            held.session.redo() if redo else held.session.undo()

    @invariant()
    def none_that_others_read_is_doubled(self) -> None:
        self.library.drain()
        given: dict[tuple[str | None, int, int], str] = {}
        for held in self.held:
            records = held.session.records
            meeting = records.root(Meeting)
            if meeting.state is MeetingState.REVIEW or meeting.first_paragraph is None:
                continue
            start = meeting.first_paragraph
            for paragraph in range(start, start + paragraph_count(records)):
                key = (meeting.body_id, meeting.day.day.year, paragraph)
                assert given.setdefault(key, meeting.id) == meeting.id

    @staticmethod
    def is_open(held: Held) -> bool:
        """Whether the minutes may be changed: they have not gone out to be approved."""
        return held.session.records.root(Meeting).state is MeetingState.REVIEW


@pytest.fixture
def machine(tmp_path: Path) -> type[NumberingMachine]:
    NumberingMachine.folder = tmp_path
    return NumberingMachine


def test_whatever_happens_no_paragraph_is_given_twice(machine: type[NumberingMachine]) -> None:
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=25,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
