"""Columns have room for their words, and then for as few lines as possible."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.documents.column_width import column_widths

WIDE = st.floats(35, 900, allow_nan=False)


def test_where_all_fits_the_columns_share_what_is_left() -> None:
    assert column_widths([40, 50], [[60, 80], [70, 50]], 200) == [95, 105]


def test_a_column_that_is_nearly_empty_leaves_its_room_to_names() -> None:
    names = [[150, 90, 0]] * 20
    widths = column_widths([80, 70, 60], [*names, [150, 90, 120]], 320)
    assert widths[0] >= 150
    assert widths[1] >= 90
    assert 60 <= widths[2] < 120  # two lines in one row, and not in twenty


def test_where_words_do_not_fit_the_wide_ones_are_cut() -> None:
    assert column_widths([300, 40, 300], [[300, 40, 300]], 400) == [180, 40, 180]


def test_words_that_just_fit_keep_their_width() -> None:
    assert column_widths([50, 50], [[100, 100]], 100) == [50, 50]


@given(
    st.integers(1, 6).flatmap(
        lambda count: st.tuples(
            st.lists(WIDE, min_size=count, max_size=count),
            st.lists(st.lists(WIDE, min_size=count, max_size=count), min_size=1, max_size=8),
        )
    )
)
def test_the_whole_width_is_used(table: tuple[list[float], list[list[float]]]) -> None:
    words, texts = table
    widths = column_widths(words, texts, 453.5)
    assert sum(widths) == pytest.approx(453.5)
    assert min(widths) > 0
