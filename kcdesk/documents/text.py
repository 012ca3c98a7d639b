"""Text made safe and fit for print. What people typed is printed as typed, never interpreted.

There is no markup anywhere on the way from a row to the page, so none can be smuggled in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from urllib.parse import urlsplit

from kcdesk.documents.fonts import FACES, REGULAR, has
from kcdesk.domain.link import is_link

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_DROPPED = ("Cc", "Cf", "Cs", "Co", "Cn")  # control, format, surrogate, private, unassigned
_KEPT = "\n" + SOFT_HYPHEN
_PLAIN = re.compile(r"[ -~\n\u00a0åäöÅÄÖéÉ–§”’·]*")  # what nearly all text is made of
_SPACES = str.maketrans(
    {
        "\t": "   ",
        "\r": "\n",
        "\v": "\n",
        "\f": "\n",
        "\N{NEXT LINE}": "\n",
        "\N{LINE SEPARATOR}": "\n",
        "\N{PARAGRAPH SEPARATOR}": "\n",
        "\N{NARROW NO-BREAK SPACE}": NO_BREAK_SPACE,
        "\N{FIGURE SPACE}": NO_BREAK_SPACE,
        **dict.fromkeys(
            "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000", " "
        ),
    }
)


def _after_one_of(words: Iterable[str]) -> str:
    """Return a pattern of where a word and a space have just ended."""
    return "(?:" + "|".join(rf"(?<=\b{re.escape(word)} )" for word in words) + ")"


_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september"),
    *("oktober", "november", "december", "January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_BEFORE_A_NUMBER = ("kl.", "klockan", "bilaga", "Bilaga", "nr", "s.", "ca", "kap.", "st.", "p.")
_AFTER_A_NUMBER = "kronor|kr|tkr|mkr|mnkr|procent|%|euro|km|m²|kap\\.|§|ja|nej|avstår|röster|yes|no"
_TIED = re.compile(
    " (?:"
    rf"(?=\d)(?:(?<=§ )|{_after_one_of(_BEFORE_A_NUMBER)}|(?<=\d )(?=\d{{3}}(?!\d))"
    rf"|{_after_one_of(_MONTHS)}(?=\d{{4}}\b))"
    rf"|(?<=\d )(?:(?=(?:{_AFTER_A_NUMBER})(?!\w))|(?=(?:{'|'.join(_MONTHS)})\b))"
    ")"
)
_BY_DIGIT = re.compile(r"\d | \d")  # where any of them begins or ends
_ADDRESS = re.compile(r"\bhttps?://[^\s<>\"”»]+", re.IGNORECASE)
_AFTER_ADDRESS = ".,;:!?…’'"
_PARTY = re.compile(r"(?<=\w) (?=\([A-ZÅÄÖ]{1,3}\))")  # "Anna Berg (S)"


def clean(text: str) -> str:
    """Return what can be printed of a text: composed letters (NFC), line ends as ``\\n``.

    Tabs and odd spaces become spaces; control, format, surrogate, private and unassigned
    characters go; soft and no-break characters stay.
    """
    if _is_plain(text):
        return text
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).translate(_SPACES)
    return "".join(
        letter for letter in text if letter in _KEPT or unicodedata.category(letter) not in _DROPPED
    )


def _is_plain(text: str) -> bool:
    return (text.isascii() and text.isprintable()) or _PLAIN.fullmatch(text) is not None


def printed(text: str, face: str) -> list[tuple[str, str]]:
    """Return a text as it is printed: clean, held together, by the faces that have its letters."""
    if _is_plain(text):
        return [(face, tied(text))]
    return list(by_face(tied(clean(text)), face))


def tied(text: str) -> str:
    """Hold together what must not part at a line's end: "§ 52", "300 000 kronor", "Berg (S)"."""
    if "(" in text:
        text = _PARTY.sub(NO_BREAK_SPACE, text)
    return _TIED.sub(NO_BREAK_SPACE, text) if _BY_DIGIT.search(text) else text


def by_face(text: str, face: str) -> Iterator[tuple[str, str]]:
    """Yield stretches of a clean text with the face that has their letters.

    What neither the face nor its fallback has is printed as a replacement character.
    """
    if _is_plain(text):
        yield face, text
        return
    fallback = FACES[face].fallback

    def face_of(letter: str) -> str:
        if letter == "\n" or has(face, letter):
            return face
        return fallback

    for name, letters in groupby(text, face_of):
        stretch = "".join(letters)
        if name == fallback:
            stretch = "".join(each if has(fallback, each) else REPLACEMENT for each in stretch)
        yield name, stretch


def missing_glyphs(text: str) -> tuple[str, ...]:
    """Return the characters of a text that no face can print, each once, in order."""
    found = dict.fromkeys(
        letter
        for letter in clean(text)
        if letter != "\n" and not (has(REGULAR, letter) or has(FACES[REGULAR].fallback, letter))
    )
    return tuple(found)


def with_addresses(text: str) -> Iterator[tuple[str, str | None]]:
    """Yield a text in stretches, those that are web addresses with the address they lead to.

    What ends the sentence or closes a bracket round the address is not part of it.
    """
    if "://" not in text:
        yield text, None
        return
    done = 0
    for found in _ADDRESS.finditer(text):
        written = found[0].rstrip(_AFTER_ADDRESS)
        if written.endswith(")") and "(" not in written:
            written = written.rstrip(")" + _AFTER_ADDRESS)
        address = safe_address(written)
        if address is None:
            continue
        if found.start() > done:
            yield text[done : found.start()], None
        yield written, address
        done = found.start() + len(written)
    if done < len(text):
        yield text[done:], None


def safe_address(address: str | None) -> str | None:
    """Return a link's address where it is one that is printed; None otherwise."""
    if not address:
        return None
    tidy = clean(address).strip()
    if not is_link(tidy):
        return None
    try:
        urlsplit(tidy)
    except ValueError:  # e.g. an unclosed "[" of an IPv6 address
        return None
    return tidy
