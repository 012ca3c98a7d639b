"""Where words part that are wider than their line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcdesk.documents.fonts import REGULAR, width
from kcdesk.documents.layout.line import Stretch, break_lines
from kcdesk.documents.layout.parting import parting
from kcdesk.documents.tagging.page_code import Ink
from kcdesk.documents.text import SOFT_HYPHEN

INK = Ink(REGULAR, 10.0, "0 0 0")


def parted(word: str, fitting: int) -> str:
    """Return the word with what is seen where it parts."""
    at, is_shown = parting(word, 0, len(word), fitting, fitting - 1)
    return f"{word[:at]}{'-' if is_shown else ''}|{word[at:]}"


@pytest.mark.parametrize(
    ("word", "fitting", "expected"),
    [
        ("Samhällsbyggnadsförvaltningen,", 26, "Samhällsbyggnads-|förvaltningen,"),
        ("vuxenutbildningsförvaltningen", 24, "vuxenutbildnings-|förvaltningen"),
        ("kompetensförsörjning", 16, "kompetens-|försörjning"),
        ("Gymnasieförvaltningen", 18, "Gymnasieförvalt-|ningen"),  # one consonant goes along
        ("infrastrukturplanering", 9, "infra-|strukturplanering"),
        ("backförvaltningen", 15, "backförvalt-|ningen"),
        ("Näsström-Häggroth\u00a0(S)", 15, "Näsström-|Häggroth\u00a0(S)"),  # names by their hyphen
        ("Tjänsteskrivelse_slutversion.pdf", 20, "Tjänsteskrivelse_|slutversion.pdf"),
        ("xxxxxxxxxxxxxxxx", 8, "xxxxxxxx|xxxxxxxx"),  # no word at all
        ("1234567890123456", 8, "12345678|90123456"),
    ],
)
def test_words_part_where_they_are_joined_or_by_syllables(
    word: str, fitting: int, expected: str
) -> None:
    assert parted(word, fitting) == expected


def test_a_word_wider_than_its_line_shows_a_hyphen_that_is_not_read() -> None:
    word = "Samhällsbyggnadsförvaltningen"
    room = width("Samhällsbyggnadsförvaltning", REGULAR, 10.0)
    lines = break_lines([Stretch(word, INK)], room, room)
    told = ["".join(each.text for each in line) for line in lines]
    assert told == [f"Samhällsbyggnads{SOFT_HYPHEN}", "förvaltningen"]


@given(st.text("abcdeåäöngs-._x \u00a0", max_size=60), st.integers(15, 90))
def test_nothing_is_lost_and_no_line_is_too_wide(text: str, room: int) -> None:
    lines = break_lines([Stretch(text, INK)], room, room - 8)
    told = "".join(each.text for line in lines for each in line)
    assert told.replace(SOFT_HYPHEN, "") == text
    for number, line in enumerate(lines):
        words = "".join(each.text for each in line).rstrip(" ")
        if len(words) > 1:
            shown = words.replace(SOFT_HYPHEN, "-")
            assert width(shown, REGULAR, 10.0) <= (room - 8 if number else room) + 1e-6
