"""Taking back a step takes a § number away and never brings one back."""

from __future__ import annotations

from functools import partial

from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Set
from kcdesk.services.without_numbers import without_numbers

STEP = Message("Step")


def test_undo_takes_a_paragraph_number_away_but_brings_none_back():
    set_to = partial(Set, "meeting", "m", "first_paragraph")
    place = Set("meeting", "m", "place", "", "Norråsa")
    assert without_numbers(Group(STEP, (place,))).operations == (place,)
    assert without_numbers(Group(STEP, (place, set_to(None, 5)))).operations == (place,)
    assert without_numbers(Group(STEP, (set_to(7, 5),))).operations == (set_to(7, None),)
    assert without_numbers(Group(STEP, (set_to(7, None),))).operations == (set_to(7, None),)
