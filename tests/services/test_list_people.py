"""People come onto the list as they are written, alone or many at once."""

import pytest

from kcdesk.domain.body import Body, MemberKind, Membership, RoleKind
from kcdesk.domain.library import Library
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.participant import Participant, Role, Standing
from kcdesk.domain.person import Person, PersonAlias
from kcdesk.domain.records import Records
from kcdesk.services.list_people import (
    WrittenParticipant,
    list_people,
    listed_already,
    read_participant,
)

PEOPLE = Records(
    "lib",
    [
        Library(id="lib"),
        Person(id="anna", owner_id="lib", name="Anna Berg", organisation="Norråsa"),
        Person(id="bo", owner_id="lib", name="Bo Ek"),
        Person(id="cia", owner_id="lib", name="Cia Öst", organisation="Rotsjö"),
        Person(id="cia2", owner_id="lib", name="Cia Öst", organisation="Övre Forsa"),
        PersonAlias(id="x", owner_id="bo", name="Bosse Ek"),
    ],
)
BODY = Records(
    "body",
    [
        Body(id="body"),
        Membership(id="c", owner_id="body", person_id="anna", represents="Förbundet",
                   role=RoleKind.CHAIR, kind=MemberKind.MEMBER),
    ],
)  # fmt: skip


def here(*rows: Participant) -> Records:
    return Records("m", [Meeting(id="m"), *rows])


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Anna Berg", WrittenParticipant("Anna Berg")),
        ("Anna Berg (S), Norråsa", WrittenParticipant("Anna Berg", "S", "Norråsa")),
        ("  – Anna  Berg, Norråsa  ", WrittenParticipant("Anna Berg", "", "Norråsa")),
        ("3. Anna Berg\tNorråsa\tsekreterare",
         WrittenParticipant("Anna Berg", "", "Norråsa", RoleKind.SECRETARY)),
        ("Mona Ström, Regionen, projektet Nytt",
         WrittenParticipant("Mona Ström", "", "Regionen, projektet Nytt")),
        (", Norråsa", WrittenParticipant("")),
        ("", WrittenParticipant("")),
    ],
)  # fmt: skip
def test_a_line_tells_name_party_organisation_and_role(line, read):
    assert read_participant(line) == read


def added(text, records=None):
    before = records or here()
    group = list_people(before, PEOPLE, BODY, text)
    return group, before.apply(group)


def test_a_list_adds_everyone_in_its_order():
    group, after = added("Åsa Ny, Norråsa\n\nLi Ask, Kansliet, sekreterare\r\nAnna Berg, Norråsa")
    people = after.children("m", Participant)
    assert [(each.name, each.organisation) for each in people] == [
        ("Åsa Ny", "Norråsa"), ("Li Ask", "Kansliet"), ("Anna Berg", "Förbundet"),
    ]  # fmt: skip
    assert [each.kind for each in after.all(Role)] == [RoleKind.SECRETARY, RoleKind.CHAIR]
    assert people[2].standing is Standing.DECISION_MAKER, "as she belongs to the body"
    assert group.label.params == {"count": 3}


def test_one_line_is_told_by_name():
    group, after = added("Åsa Ny")
    assert group.label.params == {"name": "Åsa Ny"}
    assert [each.name for each in after.children("m", Participant)] == ["Åsa Ny"]


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Anna Berg", "anna"),
        ("Anna Berg, Norråsa", "anna"),
        ("Anna Berg, Förbundet", "anna"),
        ("Anna Berg, Lycksele", None),  # another one of that name
        ("Bosse Ek, Norråsa", "bo"),  # nobody knows where he belongs
        ("Cia Öst", None),  # which of them?
        ("Cia Öst, Övre Forsa", "cia2"),
    ],
)
def test_the_library_knows_who_is_meant(line, person):
    _group, after = added(line)
    assert [each.person_id for each in after.children("m", Participant)] == [person]


def test_who_stands_on_the_list_is_passed_over():
    before = here(Participant(id="p", owner_id="m", position="V", name="Åsa Ny"))
    group, after = added("ÅSA NY, Norråsa\nBo Ek\nBo Ek", before)
    assert [each.name for each in after.children("m", Participant)] == ["Åsa Ny", "Bo Ek"]
    assert group.label.params == {"name": "Bo Ek"}
    assert not list_people(after, PEOPLE, BODY, "bo ek").operations


def test_who_has_the_same_name_and_belongs_elsewhere_is_another():
    row = Participant(id="p", owner_id="m", position="V", name="Åsa Ny", organisation="Rotsjö")
    assert listed_already(here(row), WrittenParticipant("Åsa Ny", "", "Norråsa")) is None
    assert listed_already(here(row), WrittenParticipant("Åsa Ny", "", "rotsjö")) == row
