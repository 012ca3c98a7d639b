"""The typefaces of documents, registered when first used.

Source Sans 3 is read; its semibold carries headings. What it lacks is set in DejaVu Sans, so that
every character that either has is printed. Nothing is ever set in the PDF's built-in fonts: they
would not be embedded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kcdesk.paths import resource


@dataclass(frozen=True, slots=True)
class Face:
    """A font's name in the file, its own file, and the face that helps out."""

    name: str
    file: str
    fallback: str = ""


FACES = {
    each.name: each
    for each in (
        Face("Text", "SourceSans3-Regular.ttf", "Fallback"),
        Face("TextItalic", "SourceSans3-It.ttf", "Fallback"),
        Face("Strong", "KallaSans-SemiBold.ttf", "FallbackStrong"),
        Face("StrongItalic", "KallaSans-SemiBoldItalic.ttf", "FallbackStrong"),
        Face("Fallback", "DejaVuSans.ttf"),
        Face("FallbackStrong", "DejaVuSans-Bold.ttf"),
    )
}
REGULAR, ITALIC, STRONG, STRONG_ITALIC = "Text", "TextItalic", "Strong", "StrongItalic"


_NO_NAMES = bytes([0, 0, 0, 0, 0, 6])  # a table of none
_BEYOND = re.compile(r"(?<= <)[0-9A-F]{5,6}(?=>)")  # U+FFFF, in a map back to Unicode


class _Font(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A font whose map back to Unicode also holds for characters beyond U+FFFF.

    The map is written in UTF-16 (ISO 32000-1, 9.10.3), which reportlab forgets.
    """

    def addObjects(self, doc: pdfdoc.PDFDocument) -> None:  # noqa: N802  # overrides reportlab's
        """Add the font to a document."""
        super().addObjects(doc)
        for key, each in doc.idToObject.items():
            if key.startswith("toUnicodeCMap:"):
                each.content = _BEYOND.sub(_in_utf_16, each.content)
            elif isinstance(each, pdfdoc.PDFTrueTypeFont) and not isinstance(each.Widths, str):
                # written at once: a number at a time they cost as much as ten pages' structure
                each.Widths = f"[{' '.join([f'{width:g}' for width in each.Widths.sequence])}]"


def _in_utf_16(code: re.Match[str]) -> str:
    return chr(int(code.group(), 16)).encode("utf-16-be").hex().upper()


def _without_names(get_table: Callable[[str], bytes]) -> Callable[[str], bytes]:
    """Leave a font's names and licence out of what is embedded: a sixth of it, read by nobody."""

    def get(tag: str) -> bytes:
        return _NO_NAMES if tag == "name" else get_table(tag)

    return get


@cache
def font(name: str) -> TTFont:
    """Return a face, registered with reportlab."""
    loaded = _Font(name, str(resource("fonts", FACES[name].file)))
    loaded.face.get_table = _without_names(loaded.face.get_table)
    pdfmetrics.registerFont(loaded)
    return loaded


class _Advances(dict[str, float]):
    """How far each letter moves the next one, in points; nothing is as wide as one that is not
    there. Looked up when first asked for.
    """

    def __init__(self, name: str, size: float) -> None:
        self._face = font(name).face
        self._size = size

    def __missing__(self, letter: str) -> float:
        code, face = ord(letter), self._face
        known = code in face.charToGlyph
        wide = face.charWidths.get(code, face.defaultWidth) / 1000 * self._size if known else 0.0
        self[letter] = wide
        return wide


@cache
def advances(name: str, size: float) -> Mapping[str, float]:
    """Return the advance of each character in a face and size, in points."""
    return _Advances(name, size)


def width(text: str, name: str, size: float) -> float:
    """Return how wide a text is in points."""
    return sum(map(advances(name, size).__getitem__, text))


def has(name: str, letter: str) -> bool:
    """Whether a face can print a character."""
    return ord(letter) in font(name).face.charToGlyph
