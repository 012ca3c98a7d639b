"""Numbers of pages that lead there: in registers, and at the end of a line of contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kcdesk.documents.fonts import width as text_width
from kcdesk.documents.layout.paragraph import Paragraph
from kcdesk.documents.layout.piece import Piece
from kcdesk.documents.style import TextStyle, baseline
from kcdesk.documents.tagging.canvas import Fragment, TaggedCanvas, TextLine
from kcdesk.documents.tagging.element import Element
from kcdesk.documents.tagging.form import Rectangle
from kcdesk.documents.tagging.page_code import Ink
from kcdesk.documents.tagging.reference import PageNumber

_NUMBER = 28.0  # points kept for a number of three digits, and air before it
_STEP = 5.0  # from one dot of a leader to the next
_LEAST_DOTS = 3
_NOWHERE = Element("NonStruct")  # artifacts belong to no element


@dataclass(frozen=True, slots=True)
class PageOf:
    """The page of a place by its key, and what the place is called."""

    target: str
    name: str


class LinkedNumber(Piece):
    """A number at the right of its room; it leads to the page."""

    def __init__(self, link: Element, place: PageOf, style: TextStyle, ink: Ink) -> None:
        self.link = link
        self._place = place
        self._style = style
        self._ink = ink

    def height(self, width: float) -> float:  # noqa: ARG002  # the same at any width
        """Return the height of a line."""
        return self._style.leading

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Ask for the number, and make its place a link."""
        right = x + width
        box = Rectangle(right - _NUMBER, top - self._style.leading, right, top)
        canvas.lead(self.link, self._place.target, box, self._place.name)
        y = top - baseline(self._style)
        canvas.write_number(PageNumber(self.link, self._place.target, right, y, self._ink))


class ContentsLine(Piece):
    """Words, dots that lead the eye, and the number of the page; all of it is a link."""

    def __init__(self, words: Paragraph, place: PageOf, ink: Ink) -> None:
        self.words = words
        self.link = words.element
        self._place = place
        self._ink = ink
        self.before = words.before
        self.after = words.after

    def parts(self) -> Sequence[Piece]:
        """Return its words."""
        return (self.words,)

    def height(self, width: float) -> float:
        """Return the height of its words."""
        return self.words.height(width - _NUMBER)

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Write the words, then the dots; the number follows when it is known."""
        room = width - _NUMBER
        style, link, right = self.words.style, self.link, x + width
        self.words.draw(canvas, x, top, room)
        lines = self.words.lines(room)
        y = top - baseline(style) - (len(lines) - 1) * style.leading
        end = x + self.words.indent + sum(each.width for each in lines[-1]) if lines else x
        self._lead(canvas, end, x + room, y)
        box = Rectangle(x + self.words.indent, top - self.height(width), right, top)
        canvas.lead(link, self._place.target, box, self._place.name)
        self._number(canvas, right, y)

    def _number(self, canvas: TaggedCanvas, right: float, y: float) -> None:
        """Ask for the number of the page, written when it is known."""
        canvas.write_number(PageNumber(self.link, self._place.target, right, y, self._ink))

    def _lead(self, canvas: TaggedCanvas, left: float, right: float, y: float) -> None:
        """Draw dots, which stand one below the other in all lines that end at ``right``."""
        count = int((right - left - _STEP) / _STEP)
        if count < _LEAST_DOTS:
            return
        dot = Fragment(".", self._ink, text_width(".", self._ink.font, self._ink.size))
        with canvas.artifact():
            dots = [TextLine(right - (at + 1) * _STEP, y, (dot,)) for at in range(count)]
            canvas.write(_NOWHERE, dots)


class FurtherLine(ContentsLine):
    """The same of a page that comes after all of the document's own; its number is known."""

    def __init__(self, words: Paragraph, place: PageOf, ink: Ink, page: int) -> None:
        super().__init__(words, place, ink)
        self._page = str(page)

    def _number(self, canvas: TaggedCanvas, right: float, y: float) -> None:
        """Write the number."""
        wide = text_width(self._page, self._ink.font, self._ink.size)
        fragment = Fragment(self._page, self._ink, wide)
        canvas.write(self.link, [TextLine(right - wide, y, (fragment,))])
