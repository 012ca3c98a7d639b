"""A table as it is read: its cells fall into lines and columns, wherever others reach into them."""

from __future__ import annotations

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.richtext import Spans

MOST_CELLS = 5_000
"""More than that is no small table: what does not fit is read as paragraphs."""


class Table:
    """Cells come in their order; ``blocks`` makes the table whole, line by line."""

    def __init__(self, grid: str, owner_id: str) -> None:
        self._grid, self._owner_id = grid, owner_id
        self._cells: dict[tuple[int, int], list[Spans]] = {}
        self._headers: set[tuple[int, int]] = set()
        self._taken: set[tuple[int, int]] = set()
        self._around: list[Spans] = []  # a caption, and what stands between the cells
        self._line, self._column = -1, 0
        self._here: tuple[int, int] | None = None

    def begin_line(self) -> None:
        """Go on to the next line."""
        self._line, self._column, self._here = self._line + 1, 0, None

    def begin_cell(self, columns: int, lines: int, *, header: bool) -> None:
        """Go on to the next free place; a cell may reach over several."""
        if self._line < 0:
            self.begin_line()
        while (self._line, self._column) in self._taken:
            self._column += 1
        self._here = (self._line, self._column)
        if len(self._taken) >= MOST_CELLS:
            self._here = None
            return
        self._cells[self._here] = []
        if header:
            self._headers.add(self._here)
        for line in range(min(max(lines, 1), 100)):
            for column in range(min(max(columns, 1), 100)):
                self._taken.add((self._line + line, self._column + column))
        self._column += min(max(columns, 1), 100)

    def add(self, spans: Spans) -> None:
        """Put a paragraph into the cell."""
        if self._here is None:
            self._around.append(spans)
        else:
            self._cells[self._here].append(spans)

    def blocks(self) -> list[Block]:
        """Return what was written around the table, then its cells; one cell alone, or none with a
        word in it, is no table.
        """
        around = [self._paragraph(spans) for spans in self._around]
        told = [spans for texts in self._cells.values() for spans in texts]
        if not told or len(self._cells) == 1:
            return [*around, *(self._paragraph(spans) for spans in told)]
        lines = max(line for line, _ in self._cells) + 1
        columns = max(column for _, column in self._cells) + 1
        if lines * columns > MOST_CELLS:
            return [*around, *(self._paragraph(spans) for spans in told)]
        return [
            *around,
            *(
                self._cell(line, column, spans)
                for line in range(lines)
                for column in range(columns)
                for spans in self._cells.get((line, column)) or [()]
            ),
        ]

    def _paragraph(self, spans: Spans) -> Block:
        return Block(id="", owner_id=self._owner_id, spans=spans)

    def _cell(self, line: int, column: int, spans: Spans) -> Block:
        return Block(
            id="",
            owner_id=self._owner_id,
            kind=BlockKind.CELL,
            spans=spans,
            grid=self._grid,
            line=line,
            column=column,
            header=line == 0 and (line, column) in self._headers,
        )
