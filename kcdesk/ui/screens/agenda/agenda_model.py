"""The agenda as a Qt model: lines over the rows, renaming in place, dropping elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from kcdesk.domain.item import Item
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.operation import tables
from kcdesk.domain.profile import profile
from kcdesk.services.edit_agenda import add_item, rename_item
from kcdesk.services.move_item import move_to
from kcdesk.services.session import Change
from kcdesk.ui.qt.as_written import plain_tip
from kcdesk.ui.qt.line_model import LineModel
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.screens.agenda.agenda_line import DRAFT_ID, AgendaLine, lines_of, with_draft

MINUTE = 60_000
"""Milliseconds between looks at the clock while an item is under way."""
MIME = "application/x-kcdesk-item"
_ENABLED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
_DRAGGED = Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
Index = QModelIndex | QPersistentModelIndex

SHOWN = frozenset(("meeting", "item", "decision", "action"))
"""The tables that are shown here: typing in an item's text must not wait for us."""


class AgendaModel(LineModel[AgendaLine]):
    """The lines of the open meeting. A draft line becomes an item when it gets a title."""

    def __init__(self, context: MeetingContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._draft_after = ""
        self.number_lengths: dict[int, int] = {}
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE)
        self._minute.timeout.connect(self.refresh)
        context.bridge.facts_changed.connect(self._on_changed)
        context.bridge.replaced.connect(self.refresh)
        context.body_bridge.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the rows as they are now."""
        records = self._context.bridge.records
        numbering = profile(self._context.body, records).numbering
        lines = lines_of(records, numbering, self._context.clock.local())
        if self._draft_after in records:
            lines = with_draft(lines, records, self._draft_after)
        self.number_lengths = {}
        for line in lines:
            known = self.number_lengths.get(line.depth, 0)
            self.number_lengths[line.depth] = max(known, len(line.number))
        self.show_lines(lines)
        if any(line.minutes is not None for line in lines):
            self._minute.start()
        else:
            self._minute.stop()

    def _on_changed(self, change: Change) -> None:
        if not SHOWN.isdisjoint(tables(change.group)):
            self.refresh()

    # ---- the draft -----------------------------------------------------------------------

    def begin_draft(self, after_id: str) -> QModelIndex:
        """Show an empty line after an item; returns where it is."""
        self._draft_after = after_id
        self.refresh()
        return self.index_of(DRAFT_ID)

    @property
    def has_draft(self) -> bool:
        """Whether a line is being typed that is no item yet."""
        return bool(self._draft_after)

    def end_draft(self) -> None:
        """Take the draft away."""
        self._draft_after = ""
        self.refresh()

    # ---- the model -----------------------------------------------------------------------

    def shown(self, line: AgendaLine, role: int) -> Any:
        """Return title, tooltip and sentence."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken()
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip("\n".join((line.title, *line.said())))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Rename an item, or make one of the draft. An item keeps its title when left empty."""
        line, title = self.line(index), str(value).strip()
        if line is None or role != Qt.ItemDataRole.EditRole or not title:
            return False
        bridge = self._context.bridge
        if line.is_draft:
            group = add_item(bridge.records, self._draft_after, title)
            self._draft_after = ""
            bridge.perform(group)
            self._context.selection.select(group.operations[0].row.id)  # type: ignore[union-attr]
        else:
            bridge.perform(rename_item(bridge.records, line.id, title))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Items are dragged and dropped on; drops between rows go to the root."""
        line = self.line(index)
        if line is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        return _ENABLED if line.is_draft else _ENABLED | _DRAGGED

    # ---- drag and drop -------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        """Items are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Only our own items are taken."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Carry the id of the first item, which takes its sub-items along."""
        data = QMimeData()
        line = self.line(indexes[0]) if indexes else None
        if line is not None:
            data.setData(MIME, QByteArray(line.id.encode()))
            data.setText(line.title)
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Move an item before a row, last (row beyond all), or last under the row dropped on."""
        del column
        if action != Qt.DropAction.MoveAction or not data.hasFormat(MIME):
            return False
        id = bytes(data.data(MIME).data()).decode()
        records = self._context.bridge.records
        if records.find(Item, id) is None:
            return False
        owner_id, index = self._target(id, row, self.line(parent))
        try:
            group = move_to(records, id, owner_id, index)
        except ValueError:  # dropped on itself, or on what stands under it
            return False
        self._context.bridge.perform(group)
        return True

    def _target(self, id: str, row: int, on: AgendaLine | None) -> tuple[str, int]:
        records = self._context.bridge.records
        if row < 0 and on is not None:
            return on.id, len(ordered_items(records, on.id))
        if not 0 <= row < len(self.lines):
            return records.root_id, len(self.lines)
        before = self.lines[row]
        siblings = [each.id for each in records.children(before.owner_id, Item) if each.id != id]
        return before.owner_id, siblings.index(before.id) if before.id in siblings else len(
            siblings
        )
