"""One key changes the words beside it alone; looking at those gives the same as looking at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kcdesk.services.spelling import words
from kcdesk.services.touched_words import touched_stretch

LETTERS = st.text(alphabet="aåB1 .-’:@/\u00a0\n\\_😀", max_size=24)


def found(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int, str]]:
    return [(w.start + start, w.end + start, w.text) for w in words(text[start:end])]


@given(LETTERS, st.integers(0, 24), st.sampled_from("aB .-1@\u00a0\n😀"))
def test_the_rest_of_the_words_is_as_before_a_letter(before: str, at: int, letter: str) -> None:
    at = min(at, len(before))
    after = before[:at] + letter + before[at:]
    agrees(before, after, at + 1)


@given(LETTERS.filter(bool), st.integers(0, 24))
def test_the_rest_of_the_words_is_as_before_a_letter_went(before: str, at: int) -> None:
    at = min(at, len(before) - 1)
    agrees(before, before[:at] + before[at + 1 :], at)


def agrees(before: str, after: str, caret: int) -> None:
    stretch = touched_stretch(before, after, caret)
    assert stretch is not None
    start, end = stretch
    grown = len(after) - len(before)
    left = [each for each in found(before) if each[1] <= start]
    right = [(a + grown, b + grown, w) for a, b, w in found(before) if a + grown >= end]
    assert left + found(after, start, end) + right == found(after)


@given(LETTERS, LETTERS, st.integers(-1, 24))
def test_what_is_no_single_key_at_the_caret_is_looked_through(
    before: str, after: str, caret: int
) -> None:
    stretch = touched_stretch(before, after, caret)
    one_more = [before[:n] + after[n : n + 1] + before[n:] for n in (caret - 1,) if n >= 0]
    one_less = [before[:n] + before[n + 1 :] for n in (caret,) if n >= 0]
    grown = len(after) - len(before)
    single = after in one_more if grown == 1 else grown == -1 and after in one_less
    assert (stretch is not None) == single
