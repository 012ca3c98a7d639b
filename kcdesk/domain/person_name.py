"""Names of people: their initials, finding them by a few letters, and their order in a list."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from enum import IntEnum
from typing import TypeVar

T = TypeVar("T")

_LAST_LETTERS = {"å": "{1", "ä": "{2", "æ": "{2", "ö": "{3", "ø": "{3"}
"""Å, ä and ö are letters of their own after z ("{" comes after "z"); æ sorts as ä and ø as ö."""

_OTHER_LETTERS = {"đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "þ": "th", "ß": "ss", "ł": "l", "œ": "oe"}
"""Letters that no accent is split from; Swedish lists sort them so, and Sami names have them."""


def initials(name: str) -> str:
    """Return the first letter of each part of a name: "Anna-Karin Berg" → "AKB".

    Particles in lower case count too ("Carl von Linné" → "CVL").
    """
    return "".join(part[0].upper() for part in _parts(name))


def sort_key(name: str) -> tuple[str, str]:
    """Return what a name sorts by in a Swedish list, as it is written.

    Å, ä and ö come after z; other accents are looked past ("é" as "e"), and only tell apart
    names that are equal without them.
    """
    plain = folded(name)
    return "".join(_sorted_as(letter) for letter in plain), plain


def folded(name: str) -> str:
    """Return a name as it is compared: how letters are composed, cased and spaced is no matter."""
    once = unicodedata.normalize("NFC", name).casefold()
    return " ".join(unicodedata.normalize("NFC", once).split())


class Match(IntEnum):
    """How well typed letters fit a name; the least is best."""

    INITIALS = 0
    FIRST_NAME = 1
    NAME = 2  # the beginning of the whole name, or of each of some of its parts
    INSIDE = 3


def match(typed: str, name: str, own_initials: str = "") -> Match | None:
    """Return how typed letters fit a name, or None where they do not.

    "akb" and "AKB" are initials, "anna" a first name, "ber" and "an be" beginnings of parts.
    ``own_initials`` are those that the person goes by, where they differ from the derived ones.
    Swedish letters are letters: "a" does not find "Åsa"; other accents are looked past.
    """
    wanted = sort_key(typed)[0]
    if not wanted:
        return None
    if wanted in (sort_key(initials(name))[0], sort_key(own_initials)[0]):
        return Match.INITIALS
    parts = [sort_key(part)[0] for part in _parts(name)]
    whole = sort_key(name)[0]
    if parts and (wanted == parts[0] or wanted == whole.split(" ")[0]):
        return Match.FIRST_NAME
    if whole.startswith(wanted) or _begins_parts(_parts(wanted), parts):
        return Match.NAME
    return Match.INSIDE if wanted in whole else None


def matching(typed: str, people: Iterable[tuple[T, str, str]]) -> list[T]:
    """Return those who fit typed letters, best first and then by name.

    ``people`` are given with their name and their own initials (or ""). Somebody given several
    times, with her aliases, is returned once, at her best.
    """
    found = [
        (fit, sort_key(name), person)
        for person, name, own in people
        if (fit := match(typed, name, own)) is not None
    ]
    ordered: list[T] = []
    for _, _, person in sorted(found, key=lambda each: each[:2]):
        if person not in ordered:
            ordered.append(person)
    return ordered


def _parts(name: str) -> list[str]:
    composed = unicodedata.normalize("NFC", name)
    kept = (letter if letter.isalnum() or letter == "{" else " " for letter in composed)
    return "".join(kept).split()


def _begins_parts(typed: list[str], parts: list[str]) -> bool:
    """Whether each typed part begins a part of the name, in the same order."""
    rest = iter(parts)
    return bool(typed) and all(any(part.startswith(each) for part in rest) for each in typed)


def _sorted_as(letter: str) -> str:
    if letter in _LAST_LETTERS:
        return _LAST_LETTERS[letter]
    plain = unicodedata.normalize("NFD", letter)[0]
    return _OTHER_LETTERS.get(plain, plain)
