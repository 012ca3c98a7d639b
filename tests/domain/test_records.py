"""Records and their operations: pure, reversible, and refusing what does not fit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.action import Action
from kcdesk.domain.block import Block
from kcdesk.domain.item import Item, Recusal
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import (
    Group,
    Insert,
    Move,
    Place,
    Primitive,
    Remove,
    Set,
    Splice,
    inverse,
    inverse_group,
    touched,
)
from kcdesk.domain.participant import Participant
from kcdesk.domain.person import Person
from kcdesk.domain.records import Records, StaleOperation
from kcdesk.domain.richtext import plain
from kcdesk.domain.row import PLACING, ROW_TYPES
from kcdesk.domain.section import Section
from tests import strategies
from tests.domain.meetings import items, meeting, people

HISTORIES = st.sampled_from(["meeting", "body", "library"]).flatmap(
    lambda root: strategies.histories(root=root)
)


def group(*operations: Primitive) -> Group:
    return Group(Message("Test"), operations)


def in_order(records: Records) -> dict[tuple[str, str], list[str]]:
    """The children of every row as the rows themselves say: the slow way."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in sorted(records, key=lambda each: (each.position, each.id)):
        found.setdefault((row.owner_id, row.table), []).append(row.id)
    return found


# ---- properties --------------------------------------------------------------------------


@given(HISTORIES)
def test_taking_everything_back_ends_at_the_start(history):
    start, groups = history
    now = start
    for each in groups:
        now = now.apply(each)
    for number, each in reversed(list(enumerate(groups))):
        now = now.apply(inverse_group(each, number))
    assert now == start


@given(HISTORIES)
def test_each_primitive_is_its_inverses_inverse(history):
    start, groups = history
    now = start
    for operation in (operation for each in groups for operation in each.operations):
        assert inverse(inverse(operation)) == operation
        after = now.apply(group(operation))
        assert after.apply(group(inverse(operation))) == now
        now = after


@given(HISTORIES)
def test_applying_changes_nothing_but_the_result(history):
    start, groups = history
    rows, children = list(start), in_order(start)
    now = start
    for each in groups:
        now = now.apply(each)
    assert list(start) == rows
    assert in_order(start) == children


@given(HISTORIES)
def test_children_are_kept_in_step_with_the_rows(history):
    now, groups = history
    for each in groups:
        now = now.apply(each)
    expected = in_order(now)
    for (owner_id, table), ids in expected.items():
        assert [row.id for row in now.children(owner_id, ROW_TYPES[table])] == ids
    for cls in ROW_TYPES.values():
        assert {row.id for row in now.all(cls)} == {row.id for row in now if type(row) is cls}
    assert {row.id for row in now.subtree(now.root_id)} == {row.id for row in now}


@given(HISTORIES)
def test_a_group_says_which_rows_it_touches(history):
    now, groups = history
    for each in groups:
        after = now.apply(each)
        before_rows, after_rows = {r.id: r for r in now}, {r.id: r for r in after}
        ids = before_rows.keys() | after_rows.keys()
        changed = {id for id in ids if before_rows.get(id) != after_rows.get(id)}
        assert changed <= touched(each)
        now = after


# ---- reading -----------------------------------------------------------------------------


def test_reading():
    records = meeting(*items("1 2 2.1"), *people("Eva"))
    assert records.root(Meeting).id == "m"
    assert records.get(Item, "1").id == "1"
    assert records.row("Eva").table == "participant"
    assert records.find(Item, "Eva") is None
    assert records.find(Item, None) is None
    assert records.find(Item, "gone") is None
    assert "2.1" in records
    assert len(records) == 5
    assert [row.id for row in records.subtree("2")] == ["2", "2.1"]
    assert records.children("1", Item) == ()


@pytest.mark.parametrize("id", ["Eva", "gone"])
def test_a_row_of_another_class_is_not_that_row(id):
    with pytest.raises(KeyError):
        meeting(*people("Eva")).get(Item, id)


def test_equality_looks_at_rows_and_root():
    rows = items("1 2")
    assert meeting(*rows) == meeting(*reversed(rows))
    assert meeting(*rows) != meeting(rows[0])
    assert meeting(*rows) != "meeting"
    assert Records("m", rows) != Records("n", rows)
    with pytest.raises(TypeError):
        hash(meeting())


def test_all_rows_of_a_class_come_in_the_order_of_the_meeting():
    actions = [
        Action(id=f"a{owner}", owner_id=owner, position="V") for owner in ("3", "2.1", "1", "2")
    ]
    records = meeting(*actions, *items("1 2 2.1 3"))
    assert [each.id for each in records.all(Action)] == ["a1", "a2", "a2.1", "a3"]


def test_the_same_id_twice_is_refused():
    with pytest.raises(StaleOperation, match="exists already"):
        meeting(*items("1"), *items("1"))


# ---- places ------------------------------------------------------------------------------


@given(strategies.records(), st.data())
def test_positions_before_and_after_a_row_are_next_to_it(records, data):
    row = data.draw(st.sampled_from([each for each in records if each.owner_id] or [None]))
    if row is None:
        return
    siblings = [each.position for each in records.children(row.owner_id, type(row))]
    at = siblings.index(row.position)
    after, before = records.position_after(row.id), records.position_before(row.id)
    assert row.position < after
    assert before < row.position
    assert all(not row.position < each <= after for each in siblings[at + 1 :])
    assert all(not before <= each < row.position for each in siblings[:at])
    assert all(each < records.next_position(row.owner_id, type(row)) for each in siblings)


