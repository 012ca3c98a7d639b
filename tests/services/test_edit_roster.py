"""The roster keeps its order and its order of service."""

from __future__ import annotations

import pytest

from kcdesk.domain.body import Body, MemberKind, Membership
from kcdesk.domain.records import Records
from kcdesk.services import edit_roster
from tests.services.agenda import performed


@pytest.fixture
def body() -> Records:
    records = Records("B", [Body(id="B", name="Nämnden")])
    for number in range(3):
        records = performed(records, edit_roster.add_membership(records, f"P{number}", "x"))
    return records


def order(records: Records) -> list[str]:
    return [each.person_id or "" for each in records.children("B", Membership)]


def member(records: Records, place: int) -> Membership:
    return records.children("B", Membership)[place]


def test_substitutes_serve_in_the_order_in_which_they_became_it(body: Records) -> None:
    for place in (2, 0):
        id = member(body, place).id
        body = performed(
            body, edit_roster.edit_membership(body, id, "x", kind=MemberKind.SUBSTITUTE)
        )
    assert [each.service_order for each in body.children("B", Membership)] == [2, None, 1]
    again = edit_roster.edit_membership(
        body, member(body, 2).id, "x", kind=MemberKind.SUBSTITUTE, represents="S"
    )
    assert member(performed(body, again), 2).service_order == 1
    ordinary = edit_roster.edit_membership(body, member(body, 2).id, "x", kind=MemberKind.MEMBER)
    assert member(performed(body, ordinary), 2).service_order is None


@pytest.mark.parametrize(
    ("place", "step", "expected"),
    [
        (0, 1, ["P1", "P0", "P2"]),
        (2, -1, ["P0", "P2", "P1"]),
        (0, -1, ["P0", "P1", "P2"]),
        (2, 1, ["P0", "P1", "P2"]),
    ],
)
def test_members_move_up_and_down_and_stop_at_the_ends(
    body: Records, place: int, step: int, expected: list[str]
) -> None:
    group = edit_roster.move_membership(body, member(body, place).id, "x", step)
    assert order(performed(body, group) if group else body) == expected


def test_a_member_is_taken_off(body: Records) -> None:
    group = edit_roster.remove_membership(body, member(body, 1).id, "Bo")
    assert order(performed(body, group)) == ["P0", "P2"]
    assert str(group.label) == "Remove Bo"
