"""People are found by what secretaries type: names, first names, initials, aliases."""

import pytest

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.library import LIBRARY_ID, Library
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.participant import Participant
from kcdesk.domain.person import Person, PersonAlias
from kcdesk.domain.records import Records
from kcdesk.services.read_people import (
    NamedPeople,
    NamedPerson,
    directory,
    named,
    participant_names,
    read_people,
    written,
)
from kcdesk.services.short_name import short_names

NAMES = ("Maria Haglund", "Karin Ahlqvist", "Maria Ek", "", "Per-Erik Modin")


@pytest.fixture
def meeting() -> Records:
    people = [
        Participant(id=f"p{at}", owner_id="m", position=f"a{at}", name=name, person_id=f"x{at}")
        for at, name in enumerate(NAMES)
    ]
    return Records("m", [Meeting(id="m"), *people])


@pytest.fixture
def library() -> Records:
    modin = Person(id="x4", owner_id=LIBRARY_ID, name="Per-Erik Modin", initials="PEM")
    alias = PersonAlias(id="al", owner_id="x4", name="Pelle")
    return Records(LIBRARY_ID, [Library(id=LIBRARY_ID), modin, alias])


def read(text: str, meeting: Records, library: Records) -> NamedPeople:
    return read_people(text, directory(meeting, library), participant_names(meeting))


@pytest.mark.parametrize(
    ("text", "names", "any_of"),
    [
        ("", [], False),
        ("karin", ["Karin Ahlqvist"], False),
        ("ka, ME", ["Karin Ahlqvist", "Maria Ek"], False),
        ("pem", ["Per-Erik Modin"], False),
        ("Pelle och KA", ["Per-Erik Modin", "Karin Ahlqvist"], False),
        ("Karin eller Samordnaren", ["Karin Ahlqvist", "Samordnaren"], True),
        ("maria haglund; Siv", ["Maria Haglund", "Siv"], False),
        ('"Hall, strateg", KA', ["Hall, strateg", "Karin Ahlqvist"], False),
        ("Hall, strateg; KA", ["Hall, strateg", "Karin Ahlqvist"], False),
        ('KA eller "Barn och unga"', ["Karin Ahlqvist", "Barn och unga"], True),
        ('"Ek eller Al"', ["Ek eller Al"], False),
        ('KA, "Hall, str', ["Karin Ahlqvist", "Hall, str"], False),
    ],
)
def test_a_line_is_read_as_people(
    text: str, names: list[str], any_of: bool, meeting: Records, library: Records
) -> None:
    found = read(text, meeting, library)
    assert [each.name for each in found.people] == names
    assert found.any_of is any_of


def test_a_first_name_of_two_finds_none(meeting: Records, library: Records) -> None:
    (found,) = read("Maria", meeting, library).people
    assert found == NamedPerson("Maria")


def test_people_are_written_as_they_are_read(meeting: Records) -> None:
    people = named(meeting, ["p1", "gone", "p0"])
    assert people == (NamedPerson("Karin Ahlqvist", "p1"), NamedPerson("Maria Haglund", "p0"))
    assert written(people) == "Karin Ahlqvist, Maria Haglund"
    several = (NamedPerson("Hall, strateg"), NamedPerson("Barn och unga"), NamedPerson("Siv"))
    assert written(several) == '"Hall, strateg", "Barn och unga", Siv'
    assert read_people(written(several), {}, {}).people == several
    assert written(people, either="eller") == "Karin Ahlqvist eller Maria Haglund"


def test_the_letters_that_somebody_is_shown_by_find_her() -> None:
    names = ("Helén Sundström Hetta", "Hans Holm", "Lisa Andersson Lindberg")
    people = [
        Participant(id=f"p{at}", owner_id="m", position=f"a{at}", name=name)
        for at, name in enumerate(names)
    ]
    meeting, library = Records("m", [Meeting(id="m"), *people]), Records(LIBRARY_ID, [])
    shown = short_names(meeting, library)
    assert list(shown.values()) == ["HSH", "HH", "LL"]
    for letters, id in (*((each, id) for id, each in shown.items()), ("LAL", "p2")):
        assert [each.participant_id for each in read(letters, meeting, library).people] == [id]
