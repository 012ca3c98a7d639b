"""The text keeps its measure: the sides give way first, and only as far as they can."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.ui.shell.room import Wanted, share


def left(width: int = 272, of: int = 10_000) -> Wanted:
    return Wanted(width, 236, of)


def right(width: int = 320, of: int = 10_000) -> Wanted:
    return Wanted(width, 316, of)


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (1192, [272, 600, 320]),  # a window of 1440
        (1400, [272, 808, 320]),
        (1072, [236, 520, 316]),  # one of 1280, its navigation at its least
        (900, [236, 348, 316]),
    ],
)
def test_the_sides_give_way_in_a_narrow_row(total: int, expected: list[int]) -> None:
    assert share(total, left(), right(), 600) == expected


def test_what_was_set_by_hand_stays_in_a_row_as_wide() -> None:
    assert share(1000, left(300, 1000), right(400, 1000), 600) == [300, 300, 400]
    assert share(999, left(300, 1000), right(400, 1000), 600) == [236, 447, 316]


@given(st.integers(700, 3000), st.integers(150, 500), st.integers(150, 700), st.integers(700, 3000))
def test_all_of_the_row_is_given_and_no_side_more_than_it_wants(
    total: int, at_left: int, at_right: int, of: int
) -> None:
    one, center, other = share(total, left(at_left, of), right(at_right, of), 600)
    assert one + center + other == total
    assert min(at_left, 236) <= one <= at_left
    assert min(at_right, 316) <= other <= at_right
    assert center >= min(600, total - at_left - at_right)
