"""New bodies, meetings and persons begin as custom wants them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from kcdesk.domain.approval import Approval, Notice
from kcdesk.domain.body import Body, MemberKind, Membership, Numbering, Regime, RoleKind
from kcdesk.domain.library import LIBRARY_ID, Library
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import Moment
from kcdesk.domain.operation import Group
from kcdesk.domain.participant import Participant, Role, Standing
from kcdesk.domain.person import PartyMembership, Person
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.services.create_body import create_body
from kcdesk.services.create_meeting import create_meeting
from kcdesk.services.create_person import create_person
from kcdesk.services.new_stream import NewStream


def records_of(new: NewStream) -> Records:
    return Records(new.root.id, (new.root, *new.rows))


def library() -> Records:
    return Records(LIBRARY_ID, (Library(id=LIBRARY_ID),))


def roster(*memberships: Membership) -> Records:
    new = create_body(
        "Styrelsen", Regime.BOARD, boards=(("Webben", "https://a.se"), ("Torget", ""))
    )
    return Records(new.root.id, (new.root, *new.rows, *memberships))


def test_a_body_follows_its_regime_until_told_otherwise() -> None:
    formal = create_body("Styrelsen", Regime.BOARD, organisation="Förbundet", seats=7).root
    informal = create_body("Gruppen", Regime.INFORMAL, subject="Vi").root
    assert isinstance(formal, Body)
    assert isinstance(informal, Body)
    assert (formal.numbering, formal.subject, formal.seats) == (
        Numbering.PARAGRAPH,
        "Styrelsen",
        7,
    )
    assert (informal.numbering, informal.subject) == (Numbering.ITEM, "Vi")


def test_a_person_is_added_with_her_party() -> None:
    group = create_person(library(), "Anna Berg", party="S", party_from=date(2022, 1, 1))
    after = library().apply(group)
    (person,) = after.all(Person)
    assert person.name == "Anna Berg"
    assert [each.party for each in after.children(person.id, PartyMembership)] == ["S"]
    assert not library().apply(create_person(library(), "Bo")).all(PartyMembership)


def member(id: str, person: str, position: str, body: str, **more: object) -> Membership:
    return Membership(id=id, owner_id=body, position=position, person_id=person, **more)  # type: ignore[arg-type]


def test_a_meeting_expects_those_whose_membership_holds_that_day() -> None:
    people = [
        Person(id=name, owner_id=LIBRARY_ID, position="V", name=name, organisation="Storuman")
        for name in ("Anna", "Bo", "Cia", "Dan", "Eva")
    ]
    parties = [
        PartyMembership(
            id="p1", owner_id="Anna", position="B", party="M", until_day=date(2022, 1, 1)
        ),
        PartyMembership(
            id="p2", owner_id="Anna", position="C", party="S", from_day=date(2022, 1, 2)
        ),
    ]
    persons = Records(LIBRARY_ID, (Library(id=LIBRARY_ID), *people, *parties))
    empty = roster()
    body = Records(
        empty.root_id,
        (
            *empty,
            member("1", "Dan", "A", empty.root_id, kind=MemberKind.STAFF, role=RoleKind.SECRETARY),
            member("2", "Cia", "B", empty.root_id, kind=MemberKind.SUBSTITUTE, service_order=1),
            member("3", "Anna", "C", empty.root_id, role=RoleKind.CHAIR, represents="Sorsele"),
            member("4", "Bo", "D", empty.root_id, until_day=date(2020, 1, 1)),
            member("5", "Eva", "E", empty.root_id, from_day=date(2030, 1, 1)),
            member("6", "gone", "F", empty.root_id),
        ),
    )
    records = records_of(create_meeting(body, persons, Moment(date(2026, 3, 2)), place="Åsele"))
    meeting = records.root(Meeting)
    assert (meeting.place, meeting.body_id) == ("Åsele", body.root_id)
    anna, cia, dan = records.children(meeting.id, Participant)
    assert (anna.name, anna.organisation, anna.party) == ("Anna", "Sorsele", "S")
    assert [role.kind for role in records.children(anna.id, Role)] == [RoleKind.CHAIR]
    assert (cia.name, cia.organisation, cia.kind) == ("Cia", "Storuman", MemberKind.SUBSTITUTE)
    assert (dan.name, dan.standing) == ("Dan", Standing.OTHER)

    undated = records_of(create_meeting(body, persons))
    names = [each.name for each in undated.children(undated.root_id, Participant)]
    assert names == ["Anna", "Eva", "Cia", "Dan"]


def test_only_formal_meetings_begin_with_an_approval_and_its_notices() -> None:
    formal = records_of(create_meeting(roster(), library()))
    (approval,) = formal.all(Approval)
    assert [each.board for each in formal.children(approval.id, Notice)] == ["Webben", "Torget"]
    group = create_body("Gruppen", Regime.INFORMAL)
    assert not records_of(create_meeting(records_of(group), library())).all(Approval)
    informal = create_meeting(roster(), library(), regime=Regime.INFORMAL)
    assert not records_of(informal).all(Approval)


def test_a_new_stream_is_begun_with_the_group_that_inserts_its_rows() -> None:
    class Kept:
        def create(self, root: Row, rows: Sequence[Row], group: Group) -> None:
            self.given = (root, tuple(rows), group)

    kept = Kept()
    new = create_meeting(roster(), library())
    assert new.begin(kept) == new.root.id  # type: ignore[arg-type]
    root, rows, group = kept.given
    assert (root, rows) == (new.root, new.rows)
    empty = Records(root.id)
    assert empty.apply(group) == records_of(new)
