"""What was written and what was struck between two texts, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\n|[^\S\n]+|\S+")


class Fate(StrEnum):
    """What became of a stretch of text."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of text with one fate."""

    fate: Fate
    text: str


def word_changes(before: str, after: str) -> tuple[Stretch, ...]:
    """Return the stretches that the two texts are made of.

    Those kept and removed are ``before``, those kept and added are ``after``; neighbours differ.
    """
    found: list[Stretch] = []
    for fate, words in _steps(_WORDS.findall(before), _WORDS.findall(after)):
        text = "".join(words)
        if found and found[-1].fate is fate:
            text = found.pop().text + text
        if text:
            found.append(Stretch(fate, text))
    return tuple(found)


def _steps(before: list[str], after: list[str]) -> Iterator[tuple[Fate, list[str]]]:
    """Compare what lies between the common beginning and the common end: mostly a few words."""
    limit = min(len(before), len(after))
    start = 0
    while start < limit and before[start] == after[start]:
        start += 1
    end = 0
    while end < limit - start and before[-1 - end] == after[-1 - end]:
        end += 1
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    yield Fate.KEPT, before[:start]
    for tag, low, high, from_, to in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            yield Fate.KEPT, old[low:high]
        else:
            yield Fate.REMOVED, old[low:high]
            yield Fate.ADDED, new[from_:to]
    yield Fate.KEPT, before[len(before) - end :]
