"""What became of an item, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.action import Action, ActionOwner, ActionState
from kcdesk.domain.block import Block
from kcdesk.domain.decision import Decision
from kcdesk.domain.final_force import Delivery
from kcdesk.domain.item import Item, Presenter
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.operation import Group, Insert, Splice, inverse_group
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import plain
from kcdesk.domain.row import Row, fields_outside_seal, reference_fields
from kcdesk.domain.section import Section
from kcdesk.services.item_history import changed_since_versions, deleted_items, item_history
from kcdesk.services.item_state import names_in, state_of, state_text
from kcdesk.services.name_version import name_version
from kcdesk.services.ports import LogEntry
from kcdesk.services.remove_item import remove_item
from kcdesk.services.restore_item import restore_item
from tests.strategies import histories

START = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
ROWS: tuple[Row, ...] = (
    Meeting(id="m"),
    Participant(id="p", owner_id="m", position="V", name="Gerd Olofsson"),
    Item(id="i", owner_id="m", position="V", title="Budget"),
    Item(id="j", owner_id="m", position="W", title="Val"),
    Section(id="s", owner_id="i", position="V"),
    Block(id="b", owner_id="s", position="V", spans=plain("Nämnden")),
)


class Log:
    """A stream that is written down as it happens, a minute a step unless told otherwise."""

    def __init__(self) -> None:
        self.records = Records("m")
        self.entries: list[LogEntry] = []
        self.at = START
        self.do(Group(Message("New meeting"), tuple(Insert(row) for row in ROWS)))

    def do(self, group: Group, minutes: int = 1, author: str = "Anna") -> Group:
        self.at += timedelta(minutes=minutes)
        self.records = self.records.apply(group)
        seq = len(self.entries) + 1
        self.entries.append(LogEntry("m", seq, group, group.undoes, 1, self.at, author))
        return group

    def type(self, at: int, text: str, minutes: int = 1, author: str = "Anna") -> None:
        splice = Splice("b", at, (), plain(text))
        self.do(Group(Message("Typing"), (splice,)), minutes, author)

    def undo(self) -> None:
        last = self.entries[-1]
        assert last.group is not None
        self.do(inverse_group(last.group, last.seq))

    def retitle(self, id: str, title: str) -> None:
        self.do(Group(Message("Change heading"), self.records.setting(id, "title", title)))

    def labels(self, id: str) -> list[str]:
        return [str(step.label) for step in item_history(self.records, self.entries, id)]


def test_an_item_has_the_steps_that_touched_it_or_its_rows_newest_first() -> None:
    log = Log()
    log.retitle("j", "Val av ordförande")
    log.type(7, " beslutar")
    log.retitle("i", "Budget 2027")
    assert log.labels("i") == ["Change heading", "Typing", "New meeting"]
    assert log.labels("j") == ["Change heading", "New meeting"]
    newest, typed, first = item_history(log.records, log.entries, "i")
    assert newest.after == state_of(log.records, "i")
    assert newest.before == typed.after
    assert (first.before, first.author) == ((), "Anna")
    assert state_text(typed.before, {}) == "Budget\nNämnden"
    assert state_text(typed.after, {}) == "Budget\nNämnden beslutar"


def test_typing_within_ten_minutes_by_one_person_is_one_step() -> None:
    log = Log()
    for at in range(3):
        log.type(7 + at, "a", minutes=5)
    log.type(10, "b", author="Bo")
    steps = item_history(log.records, log.entries, "i")
    assert [(step.author, step.at - step.since) for step in steps[:3]] == [
        ("Bo", timedelta()),
        ("Anna", timedelta(minutes=10)),
        ("Anna", timedelta()),  # the beginning of the meeting
    ]
    assert state_text(steps[1].before, {}) == "Budget\nNämnden"
    log.type(11, "c", minutes=60, author="Bo")
    assert len(log.labels("i")) == len(steps) + 1


def test_what_was_undone_and_redone_says_so() -> None:
    log = Log()
    log.retitle("i", "Budget 2027")
    log.undo()
    log.undo()
    assert log.labels("i")[:2] == ["Redone: Change heading", "Undone: Change heading"]


def test_what_was_destroyed_is_shown_as_such_and_ends_the_way_back() -> None:
    log = Log()
    log.retitle("i", "Budget 2027")
    log.entries[0] = replace(log.entries[0], group=None)
    newest, destroyed = item_history(log.records, log.entries, "i")
    assert newest.is_kept
    assert not destroyed.is_kept
    assert destroyed.after == ()
    assert deleted_items(log.records, log.entries) == ()


def test_a_deleted_item_is_found_and_comes_back_with_its_text() -> None:
    log = Log()
    then = state_of(log.records, "i")
    log.do(remove_item(log.records, "i"))
    (gone,) = deleted_items(log.records, log.entries)
    assert gone.item_id == "i"
    assert gone.before == then
    log.do(restore_item(log.records, gone.before))
    assert state_of(log.records, "i") == then
    assert deleted_items(log.records, log.entries) == ()


def test_a_new_item_that_was_undone_is_no_deleted_one() -> None:
    log = Log()
    log.do(Group(Message("New item"), (Insert(Item(id="k", owner_id="m", position="X")),)))
    log.undo()
    assert deleted_items(log.records, log.entries) == ()


def test_a_sub_item_comes_back_last_where_its_item_is_gone() -> None:
    log = Log()
    log.do(Group(Message("New item"), (Insert(Item(id="k", owner_id="j", position="V")),)))
    then = state_of(log.records, "k")
    log.do(remove_item(log.records, "j"))
    log.do(restore_item(log.records, then))
    assert [item.id for item in log.records.children("m", Item)] == ["i", "k"]


def test_restoring_takes_away_what_came_later_but_no_sub_item_and_no_progress() -> None:
    log = Log()
    action = Action(id="a", owner_id="i", position="V", text="Skriva till länsstyrelsen")
    owner = ActionOwner(id="o", owner_id="a", position="V", name="Anna")
    log.do(Group(Message("Add"), (Insert(action), Insert(owner))))
    then = state_of(log.records, "i")
    log.do(
        Group(
            Message("More"),
            (
                Insert(Decision(id="d", owner_id="i", position="V")),
                Insert(Block(id="e", owner_id="d", position="V", spans=plain("att avslå"))),
                Insert(Delivery(id="v", owner_id="m", position="V", decision_id="d")),
                Insert(Item(id="k", owner_id="i", position="V", title="Delärende")),
                *log.records.setting("a", "text", "Ringa"),
                *log.records.setting("o", "state", ActionState.DONE),
            ),
        )
    )
    before = log.records
    restored = log.do(restore_item(log.records, then))
    assert "d" not in log.records
    assert "v" not in log.records
    assert "k" in log.records
    assert log.records.get(Action, "a").text == "Skriva till länsstyrelsen"
    assert log.records.get(ActionOwner, "o").state is ActionState.DONE
    assert log.records.apply(inverse_group(restored, 1)) == before
    assert not restore_item(log.records, then)


def test_names_of_rows_that_are_gone_are_left_out() -> None:
    log = Log()
    presenter = Presenter(id="r", owner_id="i", position="V", participant_id="p")
    log.do(Group(Message("Add"), (Insert(presenter),)))
    then = state_of(log.records, "i")
    assert "Gerd Olofsson" in state_text(then, names_in(log.records))
    gone = (*log.records.removal("r"), *log.records.removal("p"))
    log.do(Group(Message("Remove"), gone))
    log.do(restore_item(log.records, then))
    assert log.records.get(Presenter, "r").participant_id is None


def test_times_and_days_are_read_and_sub_items_come_last() -> None:
    state: Sequence[Row] = (
        Item(id="i", title="Budget", actual_start=ClockTime(time(9, 5)), planned_minutes=15),
        Item(id="k", owner_id="i", title="Delärende"),
        Action(id="a", owner_id="i", text="Ringa", due=Moment(date(2026, 3, 9))),
        Action(id="c", owner_id="i", text="Fråga", due=Moment(text="i mars")),
    )
    text = state_text(tuple(state), {})
    assert text.splitlines() == [
        "Budget", "15", "09:05", "Ringa", "2026-03-09", "Fråga", "i mars", "Delärende",
    ]  # fmt: skip
    assert state_text((), {}) == ""


@given(st.data(), histories())
def test_every_item_comes_back_as_it_was_from_wherever_it_went(data, history) -> None:
    records, groups = history
    items = records.all(Item)
    if not items:
        return
    item = data.draw(st.sampled_from(items))
    then = state_of(records, item.id)
    now = records
    for group in groups:
        now = now.apply(group)
    group = restore_item(now, then)
    after = now.apply(group)
    assert after.apply(inverse_group(group, 1)) == now
    for row in then:
        stands = after.row(row.id)
        free = {*fields_outside_seal(type(row)), *reference_fields(type(row))}
        if row.id == item.id:
            free |= {"owner_id", "position"}
        same = {name: getattr(row, name) for name in free}
        assert replace(stands, **same) == row
    entries = [
        LogEntry("m", seq, each, None, 1, START, "") for seq, each in enumerate(groups, start=1)
    ]
    steps = item_history(now, entries, item.id)
    if steps:
        assert steps[-1].before == then


def test_a_version_is_in_the_history_of_each_item_and_tells_what_changed_since() -> None:
    log = Log()
    assert not name_version(log.records, "  ")
    log.do(name_version(log.records, " Före  granskning "))
    then = state_of(log.records, "i")
    log.retitle("i", "Budget 2027")
    log.do(Group(Message("New item"), (Insert(Item(id="k", owner_id="m", position="X")),)))
    assert log.labels("i")[1] == "Name the version “Före granskning”"
    mark = item_history(log.records, log.entries, "i")[1]
    assert mark.before == mark.after == then
    log.do(remove_item(log.records, "j"))
    version, *changed = changed_since_versions(log.records, log.entries)
    assert (str(version.label), version.item_id) == ("Version “Före granskning”", "")
    assert [(step.item_id, bool(step.before), bool(step.after)) for step in changed] == [
        ("i", True, True),
        ("k", False, True),
        ("j", True, False),
    ]
    log.do(restore_item(log.records, changed[0].before))
    assert state_of(log.records, "i") == then
    log.entries[0] = replace(log.entries[0], group=None)
    assert len(changed_since_versions(log.records, log.entries)) == 3


def test_a_moved_item_has_not_changed() -> None:
    log = Log()
    log.do(name_version(log.records, "Ett"))
    log.do(Group(Message("Move"), (log.records.moving("i", "m", "X"),)))
    assert len(changed_since_versions(log.records, log.entries)) == 1
