"""Groups written down as the log keeps them come back the same, and nothing else is read."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Move, Place, Set
from kcdesk.domain.plain import Malformed
from kcdesk.domain.plain_group import (
    group_from_plain,
    group_to_plain,
    message_from_plain,
    message_to_plain,
    operation_from_plain,
    operation_to_plain,
)
from tests import strategies


def through_json(data: Any) -> Any:
    return json.loads(json.dumps(data))


@given(
    st.sampled_from(["meeting", "body", "library"]).flatmap(
        lambda root: strategies.histories(root=root, wild=True)
    )
)
def test_every_group_comes_back_the_same(history):
    _, groups = history
    for group in groups:
        data = through_json(group_to_plain(group))
        assert group_from_plain(data, id=group.id, undoes=group.undoes) == group


def test_messages_and_days_in_a_label_can_still_be_said_in_any_language():
    message = Message(
        "Change {what} to {day}", {"what": Message("the notice"), "day": date(2026, 3, 2), "n": 3}
    )
    assert message_from_plain(through_json(message_to_plain(message))) == message


def test_other_things_in_a_label_become_text():
    assert message_to_plain(Message("{x}", {"x": 1.5}))["params"] == {"x": "1.5"}


MOVE = operation_to_plain(Move("item", "a", Place("m", "V"), Place("m", "W")))
SET = operation_to_plain(Set("item", "a", "title", "", "Budget"))
INSERT = operation_to_plain(Insert(Item(id="a")))


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (None, "op"),
        ([], "op"),
        ({}, "op"),
        ({"do": "burn"}, "op"),
        ({"do": ["insert"]}, "op"),
        ({**INSERT, "row": None}, "op.row"),
        ({**INSERT, "row": {"table": []}}, "op.row"),
        ({**INSERT, "row": {"table": "item", "id": "a", "titel": ""}}, "op.row.titel"),
        ({**INSERT, "row": {"table": "item"}}, "op.row.id"),
        ({**INSERT, "more": 1}, "op.more"),
        ({"do": "remove"}, "op.row"),
        ({**SET, "table": "ghost"}, "op"),
        ({**SET, "table": ["item"]}, "op"),
        ({**SET, "field": "ghost"}, "op.field"),
        ({**SET, "field": ["title"]}, "op.field"),
        ({**SET, "field": "owner_id"}, "op.field"),
        ({**SET, "after": 3}, "op.after"),
        ({**SET, "id": None}, "op.id"),
        ({key: value for key, value in SET.items() if key != "before"}, "op.before"),
        ({**MOVE, "before": {"owner_id": "m"}}, "op.before.position"),
        ({**MOVE, "x": 1}, "op.x"),
        ({"do": "splice", "block_id": "b", "at": "0"}, "op.at"),
    ],
)
def test_a_wrong_operation_is_refused_with_its_place(data, place):
    with pytest.raises(Malformed) as caught:
        operation_from_plain(data, "op")
    assert caught.value.place == place


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ([], "group"),
        ({"label": {"msgid": ""}, "operations": {}}, "group"),
        ({"label": {"msgid": ""}, "operations": [MOVE, 3]}, "group.operations[1]"),
        ({"label": "x", "operations": []}, "group.label"),
        ({"label": {"msgid": 3}, "operations": []}, "group.label"),
        ({"label": {"msgid": "", "params": []}, "operations": []}, "group.label.params"),
        (
            {"label": {"msgid": "", "params": {"a": None}}, "operations": []},
            "group.label.params.a",
        ),
        (
            {"label": {"msgid": "", "params": {"a": {"day": "soon"}}}, "operations": []},
            "group.label.params.a.day",
        ),
    ],
)
def test_a_wrong_group_is_refused_with_its_place(data, place):
    with pytest.raises(Malformed) as caught:
        group_from_plain(data, id="g", undoes=None, place="group")
    assert caught.value.place == place


def test_a_place_without_surroundings_begins_with_a_name():
    with pytest.raises(Malformed, match=r"^operations\[0\]: expected a known operation"):
        group_from_plain({"operations": [0]}, id="g", undoes=None)


def test_group_ids_and_undoes_stand_in_the_header():
    group = Group(Message("x"), (Insert(Item(id="a")),), undoes=7, id="g")
    assert set(group_to_plain(group)) == {"label", "operations"}
