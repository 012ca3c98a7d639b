"""A small stamp, such as "Bilaga 3", to be laid on pages that others made."""

from __future__ import annotations

from dataclasses import dataclass

from kcdesk.documents.fonts import REGULAR, STRONG, font
from kcdesk.documents.tagging.canvas import Fragment, TaggedCanvas, TextLine
from kcdesk.documents.tagging.element import Element
from kcdesk.documents.tagging.metadata import Metadata
from kcdesk.documents.tagging.page_code import Ink

_SIZE = 10.0
_PADDING = 6.0
_HEIGHT = 18.0
_WHITE = "1 1 1"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Its words, their colour as ``r g b``, and how wide they are in points."""

    text: str
    colour: str
    text_width: float


def stamp_pdf(stamp: Stamp) -> bytes:
    """Return a PDF of one page that holds nothing but the stamp, which is an artifact."""
    font(STRONG)
    font(REGULAR)
    nothing = Element("NonStruct")
    root = Element("Document")
    canvas = TaggedCanvas(root, Metadata(stamp.text), REGULAR)
    width = stamp.text_width + 2 * _PADDING
    canvas.setPageSize((width, _HEIGHT))
    with canvas.artifact():
        canvas.block(0.0, 0.0, width, _HEIGHT, _WHITE)
        ink = Ink(STRONG, _SIZE, stamp.colour)
        fragment = Fragment(stamp.text, ink, stamp.text_width)
        canvas.write(nothing, [TextLine(_PADDING, 5.4, (fragment,))])
    half = 0.4
    for x1, y1, x2, y2 in (
        (0.0, half, width, half),
        (0.0, _HEIGHT - half, width, _HEIGHT - half),
        (half, 0.0, half, _HEIGHT),
        (width - half, 0.0, width - half, _HEIGHT),
    ):
        canvas.rule(x1, y1, x2, y2, 2 * half, stamp.colour)
    canvas.showPage()
    return canvas.finish(_no_number)


def _no_number(canvas: TaggedCanvas, page: int, pages: int) -> None:
    """Draw no number."""
