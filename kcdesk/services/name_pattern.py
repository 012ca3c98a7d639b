"""Names of files after a pattern of one's own: "{dokument} {organ} {datum}"."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACE = re.compile(r"\{([^{}]*)\}")
_SPELLINGS = {
    "document": ("document", "dokument"),
    "body": ("body", "organ"),
    "organisation": ("organisation",),
    "day": ("day", "date", "dag", "datum"),
    "year": ("year", "år"),
    "copy": ("copy", "exemplar"),
    "items": ("items", "paragrafer"),
}
"""The words for a place in a pattern, in both languages: people move between machines."""

PLACES = {word: name for name, words in _SPELLINGS.items() for word in words}


def named(pattern: str, words: Mapping[str, str]) -> str:
    """Return a name; an empty or unknown place leaves nothing, and no double spaces behind."""

    def word(found: re.Match[str]) -> str:
        return words.get(PLACES.get(found[1].strip().lower(), ""), "")

    return " ".join(_PLACE.sub(word, pattern).split()).strip(" -_,.")