def test_rows_that_share_a_position_are_passed_together():
    same = [replace(each, position="V") for each in items("1 2")]
    records = meeting(*same)
    assert records.position_after("1") > "V"
    assert records.position_before("2") < "V"


# ---- making operations -------------------------------------------------------------------


def test_setting_what_is_so_already_is_nothing():
    records = meeting(*items("1"))
    assert records.setting("1", "title", "Item 1") == ()
    assert records.setting("1", "title", "x") == (Set("item", "1", "title", "Item 1", "x"),)


def test_a_removal_takes_the_leaves_first():
    records = meeting(*items("1 1.1 1.1.1"))
    assert [each.row.id for each in records.removal("1")] == ["1.1.1", "1.1", "1"]
    assert len(records.apply(group(*records.removal("1")))) == 1


def test_moving_takes_the_rows_below_along():
    records = meeting(*items("1 1.1 2"))
    moved = records.apply(group(records.moving("1", "2", "V")))
    assert [row.id for row in moved.subtree("2")] == ["2", "1", "1.1"]


# ---- what does not fit -------------------------------------------------------------------

ROWS = [
    *items("1 1.1 2"),
    *people("Eva"),
    Section(id="s", owner_id="1", position="V"),
    Block(id="b", owner_id="s", position="V", spans=plain("abc")),
]
(ONE, ONE_ONE, _, EVA, _, BLOCK) = ROWS


@pytest.mark.parametrize(
    ("operation", "reason"),
    [
        (Insert(ONE), "exists already"),
        (Insert(Item(id="x", owner_id="gone", position="V")), "cannot stand under"),
        (Insert(Item(id="x", position="V")), "cannot stand under"),
        (Insert(Item(id="x", owner_id="Eva", position="V")), "cannot stand under"),
        (Insert(Item(id="x", owner_id="x", position="V")), "cannot stand under"),
        (Remove(replace(ONE_ONE, title="other")), "not as it was"),
        (Remove(Item(id="gone")), "not as it was"),
        (Remove(ONE), "still owns rows"),
        (Set("item", "1", "title", "other", "x"), "not as it was"),
        (Set("item", "gone", "title", "", "x"), "there is no item gone"),
        (Set("participant", "1", "title", "", "x"), "there is no participant 1"),
        *((Set("item", "1", name, getattr(ONE, name), "x"), "by a move alone") for name in PLACING),
        (Move("item", "1", Place("m", "other"), Place("m", "z")), "not where it was"),
        (Move("item", "1", Place("m", ONE.position), Place("1.1", "V")), "cannot stand under"),
        (Move("item", "1", Place("m", ONE.position), Place("1", "V")), "cannot stand under"),
        (Move("item", "1", Place("m", ONE.position), Place("gone", "V")), "cannot stand under"),
        (Move("item", "1", Place("m", ONE.position), Place("Eva", "V")), "cannot stand under"),
        (Move("meeting", "m", Place("", ""), Place("1", "V")), "cannot stand under"),
        (Splice("b", 0, plain("x"), ()), "not what stands there"),
        (Splice("gone", 0, (), plain("x")), "there is no block gone"),
        (Splice("1", 0, (), plain("x")), "there is no block 1"),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_happened(operation, reason):
    records = meeting(*ROWS)
    first = Set("item", "2", "title", "Item 2", "changed")
    with pytest.raises(StaleOperation, match=reason):
        records.apply(group(first, operation))
    assert records == meeting(*ROWS)


def test_the_root_may_own_rows_without_being_among_them():
    persons = Records("library")
    person = Person(id="p", owner_id="library", position="V")
    assert len(persons.apply(group(Insert(person)))) == 1


def test_a_stream_begins_with_its_root():
    begun = Records("m").apply(group(Insert(Meeting(id="m")), *map(Insert, items("1"))))
    assert begun == meeting(*items("1"))


# ---- groups ------------------------------------------------------------------------------


def test_a_group_without_operations_is_nothing():
    assert not group()
    assert group(Insert(ONE))


def test_groups_have_ids_of_their_own():
    assert group(Insert(ONE)).id != group(Insert(ONE)).id


def test_an_undoing_group_bears_the_name_and_the_number_of_what_it_takes_back():
    undoing = inverse_group(Group(Message("Add an item"), (Insert(ONE),)), 7)
    assert (undoing.label, undoing.undoes) == (Message("Add an item"), 7)
    assert undoing.operations == (Remove(ONE),)


def test_touched_names_the_rows_and_their_owners():
    recusal = Recusal(id="r", owner_id="1", position="V")
    found = touched(
        group(
            Insert(recusal),
            Remove(Participant(id="Bo", owner_id="m")),
            Move("item", "2", Place("m", "V"), Place("1", "V")),
            Set("item", "3", "title", "", "x"),
            Splice("b", 0, (), plain("x")),
            Insert(Meeting(id="n")),
        )
    )
    assert found == {"r", "1", "Bo", "m", "2", "3", "b", "n"}
