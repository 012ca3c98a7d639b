"""The list of items: keys, renaming in place, dropping between lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QListView,
    QWidget,
)

from kcdesk.i18n import _
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.screens.agenda.agenda_delegate import AgendaDelegate
from kcdesk.ui.screens.agenda.agenda_line import AgendaLine
from kcdesk.ui.screens.agenda.agenda_model import AgendaModel

Index = QModelIndex | QPersistentModelIndex
_Position = QAbstractItemView.DropIndicatorPosition


class AgendaView(QListView):
    """``looked_at`` tells the id of the item that became current; ``list_pasted`` its text."""

    looked_at = Signal(str)
    list_pasted = Signal(str)

    def __init__(self, model: AgendaModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self.setModel(model)
        self.setItemDelegate(AgendaDelegate(model, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Agenda"))
        set_role(self, WidgetRole.LIST)

    def current_line(self) -> AgendaLine | None:
        """Return the line that is current."""
        return self._lines.line(self.currentIndex())

    def look_at(self, id: str) -> None:
        """Make an item current and bring it into view; an unknown id leaves all as it is."""
        index = self._lines.index_of(id)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def begin_item(self) -> None:
        """Open an empty line after the current item, to be typed in."""
        line = self.current_line()
        if line is not None and not line.is_draft:
            index = self._lines.begin_draft(line.id)
            self.setCurrentIndex(index)
            self.edit(index)

    def rename(self) -> None:
        """Open the title of the current item."""
        if self.currentIndex().isValid():
            self.edit(self.currentIndex())

    def step(self, rows: int) -> None:
        """Make another line current, so many rows down."""
        last = self._lines.rowCount() - 1
        row = min(max(self.currentIndex().row() + rows, 0), last)
        if row >= 0:
            self.setCurrentIndex(self._lines.index(row))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which item is looked at."""
        super().currentChanged(current, previous)
        line = self._lines.line(current)
        if line is not None and not line.is_draft:
            self.looked_at.emit(line.id)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Take an untitled draft away again, and stay where the typing was."""
        del hint  # Qt would open the next title; Enter does that when asked
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if self._lines.has_draft:
            line, row = self.current_line(), self.currentIndex().row()
            self._lines.end_draft()
            if line is not None and line.is_draft:
                self.setCurrentIndex(self._lines.index(max(0, row - 1)))
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a pasted list; letters never jump to items, which the next key would then change."""
        if event.matches(QKeySequence.StandardKey.Paste):
            if text := QApplication.clipboard().text():
                self.list_pasted.emit(text)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Do not jump to items by their first letters."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the titles anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def dropEvent(self, event: QDropEvent) -> None:
        """Let the model move the item; Qt would copy the row and remove the old one."""
        index = self.indexAt(event.position().toPoint())
        row, parent = -1, QModelIndex()
        match self.dropIndicatorPosition():
            case _Position.AboveItem:
                row = index.row()
            case _Position.BelowItem:
                row = index.row() + 1
            case _Position.OnItem:
                parent = index
            case _:
                row = self._lines.rowCount()
        if self._lines.dropMimeData(event.mimeData(), Qt.DropAction.MoveAction, row, 0, parent):
            event.accept()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
