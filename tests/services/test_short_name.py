"""Each person of a meeting has letters of her own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.person import Person
from kcdesk.domain.records import Records
from kcdesk.services.short_name import short_names
from tests.services.agenda import meeting, participant

LIBRARY = Records(
    LIBRARY_ID, [Person(id="x", owner_id=LIBRARY_ID, position="V", name="Siv Ek", initials="PM")]
)


def shown(*names: str, person: str = "") -> list[str]:
    rows = [
        replace(participant(f"P{at}"), position=f"a{at:02}V", name=name, person_id=None)
        for at, name in enumerate(names)
    ]
    if person:
        rows[-1] = replace(rows[-1], person_id=person)
    return list(short_names(meeting("a", *rows), LIBRARY).values())


@pytest.mark.parametrize(
    ("names", "letters"),
    [
        (["Per-Erik Modin", "Siv"], ["PM", "S"]),
        (["Helén Sundström Hetta", "Hans Holm"], ["HSH", "HH"]),
        (["Mona Ek", "Maria Ek-Olin"], ["ME", "MEO"]),
        (["Mona Berg", "Maria Bohlin"], ["MBe", "MBo"]),
        (["Mona Berg", "Maria Bergman"], ["MB2", "MB3"]),
        (["Mona Ek", "Mona Ek", ""], ["ME2", "ME3", ""]),
    ],
)
def test_letters_are_as_few_as_tell_people_apart(names: list[str], letters: list[str]) -> None:
    assert shown(*names) == letters


def test_own_initials_are_kept_before_those_of_a_name() -> None:
    assert shown("Per Modin", "Siv Ek", person="x") == ["PMo", "PM"]


@given(st.lists(st.sampled_from(["Mona Ek", "Maria Ek", "Mi Ek2", "Mats Ekman", "Å", ""])))
def test_no_two_share_their_letters(names: list[str]) -> None:
    found = [each.lower() for each in shown(*names) if each]
    assert len(set(found)) == len(found) == sum(map(bool, names))
