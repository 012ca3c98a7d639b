"""What the document showed when it was last in step with the rows, paragraph by paragraph.

Qt tells where a document changed; compared with the mirror that gives the rows before and after,
without reading the whole text on each key.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from PySide6.QtGui import QTextBlock, QTextDocument

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.row import new_id
from kcdesk.ui.widgets.rich_text.form import BLOCK_ID
from kcdesk.ui.widgets.rich_text.reader import read_block, table_at, text_blocks

_UNMARKED = frozenset((BlockKind.PARAGRAPH, BlockKind.HEADING))
_FORM = tuple(each.name for each in fields(Block) if each.name not in ("spans", "position"))


@dataclass(frozen=True, slots=True)
class Difference:
    """Paragraphs that changed, by number from ``first``; None stands for a filler.

    ``previous_id`` is the row just before them.
    """

    first: int
    before: tuple[Block | None, ...]
    after: tuple[Block | None, ...]
    previous_id: str | None

    @property
    def rows_before(self) -> tuple[Block, ...]:
        """The rows that stood there."""
        return tuple(each for each in self.before if each is not None)

    @property
    def rows_after(self) -> tuple[Block, ...]:
        """The rows to stand there."""
        return tuple(each for each in self.after if each is not None)

    @property
    def typed(self) -> tuple[Block, Block] | None:
        """The one row before and after, where only its characters differ."""
        if len(self.before) != 1 or len(self.after) != 1:
            return None
        old, new = self.before[0], self.after[0]
        if old is None or new is None:
            return None
        alike = all(getattr(old, name) == getattr(new, name) for name in _FORM)
        return (old, new) if alike else None


class DocumentMirror:
    """The rows that the paragraphs of one document stand for, by paragraph number."""

    def __init__(self, document: QTextDocument, owner_id: str) -> None:
        self._document = document
        self._owner_id = owner_id
        self._rows: list[Block | None] = [None]
        self._ids: frozenset[str] = frozenset()
        self._known_kinds: frozenset[BlockKind] | None = None
        self._dirty: tuple[int, int] | None = None  # paragraphs before, and after, what changed

    @property
    def rows(self) -> tuple[Block, ...]:
        """The rows shown, in order."""
        return tuple(each for each in self._rows if each is not None)

    @property
    def is_plain(self) -> bool:
        """Whether there is neither a list nor a table."""
        return self._kinds() <= _UNMARKED

    @property
    def has_table(self) -> bool:
        """Whether there is a table."""
        return BlockKind.CELL in self._kinds()

    def _kinds(self) -> frozenset[BlockKind]:
        """Return the kinds of the rows, counted once for as long as the rows are the same kinds."""
        if self._known_kinds is None:
            self._known_kinds = frozenset(each.kind for each in self._rows if each is not None)
        return self._known_kinds

    @property
    def is_dirty(self) -> bool:
        """Whether something changed since the last difference."""
        return self._dirty is not None

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the rows shown."""
        return self._ids

    def row_at(self, number: int) -> Block | None:
        """Return the row of a paragraph; None for a filler."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, id: str) -> int | None:
        """Return the number of the paragraph that shows a row."""
        return next((at for at, row in enumerate(self._rows) if row and row.id == id), None)

    def reset(self, blocks: Sequence[Block]) -> None:
        """The document was written anew with these rows."""
        rows = {block.id: block for block in blocks}
        self._rows = [rows.get(_id(each)) for each in text_blocks(self._document)]
        self._ids = frozenset(rows)
        self._known_kinds = None
        self._dirty = None

    def store(self, first: int, rows: Sequence[Block | None], count: int) -> None:
        """Paragraphs from ``first``, ``count`` of them, now show these rows."""
        gone = {row.id: row.kind for row in self._rows[first : first + count] if row}
        self._rows[first : first + count] = rows
        come = {row.id: row.kind for row in rows if row}
        if gone != come:
            self._ids = (self._ids - gone.keys()) | come.keys()
            self._known_kinds = None
        self._dirty = None

    def note(self, position: int, added: int) -> None:
        """Qt says that the document changed here."""
        first = last = self._document.findBlock(position)
        if position + added >= first.position() + first.length():  # a key stays in its paragraph
            last = self._document.findBlock(position + added)
            if not last.isValid():
                last = self._document.lastBlock()
        before = max(first.blockNumber(), 0)
        after = self._document.blockCount() - 1 - (before if last is first else last.blockNumber())
        if self._dirty:
            before, after = min(before, self._dirty[0]), min(after, self._dirty[1])
        self._dirty = before, after

    def difference(self) -> Difference | None:
        """Read what changed since the last time; None where nothing did."""
        if self._dirty is None:
            return None
        before, after = self._dirty
        self._dirty = None
        count = self._document.blockCount()
        if count != len(self._rows):
            before, after = self._whole_tables(before, after)
        old = tuple(self._rows[before : len(self._rows) - after])
        new = self._read(before, count - after, {row.id for row in old if row})
        if old == new:
            return None
        previous = next((row.id for row in reversed(self._rows[:before]) if row), None)
        return Difference(before, old, new, previous)

    # ---- inside --------------------------------------------------------------------------

    def _read(self, first: int, end: int, known: set[str]) -> tuple[Block | None, ...]:
        """Read paragraphs. After Enter two bear the same id: the first keeps it."""
        found: list[Block | None] = []
        each = self._document.findBlockByNumber(first)
        for number in range(first, end):
            row = read_block(each, self._owner_id)
            if row is not None:
                if row.id in known:
                    known.discard(row.id)
                    row = replace(row, position=self._position(row.id, number))
                else:
                    row = replace(row, id=new_id())
            found.append(row)
            each = each.next()
        return tuple(found)

    def _position(self, id: str, hint: int) -> str:
        near = self.row_at(hint)
        if near is not None and near.id == id:
            return near.position
        return next(row.position for row in self._rows if row is not None and row.id == id)

    def _whole_tables(self, before: int, after: int) -> tuple[int, int]:
        """Widen a stretch to the tables it touches: a new line moves the lines below it."""
        count = self._document.blockCount()
        first = self._document.findBlockByNumber(before)
        last = self._document.findBlockByNumber(count - 1 - after)
        if (table := table_at(first)) is not None:
            first = table.firstCursorPosition().block()
        if (table := table_at(last)) is not None:
            last = table.lastCursorPosition().block()
        return first.blockNumber(), count - 1 - last.blockNumber()


def _id(block: QTextBlock) -> str:
    return str(block.blockFormat().property(BLOCK_ID) or "")
