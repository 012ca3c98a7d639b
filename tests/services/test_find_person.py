"""People are found by the parts of their names that come first to the fingers."""

import pytest

from kcdesk.domain.body import Body, Membership
from kcdesk.domain.library import Library
from kcdesk.domain.person import Person, PersonAlias
from kcdesk.domain.records import Records
from kcdesk.services.find_person import WrittenName, find_people, read_name
from tests.services.agenda import meeting, participant

NAMES = {
    "ohman": "Jonas Öhman",
    "ohrn": "Olof Ohrn",
    "modin": "Per-Erik Modin",
    "berg": "Anna Berg",
    "berglund": "Anna Berglund",
}
PEOPLE = Records(
    "lib",
    [
        Library(id="lib"),
        *(
            Person(id=id, owner_id="lib", position=f"V{id}", name=name)
            for id, name in NAMES.items()
        ),
        PersonAlias(id="x", owner_id="berg", name="Ann Bergh"),
        Person(id="zo", owner_id="lib", position="z", name="Zorn", initials="ANKA"),
    ],
)
BODY = Records("b", [Body(id="b"), Membership(id="x", owner_id="b", person_id="berglund")])


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("jo", ["ohman"]),
        ("ö", ["ohman"]),
        ("oh", ["ohrn"]),
        ("per mod", ["modin"]),
        ("erik", ["modin"]),
        ("pem", ["modin"]),
        ("JÖ", ["ohman"]),
        ("an be", ["berglund", "berg"]),
        ("bergh", ["berg"]),
        ("anka", ["zo"]),
        ("be be", []),
        ("  ", []),
        ("xyz", []),
    ],
)
def test_who_is_meant(typed, expected):
    found = find_people(typed, meeting("a"), PEOPLE, BODY)
    assert [each.id for each in found] == expected


def test_who_is_on_the_list_is_not_offered():
    here = meeting("a", participant("P", person_id="berg"))
    assert [each.id for each in find_people("berg", here, PEOPLE, BODY)] == ["berglund"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna  Berg", WrittenName("Anna Berg")),
        ("Anna Berg (S)", WrittenName("Anna Berg", "S")),
        ("Anna Berg (S), Norråsa kommun", WrittenName("Anna Berg", "S", "Norråsa kommun")),
        ("Anna Berg, Norråsa", WrittenName("Anna Berg", "", "Norråsa")),
        ("(S)", WrittenName("", "S")),
    ],
)
def test_a_name_is_read_as_it_is_written(text, expected):
    assert read_name(text) == expected
