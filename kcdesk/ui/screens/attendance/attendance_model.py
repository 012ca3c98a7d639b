"""The attendance at the current item as a Qt model."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kcdesk.domain.operation import tables
from kcdesk.domain.profile import profile
from kcdesk.services.session import Change
from kcdesk.ui.qt.as_written import plain_tip
from kcdesk.ui.qt.line_model import LineModel
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.screens.attendance.attendance_line import (
    AttendanceLine,
    AttendanceView,
    attendance_of,
)

Index = QModelIndex | QPersistentModelIndex

SHOWN = frozenset(
    ("meeting", "item", "presenter", "recusal", "participant", "role", "presence", "service")
)
"""The tables that are shown here: typing in an item's text must not wait for us."""


class AttendanceModel(LineModel[AttendanceLine]):
    """Headings and people. ``counted`` comes with all that is shown, whenever it changed."""

    counted = Signal(object)

    def __init__(self, context: MeetingContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.view: AttendanceView = self._computed()
        context.bridge.facts_changed.connect(self._on_changed)
        context.bridge.replaced.connect(self.refresh)
        context.body_bridge.changed.connect(self.refresh)
        context.selection.selected.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the rows as they are now, at the item that is looked at."""
        self.view = self._computed()
        self.show_lines(self.view.lines)
        self.counted.emit(self.view)

    def shown(self, line: AttendanceLine, role: int) -> Any:
        """Return the name, and the whole line as a sentence."""
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken or line.name
        if role == Qt.ItemDataRole.ToolTipRole and not line.is_heading:
            return plain_tip(f"{line.name}\n{line.details}".strip())
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are passed over by the arrow keys."""
        line = self.line(index)
        if line is None or line.is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _computed(self) -> AttendanceView:
        records = self._context.bridge.records
        return attendance_of(
            records, profile(self._context.body, records), self._context.selection.id
        )

    def _on_changed(self, change: Change) -> None:
        if not SHOWN.isdisjoint(tables(change.group)):
            self.refresh()
