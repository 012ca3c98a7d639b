"""The small rules of the nouns: what is formal, exact, known, and what a message says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kcdesk.domain.body import FORMAL_ORDER, Body, ItemPart, Layout, Numbering, Regime, TakeDown
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment, Tie
from kcdesk.domain.profile import DEFAULT_NUMBERING, profile
from kcdesk.domain.records import Records


def test_only_the_informal_regime_is_informal():
    assert [regime for regime in Regime if not regime.is_formal] == [Regime.INFORMAL]
    assert DEFAULT_NUMBERING[Regime.INFORMAL] is Numbering.ITEM
    assert DEFAULT_NUMBERING[Regime.BOARD] is Numbering.PARAGRAPH
    assert set(DEFAULT_NUMBERING) == set(Regime)


def test_the_customary_order_has_every_part_once():
    assert sorted(FORMAL_ORDER) == sorted(ItemPart)


BODY = Records(
    "b",
    [Body(id="b", regime=Regime.BOARD, numbering=Numbering.PARAGRAPH, seats=7, accent="#123456")],
)


def test_a_meeting_follows_its_bodys_profile():
    for found in (profile(BODY), profile(BODY, Records("m", [Meeting(id="m")]))):
        assert found.is_formal
        assert (found.numbering, found.layout, found.language) == ("paragraph", "single", "sv")
        assert (found.seats, found.accent) == (7, "#123456")


def test_a_meeting_overrides_parts_of_it():
    over = Meeting(id="m", numbering=Numbering.ITEM, layout=Layout.TWO_COLUMN, language="en")
    found = profile(BODY, Records("m", [over]))
    assert (found.numbering, found.layout, found.language) == ("item", "two_column", "en")
    over = replace(over, regime=Regime.COUNCIL, part_order=(), take_down=TakeDown.LAST_DAY)
    found = profile(BODY, Records("m", [over]))
    assert (found.regime, found.part_order, found.take_down) == ("council", (), "last_day")


@pytest.mark.parametrize(
    ("moment", "exact", "unknown"),
    [
        (Moment(), False, True),
        (Moment(date(2026, 3, 2)), True, False),
        (Moment(date(2026, 3, 31), "i mars"), False, False),
        (Moment(text="löpande"), False, False),
        (Moment(tie=Tie.NEXT_MEETING), False, False),
        (Moment(date(2026, 3, 2), tie=Tie.NEXT_MEETING), False, False),
    ],
)
def test_moments(moment, exact, unknown):
    assert (moment.is_exact, moment.is_unknown) == (exact, unknown)


def test_an_items_heading_goes_before_its_title():
    assert Item(id="i", title="Kallelsens", heading="Protokollets").name == "Protokollets"
    assert Item(id="i", title="Kallelsens").name == "Kallelsens"


def test_a_message_says_itself_in_english():
    assert str(Message("Save {name}", {"name": Message("the notice")})) == "Save the notice"
    assert str(Message("100 % {sure}")) == "100 % {sure}"


def test_equal_messages_are_one_in_a_set():
    assert len({Message("a", {"x": 1}), Message("a", {"x": 1}), Message("a", {"x": 2})}) == 2


def test_an_error_says_the_safest_news_first():
    error = UserFacingError(
        Message("The disk is full."),
        safe=Message("Your text is safe."),
        remedy=Message("Make room."),
    )
    assert str(error) == "The disk is full."
    said = [str(each) for each in error.sentences()]
    assert said == ["Your text is safe.", "The disk is full.", "Make room."]
    assert UserFacingError(Message("x")).sentences() == (Message("x"),)
