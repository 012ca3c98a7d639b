"""A paragraph that knows its element, wherever its lines end up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kcdesk.documents.layout.line import Line, Stretch, break_lines
from kcdesk.documents.layout.piece import Piece
from kcdesk.documents.style import TextStyle
from kcdesk.documents.style import baseline as style_baseline
from kcdesk.documents.tagging.canvas import Fragment, TaggedCanvas, TextLine
from kcdesk.documents.tagging.element import Element

_LEAST_LINES = 2  # of a paragraph at a page's foot or head


@dataclass(frozen=True, slots=True)
class Label:
    """What stands beside a paragraph's first line: a bullet, a number, a term.

    ``x`` is its left edge from the paragraph's, or its right edge where ``right`` is true.
    """

    fragments: tuple[Fragment, ...]
    element: Element
    x: float
    right: bool = False

    @property
    def text(self) -> str:
        """All of its words."""
        return "".join([each.text for each in self.fragments])

    @property
    def width(self) -> float:
        """How wide it is, in points."""
        return sum([each.width for each in self.fragments])


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A paragraph that the reader's bookmarks lead to; ``key`` names it for a list of contents."""

    title: str
    level: int
    key: str = ""


class Paragraph(Piece):
    """Text set in lines. ``indent`` moves it in from the left, ``hang`` all lines but the first:
    where paragraphs without space between them follow one another, it shows where each begins.
    """

    def __init__(
        self,
        element: Element,
        stretches: Sequence[Stretch],
        style: TextStyle,
        *,
        indent: float = 0.0,
        hang: float = 0.0,
        label: Label | None = None,
        bookmark: Bookmark | None = None,
        align_right: bool = False,
    ) -> None:
        self.element = element
        self.style = style
        self.before = style.before
        self.after = style.after
        self.indent = indent
        self.hang = hang
        self.label = label
        self.bookmark = bookmark
        self.align_right = align_right
        self.announces = False  # what comes next: a list, a table
        self._stretches = stretches
        self._lines: list[Line] | None = None
        self._width = -1.0
        self._drawn = False
        self._goes_on = False  # from another page

    @property
    def stretches(self) -> Sequence[Stretch]:
        """Its whole text; empty for a part of a paragraph."""
        return self._stretches

    def lines(self, width: float) -> list[Line]:
        """Return the lines at a width; broken once."""
        if self._lines is None or (width != self._width and self._stretches):
            room = max(width - self.indent, 1.0)
            self._lines = break_lines(self._stretches, room, max(room - self.hang, 1.0))
            self._width = width
        return self._lines

    def height(self, width: float) -> float:
        """Return the height of its lines."""
        return len(self.lines(width)) * self.style.leading

    def least(self, width: float) -> float:
        """Return the height of the lines that may stand alone."""
        count = len(self.lines(width))
        return (count if count < 2 * _LEAST_LINES else _LEAST_LINES) * self.style.leading

    def split(self, width: float, room: float, *, force: bool) -> tuple[Piece | None, Piece | None]:
        """Part between lines; neither part has a single line (no widows, no orphans)."""
        lines = self.lines(width)
        fitting = int(room / self.style.leading + 1e-6)
        if fitting >= len(lines):
            return self, None
        at = min(fitting, len(lines) - _LEAST_LINES)
        if at < _LEAST_LINES:
            if not force:
                return None, self
            at = max(1, min(fitting, len(lines) - 1))
            if at >= len(lines):
                return self, None
        return self._part(lines[:at], width, first=True), self._part(lines[at:], width, first=False)

    def _part(self, lines: list[Line], width: float, *, first: bool) -> Paragraph:
        part = Paragraph(
            self.element,
            (),
            self.style,
            indent=self.indent,
            hang=self.hang,
            label=self.label if first else None,
            bookmark=self.bookmark if first else None,
            align_right=self.align_right,
        )
        part.before = self.before if first else 0.0
        part.after = 0.0 if first else self.after
        part._lines, part._width = lines, width
        part._goes_on = self._goes_on or not first
        return part

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Write its lines; drawn again, as in a repeated head, it is an artifact."""
        if self._drawn:
            with canvas.artifact("Again"):
                self._write(canvas, x, top, width)
            return
        self._drawn = True
        if self.bookmark is not None:
            canvas.bookmark(self.bookmark.title, self.bookmark.level, top)
            if self.bookmark.key:
                canvas.target(self.bookmark.key, top)
        self._write(canvas, x, top, width)

    def _write(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        style = self.style
        baseline = top - style_baseline(style)
        if self.label is not None:
            self._write_label(canvas, self.label, x, baseline)
        lines = []
        for number, line in enumerate(self.lines(width)):
            left = x + self.indent + (self.hang if number or self._goes_on else 0.0)
            if self.align_right:
                left = x + width - sum([each.width for each in line])
            lines.append(TextLine(left, baseline - number * style.leading, line))
        canvas.write(self.element, [line for line in lines if line.fragments])

    def _write_label(self, canvas: TaggedCanvas, label: Label, x: float, baseline: float) -> None:
        left = x + label.x - (label.width if label.right else 0.0)
        canvas.write(label.element, [TextLine(left, baseline, label.fragments)])
