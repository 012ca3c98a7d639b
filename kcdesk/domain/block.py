"""A paragraph of rich text, as a row of its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kcdesk.domain.richtext import Spans
from kcdesk.domain.row import Row, row_type


class BlockKind(StrEnum):
    """What a paragraph is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLET = "bullet"
    NUMBERED = "numbered"
    CLAUSE = "clause"  # an att-sats of a decision
    CELL = "cell"  # a paragraph in a table's cell


@row_type("block", "blocks", owners=("section", "decision", "reservation", "contribution"))
@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Row):
    """One paragraph.

    ``level`` is the depth of a list (0 outermost). A cell's paragraphs share ``grid``, the id of
    their table, and stand at ``line`` and ``column`` (from 0); ``header`` marks head cells.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    spans: Spans = ()
    grid: str | None = None
    line: int = 0
    column: int = 0
    header: bool = False
