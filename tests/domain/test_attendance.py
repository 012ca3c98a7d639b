"""Who was there, served and led, against a slow oracle that walks the list of items."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.attendance import AttendanceRegister, Quorum
from kcdesk.domain.body import MemberKind, RoleKind
from kcdesk.domain.item import Item, Recusal
from kcdesk.domain.participant import (
    Attendance,
    Presence,
    Role,
    Service,
    Standing,
)
from tests.domain.meetings import items, meeting, people


def presence(who: str, first: str | None = None, last: str | None = None, id: str = "") -> Presence:
    return Presence(
        id=id or f"p-{who}-{first}", owner_id=who, from_item_id=first, until_item_id=last
    )


def role(
    who: str, kind: RoleKind, first: str | None = None, last: str | None = None, id: str = ""
) -> Role:
    return Role(
        id=id or f"r-{who}-{kind}",
        owner_id=who,
        kind=kind,
        from_item_id=first,
        until_item_id=last,
    )


def service(who: str, member: str | None, first: str | None = None, last: str | None = None):
    return Service(
        id=f"s-{who}-{first}",
        owner_id=who,
        for_participant_id=member,
        from_item_id=first,
        until_item_id=last,
    )


def recusal(who: str, item: str) -> Recusal:
    return Recusal(id=f"j-{who}-{item}", owner_id=item, participant_id=who)


def where(stretches) -> list[str]:
    return [f"{each.first.id}-{each.last.id}" for each in stretches]


def who(pairs) -> list[tuple[str, list[str]]]:
    return [(person.id, where(stretches)) for person, stretches in pairs]


def item(id: str, rows) -> Item:
    return next(row for row in rows if isinstance(row, Item) and row.id == id)


# ---- presence ----------------------------------------------------------------------------


def test_without_intervals_somebody_was_there_throughout():
    rows = [*items("1 2 3"), *people("Eva")]
    register = AttendanceRegister(meeting(*rows))
    assert register.presence_stretches(register.participants[0]) == ()
    assert len(register.serving(item("2", rows))) == 1


def test_arrivals_and_departures_are_stretches_of_items():
    rows = [
        *items("1 2 3 4 5 6"),
        *people("Eva"),
        presence("Eva", None, "2"),
        presence("Eva", "4", "4"),
        presence("Eva", "6"),
    ]
    register = AttendanceRegister(meeting(*rows))
    assert where(register.presence_stretches(register.participants[0])) == ["1-2", "4-4", "6-6"]


def test_neighbouring_intervals_are_one_stretch():
    rows = [*items("1 2 3 4"), *people("Eva"), presence("Eva", "1", "2"), presence("Eva", "3", "3")]
    register = AttendanceRegister(meeting(*rows))
    assert where(register.presence_stretches(register.participants[0])) == ["1-3"]


def test_leaving_after_an_item_is_after_its_sub_items():
    rows = [*items("1 2 2.1 2.2 3"), *people("Eva"), presence("Eva", "1", "2")]
    register = AttendanceRegister(meeting(*rows))
    eva = register.participants[0]
    there = [id for id in ("1", "2", "2.1", "2.2", "3") if register.is_present(eva, item(id, rows))]
    assert there == ["1", "2", "2.1", "2.2"]


def test_being_there_at_a_sub_item_only_is_being_there_at_the_item():
    rows = [*items("1 2 2.1 2.2 3"), *people("Eva"), presence("Eva", "2.2", "2.2")]
    register = AttendanceRegister(meeting(*rows))
    assert where(register.presence_stretches(register.participants[0])) == ["2-2"]


def test_an_item_that_is_gone_bounds_nothing():
    rows = [*items("1 2"), *people("Eva"), presence("Eva", "gone", "gone")]
    register = AttendanceRegister(meeting(*rows))
    assert register.presence_stretches(register.participants[0]) == ()


@pytest.mark.parametrize("attendance", [Attendance.ABSENT, Attendance.ABSENT_WITH_NOTICE])
def test_the_absent_were_at_no_item(attendance):
    (eva,) = people("Eva")
    rows = [*items("1"), replace(eva, attendance=attendance), presence("Eva")]
    register = AttendanceRegister(meeting(*rows))
    eva = register.participants[0]
    assert not register.was_there(eva)
    assert not register.is_present(eva, item("1", rows))
    assert register.serving(item("1", rows)) == ()


# ---- serving -----------------------------------------------------------------------------


def test_members_serve_and_others_do_not():
    rows = [
        *items("1"),
        *people("Eva", MemberKind.MEMBER),
        *people("Åke", MemberKind.STAFF),
        *people("Bo", MemberKind.SUBSTITUTE),
        *people("Cia"),
        replace(people("Guest")[0], standing=Standing.OTHER),
    ]
    register = AttendanceRegister(meeting(*rows))
    assert [each.id for each in register.serving(item("1", rows))] == ["Cia", "Eva"]


def test_a_substitute_serves_for_the_stretch_of_the_service():
    rows = [
        *items("1 2 3"),
        *people("Eva", MemberKind.MEMBER),
        *people("Bo", MemberKind.SUBSTITUTE),
        presence("Eva", "3"),
        service("Bo", "Eva", None, "2"),
    ]
    register = AttendanceRegister(meeting(*rows))
    serving = {id: [p.id for p in register.serving(item(id, rows))] for id in "123"}
    assert serving == {"1": ["Bo"], "2": ["Bo"], "3": ["Eva"]}
    bo = next(each for each in register.participants if each.id == "Bo")
    assert who(register.served_for(bo)) == [("Eva", ["1-2"])]


def test_serving_for_nobody_known_is_not_named():
    rows = [*items("1"), *people("Bo", MemberKind.SUBSTITUTE), service("Bo", None)]
    register = AttendanceRegister(meeting(*rows))
    assert register.served_for(register.participants[0]) == ()
    assert len(register.serving(item("1", rows))) == 1


def test_a_service_that_ends_before_it_begins_is_left_out():
    rows = [*items("1 2 3"), *people("Eva Bo"), service("Bo", "Eva", "3", "1")]
    register = AttendanceRegister(meeting(*rows))
    assert register.served_for(register.participants[0]) == ()


def test_jav_at_an_item_holds_for_all_below_it():
    rows = [*items("1 1.1 1.1.1 2"), *people("Eva"), recusal("Eva", "1.1")]
    register = AttendanceRegister(meeting(*rows))
    eva = register.participants[0]
    recused = [id for id in ("1", "1.1", "1.1.1", "2") if register.is_recused(eva, item(id, rows))]
    assert recused == ["1.1", "1.1.1"]
    assert not register.serves(eva, item("1.1.1", rows))


# ---- quorum ------------------------------------------------------------------------------


@given(st.integers(1, 101), st.integers(0, 101))
def test_quorum_is_more_than_half_of_the_seats(seats, serving):
    quorum = Quorum(serving, seats)
    assert quorum.is_met == (serving > seats / 2)
    assert quorum.needed - 1 <= seats / 2 < quorum.needed


def test_quorum_falls_when_somebody_leaves_or_has_jav():
    rows = [*items("1 2 3"), *people("Eva Bo Cia"), presence("Bo", "1", "1"), recusal("Eva", "2")]
    register = AttendanceRegister(meeting(*rows))
    met = [register.quorum(item(id, rows), 3) for id in "123"]
    assert [(each.serving, each.is_met) for each in met if each] == [
        (3, True),
        (1, False),
        (2, True),
    ]


@pytest.mark.parametrize("seats", [None, 0])
def test_without_known_seats_there_is_no_quorum(seats):
    rows = items("1")
    assert AttendanceRegister(meeting(*rows)).quorum(rows[0], seats) is None


# ---- roles -------------------------------------------------------------------------------


def test_roles_with_their_stretches():
    rows = [
        *items("1 2 2.1 3"),
        *people("Eva"),
        role("Eva", RoleKind.SECRETARY),
        role("Eva", RoleKind.PRESENTER, "2.1", "2.1"),
        role("Eva", RoleKind.APPROVER, "3", "1"),
    ]
    register = AttendanceRegister(meeting(*rows))
    found = [(kind, where(at)) for kind, at in register.roles(register.participants[0])]
    assert sorted(found) == [(RoleKind.PRESENTER, ["2-2"]), (RoleKind.SECRETARY, [])]


def test_holders_came_to_the_meeting():
    eva, bo = people("Eva Bo")
    rows = [
        eva,
        replace(bo, attendance=Attendance.ABSENT),
        role("Eva", RoleKind.SECRETARY),
        role("Bo", RoleKind.SECRETARY),
    ]
    assert who(AttendanceRegister(meeting(*rows)).holders(RoleKind.SECRETARY)) == [("Eva", [])]


CHAIRED = [
    *items("1 2 3 4"),
    *people("Anna Bo Cia"),
    role("Anna", RoleKind.CHAIR),
    role("Bo", RoleKind.VICE_CHAIR),
    role("Cia", RoleKind.SECOND_VICE_CHAIR),
]


def chairs(*rows, base=CHAIRED) -> list[tuple[str, list[str]]]:
    return who(AttendanceRegister(meeting(*base, *rows)).chairs)


def test_the_chair_leads_throughout():
    assert chairs() == [("Anna", [])]


def test_the_vice_chair_leads_until_the_chair_arrives():
    assert chairs(presence("Anna", "3")) == [("Bo", ["1-2"]), ("Anna", ["3-4"])]


def test_the_vice_chair_leads_where_the_chair_has_jav():
    assert chairs(recusal("Anna", "2")) == [("Anna", ["1-1", "3-4"]), ("Bo", ["2-2"])]


def test_the_second_vice_chair_leads_where_both_have_jav():
    assert chairs(recusal("Anna", "2"), recusal("Bo", "2"))[1] == ("Cia", ["2-2"])


def test_one_who_was_given_the_chair_for_some_items_goes_before():
    assert chairs(role("Cia", RoleKind.CHAIR, "2", "3", id="given")) == [
        ("Anna", ["1-1", "4-4"]),
        ("Cia", ["2-3"]),
    ]


def test_nobody_leads_where_all_are_away():
    rows = [*items("1 2"), *people("Anna"), role("Anna", RoleKind.CHAIR), presence("Anna", "2")]
    register = AttendanceRegister(meeting(*rows))
    assert register.chair_at(item("1", rows)) is None
    assert who(register.chairs) == [("Anna", ["2-2"])]


def test_before_there_are_items_the_chair_is_who_has_the_role():
    assert chairs(base=[*people("Anna Bo"), role("Anna", RoleKind.CHAIR)]) == [("Anna", [])]
    assert chairs(base=people("Anna")) == []


# ---- against an oracle -------------------------------------------------------------------

TOP = 7
BOUND = st.none() | st.integers(1, TOP)


@given(st.lists(st.tuples(BOUND, BOUND), min_size=1, max_size=4), st.sets(st.integers(1, TOP)))
def test_stretches_are_what_a_walk_over_the_items_finds(intervals, recused):
    rows = [*items(" ".join(str(number) for number in range(1, TOP + 1))), *people("Eva")]
    rows += [
        presence("Eva", first and str(first), last and str(last), id=f"p{number}")
        for number, (first, last) in enumerate(intervals)
    ]
    rows += [recusal("Eva", str(number)) for number in recused]
    register = AttendanceRegister(meeting(*rows))
    eva = register.participants[0]

    walked: list[list[int]] = [[]]
    serving = []
    for number in range(1, TOP + 1):
        there = any((first or 1) <= number <= (last or TOP) for first, last in intervals)
        serving.append(there and number not in recused)
        if there:
            walked[-1].append(number)
        else:
            walked.append([])
    expected = [f"{run[0]}-{run[-1]}" for run in walked if run]

    found = where(register.presence_stretches(eva))
    assert found == ([] if expected == [f"1-{TOP}"] else expected)
    assert [register.serves(eva, item(str(n), rows)) for n in range(1, TOP + 1)] == serving
