"""Phrases: which are offered, how they are found, and how they are filled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.domain.body import Body
from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.phrase import Phrase, PhraseKind
from kcdesk.domain.records import Records
from kcdesk.services.edit_phrase import add_phrase, change_phrase, remove_phrase
from kcdesk.services.fill_phrase import GAP, fill, unknown_placeholders
from kcdesk.services.phrase_library import (
    PhraseText,
    beginning,
    kind_of_item,
    offered_phrases,
    phrases_of,
)
from tests.services.agenda import performed

SHIPPED = (
    PhraseText("Mötet öppnas", "öppn", PhraseKind.OPENING, "Mötet öppnades."),
    PhraseText("Mötet avslutas", "avsl", PhraseKind.CLOSING, "Mötet avslutades."),
    PhraseText("Laget runt", "runt", PhraseKind.ANY, "Ordet gick laget runt."),
)


def body() -> Records:
    return Records("b", [Body(id="b")])


def test_phrases_are_added_changed_and_removed() -> None:
    records = performed(body(), add_phrase(body(), title="Öppet", letters="öppn", text="Välkomna!"))
    (row,) = records.children("b", Phrase)
    records = performed(records, change_phrase(records, row.id, kind=PhraseKind.OPENING))
    assert phrases_of(records) == (
        PhraseText("Öppet", "öppn", PhraseKind.OPENING, "Välkomna!", row.id),
    )
    assert phrases_of(performed(records, remove_phrase(records, row.id))) == ()


def test_ones_own_phrase_stands_in_the_place_of_one_that_ships() -> None:
    own = PhraseText("Öppet", "ÖPPN", PhraseKind.OPENING, "Välkomna!", "row")
    assert offered_phrases([own], SHIPPED) == (own, *SHIPPED[1:])


def test_a_phrase_without_text_hides_one_that_ships() -> None:
    hidden = PhraseText("", "runt", PhraseKind.ANY, "", "row")
    assert offered_phrases([hidden], SHIPPED) == SHIPPED[:2]
    nameless = [
        PhraseText("", "", PhraseKind.ANY, "a", "1"),
        PhraseText("", "", PhraseKind.ANY, "b", "2"),
    ]
    assert len(offered_phrases(nameless)) == 2


@pytest.mark.parametrize(
    ("typed", "letters"),
    [
        ("öp", ["öppn"]),
        ("Mö", ["avsl", "öppn"]),
        ("m", []),
        ("runt", ["runt"]),
        ("gerd", []),
        ("", ["avsl"]),
    ],
)
def test_a_few_letters_find_a_phrase(typed: str, letters: list[str]) -> None:
    assert [each.letters for each in beginning(typed, SHIPPED, PhraseKind.CLOSING)] == letters


@pytest.mark.parametrize(
    ("title", "kind", "wanted"),
    [
        ("Mötets öppnande", ItemKind.FORMALITY, PhraseKind.OPENING),
        ("Val av justerare", ItemKind.ELECTION, PhraseKind.APPROVERS),
        ("Föregående minnesanteckningar", ItemKind.INFORMATION, PhraseKind.PREVIOUS),
        ("Mötets avslutande", ItemKind.FORMALITY, PhraseKind.CLOSING),
        ("Val av vice ordförande", ItemKind.ELECTION, PhraseKind.ELECTION),
        ("Ekonomi", ItemKind.INFORMATION, PhraseKind.INFORMATION),
        ("Budget", ItemKind.DECISION, PhraseKind.DECISION),
        ("Övrigt", ItemKind.FORMALITY, PhraseKind.ANY),
    ],
)
def test_an_item_wants_its_own_phrases(title: str, kind: ItemKind, wanted: PhraseKind) -> None:
    assert kind_of_item(Item(id="i", title=title, kind=kind)) is wanted


def test_placeholders_are_filled_and_gaps_left() -> None:
    values = {"organ": "styrelsen", "ordförande": "Anna Berg", "tid": ""}
    text = "{organ} valde {Ordförande} {tid}. {organ} {okänd} {}"
    assert fill(text, values) == f"Styrelsen valde Anna Berg {GAP}. Styrelsen {GAP} {{}}"
    assert unknown_placeholders(text, values) == ["okänd"]


@given(st.text(max_size=60), st.dictionaries(st.text(max_size=8), st.text(max_size=8)))
def test_text_without_placeholders_stays_as_it_is(text: str, values: dict[str, str]) -> None:
    filled = fill(text, values)
    if "{" not in text:
        assert filled == text
    assert not unknown_placeholders(text, unknown_placeholders(text, ()))
