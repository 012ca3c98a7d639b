"""Rows as a table whose cells are edited in place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from kcdesk.domain.message import Message
from kcdesk.i18n import render
from kcdesk.ui.qt.as_written import plain_tip
from kcdesk.ui.qt.theme import current_colors

Index = QModelIndex | QPersistentModelIndex
CHOICES_ROLE = Qt.ItemDataRole.UserRole


class Line(Protocol):
    """What a table has a row for."""

    @property
    def id(self) -> str:
        """Which one it is."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it shows of a row, and how an entry is written back.

    ``write`` gets the row and the text (or the chosen value, where there are ``choices``); it
    raises ``ValueError`` with a text for people when the entry makes no sense. None: not edited.
    ``act`` is what a click, Enter or Space does to the row: the cell looks like a link and says so.
    ``width`` gives way down to ``least`` (0: not at all) where too little would be left for the
    first column.
    """

    title: Message
    text: Callable[[Any], str]
    write: Callable[[Any, Any], None] | None = None
    choices: Sequence[tuple[Any, Message]] = ()
    width: int = 120
    least: int = 0
    act: Callable[[Any], None] | None = None


class RowTableModel(QAbstractTableModel):
    """``refused`` carries why an entry was not taken."""

    refused = Signal(str)

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: tuple[Line, ...] = ()

    def show_rows(self, rows: Sequence[Line]) -> None:
        """Show other rows; where they are the same ones, only what changed is drawn anew."""
        same = [row.id for row in rows] == [row.id for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = tuple(rows)
        if not same:
            self.endResetModel()
        elif rows:
            last = self.index(len(rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def row_at(self, place: int) -> Line | None:
        """Return a row by its place, or None."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, id: str) -> int:
        """Return the place of a row, -1 where it is not shown."""
        ids = [row.id for row in self._rows]
        return ids.index(id) if id in ids else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's default
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's default
        """How many columns."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Whether a cell can be edited."""
        editable = self.columns[index.column()].write is not None
        flag = Qt.ItemFlag.ItemIsEditable if editable else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | flag

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's title."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        title = self.columns[section].title
        return render(title) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        column, row = self.columns[index.column()], self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return column.text(row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{render(column.title)}: {column.text(row)}"
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(column.text(row))
            case Qt.ItemDataRole.ForegroundRole if column.act is not None:
                return QColor(current_colors().accent)
        return column.choices if role == CHOICES_ROLE else None

    def act(self, index: Index) -> bool:
        """Do what a cell does to its row; returns whether it does anything."""
        column, row = self.columns[index.column()], self.row_at(index.row())
        if column.act is None or row is None or not column.text(row):
            return False
        column.act(row)
        return True

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write an entry back; what is refused is said."""
        column, row = self.columns[index.column()], self._rows[index.row()]
        if column.write is None or role != Qt.ItemDataRole.EditRole:
            return False
        if not column.choices and str(value).strip() == column.text(row):
            return True
        try:
            column.write(row, value if column.choices else str(value).strip())
        except ValueError as error:
            self.refused.emit(str(error))
            return False
        self.refused.emit("")
        return True
