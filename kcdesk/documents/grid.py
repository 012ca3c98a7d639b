"""A table inside a text, from the cells that share a grid."""

from __future__ import annotations

from collections.abc import Sequence

from kcdesk.documents.layout.container import Container
from kcdesk.documents.table import CellText, TableText, table
from kcdesk.documents.tagging.element import Element
from kcdesk.documents.typesetter import Typesetter
from kcdesk.domain.block import Block


def grid_table(
    setter: Typesetter, parent: Element, cells: Sequence[Block], width: float
) -> Container:
    """Return the table of a grid. Its first line is its head where all its cells are heads."""
    rows: dict[int, dict[int, list[Block]]] = {}
    for cell in cells:
        rows.setdefault(cell.line, {}).setdefault(cell.column, []).append(cell)
    columns = sorted({cell.column for cell in cells})
    lines = [_line(rows[number], columns) for number in sorted(rows)]
    first = [cell for cell in cells if cell.line == min(rows)]
    if all(cell.header for cell in first) and len(lines) > 1:
        return table(setter, parent, TableText(lines[0], lines[1:]), width)
    return table(setter, parent, TableText((), lines, row_heads=True), width)


def _line(cells: dict[int, list[Block]], columns: Sequence[int]) -> list[CellText]:
    return [[block.spans for block in cells.get(column, ())] for column in columns]
