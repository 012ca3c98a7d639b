"""A person's other spellings and parties."""

from __future__ import annotations

import pytest

from kcdesk.domain.library import LIBRARY_ID, Library
from kcdesk.domain.person import PartyMembership, Person, PersonAlias
from kcdesk.domain.records import Records
from kcdesk.services import edit_person
from tests.services.agenda import performed


@pytest.fixture
def people() -> Records:
    person = Person(id="P", owner_id=LIBRARY_ID, position="a", name="Åsa Kling")
    return Records(LIBRARY_ID, [Library(id=LIBRARY_ID), person])


def aliases(records: Records) -> list[str]:
    return [each.name for each in records.children("P", PersonAlias)]


def test_aliases_are_those_written_once_each(people: Records) -> None:
    people = performed(people, edit_person.set_aliases(people, "P", ["Å K", " ", "Asa ", "Å K"]))
    assert aliases(people) == ["Å K", "Asa"]
    kept = people.children("P", PersonAlias)[1].id
    people = performed(people, edit_person.set_aliases(people, "P", ["Asa", "Åse"]))
    assert aliases(people) == ["Asa", "Åse"]
    assert people.children("P", PersonAlias)[0].id == kept


def test_parties_come_change_and_go(people: Records) -> None:
    people = performed(people, edit_person.add_party(people, "P", party="S"))
    (party,) = people.children("P", PartyMembership)
    people = performed(people, edit_person.edit_party(people, party.id, party="V"))
    assert people.get(PartyMembership, party.id).party == "V"
    people = performed(people, edit_person.remove_party(people, party.id))
    assert not people.children("P", PartyMembership)


def test_a_person_is_renamed_and_goes_with_all_that_is_hers(people: Records) -> None:
    people = performed(people, edit_person.edit_person(people, "P", name="Åsa Ek", title="chef"))
    person = people.get(Person, "P")
    assert (person.name, person.title) == ("Åsa Ek", "chef")
    people = performed(people, edit_person.set_aliases(people, "P", ["Å K"]))
    group = edit_person.remove_person(people, "P")
    assert str(group.label) == "Remove Åsa Ek"
    assert not performed(people, group).all(PersonAlias)
