"""Domain values as plain data: exact both ways, strict on the way in, with the place of a fault."""

from __future__ import annotations

import dataclasses
import json
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given

from kcdesk.domain.action import Action
from kcdesk.domain.block import Block
from kcdesk.domain.body import Body
from kcdesk.domain.catalogue import ROW_TYPES
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.plain import (
    MAX_INTEGER,
    Malformed,
    from_plain,
    row_from_plain,
    row_to_plain,
    to_plain,
)
from kcdesk.domain.richtext import Mark, Span
from tests import strategies


@pytest.mark.parametrize("table", sorted(ROW_TYPES))
def test_a_row_of_every_class_comes_back_the_same(table):
    @given(strategies.rows(ROW_TYPES[table]))
    def comes_back(row):
        data = json.loads(json.dumps(row_to_plain(row)))
        assert row_from_plain(data) == row

    comes_back()


def test_fields_with_their_default_are_left_out():
    assert to_plain(Item(id="a", title="Budget")) == {"id": "a", "title": "Budget"}
    assert row_to_plain(Item(id="a"))["table"] == "item"


def test_what_plain_data_looks_like():
    action = Action(id="a", due=Moment(date(2026, 3, 2), "i mars"))
    assert to_plain(action)["due"] == {"day": "2026-03-02", "text": "i mars"}
    block = Block(id="b", spans=(Span("x", (Mark.BOLD,), "https://exempel.se"),))
    assert to_plain(block)["spans"] == [
        {"text": "x", "marks": ["bold"], "link": "https://exempel.se"}
    ]
    item = Item(id="i", planned_start=ClockTime(time(8, 30), approximate=True))
    assert to_plain(item)["planned_start"] == {"time": "08:30", "approximate": True}


BLOCK: dict[str, Any] = {"table": "block", "id": "b"}
ITEM: dict[str, Any] = {"table": "item", "id": "i"}


@pytest.mark.parametrize(
    ("data", "place", "expected"),
    [
        (None, "rows[3]", "a row with the name of its table"),
        ({}, "rows[3]", "a row with the name of its table"),
        ({"table": "ghost"}, "rows[3]", "a row with the name of its table"),
        ({"table": {}}, "rows[3]", "a row with the name of its table"),
        ({"table": "item"}, "rows[3].id", "a value, which is missing"),
        ({**ITEM, "titel": "x"}, "rows[3].titel", "nothing by this name"),
        ({**ITEM, "title": None}, "rows[3].title", "a text"),
        ({**ITEM, "title": 3}, "rows[3].title", "a text"),
        ({**ITEM, "numbered": 1}, "rows[3].numbered", "true or false"),
        ({**ITEM, "planned_minutes": "5"}, "rows[3].planned_minutes", "a whole number"),
        ({**ITEM, "planned_minutes": True}, "rows[3].planned_minutes", "a whole number"),
        ({**ITEM, "planned_minutes": 1.5}, "rows[3].planned_minutes", "a whole number"),
        ({**ITEM, "planned_minutes": MAX_INTEGER + 1}, "rows[3].planned_minutes", "a whole number"),
        ({**ITEM, "kind": "ghost"}, "rows[3].kind", "one of unstated, formality, information"),
        ({**ITEM, "kind": ["decision"]}, "rows[3].kind", "one of unstated, formality, information"),
        ({**ITEM, "planned_start": "08:30"}, "rows[3].planned_start", "an object with named"),
        ({**ITEM, "planned_start": {"time": "8:30"}}, "rows[3].planned_start.time", "08:30"),
        ({**ITEM, "planned_start": {"time": "25:00"}}, "rows[3].planned_start.time", "08:30"),
        ({**ITEM, "planned_start": {"time": "08:30:00"}}, "rows[3].planned_start.time", "08:30"),
        ({**ITEM, "planned_start": {"time": 830}}, "rows[3].planned_start.time", "08:30"),
        ({**BLOCK, "spans": "abc"}, "rows[3].spans", "a list"),
        ({**BLOCK, "spans": [{"text": "a"}, "b"]}, "rows[3].spans[1]", "an object with named"),
        (
            {**BLOCK, "spans": [{"text": "a", "marks": ["bold", "red"]}]},
            "rows[3].spans[0].marks[1]",
            "one of bold, italic",
        ),
        (
            {"table": "meeting", "id": "m", "day": {"day": "2026-02-30"}},
            "rows[3].day.day",
            "2026-03-02",
        ),
        (
            {"table": "meeting", "id": "m", "day": {"day": "20260302"}},
            "rows[3].day.day",
            "2026-03-02",
        ),
        (
            {"table": "meeting", "id": "m", "day": {"day": 20260302}},
            "rows[3].day.day",
            "a day such",
        ),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(data, place, expected):
    with pytest.raises(Malformed, match=expected) as caught:
        row_from_plain(data, "rows[3]")
    assert caught.value.place == place
    assert isinstance(caught.value.expected, Message)


def test_at_the_outermost_a_place_is_the_name_alone():
    with pytest.raises(Malformed) as caught:
        from_plain(Body, {"id": "b", "seats": "x"})
    assert caught.value.place == "seats"


def test_values_that_may_be_none():
    assert from_plain(int | None, None) is None
    assert from_plain(int | None, 3) == 3


def test_types_of_no_row_are_bugs():
    with pytest.raises(TypeError, match="no plain form for float"):
        to_plain(1.5)
    with pytest.raises(TypeError, match="no plain form for type"):
        to_plain(Item)
    with pytest.raises(TypeError, match="no way to read"):
        from_plain(float, 1.5)


def test_every_field_of_every_row_can_be_left_out_but_the_id():
    for cls in ROW_TYPES.values():
        needed = [
            each.name for each in dataclasses.fields(cls) if each.default is dataclasses.MISSING
        ]
        assert needed == ["id"]
