"""The operators of a page (ISO 32000-1, 8 and 9), as few and as short as they can be.

All text of a page stands in one text object as far as nothing else comes between; what is as it was
(face, size, colour, the owner of the text) is not said again, and a line's place is told from the
line before, as the same distances come back all the time. Both make small files: packing finds
what is repeated. Places are told to a tenth of a point, 0.04 mm.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont


@dataclass(frozen=True, slots=True)
class Ink:
    """How letters look: a registered font's name, its size in points, a colour as ``r g b``."""

    font: str
    size: float
    colour: str


class PageCode:
    """Adds to ``code``, the list of a page's operators."""

    def __init__(self, code: list[str], letters: Letters) -> None:
        self._code = code
        self._letters = letters
        self._rules: dict[str, list[str]] = {}  # by their colour
        self._in_text = False
        self._owner: object = None  # of the marked content that is open in the text object
        self._x = self._y = 0  # where the last line began, in tenths of a point
        self._ink: Ink | None = None
        self._name = self._face = self._colour = ""

    def move(self, x: float, y: float) -> None:
        """Begin a line of text."""
        if not self._in_text:
            self._code.append("BT")
            self._in_text = True
            self._x = self._y = 0
        right, up = round(x * 10), round(y * 10)
        self._code.append(f"{number(right - self._x)} {number(up - self._y)} Td")
        self._x, self._y = right, up

    def is_marked_for(self, owner: object) -> bool:
        """Whether what is written now belongs to an owner."""
        return self._owner is owner

    def mark(self, role: str, mcid: int, owner: object) -> None:
        """Say that what is written from here on, in this text object, belongs to an owner."""
        begin = f"/{role}<</MCID {mcid}>>BDC"
        self._code.append(begin if self._owner is None else f"EMC {begin}")
        self._owner = owner

    def show(self, text: str, ink: Ink) -> None:
        """Write letters."""
        for name, letters in self._letters.of(ink.font, text):
            if ink is not self._ink or name != self._name:
                self._dip(ink, name)
            self._code.append(f"({letters})Tj")

    def end_text(self) -> None:
        """End the text object, as something that is no text comes."""
        if self._in_text:
            self._code.append("ET" if self._owner is None else "EMC ET")
            self._in_text, self._owner = False, None

    def forget(self) -> None:
        """Know nothing of face and colour: somebody else has drawn."""
        self._ink = None
        self._name = self._face = self._colour = ""

    def rule(self, line: tuple[float, float, float, float], weight: float, colour: str) -> None:
        """Keep a line, upright or level, for the end of the page, where all are drawn as one
        artifact, colour by colour. As a filled rectangle it tells its place once.
        """
        x1, y1, x2, y2 = line
        half = weight / 2
        if x1 == x2:
            x, y, width, height = x1 - half, min(y1, y2), weight, abs(y2 - y1)
        else:
            assert y1 == y2, "a slanting line"
            x, y, width, height = min(x1, x2), y1 - half, abs(x2 - x1), weight
        place = f"{number(round(x * 10))} {number(round(y * 10))}"
        self._rules.setdefault(colour, []).append(f"{place} {width:.4g} {height:.4g} re")

    def end(self, *, is_artifact: bool = False) -> None:
        """End the content; ``is_artifact`` where all of it is one already."""
        self.end_text()
        rules = [
            code for colour, boxes in self._rules.items() for code in (f"{colour} rg", *boxes, "f")
        ]
        if rules and not is_artifact:
            rules = ["/Artifact BMC", *rules, "EMC"]
        self._code += rules

    def _dip(self, ink: Ink, name: str) -> None:
        face = f"{name} {ink.size:g} Tf"
        if face != self._face:
            self._code.append(face)
            self._face = face
        if ink.colour != self._colour:
            self._code.append(f"{ink.colour} rg")
            self._colour = ink.colour
        self._ink, self._name = ink, name


@lru_cache(maxsize=20_000)
def number(tenths: int) -> str:
    """Return a number of tenths as PDF writes it."""
    return f"{tenths / 10:g}"


# Bytes of a string that would end or escape it, or that readers take for one another as line ends.
_ESCAPES = {ord(each): f"\\{each}" for each in "()\\"} | {13: "\\r", 10: "\\n"}


class _OtherSubset(Exception):
    """A letter lies in a further subset of its font, which has a name of its own."""


class _Codes(dict[int, str]):
    """How a font's letters are written in a document, as ``str.translate`` wants it.

    Filled as letters come: reportlab gives each the next code of the font's subset.
    """

    def __init__(self, font: TTFont, document: pdfdoc.PDFDocument) -> None:
        self._font = font
        self._document = document
        self.name: str = font.getSubsetInternalName(0, document)

    def drop_unused(self) -> None:
        """Embed no letter that was never written: reportlab keeps all of ASCII in a font."""
        state = self._font.state[self._document]
        written = {32, *self}
        state.subsets[0] = [code if code in written else 0 for code in state.subsets[0]]

    def __missing__(self, letter: int) -> str:
        ((subset, code),) = self._font.splitString(chr(letter), self._document)
        if subset:
            raise _OtherSubset
        written = self[letter] = _escaped(code)
        return written


class Letters:
    """Writes letters in the fonts of a document."""

    def __init__(self, document: pdfdoc.PDFDocument) -> None:
        self._document = document
        self._codes: dict[str, _Codes] = {}

    def of(self, font_name: str, text: str) -> Iterable[tuple[str, str]]:
        """Return a text as the insides of strings, each with the name of the font's subset."""
        codes = self._codes.get(font_name)
        if codes is None:
            # reportlab counts letters by document; a font that it has not met has no name yet
            font = pdfmetrics.getFont(font_name)
            font.splitString(" ", self._document)
            codes = self._codes[font_name] = _Codes(font, self._document)
        try:
            return ((codes.name, text.translate(codes)),)
        except _OtherSubset:
            return self._of_many(codes, font_name, text)

    def _of_many(self, codes: _Codes, font_name: str, text: str) -> list[tuple[str, str]]:
        font = pdfmetrics.getFont(font_name)
        for letter in text:
            with suppress(_OtherSubset):
                codes[ord(letter)]  # so that it counts as written
        return [
            (font.getSubsetInternalName(subset, self._document), _escaped(letters))
            for subset, letters in font.splitString(text, self._document)
        ]

    def drop_unused(self) -> None:
        """Embed no letter that was never written."""
        for each in self._codes.values():
            each.drop_unused()


def _escaped(codes: bytes) -> str:
    return codes.decode("latin-1").translate(_ESCAPES)
