"""Which words are looked up, and which are right because of where they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.body import Body
from kcdesk.domain.item import Item, Presenter
from kcdesk.domain.library import LIBRARY_ID, Library
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.participant import Participant
from kcdesk.domain.person import Person
from kcdesk.domain.records import Records
from kcdesk.services.edit_known_word import add_known_word, own_words, remove_known_word
from kcdesk.services.spelling import known_words, words

LIBRARY = Records(LIBRARY_ID, [Library(id=LIBRARY_ID)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Styrelsen beslutar", ["Styrelsen", "beslutar"]),
        ("e-tjänster och EU:s mål", ["e-tjänster", "och", "EU:s", "mål"]),
        ("KS 2026/17 den 12 mars", ["den", "mars"]),
        ("se https://www.kommun.example/sida nu", ["se", "nu"]),
        ("bilaga Avtal_2.pdf och plan.docx", ["bilaga", "och"]),
        ("anna.berg@kommun.example skriver", ["skriver"]),
        ("i å ö", []),
        ("SKR, IVO och OSL", ["och"]),
        ("KOMMUNSTYRELSEN", ["KOMMUNSTYRELSEN"]),
        ("2a §", []),
        ("", []),
    ],
)
def test_what_a_dictionary_can_judge(text: str, found: list[str]) -> None:
    assert [word.text for word in words(text)] == found


@given(st.text())
def test_each_word_stands_where_it_says(text: str) -> None:
    last = 0
    for word in words(text):
        assert text[word.start : word.end] == word.text
        assert last <= word.start < word.end
        last = word.end


def test_names_are_right_at_their_meeting() -> None:
    meeting = Records(
        "m",
        [
            Meeting(id="m"),
            Participant(id="p", owner_id="m", position="a", name="Per-Erik Modin"),
            Item(id="i", owner_id="m", position="a"),
            Presenter(id="f", owner_id="i", position="a", name="Zlatka", organisation="Rotsjö"),
        ],
    )
    body = Records("b", [Body(id="b", organisation="Älvdalarna", name="Styrelsen")])
    person = Person(id="x", owner_id=LIBRARY_ID, position="a", name="Siv Åkerlunds")
    known = known_words(meeting, body, Records(LIBRARY_ID, [*LIBRARY, person]))
    assert {"Per-Erik", "Modin", "Modins", "Zlatka", "Rotsjö", "Rotsjös", "Älvdalarna"} <= known
    assert "Åkerlunds" in known
    assert "Åkerlundss" not in known


def test_the_own_dictionary_is_kept_by_operations() -> None:
    added = LIBRARY.apply(add_known_word(LIBRARY, "samhällsorientering"))
    (word,) = own_words(added)
    body = Records("b", [Body(id="b")])
    assert word.word in known_words(Records("m", [Meeting(id="m")]), body, added)
    assert not add_known_word(added, "samhällsorientering")
    assert not add_known_word(added, "")
    assert own_words(added.apply(remove_known_word(added, word.id))) == ()
