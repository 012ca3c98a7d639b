"""The list of a meeting: who is on it, as what, and whether they came."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kcdesk.domain.action import Action, ActionOwner
from kcdesk.domain.body import Body, MemberKind, Membership, RoleKind
from kcdesk.domain.decision import Ballot, Motion, Reservation, Vote
from kcdesk.domain.item import Presenter, Recusal
from kcdesk.domain.library import Library
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import Moment
from kcdesk.domain.participant import (
    Attendance,
    Participant,
    Presence,
    Role,
    Service,
    Standing,
)
from kcdesk.domain.person import PartyMembership, Person
from kcdesk.domain.records import Records
from kcdesk.services import edit_attendance
from kcdesk.services.row_reference import references_to
from tests.services.agenda import meeting, participant, performed
from tests.strategies import records as any_records

DAY = date(2026, 11, 12)
PEOPLE = Records(
    "lib",
    [
        Library(id="lib"),
        Person(id="anna", owner_id="lib", name="Anna Berg", organisation="Norråsa"),
        Person(id="bo", owner_id="lib", name="Bo Ek", organisation="Rotsjö", title="Ekonom"),
        Person(id="cia", owner_id="lib", name="Cia Öst"),
        PartyMembership(id="p1", owner_id="anna", party="M", until_day=date(2025, 1, 1)),
        PartyMembership(id="p2", owner_id="anna", party="S", from_day=date(2025, 1, 2)),
    ],
)
BODY = Records(
    "body",
    [
        Body(id="body"),
        Membership(id="s", owner_id="body", person_id="bo", kind=MemberKind.SUBSTITUTE),
        Membership(
            id="c", owner_id="body", person_id="anna", role=RoleKind.CHAIR, represents="Förbundet"
        ),
        Membership(id="old", owner_id="body", person_id="cia", until_day=date(2020, 1, 1)),
        Membership(id="lost", owner_id="body", person_id="nobody"),
    ],
)


def here() -> Records:
    return Records("m", [Meeting(id="m", day=Moment(DAY))])


def test_a_member_comes_with_party_role_and_whom_she_represents():
    records = performed(here(), edit_attendance.add_person(here(), PEOPLE, BODY, "anna"))
    (anna,) = records.all(Participant)
    assert (anna.name, anna.party, anna.organisation) == ("Anna Berg", "S", "Förbundet")
    assert (anna.standing, anna.kind) == (Standing.DECISION_MAKER, MemberKind.MEMBER)
    assert [role.kind for role in records.children(anna.id, Role)] == [RoleKind.CHAIR]


def test_a_guest_stands_among_the_others():
    records = performed(here(), edit_attendance.add_person(here(), PEOPLE, BODY, "cia"))
    (cia,) = records.all(Participant)
    assert (cia.standing, cia.kind, cia.attendance) == (Standing.OTHER, None, Attendance.PRESENT)


def test_the_roster_comes_in_order_and_only_once():
    group = edit_attendance.add_roster(here(), PEOPLE, BODY)
    records = performed(here(), group)
    assert [each.name for each in records.all(Participant)] == ["Anna Berg", "Bo Ek"]
    assert not edit_attendance.add_roster(records, PEOPLE, BODY)


def test_without_a_day_the_roster_of_today_counts():
    records = Records("m", [Meeting(id="m")])
    records = performed(records, edit_attendance.add_roster(records, PEOPLE, BODY))
    assert [each.party for each in records.all(Participant)] == ["S", ""]


def test_somebody_new_is_added_by_name():
    records = meeting("a")
    group = edit_attendance.add_participant(records, " Siv Åkerlund ", organisation="Nordby")
    (siv,) = performed(records, group).all(Participant)
    assert (siv.name, siv.organisation, siv.standing) == ("Siv Åkerlund", "Nordby", Standing.OTHER)


@pytest.mark.parametrize(
    ("state", "label"),
    [
        (Attendance.PRESENT, "Note NP as present"),
        (Attendance.ABSENT, "Note NP as absent"),
        (Attendance.ABSENT_WITH_NOTICE, "Note that NP sent notice of absence"),
    ],
)
def test_attendance_is_noted(state, label):
    records = meeting("a b", participant("P"))
    group = edit_attendance.set_attendance(records, "P", state)
    assert str(group.label) == label
    records = performed(records, group)
    assert records.get(Participant, "P").attendance is state
    assert str(edit_attendance.set_attendance(records, "P", Attendance.EXPECTED).label) == (
        "Expect NP"
    )


def test_who_is_absent_was_there_at_nothing_and_serves_for_nobody():
    rows = [
        Presence(id="x", owner_id="P", from_item_id="b"),
        Service(id="y", owner_id="P", for_participant_id="Q"),
    ]
    records = meeting("a b", participant("P"), participant("Q"), *rows)
    group = edit_attendance.set_attendance(records, "P", Attendance.ABSENT)
    records = performed(records, group)
    assert not records.all(Presence)
    assert not records.all(Service)


def test_the_roll_call_confirms_those_expected_only():
    records = meeting("a", participant("P"), participant("Q", attendance=Attendance.ABSENT))
    records = performed(records, edit_attendance.confirm_expected(records))
    states = [each.attendance for each in records.all(Participant)]
    assert states == [Attendance.PRESENT, Attendance.ABSENT]
    assert not edit_attendance.confirm_expected(records)


def test_distance_is_noted_and_taken_back():
    records = meeting("a", participant("P"))
    after = performed(records, edit_attendance.set_remote(records, "P", remote=True))
    assert after.get(Participant, "P").remote
    assert performed(after, edit_attendance.set_remote(after, "P", remote=False)) == records


def test_what_is_said_of_somebody():
    records = meeting("a", participant("P"))
    group = edit_attendance.describe(records, "P", party=" S ", kind=MemberKind.MEMBER)
    person = performed(records, group).get(Participant, "P")
    assert (person.party, person.kind) == ("S", MemberKind.MEMBER)
    with pytest.raises(ValueError, match="attendance"):
        edit_attendance.describe(records, "P", attendance=Attendance.ABSENT)


def test_who_is_removed_keeps_her_name_where_she_is_spoken_of():
    records = meeting(
        "a",
        participant("P"),
        participant("Q"),
        Motion(id="mo", owner_id="a", movers=("P", "Q"), mover_text="Ledningen"),
        Presenter(id="pr", owner_id="a", participant_id="P"),
        Recusal(id="re", owner_id="a", participant_id="P"),
        Vote(id="vo", owner_id="a", casting_participant_id="P"),
        Ballot(id="ba", owner_id="vo", participant_id="P"),
        Reservation(id="rs", owner_id="a", participants=("P", "Q")),
        Action(id="ac", owner_id="a"),
        ActionOwner(id="ao", owner_id="ac", participant_id="P"),
        Service(id="se", owner_id="Q", for_participant_id="P"),
        Role(id="ro", owner_id="P"),
    )
    group = edit_attendance.remove_participant(records, "P")
    assert str(group.label) == "Remove NP"
    records = performed(records, group)
    motion = records.get(Motion, "mo")
    assert (motion.movers, motion.mover_text) == (("Q",), "Ledningen, NP")
    assert records.get(Presenter, "pr").name == "NP"
    assert records.get(ActionOwner, "ao").name == "NP"
    assert records.get(Vote, "vo").casting_participant_id is None
    assert records.get(Reservation, "rs").participants == ("Q",)
    for id in ("re", "ba", "se", "ro"):
        assert id not in records


@given(any_records(max_rows=24), st.data())
def test_nobody_is_named_who_is_gone(records, data):
    people = records.all(Participant)
    assume(people)
    id = data.draw(st.sampled_from(people)).id
    gone = frozenset(row.id for row in records.subtree(id))
    after = performed(records, edit_attendance.remove_participant(records, id))
    assert not list(references_to(after, gone))
