"""A few letters find a line; the better they fit, the earlier it stands."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kcdesk.services.fuzzy_match import fit, fitting

LINES = [
    "Exportera som PDF…",
    "Nytt möte…",
    "Nästa panel",
    "§ 56 Gemensam digital handlingsplan",
    "Maria Haglund anländer",
    "Åsa Kling lämnar",
]


def found(typed: str) -> list[str]:
    return fitting(typed, [(each, each) for each in LINES])


def test_beginnings_of_words_go_before_letters_inside() -> None:
    assert found("ma")[0] == "Maria Haglund anländer"
    assert found("anl") == ["Maria Haglund anländer"]
    assert found("plan") == ["§ 56 Gemensam digital handlingsplan"]
    assert found("digital 56") == ["§ 56 Gemensam digital handlingsplan"]


def test_letters_lead_from_word_to_word() -> None:
    assert found("expdf") == ["Exportera som PDF…"]
    assert found("mhan") == ["Maria Haglund anländer"]
    assert found("xq") == []
    assert found("mar")[1:] == []


def test_swedish_letters_are_letters() -> None:
    assert found("asa") == []
    assert found("åsa") == ["Åsa Kling lämnar"]
    assert found("nä pa") == ["Nästa panel"]


def test_nothing_typed_fits_everything_in_its_order() -> None:
    assert found("") == LINES
    assert found("  ") == LINES


@given(st.text(max_size=12), st.text(max_size=30))
def test_every_beginning_of_a_text_fits_it(typed: str, text: str) -> None:
    cost = fit(typed, text)
    assert cost is None or cost >= 0
    for end in range(len(text)):
        assert fit(text[:end], text) is not None
