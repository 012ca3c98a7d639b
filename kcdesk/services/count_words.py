"""How much is written: words and characters of an item and of a meeting."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.domain.block import Block
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import text_of


@dataclass(frozen=True, slots=True)
class WordCount:
    """Words (what stands between spaces and holds a letter or digit) and characters with spaces."""

    words: int
    characters: int


def count_words(records: Records, id: str) -> WordCount:
    """Return what is written in the paragraphs that belong to a row, or to the whole meeting."""
    texts = [text_of(row.spans) for row in records.subtree(id) if isinstance(row, Block)]
    words = sum(any(map(str.isalnum, word)) for text in texts for word in text.split())
    return WordCount(words, sum(map(len, texts)))
