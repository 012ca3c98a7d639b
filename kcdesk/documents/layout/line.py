"""Breaking text into lines: at spaces, and where a word may part.

Of each letter is known how far it is from the beginning; a line's end is then looked up, and no
word needs to be looked at.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from kcdesk.documents.fonts import advances, width
from kcdesk.documents.layout.parting import parting
from kcdesk.documents.tagging.canvas import Fragment
from kcdesk.documents.tagging.link import Link
from kcdesk.documents.tagging.page_code import Ink
from kcdesk.documents.text import SOFT_HYPHEN


class Stretch(NamedTuple):
    """Clean text in one ink, perhaps part of a link."""

    text: str
    ink: Ink
    link: Link | None = None


Line = tuple[Fragment, ...]

# A word may part after a hyphen or dash that has three letters before it and two after ("e-" never
# ends a line), and after the slashes of an address.
_PARTS = re.compile(r"(?<=[^\W\d_]{3})[-–](?=[a-zåäöéü]{2})|(?<=\w)/(?=\w{2})|(?<=\w)[?&](?=\w)")
_ROUNDING = 1e-6  # points


def break_lines(stretches: Iterable[Stretch], first: float, later: float) -> list[Line]:
    """Return lines no wider than ``first`` (the first one) and ``later``.

    Spaces at a line's end stay in its text, so that the words read back as they were typed; those
    who hear a line's typed end hear a space.
    """
    measured = _Measured(stretches)
    lines: list[Line] = []
    start = 0
    for typed in measured.text.split("\n"):
        end = start + len(typed)
        is_last = end == len(measured.text)
        while start < end:
            stop, hyphen = measured.stop(start, end, first if not lines else later)
            heard = " " if stop == end and not is_last and typed[-1] != " " else ""
            lines.append(measured.line(start, stop, hyphen or heard))
            start = stop
        if not typed and not (is_last and lines):
            lines.append(())
        start = end + 1
    return lines


class _Measured:
    """The whole text of a paragraph: its inks, how far each letter is from the beginning (points),
    and where soft hyphens stood, which are no part of the text.
    """

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self.text = ""
        self._at = [0.0]
        self._ends: list[int] = []  # of what is in one ink and link
        self._inks: list[tuple[Ink, Link | None]] = []
        self._soft: list[int] = []
        for text, ink, link in stretches:
            if text:
                self._add(self._without_soft_hyphens(text), ink, link)

    def _without_soft_hyphens(self, text: str) -> str:
        if SOFT_HYPHEN not in text:
            return text
        parts = text.split(SOFT_HYPHEN)
        ends = accumulate(map(len, parts), initial=len(self.text))
        self._soft += [*ends][1:-1]
        return "".join(parts)

    def _add(self, text: str, ink: Ink, link: Link | None) -> None:
        letters = advances(ink.font, ink.size)
        self.text += text
        self._at += accumulate(map(letters.__getitem__, text), initial=self._at.pop())
        if self._inks and self._inks[-1][0] is ink and self._inks[-1][1] is link:
            self._ends[-1] = len(self.text)
        else:
            self._ends.append(len(self.text))
            self._inks.append((ink, link))

    def stop(self, start: int, end: int, room: float) -> tuple[int, str]:
        """Return where a line ends that begins at ``start``, of a text to ``end``, and the soft
        hyphen that it then shows.
        """
        text, at = self.text, self._at
        limit = at[start] + room + _ROUNDING
        fits = bisect_right(at, limit, start + 1, end + 1) - 1
        if fits == end:
            return end, ""
        if text[fits] == " ":
            while fits < end and text[fits] == " ":
                fits += 1
            return fits, ""
        best = max(text.rfind(" ", start, fits) + 1, start)
        if text[start:best].isspace():  # a line is not left empty
            best = start
        for part in _PARTS.finditer(text, best, fits + 2):
            if part.end() <= fits:
                best = part.end()
        for soft in reversed(self._soft[: bisect_right(self._soft, fits)]):
            if soft <= best:
                break
            if at[soft] + self._hyphen(soft) <= limit:
                return soft, SOFT_HYPHEN
        return (best, "") if best > start else self._cut(start, end, fits, limit)

    def _cut(self, start: int, end: int, fits: int, limit: float) -> tuple[int, str]:
        """Return where a word that is wider than a line is best cut."""
        beside = bisect_right(self._at, limit - self._hyphen(start + 1), start + 1, end + 1) - 1
        word_end = self.text.find(" ", fits, end)
        if word_end < 0:
            word_end = end
        stop, is_shown = parting(self.text, start, word_end, max(fits, start + 1), beside)
        return stop, SOFT_HYPHEN if is_shown else ""

    def _hyphen(self, place: int) -> float:
        """Return how wide a hyphen before a place is."""
        ink, _ = self._inks[bisect_left(self._ends, place)]
        return width("-", ink.font, ink.size)

    def line(self, start: int, end: int, tail: str) -> Line:
        """Return a line, with a soft hyphen or a space for those who listen at its end."""
        fragments = []
        piece = bisect_right(self._ends, start)
        while start < end:
            stop = min(self._ends[piece], end)
            ink, link = self._inks[piece]
            wide = self._at[stop] - self._at[start]
            fragments.append(Fragment(self.text[start:stop], ink, wide, link))
            start, piece = stop, piece + 1
        if tail:
            text, ink, wide, link = fragments[-1]
            wide += self._hyphen(end) if tail == SOFT_HYPHEN else 0.0
            fragments[-1] = Fragment(text + tail, ink, wide, link)
        return tuple(fragments)
