"""Marks of an item: each a step with a name of its own."""

import pytest

from kcdesk.domain.item import Item, ItemKind
from kcdesk.services import mark_item
from tests.services.agenda import meeting, performed


@pytest.mark.parametrize(
    ("verb", "value", "field", "label"),
    [
        (mark_item.set_kind, ItemKind.DECISION, "kind", "Change the kind of “Ta”"),
        (mark_item.set_numbered, False, "numbered", "Leave “Ta” without a number"),
        (mark_item.set_secret, True, "secret", "Keep “Ta” secret"),
        (mark_item.set_immediate_approval, True, "immediate_approval", "Approve “Ta” at once"),
        (mark_item.set_done, True, "done", "Tick off “Ta”"),
    ],
)
def test_a_mark_is_set_and_taken_away(verb, value, field, label):
    records = meeting("a")
    before = getattr(records.get(Item, "a"), field)
    group = verb(records, "a", value)
    assert str(group.label) == label
    after = performed(records, group)
    assert getattr(after.get(Item, "a"), field) == value
    assert not verb(after, "a", value)
    back = performed(after, verb(after, "a", before))
    assert back == records


def test_secrecy_has_its_ground():
    records = meeting("a")
    after = performed(records, mark_item.set_secret(records, "a", secret=True, ground=" OSL 19:3 "))
    assert after.get(Item, "a").secrecy_ground == "OSL 19:3"
