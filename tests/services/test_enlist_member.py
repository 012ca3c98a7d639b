"""Whoever is written into a roster is found in the library, or joins it."""

from __future__ import annotations

import unicodedata

import pytest

from kcdesk.domain.library import LIBRARY_ID, Library
from kcdesk.domain.person import Person, PersonAlias
from kcdesk.domain.records import Records
from kcdesk.services.enlist_member import known_person


@pytest.fixture
def library() -> Records:
    return Records(
        LIBRARY_ID,
        [
            Library(id=LIBRARY_ID),
            Person(
                id="P", owner_id=LIBRARY_ID, position="a", name="Åsa Kling", organisation="Vallmon"
            ),
            PersonAlias(id="A", owner_id="P", position="a", name="Å. Kling"),
            Person(id="Q", owner_id=LIBRARY_ID, position="b", name="Bo Ek", organisation="Rotsjö"),
            Person(id="R", owner_id=LIBRARY_ID, position="c", name="Bo Ek", organisation="Vallmon"),
        ],
    )


@pytest.mark.parametrize(
    ("name", "organisation", "found"),
    [
        ("åsa  kling", "", "P"),
        (unicodedata.normalize("NFD", "Åsa Kling"), "vallmon", "P"),
        ("Å. Kling", "", "P"),
        ("Asa Kling", "", None),
        ("Åsa Kling", "Rotsjö", None),
        ("Bo Ek", "", None),
        ("Bo Ek", "Rotsjö", "Q"),
    ],
)
def test_a_person_is_known_however_her_name_is_composed_cased_and_spaced(
    library: Records, name: str, organisation: str, found: str | None
) -> None:
    known = known_person(library, name, organisation)
    assert (known.id if known else None) == found
