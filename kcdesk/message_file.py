"""A compiled gettext catalogue (``.mo``), read where it is asked.

The library's own reader takes a whole catalogue apart before the first text, which a start would
wait for. The originals are sorted, so each text is found by halving.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from pathlib import Path

_MAGIC = 0x950412DE


class MessageFile:
    """The texts of one language; as a sequence, its originals in their order.

    Plural forms are those of Swedish and English: one, and any other number. Raises
    ``FileNotFoundError`` or ``ValueError`` for what is no such file.
    """

    def __init__(self, path: Path) -> None:
        content = path.read_bytes()
        head = memoryview(content.ljust(20)[:20]).cast("I")
        if sys.byteorder == "big" or head[0] != _MAGIC:
            raise ValueError(f"{path} is not a catalogue of this machine's byte order")
        _magic, _version, count, originals, translations = head
        self._content = content
        self._originals = memoryview(content)[originals : originals + 8 * count].cast("I")
        self._translations = memoryview(content)[translations : translations + 8 * count].cast("I")

    def __len__(self) -> int:
        return len(self._originals) // 2

    def __getitem__(self, number: int) -> bytes:
        return self._piece(self._originals, number)

    def text(self, original: str) -> str | None:
        """Return the translation of a text, or None."""
        forms = self._forms(original.encode())
        return None if forms is None else forms[0]

    def plural(self, singular: str, plural: str, count: int) -> str | None:
        """Return the translation of the form for a number, or None."""
        forms = self._forms(f"{singular}\0{plural}".encode())
        return None if forms is None else forms[count != 1]

    def _forms(self, key: bytes) -> list[str] | None:
        place = bisect_left(self, key)
        if place == len(self) or self[place] != key:
            return None
        return self._piece(self._translations, place).decode().split("\0")

    def _piece(self, table: memoryview[int], number: int) -> bytes:
        length, start = table[2 * number], table[2 * number + 1]
        return self._content[start : start + length]
