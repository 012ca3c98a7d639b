"""The list of people; each row is acted on by single keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from kcdesk.i18n import _
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.screens.attendance.attendance_delegate import AttendanceDelegate
from kcdesk.ui.screens.attendance.attendance_line import AttendanceLine
from kcdesk.ui.screens.attendance.attendance_model import AttendanceModel


class AttendanceList(QListView):
    """``opened`` tells whom a double click or Enter opens."""

    opened = Signal(str)

    def __init__(self, model: AttendanceModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self.setModel(model)
        self.setItemDelegate(AttendanceDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Attendance"))
        set_role(self, WidgetRole.LIST)
        self.doubleClicked.connect(self.open_current)

    def current_line(self) -> AttendanceLine | None:
        """Return the person whose row is current; None where there is none."""
        line = self._lines.line(self.currentIndex())
        return None if line is None or line.is_heading else line

    def look_at(self, id: str) -> None:
        """Make somebody's row current."""
        index = self._lines.index_of(id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def look_at_someone(self) -> None:
        """Make the first person's row current, unless one is."""
        if self.current_line() is None:
            people = (line.id for line in self._lines.lines if not line.is_heading)
            self.look_at(next(people, ""))

    def open_current(self) -> None:
        """Tell that the current person is to be opened."""
        if (line := self.current_line()) is not None:
            self.opened.emit(line.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End lead to the first and the last person: the headings cannot be chosen."""
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
        end = ends.get(Qt.Key(event.key()))
        people = [line.id for line in self._lines.lines if not line.is_heading]
        if end is not None and people:
            self.look_at(people[end])
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters act on the row; they do not jump to names."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
