"""Words that the people of a library write and no dictionary has."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.row import Row, row_type


@row_type("known_word", "known_words", owners=("library",))
@dataclass(frozen=True, slots=True, kw_only=True)
class KnownWord(Row):
    """A word of the library's own dictionary, as it is written."""

    word: str = ""
