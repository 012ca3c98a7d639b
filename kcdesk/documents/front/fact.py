"""Labels and what they say, in two columns that share their baselines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kcdesk.documents.layout.line import Stretch
from kcdesk.documents.layout.piece import Piece, Stack
from kcdesk.documents.layout.row import Cell, Row
from kcdesk.documents.story import Story
from kcdesk.documents.style import COLUMN, LABELS, on_baseline_of
from kcdesk.documents.tagging.element import LIST_NONE, Element
from kcdesk.documents.typesetter import Content

_BETWEEN = 7.0
_GUTTER = 12.0


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


def pairs(
    story: Story,
    parent: Element,
    facts: Sequence[tuple[str, Sequence[Stretch]]],
    width: float,
    label_width: float,
) -> list[Piece]:
    """Return labels and values two pairs a line, read line by line."""
    setter, styles = story.typesetter, story.styles
    listed = parent.add("L", LIST_NONE)
    half = width / 2
    cells: list[Cell] = []
    label_style = replace(styles.small_strong, colour=styles.quiet)
    for number, (label, value) in enumerate(facts):
        entry = listed.add("LI")
        x = half * (number % 2)
        name = setter.paragraph(entry.add("Lbl"), label, label_style)
        text = setter.paragraph(entry.add("LBody").add("P"), value, styles.small)
        cells += [
            Cell(name, x, label_width - _GUTTER / 2),
            Cell(text, x + label_width, half - label_width - _GUTTER / 2),
        ]
    rows: list[Piece] = []
    for at in range(0, len(cells), 4):
        row = Row(cells[at : at + 4])
        row.before = _BETWEEN - 2
        rows.append(row)
    return rows
