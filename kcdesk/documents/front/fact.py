"""Labels and what they say, in two columns that share their baselines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from kcdesk.documents.fonts import width as text_width
from kcdesk.documents.layout.line import Stretch
from kcdesk.documents.layout.piece import Piece, Stack
from kcdesk.documents.layout.row import Cell, Row
from kcdesk.documents.story import Story
from kcdesk.documents.style import COLUMN, LABELS, on_baseline_of
from kcdesk.documents.tagging.element import LIST_NONE, Element
from kcdesk.documents.typesetter import Content

_BETWEEN = 7.0
_GUTTER = 12.0
_CELLS = 2  # of a pair, the first of a line
_MOST_LINES = 2  # of what shares a line with another


class Facts:
    """A list of labels and values."""

    def __init__(self, story: Story, parent: Element) -> None:
        self._story = story
        self._list = parent.add("L", LIST_NONE)
        self.rows: list[Piece] = []

    def body(self, label: str) -> Element:
        """Return the element for a value that the caller sets; ``place`` puts it there."""
        entry = self._list.add("LI")
        element = entry.add("Lbl")
        style = on_baseline_of(
            replace(self._story.styles.small_strong, colour=self._story.styles.quiet),
            self._story.styles.tight,
        )
        self._label = self._story.typesetter.paragraph(element, label, style)
        return entry.add("LBody")

    def place(self, value: Piece) -> None:
        """Put the value beside the label that ``body`` was asked for."""
        row = Row(
            [
                Cell(self._label, 0.0, LABELS - _GUTTER),
                Cell(value, LABELS, COLUMN - LABELS),
            ]
        )
        row.before = _BETWEEN
        self.rows.append(row)

    def add(self, label: str, *values: Content) -> None:
        """Add a label with its lines of text; nothing where there is no text."""
        lines = [value for value in values if value]
        if not lines:
            return
        body = self.body(label)
        setter, style = self._story.typesetter, self._story.styles.tight
        self.place(Stack([setter.paragraph(body.add("P"), line, style) for line in lines]))


class Pair(NamedTuple):
    """A label and what stands beside it; ``spoken`` is heard instead of it where it is given."""

    label: str
    value: Sequence[Stretch]
    spoken: str = ""


def pairs(
    story: Story, parent: Element, facts: Sequence[Pair], width: float, label_width: float
) -> list[Piece]:
    """Return labels and values two pairs a line, read line by line; what is long has a line for
    itself.
    """
    listed = parent.add("L", LIST_NONE)
    half = width / 2
    rows: list[list[Cell]] = []
    for fact in facts:
        room = half - label_width - _GUTTER / 2
        is_long = _wide(fact.value) > _MOST_LINES * room
        if is_long or not rows or len(rows[-1]) != _CELLS:
            rows.append([])
        x = half if rows[-1] else 0.0
        room = width - label_width if is_long else room
        label, value = _told(story, listed, fact)
        rows[-1] += [
            Cell(label, x, label_width - _GUTTER / 2),
            Cell(value, x + label_width, room),
        ]
        if is_long:
            rows.append([])
    pieces: list[Piece] = [Row(cells) for cells in rows if cells]
    for each in pieces:
        each.before = _BETWEEN - 2
    return pieces


def _told(story: Story, parent: Element, fact: Pair) -> tuple[Piece, Piece]:
    setter, styles = story.typesetter, story.styles
    entry = parent.add("LI")
    label_style = replace(styles.small_strong, colour=styles.quiet)
    label = setter.paragraph(entry.add("Lbl"), fact.label, label_style)
    spoken = {"ActualText": fact.spoken} if fact.spoken else {}
    element = entry.add("LBody").add("P", **spoken)
    return label, setter.paragraph(element, fact.value, styles.small)


def _wide(stretches: Sequence[Stretch]) -> float:
    return sum(text_width(each.text, each.ink.font, each.ink.size) for each in stretches)
