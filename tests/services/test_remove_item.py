"""An item goes with all it owns, and nothing is left pointing at it."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kcdesk.domain.approval import Approval, Approver
from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.body import RoleKind
from kcdesk.domain.decision import Decision
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Adjournment
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.participant import Attendance, Participant, Presence, Role, Service
from kcdesk.services.item_span import ItemOrder
from kcdesk.services.remove_item import remove_item
from kcdesk.services.row_reference import references_to
from tests.services.agenda import meeting, outline, participant, performed
from tests.strategies import records as any_records


def test_an_item_goes_with_its_sub_items_and_decisions():
    records = meeting("a b(c) d", Decision(id="x", owner_id="c"))
    group = remove_item(records, "b")
    after = performed(records, group)
    assert outline(after) == "a d"
    assert not after.all(Decision)
    assert str(group.label) == "Remove “Tb”"


def test_a_break_falls_after_the_item_before():
    pause = Adjournment(id="x", owner_id="m", item_id="b")
    records = meeting("a b c", pause)
    assert performed(records, remove_item(records, "b")).get(Adjournment, "x").item_id == "a"
    first = meeting("b c", pause)
    assert performed(first, remove_item(first, "b")).get(Adjournment, "x").item_id is None


def test_an_approval_of_nothing_else_goes_too():
    """Without items it would mean all the others."""
    approval = Approval(id="x", owner_id="m", items=("b",))
    records = meeting("a b c", approval, Approver(id="y", owner_id="x"))
    assert not performed(records, remove_item(records, "b")).all(Approval)


def test_an_approval_of_more_keeps_the_rest():
    records = meeting("a b c", Approval(id="x", owner_id="m", items=("b", "c")))
    assert performed(records, remove_item(records, "b")).get(Approval, "x").items == ("c",)


@pytest.mark.parametrize(
    ("span", "removed", "expected"),
    [
        (("b", None), "b", ("d", None)),
        ((None, "d"), "d", (None, "c")),
        (("b", "b"), "b", None),
        (("d", "d"), "d", None),
        (("a", "a"), "a", None),
        (("a", "d"), "b", ("a", "d")),
    ],
)
def test_spans_are_re_pointed_or_go(span, removed, expected):
    first, last = span
    role = Role(id="r", owner_id="P", kind=RoleKind.CHAIR, from_item_id=first, until_item_id=last)
    service = Service(id="s", owner_id="P", from_item_id=first, until_item_id=last)
    records = meeting("a b(c) d", participant("P"), role, service)
    if expected and expected[1] == "c":
        expected = (expected[0], "c")
    after = performed(records, remove_item(records, removed))
    for cls, id in ((Role, "r"), (Service, "s")):
        row = after.find(cls, id)
        assert (row and (row.from_item_id, row.until_item_id)) == expected


def test_who_was_there_at_nothing_else_was_absent():
    rows = [
        Presence(id="x", owner_id="P", position="A", from_item_id="b", until_item_id="b"),
        Presence(id="y", owner_id="P", position="B", from_item_id="b", until_item_id="b"),
    ]
    records = meeting("a b", participant("P"), *rows)
    after = performed(records, remove_item(records, "b"))
    assert after.get(Participant, "P").attendance is Attendance.ABSENT
    assert not after.all(Presence)


@given(st.data())
def test_presence_at_what_remains_is_as_it_was(data):
    items = list("abcdefg")
    first, last = (data.draw(st.none() | st.sampled_from(items)) for _ in range(2))
    records = meeting(
        "a b(c d) e f(g)",
        participant("P"),
        Presence(id="x", owner_id="P", from_item_id=first, until_item_id=last),
    )
    assume(not ItemOrder(records).is_empty(first, last))
    removed = data.draw(st.sampled_from(items))
    # A stretch cannot end with an item and leave out its sub-items.
    assume(not (last == "c" == removed))
    before = _there(records)
    after = performed(records, remove_item(records, removed))
    assert _there(after) == before - {each.id for each in records.subtree(removed)}


def _there(records):
    register = AttendanceRegister(records)
    person = register.participants[0]
    return {item.id for item in ordered_items(records) if register.is_present(person, item)}


@given(any_records(max_rows=24), st.data())
def test_nothing_dangles_in_any_meeting(records, data):
    items = records.all(Item)
    assume(items)
    id = data.draw(st.sampled_from(items)).id
    gone = frozenset(row.id for row in records.subtree(id))
    after = performed(records, remove_item(records, id))
    assert not list(references_to(after, gone))
