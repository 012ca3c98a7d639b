"""A list model over immutable lines that tells its views the least that changed.

Views keep selection, scroll place and open editors, as rows are never reset.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt


class Line(Protocol):
    """What a row shows; compared by value, known by its id."""

    @property
    def id(self) -> str:
        """What stays the same while the line changes."""
        ...


L = TypeVar("L", bound=Line)
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which a row's line itself is found."""

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class LineModel(QAbstractListModel, Generic[L]):
    """Lines in order. Subclasses say what they look like in ``shown``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[L] = []

    @property
    def lines(self) -> tuple[L, ...]:
        """The lines, from top to bottom."""
        return tuple(self._lines)

    def line(self, index: Index) -> L | None:
        """Return the line of an index; None for an invalid one."""
        return self._lines[index.row()] if index.isValid() else None

    def index_of(self, id: str) -> QModelIndex:
        """Return the index of the line with an id; invalid where there is none."""
        for row, line in enumerate(self._lines):
            if line.id == id:
                return self.index(row)
        return QModelIndex()

    def shown(self, line: L, role: int) -> Any:
        """Return what a line shows in a role."""
        raise NotImplementedError

    def show_lines(self, lines: Sequence[L]) -> None:
        """Change to other lines: remove, reorder, insert, then refresh what differs."""
        self._remove({line.id for line in lines})
        known = {line.id for line in self._lines}
        self._reorder([line.id for line in lines if line.id in known])
        self._insert(lines)
        for row, line in enumerate(lines):
            if self._lines[row] != line:
                self._lines[row] = line
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = ROOT) -> int:
        """One row a line."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the line itself, or what it shows."""
        line = self.line(index)
        if line is None:
            return None
        return line if role == LINE_ROLE else self.shown(line, role)

    def _remove(self, wanted: set[str]) -> None:
        for row in reversed(range(len(self._lines))):
            if self._lines[row].id not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._lines[row]
                self.endRemoveRows()

    def _reorder(self, ids: list[str]) -> None:
        if ids == [line.id for line in self._lines]:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        moved = {line.id: line for line in self._lines}
        rows = {id: row for row, id in enumerate(ids)}
        after = [self.index(rows[self._lines[index.row()].id]) for index in before]
        self._lines = [moved[id] for id in ids]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _insert(self, lines: Sequence[L]) -> None:
        for row, line in enumerate(lines):
            if row >= len(self._lines) or self._lines[row].id != line.id:
                self.beginInsertRows(QModelIndex(), row, row)
                self._lines.insert(row, line)
                self.endInsertRows()
