"""Cells beside one another: the rows of tables and lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kcdesk.documents.layout.piece import Piece
from kcdesk.documents.tagging.canvas import TaggedCanvas


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece in a column that begins at ``x`` of the row and is ``width`` wide."""

    piece: Piece
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class RowRule:
    """The line under a row: weight in points and colour as ``r g b``."""

    weight: float
    colour: str


class Row(Piece):
    """Cells of one height, with space above and below and perhaps a rule under them.

    ``head`` is drawn again on each page that the row begins. A row that is higher than a page
    parts in all its cells.
    """

    def __init__(
        self,
        cells: Sequence[Cell],
        *,
        padding: float = 0.0,
        rule: RowRule | None = None,
        head: Row | None = None,
        breakable: float = 160.0,
    ) -> None:
        self.cells = cells
        self.padding = padding
        self.rule = rule
        self.head = head
        self._height: float | None = None
        self.breakable = breakable  # rows higher than this may part even where a page has room

    def height(self, width: float) -> float:  # noqa: ARG002  # columns are given in points
        """Return the height of the highest cell with its padding."""
        if self._height is None:
            highest = max((cell.piece.height(cell.width) for cell in self.cells), default=0.0)
            self._height = highest + 2 * self.padding
        return self._height

    def least(self, width: float) -> float:
        """Return its height, unless it may part."""
        whole = self.height(width)
        return whole if whole <= self.breakable else min(whole, 60.0)

    def split(self, width: float, room: float, *, force: bool) -> tuple[Piece | None, Piece | None]:
        """Stay whole where possible; else part every cell."""
        whole = self.height(width)
        if whole <= room:
            return self, None
        if not force and whole <= self.breakable:
            return None, self
        inside = room - 2 * self.padding
        parts = [cell.piece.split(cell.width, inside, force=force) for cell in self.cells]
        if not force and any(head is None for head, _ in parts):
            return None, self
        heads = [self._cell(cell, head) for cell, (head, _) in zip(self.cells, parts, strict=True)]
        rests = [self._cell(cell, rest) for cell, (_, rest) in zip(self.cells, parts, strict=True)]
        head = Row([each for each in heads if each], padding=self.padding, head=self.head)
        rest = Row(
            [each for each in rests if each],
            padding=self.padding,
            rule=self.rule,
            head=self.head,
            breakable=self.breakable,
        )
        rest.after = self.after
        head.before = self.before
        return (head, rest) if rest.cells else (head, None)

    @staticmethod
    def _cell(cell: Cell, piece: Piece | None) -> Cell | None:
        return None if piece is None else Cell(piece, cell.x, cell.width)

    def parts(self) -> Sequence[Piece]:
        """Return the cells' pieces, from left to right."""
        return [cell.piece for cell in self.cells]

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draw the cells and the rule."""
        for cell in self.cells:
            cell.piece.draw(canvas, x + cell.x, top - self.padding, cell.width)
        if self.rule is not None:
            y = top - self.height(width)
            canvas.rule(x, y, x + width, y, self.rule.weight, self.rule.colour)
