"""Items are put in another order; what stands under them follows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.item import Item
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.participant import Presence
from kcdesk.services import move_item
from tests.services.agenda import meeting, outline, participant, performed


@pytest.mark.parametrize(
    ("verb", "id", "expected"),
    [
        (move_item.move_up, "a", "a b(c d) e"),
        (move_item.move_up, "e", "a e b(c d)"),
        (move_item.move_up, "d", "a b(d c) e"),
        (move_item.move_down, "a", "b(c d) a e"),
        (move_item.move_down, "e", "a b(c d) e"),
        (move_item.indent, "a", "a b(c d) e"),
        (move_item.indent, "e", "a b(c d e)"),
        (move_item.indent, "b", "a(b(c d)) e"),
        (move_item.outdent, "a", "a b(c d) e"),
        (move_item.outdent, "c", "a b(d) c e"),
    ],
)
def test_moving_by_keys(verb, id, expected):
    records = meeting("a b(c d) e")
    group = verb(records, id)
    assert str(group.label) == f"Move “T{id}”"
    assert outline(performed(records, group)) == expected
    assert bool(group) == (outline(records) != expected)


@pytest.mark.parametrize(
    ("id", "owner", "index", "expected"),
    [
        ("e", "m", 0, "e a b(c d)"),
        ("a", "b", 1, "b(c a d) e"),
        ("c", "m", 99, "a b(d) e c"),
        ("c", "m", -3, "c a b(d) e"),
    ],
)
def test_moving_to_a_place(id, owner, index, expected):
    records = meeting("a b(c d) e")
    assert outline(performed(records, move_item.move_to(records, id, owner, index))) == expected


def test_nothing_stands_under_itself():
    with pytest.raises(ValueError, match="itself"):
        move_item.move_to(meeting("a b(c)"), "b", "c", 0)


@given(
    st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("mabcdef"), st.integers(0, 5)))
)
def test_any_moves_keep_every_item_once(moves):
    records = meeting("a b(c d) e(f)")
    for id, owner, index in moves:
        try:
            group = move_item.move_to(records, id, owner, index)
        except ValueError:
            continue
        records = records.apply(group)
        siblings = [each.id for each in records.children(owner, Item) if each.id != id]
        assert [each.id for each in records.children(owner, Item)].index(id) == min(
            index, len(siblings)
        )
    assert sorted(item.id for item in ordered_items(records)) == list("abcdef")


def test_a_stretch_is_never_turned_round():
    """Else somebody who was there from a to c would have been there at nothing."""
    here = Presence(id="p", owner_id="P", from_item_id="a", until_item_id="c")
    records = meeting("a b c d", participant("P"), here)
    moved = performed(records, move_item.move_to(records, "c", "m", 0))
    register = AttendanceRegister(moved)
    person = register.participants[0]
    there = [item.id for item in ordered_items(moved) if register.is_present(person, item)]
    assert there == ["a", "b"]
