"""Which words of a text are looked up, and which need no dictionary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from kcdesk.domain.body import Body
from kcdesk.domain.item import Item, Presenter
from kcdesk.domain.known_word import KnownWord
from kcdesk.domain.message import Message
from kcdesk.domain.participant import Participant
from kcdesk.domain.person import Person
from kcdesk.domain.records import Records

_WORD = re.compile(r"[^\W\d_]+(?:[-’':][^\W\d_]+)*")
_STRETCH = re.compile(r"\S+")
_NO_WORD = re.compile(r"\S*(?:://|www\.|@|\\)\S*|\S*\d\S*|\S+\.[^\W\d_]{2,4}\b")
"""Addresses, what holds a digit (diary numbers, "2 a §" aside), and names of files."""

_ABBREVIATION = 5
"""Up to so many capitals in a row are initials or an authority: KS, SKR, OSL."""

SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is looked up; ``start`` and ``end`` count code points."""

    start: int
    end: int
    text: str


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text that a dictionary can judge."""
    for match in _STRETCH.finditer(text):
        at = match.start()
        for start, word in _words_in(match.group()):
            yield Word(at + start, at + start + len(word), word)


@lru_cache(maxsize=20_000)
def _words_in(stretch: str) -> tuple[tuple[int, str], ...]:
    """Return the words between two spaces, and where they begin.

    Kept, because a paragraph is looked through again at each key that is pressed in it.
    """
    passed = [match.span() for match in _NO_WORD.finditer(stretch)]
    return tuple(
        (match.start(), word)
        for match in _WORD.finditer(stretch)
        if len(word := match.group()) > 1
        and not (word.isupper() and len(word) <= _ABBREVIATION)
        and not any(first <= match.start() < last for first, last in passed)
    )


def known_words(meeting: Records, body: Records, library: Records) -> frozenset[str]:
    """Return the words that are right here: names of the people, bodies and places of a meeting,
    and the library's own dictionary.
    """
    names: list[str] = [body.root(Body).organisation, body.root(Body).name]
    for row in meeting.all(Participant):
        names += (row.name, row.organisation, row.title, row.party)
    for presenter in meeting.all(Presenter):
        names += (presenter.name, presenter.organisation)
    names += [item.case_number for item in meeting.all(Item)]
    for person in library.all(Person):
        names += (person.name, person.organisation)
    found = {word.text for name in names for word in words(name)}
    found |= {possessive for word in found if (possessive := _possessive(word))}
    own = {row.word for row in library.all(KnownWord)}
    return frozenset(found | own)


def _possessive(word: str) -> str:
    """Return a name's genitive in Swedish; names that end in s, x or z are as they are."""
    return "" if word[-1] in "sxzSXZ" else f"{word}s"


class SpellingListener(Protocol):
    """Told what was looked up, on a thread of the dictionary's own."""

    def checked(self, verdicts: dict[str, bool]) -> None:
        """These words are right (true) or not."""

    def suggested(self, word: str, suggestions: Sequence[str]) -> None:
        """These may have been meant."""


class Dictionary(Protocol):
    """A language's dictionary. Nothing here waits."""

    @property
    def trouble(self) -> Message | None:
        """Why it answers nothing; None while nothing is known against it."""

    def check(self, words: Sequence[str]) -> None:
        """Look words up."""

    def suggest(self, word: str) -> None:
        """Look for what may have been meant."""

    def listen(self, listener: SpellingListener) -> Callable[[], None]:
        """Add a listener; returns the way to take it away again."""

    def close(self) -> None:
        """End it and wait until it is gone."""
