"""Positions: always room between two, short when rows are added at the end."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.position import DIGITS, FIRST, after_last, between, spread
from tests import strategies


def is_position(text: str) -> bool:
    return bool(text) and set(text) <= set(DIGITS) and not text.endswith("0")


@given(st.sets(strategies.positions(), min_size=2, max_size=2))
def test_there_is_room_between_any_two(pair):
    before, after = sorted(pair)
    middle = between(before, after)
    assert before < middle < after
    assert is_position(middle)


@given(strategies.positions())
def test_there_is_room_at_both_ends(position):
    assert between("", position) < position < between(position, "")
    assert is_position(between("", position))
    assert is_position(between(position, ""))


def test_the_only_row_stands_in_the_middle():
    assert between("", "") == FIRST == after_last([])


@given(st.lists(st.integers(0, 30), max_size=40))
def test_insertions_anywhere_keep_the_order(places):
    order: list[str] = []
    for place in places:
        at = min(place, len(order))
        before = order[at - 1] if at else ""
        after = order[at] if at < len(order) else ""
        order.insert(at, between(before, after))
    assert order == sorted(set(order))


@pytest.mark.parametrize(("before", "after"), [("V", "V"), ("W", "V"), ("VV", "V")])
def test_there_is_no_room_backwards(before, after):
    with pytest.raises(ValueError, match="no room"):
        between(before, after)


@given(st.lists(strategies.positions(), min_size=1))
def test_after_last(positions):
    last = after_last(positions)
    assert all(position < last for position in positions)
    assert is_position(last)


@pytest.mark.parametrize(("last", "next"), [("V", "W"), ("Vz", "W"), ("z", "z1"), ("zz", "zz1")])
def test_the_next_number_follows(last, next):
    assert after_last([last]) == next


def test_a_long_text_typed_from_top_to_bottom_has_short_positions():
    positions = [FIRST]
    for _ in range(1_000):
        positions.append(after_last(positions))
    assert positions == sorted(positions)
    assert max(map(len, positions)) <= 18


@given(st.integers(0, 5_000))
def test_spread(count):
    positions = spread(count)
    assert len(positions) == count
    assert all(one < other for one, other in itertools.pairwise(positions))
    assert all(map(is_position, positions))
    assert max(map(len, positions), default=1) <= 3
