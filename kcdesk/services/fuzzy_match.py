"""Finding a line among many by a few letters, as a command palette does.

Each typed word must fit, in any order: best where it begins a word, then inside one, then where
its letters lead from word to word ("expdf"). Swedish letters are letters; other accents are
looked past.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from kcdesk.domain.person_name import sort_key

T = TypeVar("T")

_BEGINS, _INSIDE, _SCATTERED = 0, 10, 40


def fit(typed: str, text: str) -> int | None:
    """Return how well typed letters fit a text (0 is best), or None where they do not."""
    wanted = sort_key(typed)[0].split()
    whole = sort_key(text)[0]
    if not wanted:
        return 0
    if whole.startswith(" ".join(wanted)):
        return 0
    found = [_word_fit(each, whole) for each in wanted]
    costs = [each for each in found if each is not None]
    return None if len(costs) < len(found) else 1 + sum(costs)


def fitting(typed: str, candidates: Iterable[tuple[T, str]]) -> list[T]:
    """Return what fits typed letters, best first, else in the order given."""
    found = [
        (cost, at, each)
        for at, (each, text) in enumerate(candidates)
        if (cost := fit(typed, text)) is not None
    ]
    return [each for _, _, each in sorted(found, key=lambda one: one[:2])]


def _word_fit(wanted: str, text: str) -> int | None:
    words = _words(text)
    for number, word in enumerate(words):
        if word.startswith(wanted):
            return _BEGINS + min(number, 5)
    if wanted in text:
        return _INSIDE
    return _scattered(wanted, text) if len(wanted) > 1 else None


def _words(text: str) -> list[str]:
    kept = (letter if letter.isalnum() or letter == "{" else " " for letter in text)
    return "".join(kept).split()


def _scattered(wanted: str, text: str) -> int | None:
    """Return the cost of letters that follow each other directly or from word to word."""
    starts = [at for at in range(len(text)) if _is_start(text, at)]
    found = any(_follows(wanted[1:], text, at, starts) for at in starts if text[at] == wanted[0])
    return _SCATTERED if found else None


def _follows(rest: str, text: str, at: int, starts: Sequence[int]) -> bool:
    """Whether letters go on after a place: the next letter, or the first of a later word."""
    if not rest:
        return True
    ways = [at + 1, *(start for start in starts if start > at + 1)]
    return any(
        text[way : way + 1] == rest[0] and _follows(rest[1:], text, way, starts) for way in ways
    )


def _is_start(text: str, at: int) -> bool:
    letter, before = text[at], text[at - 1 : at]
    return letter.isalnum() and not (before.isalnum() or before == "{")
