"""Which line of plain text stands under which."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.services.margin import Margins, margin_of


@pytest.mark.parametrize(
    ("line", "columns"), [("a", 0), ("  a", 2), ("\ta", 4), (" \ta", 4), ("\u00a0a", 1), ("", 0)]
)
def test_tabs_lead_to_every_fourth_column(line: str, columns: int) -> None:
    assert margin_of(line) == columns


def test_a_line_stands_under_those_with_smaller_margins() -> None:
    margins = Margins()
    assert [margins.depth(each) for each in (0, 3, 3, 7, 3, 1, 0)] == [0, 1, 1, 2, 1, 1, 0]


@given(st.lists(st.integers(0, 12), min_size=1))
def test_nothing_is_deeper_than_one_step_under_the_line_before(columns: list[int]) -> None:
    margins = Margins()
    depths = [margins.depth(each) for each in columns]
    assert depths[0] == 0
    assert all(later <= earlier + 1 for earlier, later in pairwise(depths))
