"""A table that is as high as its rows, edited in place, with keys for removing and moving."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kcdesk.i18n import render
from kcdesk.ui.qt.text_paint import pixels
from kcdesk.ui.qt.theme import GRID, NORMAL
from kcdesk.ui.widgets.row_table_model import CHOICES_ROLE, Column, Line, RowTableModel

_MOST_ROWS = 16
_FIRST = (160, 260)  # pixels that the first column should have at least, and for its words at most
_AIR = 24  # of a cell's width, whatever the size of its letters
_ACTING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RowTable(QTableView):
    """``removal_wanted`` carries a row's id (Delete), ``move_wanted`` an id and -1 or 1
    (Alt+Up, Alt+Down), ``refused`` why an entry was not taken.
    """

    removal_wanted = Signal(str)
    move_wanted = Signal(str, int)
    refused = Signal(str)

    def __init__(self, name: str, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._model = RowTableModel(columns, self)
        self._model.refused.connect(self.refused)
        self.setModel(self._model)
        self.setItemDelegate(_Cell(self))
        self.clicked.connect(self._on_clicked)
        self._columns = tuple(columns)
        self._build_ui(columns)

    def show_rows(self, rows: Sequence[Line]) -> None:
        """Show other rows; the chosen one stays chosen."""
        chosen = self.chosen_id()
        column = max(self.currentIndex().column(), 0)
        self._model.show_rows(rows)
        self._share_out()
        place = self._model.place_of(chosen)
        if place >= 0:
            self.setCurrentIndex(self._model.index(place, column))
        self._fit_height()

    def chosen_id(self) -> str:
        """Return the id of the row with the focus, or empty."""
        row = self._model.row_at(self.currentIndex().row())
        return row.id if row is not None else ""

    def choose(self, id: str, column: int = 0) -> None:
        """Put the focus on a cell."""
        self.setCurrentIndex(self._model.index(self._model.place_of(id), column))

    def choose_first(self) -> None:
        """Put the focus on the first row, unless one is chosen."""
        if not self.chosen_id():
            self.setCurrentIndex(self._model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes; Alt with an arrow moves; Enter edits, or does what the cell does."""
        chosen, alt = self.chosen_id(), event.modifiers() == Qt.KeyboardModifier.AltModifier
        if chosen and event.key() == Qt.Key.Key_Delete:
            self.removal_wanted.emit(chosen)
        elif chosen and alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(chosen, -1 if event.key() == Qt.Key.Key_Up else 1)
        elif chosen and event.key() in _ACTING and self._model.act(self.currentIndex()):
            event.accept()
        elif chosen and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            index, editing = self.currentIndex(), QAbstractItemView.State.EditingState
            if self.state() != editing and index.flags() & Qt.ItemFlag.ItemIsEditable:
                self.edit(index)  # Enter in the editor ends it
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let columns give way where the first one would be too narrow to read."""
        super().resizeEvent(event)
        self._share_out()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need wider columns and higher rows."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share_out()
            self._fit_height()

    def _share_out(self) -> None:
        """Give each column its width at the size of the text; what may give way takes some of what
        is left over where it would be cut.
        """
        others = self._columns[1:]
        least, most = map(self._room, _FIRST)
        left = self.viewport().width() - min(max(self._needed(0), least), most)
        left -= sum(self._room(each.width) for each in others)
        yielding = [each for each in others if each.least]
        slack = sum(self._room(each.width) - self._room(each.least) for each in yielding)
        shorter = min(max(-left, 0) / slack, 1) if slack else 0
        growing = [each for each in yielding if each.act is None]
        more = max(left, 0) / 2 / len(growing) if growing else 0
        for place, each in enumerate(others, 1):
            width = self._room(each.width)
            if each in growing:
                width += min(max(self._needed(place) - width, 0), more)
            if each.least:
                width -= (self._room(each.width) - self._room(each.least)) * shorter
            self.horizontalHeader().resizeSection(place, round(width))

    def _needed(self, column: int) -> int:
        """Return the width at which nothing of a column is cut."""
        rows = range(min(self._model.rowCount(), _MOST_ROWS))
        said = [str(self._model.index(row, column).data() or "") for row in rows]
        return max(map(self.fontMetrics().horizontalAdvance, said), default=0) + _AIR

    def _room(self, width: int) -> float:
        """Return a width that was meant for letters of the usual size, for those of today."""
        return _AIR + (width - _AIR) * pixels(self.font()) / NORMAL

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Stay in the table after a choice: its list was a window of its own, so Qt may not see
        that the keyboard was here.
        """
        was_here = self.window().focusWidget() is editor
        super().closeEditor(editor, hint)
        if was_here and hint == QAbstractItemDelegate.EndEditHint.NoHint:
            self.setFocus()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._model.act(index)

    def _build_ui(self, columns: Sequence[Column]) -> None:
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        for place, column in enumerate(columns):
            header.resizeSection(place, column.width)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._fit_height()

    def _fit_height(self) -> None:
        rows = min(max(self._model.rowCount(), 1), _MOST_ROWS)
        line = self.fontMetrics().height() + 2 * GRID
        self.verticalHeader().setDefaultSectionSize(line)
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows * line + 4)


class _Cell(QStyledItemDelegate):
    """Edits a cell with choices in a list, others in a line."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Return the editor of a cell."""
        choices = index.data(CHOICES_ROLE)
        if not choices:
            line: QWidget = super().createEditor(parent, option, index)
            line.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole))
            return line
        combo = QComboBox(parent)
        combo.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole))
        for value, word in choices:
            combo.addItem(render(word), value)
        words = combo.view().sizeHintForColumn(0) + 2 * GRID
        combo.view().setMinimumWidth(words)  # the column may be narrower than its words
        combo.activated.connect(self._on_activated)
        return combo

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show what the cell holds."""
        if isinstance(editor, QComboBox):
            editor.setCurrentText(index.data())
            editor.showPopup()
        else:
            super().setEditorData(editor, index)

    def setModelData(
        self,
        editor: QWidget,
        model: QAbstractItemModel,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Write the entry back."""
        if isinstance(editor, QComboBox):
            choices: Sequence[tuple[Any, object]] = index.data(CHOICES_ROLE)
            if editor.currentText() != index.data():
                model.setData(index, choices[editor.currentIndex()][0])
        else:
            super().setModelData(editor, model, index)

    def _on_activated(self, _index: int) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
