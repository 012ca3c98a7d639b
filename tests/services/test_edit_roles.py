"""Roles hold for spans of items; one chairs at a time."""

import pytest

from kcdesk.domain.body import RoleKind
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.participant import Attendance, Role
from kcdesk.services import edit_roles
from tests.services.agenda import meeting, participant, performed


@pytest.fixture
def records():
    return meeting("a b c d", participant("P"), participant("Q"))


def roles(records, id):
    rows = records.children(id, Role)
    return [(row.kind.value, row.from_item_id, row.until_item_id) for row in rows]


def test_a_new_chair_takes_over_from_the_item_on(records):
    records = performed(records, edit_roles.set_role(records, "P", RoleKind.CHAIR))
    records = performed(records, edit_roles.set_role(records, "Q", RoleKind.CHAIR, "c"))
    assert roles(records, "P") == [("chair", None, "b")]
    assert roles(records, "Q") == [("chair", "c", None)]


def test_a_chair_from_the_first_item_replaces_the_other(records):
    records = performed(records, edit_roles.set_role(records, "P", RoleKind.CHAIR))
    records = performed(records, edit_roles.set_role(records, "Q", RoleKind.CHAIR, "a"))
    assert roles(records, "P") == []


def test_a_chair_throughout_replaces_another_such_one(records):
    records = performed(records, edit_roles.set_role(records, "P", RoleKind.CHAIR))
    assert [each.id for each in edit_roles.outgoing_chairs(records, "Q")] == ["P"]
    records = performed(records, edit_roles.set_role(records, "Q", RoleKind.CHAIR))
    assert (roles(records, "P"), roles(records, "Q")) == ([], [("chair", None, None)])


def test_a_chair_throughout_leaves_those_who_have_it_for_some_items(records):
    records = performed(records, edit_roles.set_role(records, "P", RoleKind.CHAIR, "b", "c"))
    records = performed(records, edit_roles.set_role(records, "P", RoleKind.CHAIR, "d"))
    assert edit_roles.outgoing_chairs(records, "Q") == ()
    records = performed(records, edit_roles.set_role(records, "Q", RoleKind.CHAIR))
    assert roles(records, "P") == [("chair", "b", "c"), ("chair", "d", None)]


def test_who_did_not_come_keeps_the_office(records):
    records = performed(records, edit_roles.set_role(records, "P", RoleKind.CHAIR))
    gone = records.setting("P", "attendance", Attendance.ABSENT_WITH_NOTICE)
    records = performed(records, Group(Message("x"), gone))
    for first in (None, "a", "c"):
        assert edit_roles.outgoing_chairs(records, "Q", first) == ()


def test_a_chair_who_had_not_begun_yet_does_not(records):
    records = performed(records, edit_roles.set_role(records, "P", RoleKind.CHAIR, "c"))
    records = performed(records, edit_roles.set_role(records, "Q", RoleKind.CHAIR, "c"))
    assert roles(records, "P") == []


def test_chairing_one_item_or_another_role_takes_nothing_over(records):
    records = performed(records, edit_roles.set_role(records, "P", RoleKind.CHAIR))
    records = performed(records, edit_roles.set_role(records, "Q", RoleKind.CHAIR, "b", "b"))
    records = performed(records, edit_roles.set_role(records, "Q", RoleKind.SECRETARY, "b"))
    assert roles(records, "P") == [("chair", None, None)]
    assert not edit_roles.set_role(records, "P", RoleKind.CHAIR)


def test_a_role_is_set_precisely_and_taken_away(records):
    records = performed(records, edit_roles.set_role(records, "P", RoleKind.CHAIR))
    id = records.all(Role)[0].id
    group = edit_roles.change_role(
        records, id, kind=RoleKind.VICE_CHAIR, from_item_id="b", until_item_id="c"
    )
    changed = performed(records, group)
    assert roles(changed, "P") == [("vice_chair", "b", "c")]
    assert roles(performed(changed, edit_roles.remove_role(changed, id)), "P") == []


def test_a_role_does_not_end_before_it_begins(records):
    with pytest.raises(ValueError, match="before it begins"):
        edit_roles.set_role(records, "P", RoleKind.CHAIR, "c", "b")
    records = performed(records, edit_roles.set_role(records, "P", RoleKind.CHAIR))
    with pytest.raises(ValueError, match="before it begins"):
        edit_roles.change_role(
            records,
            records.all(Role)[0].id,
            kind=RoleKind.CHAIR,
            from_item_id="c",
            until_item_id="b",
        )
