"""Upprop: who is confirmed, and who is called in by the order of service."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.body import Body, MemberKind, Membership
from kcdesk.domain.participant import Attendance, Participant, Service, Standing
from kcdesk.domain.records import Records
from kcdesk.services.roll_call import (
    call_in,
    called_in,
    free_substitutes,
    unconfirmed,
    vacant_members,
)
from tests.services.agenda import meeting, participant, performed

ABSENT, PRESENT = Attendance.ABSENT, Attendance.PRESENT
NOTICE, EXPECTED = Attendance.ABSENT_WITH_NOTICE, Attendance.EXPECTED


def member(id: str, attendance: Attendance) -> Participant:
    return participant(id, person_id=f"x{id}", kind=MemberKind.MEMBER, attendance=attendance)


def substitute(id: str, attendance: Attendance = PRESENT) -> Participant:
    return participant(id, person_id=f"x{id}", kind=MemberKind.SUBSTITUTE, attendance=attendance)


def body(**order: int | None) -> Records:
    places = [
        Membership(
            id=f"ms{id}",
            owner_id="b",
            position=f"V{id}",
            person_id=f"x{id}",
            kind=MemberKind.SUBSTITUTE,
            service_order=place,
        )
        for id, place in order.items()
    ]
    return Records("b", [Body(id="b"), *places])


def ids(people) -> list[str]:
    return [each.id for each in people]


def test_who_is_expected_is_not_confirmed() -> None:
    guest = participant("G", standing=Standing.ITEM_GUEST, attendance=EXPECTED)
    records = meeting("a", member("A", EXPECTED), member("B", PRESENT), guest)
    assert ids(unconfirmed(records)) == ["A"]


def test_members_away_are_vacant_until_somebody_serves() -> None:
    records = meeting("a", member("A", NOTICE), member("B", PRESENT), member("C", ABSENT))
    assert ids(vacant_members(records)) == ["A", "C"]
    service = Service(id="s", owner_id="S", position="V", for_participant_id="A")
    served = meeting("a", member("A", NOTICE), substitute("S"), service)
    assert vacant_members(served) == ()
    assert free_substitutes(served, body(S=1)) == ()


def test_substitutes_are_called_in_by_their_order() -> None:
    records = meeting(
        "a",
        member("A", NOTICE),
        member("B", ABSENT),
        substitute("S"),
        substitute("T"),
        substitute("U", EXPECTED),
        substitute("W"),
    )
    order = body(S=3, T=1, U=2, W=None)
    assert ids(free_substitutes(records, order)) == ["T", "S", "W"]
    assert [(one.id, other.id) for one, other in called_in(records, order)] == [
        ("T", "A"),
        ("S", "B"),
    ]
    after = performed(records, call_in(records, order))
    assert [(row.owner_id, row.for_participant_id) for row in after.all(Service)] == [
        ("S", "B"),
        ("T", "A"),
    ]
    assert not call_in(after, order)


@given(
    st.lists(st.sampled_from(Attendance), max_size=5),
    st.lists(st.tuples(st.sampled_from(Attendance), st.none() | st.integers(1, 9)), max_size=5),
)
def test_nobody_serves_for_two_and_nobody_away_serves(
    members: list[Attendance], substitutes: list[tuple[Attendance, int | None]]
) -> None:
    people = [member(f"M{n}", each) for n, each in enumerate(members)]
    people += [substitute(f"S{n}", each) for n, (each, _) in enumerate(substitutes)]
    order = body(**{f"S{n}": place for n, (_, place) in enumerate(substitutes)})
    after = performed(meeting("a", *people), call_in(meeting("a", *people), order))
    rows = after.all(Service)
    assert len({row.owner_id for row in rows}) == len(rows)
    assert len({row.for_participant_id for row in rows}) == len(rows)
    assert all(after.get(Participant, row.owner_id).attendance is PRESENT for row in rows)
    assert not vacant_members(after) or not free_substitutes(after, order)
