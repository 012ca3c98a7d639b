"""Who left and came back has broken off service; who stepped aside for jäv has not."""

from __future__ import annotations

import pytest

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.broken_service import has_broken_off
from kcdesk.domain.item import Item, Recusal
from kcdesk.domain.participant import Participant, Presence
from tests.domain.meetings import items, meeting, people


def stretch(id: str, first: str | None, last: str | None) -> Presence:
    return Presence(id=id, owner_id="anna", position=id, from_item_id=first, until_item_id=last)


@pytest.mark.parametrize(
    ("stretches", "at", "broken"),
    [
        ([], "3", False),
        ([stretch("a", None, "1"), stretch("b", "3", None)], "3", True),
        ([stretch("a", None, "1"), stretch("b", "3", None)], "4", True),
        ([stretch("a", None, "1"), stretch("b", "3", None)], "1", False),
        ([stretch("a", "2", None)], "3", False),
        ([stretch("a", None, "2")], "3", False),
    ],
)
def test_only_who_left_and_came_back_has_broken_off(stretches, at, broken):
    held = meeting(*items("1 2 2.1 3 4"), *people("anna"), *stretches)
    assert has_broken_off(held, held.get(Participant, "anna"), held.get(Item, at)) is broken


def test_jav_breaks_nothing_off():
    recusal = Recusal(id="r", owner_id="2", participant_id="anna")
    held = meeting(*items("1 2 3"), *people("anna"), recusal)
    assert not has_broken_off(held, held.get(Participant, "anna"), held.get(Item, "3"))
