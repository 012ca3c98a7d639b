"""The immutable rows of one stream (a meeting, a body, the library) and how groups change them."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar, cast

from kcdesk.domain.block import Block
from kcdesk.domain.operation import Group, Insert, Move, Place, Primitive, Remove, Set, Splice
from kcdesk.domain.position import after_last, between
from kcdesk.domain.richtext import splice
from kcdesk.domain.row import PLACING, ROW_TYPES, Row, owned_types

R = TypeVar("R", bound=Row)
_Order = tuple[str, str]  # (position, id): what siblings are sorted by


class StaleOperation(Exception):
    """An operation was made against another state of the rows: a bug, or a merge to settle."""


class Records:
    """All rows of one stream at one instant. ``apply`` returns new Records; nothing is changed.

    Copying is shallow and cheap: a 60-item meeting of some 3,000 rows takes about 50 µs.
    """

    __slots__ = ("_children", "_rows", "root_id")

    def __init__(self, root_id: str, rows: Iterable[Row] = ()) -> None:
        self.root_id = root_id
        self._rows: dict[str, Row] = {}
        self._children: dict[tuple[str, str], tuple[_Order, ...]] = {}
        groups: dict[tuple[str, str], list[_Order]] = {}
        for row in rows:
            if row.id in self._rows:
                raise StaleOperation(f"row {row.id} exists already")
            self._rows[row.id] = row
            groups.setdefault((row.owner_id, row.table), []).append((row.position, row.id))
        for key, order in groups.items():
            self._children[key] = tuple(sorted(order))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Records)
            and self.root_id == other.root_id
            and self._rows == other._rows
        )

    __hash__ = None  # type: ignore[assignment]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows.values())

    def __contains__(self, id: str) -> bool:
        return id in self._rows

    # ---- reading -------------------------------------------------------------------------

    def root(self, cls: type[R]) -> R:
        """Return the row that the stream is about. Raises ``KeyError`` when it is missing."""
        return self.get(cls, self.root_id)

    def get(self, cls: type[R], id: str) -> R:
        """Return one row. Raises ``KeyError`` when there is none of that class with that id."""
        row = self._rows[id]
        if not isinstance(row, cls):
            raise KeyError(id)
        return row

    def find(self, cls: type[R], id: str | None) -> R | None:
        """Return one row, or None where it is gone or was never named."""
        row = self._rows.get(id) if id else None
        return row if isinstance(row, cls) else None

    def row(self, id: str) -> Row:
        """Return a row of any class. Raises ``KeyError``."""
        return self._rows[id]

    def children(self, owner_id: str, cls: type[R]) -> tuple[R, ...]:
        """Return the rows of a class that a row owns, in their order."""
        order = self._children.get((owner_id, cls.table))
        if order is None:
            return ()
        rows = self._rows
        return cast("tuple[R, ...]", tuple([rows[id] for _, id in order]))

    def all(self, cls: type[R]) -> tuple[R, ...]:
        """Return all rows of a class, in the order of the meeting: as their owners stand in it.

        Not in that of insertion, which differs once a stream is read again.
        """
        owners = [owner_id for owner_id, table in self._children if table == cls.table]
        owners.sort(key=self._path)
        return tuple(row for owner_id in owners for row in self.children(owner_id, cls))

    def owned(self, id: str) -> tuple[Row, ...]:
        """Return the rows of every class that a row owns itself."""
        kinds = owned_types(self._rows[id].table)
        return tuple(child for cls in kinds for child in self.children(id, cls))

    def subtree(self, id: str) -> tuple[Row, ...]:
        """Return a row and everything it owns, owners first."""
        below = tuple(each for child in self.owned(id) for each in self.subtree(child.id))
        return (self._rows[id], *below)

    # ---- making operations ---------------------------------------------------------------

    def next_position(self, owner_id: str, cls: type[Row]) -> str:
        """Return a position after the last row of a class under an owner."""
        return after_last(
            [position for position, _ in self._children.get((owner_id, cls.table), ())]
        )

    def position_after(self, id: str) -> str:
        """Return a position just after a row, before its next sibling."""
        row = self._rows[id]
        order = self._children[row.owner_id, row.table]
        index = order.index((row.position, row.id))
        later = [position for position, _ in order[index + 1 :] if position > row.position]
        return between(row.position, later[0]) if later else after_last([row.position])

    def position_before(self, id: str) -> str:
        """Return a position just before a row, after its previous sibling."""
        row = self._rows[id]
        order = self._children[row.owner_id, row.table]
        index = order.index((row.position, row.id))
        earlier = [position for position, _ in order[:index] if position < row.position]
        return between(earlier[-1] if earlier else "", row.position)

    def setting(self, id: str, field: str, value: object) -> tuple[Set, ...]:
        """Return the operation that gives a field a value; none where it has that value."""
        row = self._rows[id]
        before = getattr(row, field)
        return () if before == value else (Set(row.table, id, field, before, value),)

    def moving(self, id: str, owner_id: str, position: str) -> Move:
        """Return the operation that moves a row."""
        row = self._rows[id]
        return Move(row.table, id, Place(row.owner_id, row.position), Place(owner_id, position))

    def removal(self, id: str) -> tuple[Remove, ...]:
        """Return the operations that remove a row and all it owns, leaves first."""
        return tuple(Remove(row) for row in reversed(self.subtree(id)))

    # ---- changing ------------------------------------------------------------------------

    def apply(self, group: Group) -> Records:
        """Return the rows after a group.

        Raises ``StaleOperation`` when any operation does not fit; then nothing has happened.
        """
        changed = Records.__new__(Records)
        changed.root_id = self.root_id
        changed._rows = dict(self._rows)
        typed = all(isinstance(each, Splice) for each in group.operations)
        changed._children = self._children if typed else dict(self._children)  # no row moves
        for operation in group.operations:
            changed._perform(operation)
        return changed

    def _perform(self, operation: Primitive) -> None:
        match operation:
            case Insert(row):
                if row.id in self._rows:
                    raise StaleOperation(f"row {row.id} exists already")
                self._check_owner(row, row.owner_id)
                self._rows[row.id] = row
                self._enlist(row)
            case Remove(row):
                if self._rows.get(row.id) != row:
                    raise StaleOperation(f"row {row.id} is not as it was")
                if any(self._children.get((row.id, cls.table)) for cls in owned_types(row.table)):
                    raise StaleOperation(f"row {row.id} still owns rows")
                del self._rows[row.id]
                self._delist(row)
            case Set(table, id, name, before, after):
                row = self._known(table, id)
                if name in PLACING:
                    raise StaleOperation(f"{name} of {id} changes by a move alone")
                if getattr(row, name) != before:
                    raise StaleOperation(f"{table}.{name} of {id} is not as it was")
                self._rows[id] = replace(row, **{name: after})
            case Move(table, id, before, after):
                row = self._known(table, id)
                if Place(row.owner_id, row.position) != before:
                    raise StaleOperation(f"row {id} is not where it was")
                self._check_owner(row, after.owner_id)
                moved = replace(row, owner_id=after.owner_id, position=after.position)
                self._delist(row)
                self._rows[id] = moved
                self._enlist(moved)
            case Splice(block_id, at, removed, inserted):
                block = self._known(Block.table, block_id)
                assert isinstance(block, Block)
                try:
                    spans = splice(block.spans, at, removed, inserted)
                except ValueError as error:
                    raise StaleOperation(f"block {block_id}: {error}") from error
                self._rows[block_id] = replace(block, spans=spans)

    def _path(self, id: str) -> tuple[tuple[str, str, str], ...]:
        """Return what a row sorts by among all: the places of its owners, outermost first."""
        steps: list[tuple[str, str, str]] = []
        row = self._rows.get(id)
        while row is not None:
            steps.append((row.table, row.position, row.id))
            row = self._rows.get(row.owner_id)
        return tuple(reversed(steps))

    def _known(self, table: str, id: str) -> Row:
        row = self._rows.get(id)
        if row is None or not isinstance(row, ROW_TYPES[table]):
            raise StaleOperation(f"there is no {table} {id}")
        return row

    def _check_owner(self, row: Row, owner_id: str) -> None:
        """Refuse an owner that is gone, of a wrong class or below the row: nobody would see it.

        The root owns rows even where it is not among them (the persons of a bundle).
        """
        if row.id == self.root_id:
            fits = not owner_id
        else:
            owner = self._rows.get(owner_id)
            fits = owner_id == self.root_id if owner is None else owner.table in row.owners
            while fits and owner is not None:
                fits = owner.id != row.id
                owner = self._rows.get(owner.owner_id)
        if not fits:
            raise StaleOperation(f"{row.table} {row.id} cannot stand under {owner_id!r}")

    def _enlist(self, row: Row) -> None:
        key = (row.owner_id, row.table)
        order = list(self._children.get(key, ()))
        insort(order, (row.position, row.id))
        self._children[key] = tuple(order)

    def _delist(self, row: Row) -> None:
        key = (row.owner_id, row.table)
        order = tuple(each for each in self._children[key] if each[1] != row.id)
        if order:
            self._children[key] = order
        else:
            del self._children[key]
