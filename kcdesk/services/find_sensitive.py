"""What in a text may need masking before others read it: numbers, addresses, some words.

Pure functions over text. They point; whether something is personal data somebody has to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from kcdesk.services.sensitive_word import CRIME, HEALTH


class SensitiveKind(StrEnum):
    """What was found."""

    PERSONAL_NUMBER = "personal_number"  # personnummer or samordningsnummer
    PHONE = "phone"
    EMAIL = "email"
    HEALTH = "health"
    CRIME = "crime"


@dataclass(frozen=True, slots=True)
class Sensitive:
    """A stretch of a text, in code points from ``start`` to before ``end``."""

    kind: SensitiveKind
    start: int
    end: int
    text: str


_DASH = "[-+\u2010-\u2013\u2212]"
_NUMBER = re.compile(
    rf"(?<![\d.,])(?:18|19|20)?(\d\d)(\d\d)(\d\d)[ \u00a0]?{_DASH}?[ \u00a0]?(\d{{4}})(?![\d])"
)
# No name of a mailbox is longer than 64 characters (RFC 5321): a long run of letters is looked
# through in a time that grows with its length.
_EMAIL = re.compile(r"[\w.+'-]{0,63}\w@\w[\w-]*(?:\.\w[\w-]*)+")
_GAP = "[ \u00a0/\u2010-\u2013-]"
_PHONE = re.compile(
    rf"(?<![\w.,/:\u2010-\u2013-])"
    rf"(?:(?:\+|00)[1-9]\d{{0,2}}(?:{_GAP}?\(0\))?{_GAP}?[1-9]\d?"
    rf"|08|0[1-9]\d{{1,2}})"
    rf"(?:{_GAP}{{0,3}}\d){{5,9}}(?![\w])(?!{_DASH}?\d)"
)
_SHORTEST_PHONE, _LONGEST_PHONE = 8, 15  # digits


def find_sensitive(text: str) -> tuple[Sensitive, ...]:
    """Return what may need masking, in order; no stretch is said twice."""
    found: list[Sensitive] = []
    for each in (*_numbers(text), *_emails(text), *_phones(text), *_words(text)):
        if not any(each.start < other.end and other.start < each.end for other in found):
            found.append(each)
    return tuple(sorted(found, key=lambda each: each.start))


def is_personal_number(year: int, month: int, day: int, tail: str) -> bool:
    """Whether a date and four digits are a personnummer or a samordningsnummer (day + 60).

    ``year`` is its last two digits. The last digit of ``tail`` checks the nine before it (modulus
    10; folkbokföringslagen 1991:481, 18 §).
    """
    born = day - 60 if day > 60 else day  # the law's own number
    try:
        date(2000 if year == 0 else 1900 + year, month, born)
    except ValueError:
        return False
    digits = f"{year:02}{month:02}{day:02}{tail}"
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def _numbers(text: str) -> Iterator[Sensitive]:
    for match in _NUMBER.finditer(text):
        year, month, day = (int(match[group]) for group in (1, 2, 3))
        if is_personal_number(year, month, day, match[4]):
            yield _stretch(SensitiveKind.PERSONAL_NUMBER, match)


def _emails(text: str) -> Iterator[Sensitive]:
    return (_stretch(SensitiveKind.EMAIL, match) for match in _EMAIL.finditer(text))


def _phones(text: str) -> Iterator[Sensitive]:
    for match in _PHONE.finditer(text):
        digits = sum(letter.isdecimal() for letter in match[0])
        if _SHORTEST_PHONE <= digits <= _LONGEST_PHONE:
            yield _stretch(SensitiveKind.PHONE, match)


def _words(text: str) -> Iterator[Sensitive]:
    for kind, stems in ((SensitiveKind.HEALTH, HEALTH), (SensitiveKind.CRIME, CRIME)):
        for match in _pattern(stems).finditer(text):
            yield _stretch(kind, match)


@cache
def _pattern(stems: tuple[str, ...]) -> re.Pattern[str]:
    """Return the expression of whole words that begin so, or (led by ``*``) hold it."""
    plain = "|".join(re.escape(stem) for stem in stems if not stem.startswith("*"))
    within = "|".join(re.escape(stem[1:]) for stem in stems if stem.startswith("*"))
    return re.compile(rf"\b(?:{plain}|\w*(?:{within}))\w*", re.IGNORECASE)


def _stretch(kind: SensitiveKind, match: re.Match[str]) -> Sensitive:
    return Sensitive(kind, match.start(), match.end(), match[0])
