"""The look of documents: one grid, three sizes of text, two weights, one accent."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from kcdesk.documents.fonts import ITALIC, REGULAR, STRONG, STRONG_ITALIC

PAGE_WIDTH: float = A4[0]
PAGE_HEIGHT: float = A4[1]
MARGIN: float = 25 * mm
TOP = PAGE_HEIGHT - 30 * mm  # of the text
BOTTOM = 29 * mm
HEADER_LINE = PAGE_HEIGHT - 20 * mm
FOOTER_LINE = 20 * mm
COLUMN = PAGE_WIDTH - 2 * MARGIN
LABELS = 118.0  # the column of labels on the first page
ASIDE = 140.0  # the column of headings where there are two columns
HANG = 44.0  # how far out § numbers stand

UNIT = 4.0  # all vertical distances are multiples of it
HAIRLINE = 0.4
FINE = 0.75
ACCENT_BAR = 1.8

ACCENT = "#0f5c4c"
_INK = "#1d2420"
_QUIET = "#4b544f"
_FAINT = "#c9cfcb"
_LEAST_CONTRAST = 4.5  # WCAG 2.1, 1.4.3


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph is set: size and leading in points, weight, colour (``r g b``), space."""

    size: float
    leading: float
    colour: str
    strong: bool = False
    italic: bool = False
    before: float = 0.0
    after: float = 0.0

    def face(self, *, strong: bool = False, italic: bool = False) -> str:
        """Return the font for a stretch of text in this style."""
        if self.strong or strong:
            return STRONG_ITALIC if self.italic or italic else STRONG
        return ITALIC if self.italic or italic else REGULAR


def rgb(colour: str) -> str:
    """Return ``#rrggbb`` as PDF's ``r g b``."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))


def contrast_on_white(colour: str) -> float:
    """Return the contrast ratio of a colour ``#rrggbb`` against white (WCAG 2.1)."""

    def linear(at: int) -> float:
        part = int(colour[at : at + 2], 16) / 255
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    luminance = 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5)
    return 1.05 / (luminance + 0.05)


def readable_accent(colour: str) -> str:
    """Return a body's own accent where it can be read on white, else ours."""
    if re.fullmatch(r"#[0-9a-fA-F]{6}", colour) and contrast_on_white(colour) >= _LEAST_CONTRAST:
        return colour.lower()
    return ACCENT


BASELINE = 0.76  # of the size: from the top of the letters' box to where they stand


def baseline(style: TextStyle) -> float:
    """Return how far below the top of its line the letters of a style stand."""
    return (style.leading - style.size) / 2 + BASELINE * style.size


def on_baseline_of(style: TextStyle, other: TextStyle) -> TextStyle:
    """Return a style whose first line stands level with another's."""
    leading = 2 * (baseline(other) - BASELINE * style.size) + style.size
    return replace(style, leading=leading)


class Styles:
    """All styles of a document, in its accent."""

    def __init__(self, accent: str = "") -> None:
        self.accent = rgb(readable_accent(accent))
        self.ink = rgb(_INK)
        self.quiet = rgb(_QUIET)
        self.faint = rgb(_FAINT)

        self.text = TextStyle(10.5, 15, self.ink, after=6)
        self.title = TextStyle(23, 28, self.ink, strong=True)
        self.subtitle = replace(self.text, size=12, leading=17, colour=self.quiet, after=20)
        self.heading = TextStyle(13.5, 17, self.ink, strong=True, before=20, after=3)
        self.subheading = TextStyle(10.5, 15, self.ink, strong=True, before=10, after=2)
        self.label = replace(self.text, strong=True, before=4, after=1)
        self.meta = TextStyle(9, 13, self.quiet, after=4)
        self.small = TextStyle(9, 13, self.ink, after=0)
        self.small_strong = replace(self.small, strong=True)
        self.small_quiet = replace(self.small, colour=self.quiet)
        self.column_head = replace(self.small, strong=True, colour=self.quiet)
        self.decision_label = replace(self.text, strong=True, colour=self.accent, after=0)
        self.list_item = replace(self.text, after=2)
        self.agenda = TextStyle(11, 15, self.ink, strong=True)
        self.tight = replace(self.text, after=0)
        self.running = TextStyle(8.5, 11, self.quiet)
        self.running_strong = replace(self.running, strong=True, colour=self.ink)
