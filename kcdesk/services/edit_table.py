"""Change a table of running text: its lines, its columns, whether it has a head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.domain.row import new_id
from kcdesk.services.edit_text import rewrite


def cells_of(records: Records, id: str) -> tuple[Block, ...]:
    """Return the paragraphs of the table that one of them is in, in order."""
    cell = records.get(Block, id)
    siblings = records.children(cell.owner_id, Block)
    return tuple(each for each in siblings if each.grid is not None and each.grid == cell.grid)


def add_line(records: Records, id: str, *, below: bool = True) -> Group:
    """Return the group that adds an empty line below or above that of a cell."""
    cell, cells = records.get(Block, id), cells_of(records, id)
    line = cell.line + below
    moved = [replace(each, line=each.line + (each.line >= line)) for each in cells]
    made = [_empty(cell, line, column) for column in _columns(cells)]
    return _rewritten(records, cells, [*moved, *made], Message("Add table row"))


def add_column(records: Records, id: str) -> Group:
    """Return the group that adds an empty column at the right of that of a cell."""
    cell, cells = records.get(Block, id), cells_of(records, id)
    column = cell.column + 1
    moved = [replace(each, column=each.column + (each.column >= column)) for each in cells]
    heads = {each.line for each in cells if each.header}
    made = [replace(_empty(cell, line, column), header=line in heads) for line in _lines(cells)]
    return _rewritten(records, cells, [*moved, *made], Message("Add table column"))


def remove_line(records: Records, id: str) -> Group:
    """Return the group that removes the line of a cell; the only one takes the table along."""
    gone, cells = records.get(Block, id).line, cells_of(records, id)
    left = [
        replace(each, line=each.line - (each.line > gone)) for each in cells if each.line != gone
    ]
    return _rewritten(records, cells, left, Message("Remove table row"))


def remove_column(records: Records, id: str) -> Group:
    """Return the group that removes the column of a cell; the only one takes the table along."""
    gone, cells = records.get(Block, id).column, cells_of(records, id)
    left = [
        replace(each, column=each.column - (each.column > gone))
        for each in cells
        if each.column != gone
    ]
    return _rewritten(records, cells, left, Message("Remove table column"))


def remove_table(records: Records, id: str) -> Group:
    """Return the group that removes the whole table of a cell."""
    return _rewritten(records, cells_of(records, id), [], Message("Remove table"))


def has_head(records: Records, id: str) -> bool:
    """Whether the first line of a cell's table names its columns."""
    return any(each.header for each in cells_of(records, id) if each.line == 0)


def set_head(records: Records, id: str, head: bool) -> Group:
    """Return the group that says whether the first line names the columns."""
    cells = cells_of(records, id)
    changed = [replace(each, header=head and each.line == 0) for each in cells]
    label = Message("Let the first row be the head") if head else Message("Have no head row")
    return _rewritten(records, cells, changed, label)


def _lines(cells: Sequence[Block]) -> range:
    return range(max(each.line for each in cells) + 1)


def _columns(cells: Sequence[Block]) -> range:
    return range(max(each.column for each in cells) + 1)


def _empty(like: Block, line: int, column: int) -> Block:
    return Block(
        id=new_id(), owner_id=like.owner_id, kind=BlockKind.CELL, grid=like.grid,
        line=line, column=column,
    )  # fmt: skip


def _rewritten(
    records: Records, cells: Sequence[Block], wanted: Sequence[Block], label: Message
) -> Group:
    siblings = records.children(cells[0].owner_id, Block)
    at = siblings.index(cells[0])
    previous = siblings[at - 1].id if at else None
    ordered = sorted(wanted, key=_place)
    return rewrite(records, cells, ordered, previous_id=previous, label=label)


def _place(block: Block) -> tuple[int, int]:
    return block.line, block.column
