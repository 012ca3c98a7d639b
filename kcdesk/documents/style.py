"""The look of documents: one grid, three sizes of text, two weights, one accent."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm

from kcdesk.documents.fonts import ITALIC, REGULAR, STRONG, STRONG_ITALIC
from kcdesk.domain.body import Theme
from kcdesk.domain.contrast import is_readable

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

TURNED = 10.0  # how far in the second line of a name in a list stands

UNIT = 4.0  # all vertical distances are multiples of it
HAIRLINE = 0.4
FINE = 0.75
ACCENT_BAR = 1.8

ACCENT = "#0f5c4c"
_INK = "#1d2420"
_QUIET = "#4b544f"
_FAINT = "#c9cfcb"


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
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))


def readable_accent(colour: str) -> str:
    """Return a body's own accent where it can be read on white, else ours."""
    if is_readable(colour):
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


@dataclass(frozen=True, slots=True)
class Look:
    """What sets a theme apart: sizes in points, how much air, where the accent is used.

    ``air`` multiplies the space around headings. ``band`` is the weight of a line in the accent
    above the head of each page (0: none), ``head_rule`` that of the line below it (0: none).
    """

    text: tuple[float, float] = (10.5, 15)
    small: tuple[float, float] = (9, 13)
    title: tuple[float, float] = (23, 28)
    heading: tuple[float, float] = (13.5, 17)
    air: float = 1.0
    accented: bool = False
    band: float = 0.0
    head_rule: float = FINE


LOOKS = {
    Theme.CLASSIC: Look(),
    Theme.MODERN: Look(
        text=(10.5, 15.5),
        title=(27, 32),
        heading=(15, 19),
        air=1.2,
        accented=True,
        band=3.0,
        head_rule=0.0,
    ),
    Theme.COMPACT: Look(
        text=(9.5, 12.5),
        small=(8.5, 11.5),
        title=(18, 22),
        heading=(11.5, 14),
        air=0.6,
        head_rule=HAIRLINE,
    ),
}


class Styles:
    """All styles of a document, in its theme and accent."""

    def __init__(self, accent: str = "", theme: Theme = Theme.CLASSIC) -> None:
        look = self.look = LOOKS[theme]
        self.accent = rgb(readable_accent(accent))
        self.ink = rgb(_INK)
        self.quiet = rgb(_QUIET)
        self.faint = rgb(_FAINT)
        head = self.accent if look.accented else self.ink
        air = look.air

        self.text = TextStyle(*look.text, self.ink, after=6 * air)
        self.title = TextStyle(*look.title, head, strong=True)
        size, leading = look.text[0] * 8 / 7, look.text[1] * 17 / 15
        self.subtitle = replace(
            self.text, size=size, leading=leading, colour=self.quiet, after=20 * air
        )
        self.heading = TextStyle(*look.heading, head, strong=True, before=20 * air, after=3 * air)
        self.subheading = TextStyle(
            *look.text, self.ink, strong=True, before=10 * air, after=2 * air
        )
        self.label = replace(self.text, strong=True, before=4 * air, after=1)
        self.meta = TextStyle(*look.small, self.quiet, after=4 * air)
        self.small = TextStyle(*look.small, self.ink, after=0)
        self.small_strong = replace(self.small, strong=True)
        self.small_quiet = replace(self.small, colour=self.quiet)
        self.column_head = replace(self.small, strong=True, colour=self.quiet)
        self.decision_label = replace(self.text, strong=True, colour=self.accent, after=0)
        self.list_item = replace(self.text, after=2)
        self.agenda = TextStyle(look.text[0] + 0.5, look.text[1], self.ink, strong=True)
        self.tight = replace(self.text, after=0)
        self.running = TextStyle(8.5, 11, self.quiet)
        self.running_strong = replace(self.running, strong=True, colour=self.ink)
