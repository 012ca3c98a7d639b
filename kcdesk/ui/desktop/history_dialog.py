"""What became of an item, step by step, with what each step wrote and struck; any is restored.

Or the items that were deleted from the meeting, or what changed since each version of it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.i18n import _, current, render
from kcdesk.services.edit_agenda import name_of
from kcdesk.services.field_change import field_changes
from kcdesk.services.item_history import (
    ItemStep,
    changed_since_versions,
    deleted_items,
    item_history,
)
from kcdesk.services.item_state import State, names_in, state_of, state_text
from kcdesk.services.restore_item import restore_item
from kcdesk.services.word_changes import word_changes
from kcdesk.ui.desktop.change_text import ChangeText
from kcdesk.ui.desktop.change_word import change_lines, field_label, stated, stated_whole
from kcdesk.ui.desktop.history_scope import HistoryScope
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.screen_room import within_screen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kcdesk.domain.records import Records
    from kcdesk.services.ports import Journal, LogEntry
    from kcdesk.ui.qt.pane import MeetingContext
    from kcdesk.ui.qt.task_runner import Progress, TaskRunner

    Reading = Callable[[Records, Sequence[LogEntry]], tuple[ItemStep, ...]]


class HistoryDialog(QDialog):
    """The steps at the left, newest first; what the chosen one changed at the right."""

    def __init__(
        self,
        context: MeetingContext,
        tasks: TaskRunner,
        scope: HistoryScope,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._tasks = tasks
        here = context.selection.id if context.selection.id in context.bridge.records else ""
        self._item_id = here if scope is HistoryScope.ITEM else ""
        self._versions = scope is HistoryScope.VERSIONS
        self.steps: tuple[ItemStep, ...] = ()
        self.list = QListWidget(self)
        self.changes = ChangeText(self)
        self._beside = QSplitter(Qt.Orientation.Horizontal, self)
        self.told = PlainLabel(_("The history is being read…"), self, wraps=True)
        self.restore_button = QPushButton(_("Restore this"), self)
        self.close_button = QPushButton(_("Close"), self, autoDefault=False)
        self._build_ui()
        self._connect()
        self.refresh()

    def _build_ui(self) -> None:
        title = self._title()
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(within_screen(self, QSize(112 * GRID, 70 * GRID)))
        heading = PlainLabel(title, self, wraps=True)
        set_role(heading, WidgetRole.TITLE)
        set_role(self.told, WidgetRole.SOFT)
        set_role(self.restore_button, WidgetRole.PRIMARY)
        self.list.setAccessibleName(_("Steps, newest first"))
        self.list.setWordWrap(True)  # Qt's own signature
        self.list.setMinimumWidth(34 * GRID)
        self.list.setSpacing(GRID // 4)
        beside = self._beside
        beside.setChildrenCollapsible(False)
        beside.addWidget(self.list)
        beside.addWidget(self.changes)
        beside.setStretchFactor(1, 1)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.restore_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.close_button, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        self.restore_button.setDefault(True)
        layout = self._lines = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(heading)
        layout.addWidget(beside, 1)
        layout.addWidget(self.told)
        layout.addStretch()
        layout.addWidget(buttons)
        self.list.setFocus()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.restore_button.clicked.connect(self._on_restore)
        self._context.bridge.changed.connect(self._on_changed)
        self._context.bridge.refused.connect(self._on_refused)

    def _title(self) -> str:
        item = self._context.bridge.records.find(Item, self._item_id)
        if self._versions:
            return _("Changes since each version")
        if item is None:
            return _("Deleted items")
        return render(Message("History of “{name}”", {"name": name_of(item)}))

    # ---- reading ---------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the history again, off the window's thread."""
        bridge = self._context.bridge
        bridge.close_typing()
        work = partial(
            _read, self._context.journal, bridge.records, bridge.session.seq, self._reading()
        )
        task = self._tasks.start(Message("Reading the history"), work)
        task.done.connect(self._show_steps)
        task.failed.connect(self._on_refused)

    def _reading(self) -> Reading:
        if self._versions:
            return changed_since_versions
        return partial(item_history, item_id=self._item_id) if self._item_id else deleted_items

    def _show_steps(self, steps: tuple[ItemStep, ...]) -> None:
        self.steps = steps
        self.list.blockSignals(True)  # noqa: FBT003  # Qt's own signature
        self.list.clear()
        self.list.addItems([self._line(step) for step in steps])
        self.list.blockSignals(False)  # noqa: FBT003
        self._beside.setVisible(bool(steps))
        self.restore_button.setVisible(bool(steps))
        self._lines.setStretchFactor(self.told, 0 if steps else 1)
        middle, left = Qt.AlignmentFlag.AlignCenter, Qt.AlignmentFlag.AlignLeft
        self.told.setAlignment(left if steps else middle)
        if steps:
            self.list.setCurrentRow(0)
        else:
            self.close_button.setFocus()
        self._on_row_changed(self.list.currentRow())

    def _line(self, step: ItemStep) -> str:
        if self._versions and step.item_id:
            return f"    {render(step.label)}"
        zone = self._context.clock.local().tzinfo
        at, since = step.at.astimezone(zone), step.since.astimezone(zone)
        clock = current().clock(at.time())
        begun = current().clock(since.time())
        when = clock if begun == clock else f"{begun}–{clock}"
        parts = (current().long_day(at.date()), when, step.author)
        return f"{render(step.label)}\n{' · '.join(part for part in parts if part)}"

    def _on_row_changed(self, row: int) -> None:
        step = self.steps[row] if 0 <= row < len(self.steps) else None
        if step is None:
            self.changes.clear()
        else:
            names = names_in(self._context.bridge.records)
            value = stated if step.before and step.after else stated_whole
            before, after = (
                state_text(each, names, field_label, value) for each in (step.before, step.after)
            )
            fields = change_lines(field_changes(step.before, step.after), names, step.item_id)
            self.changes.show_changes(word_changes(before, after), fields)
        self.restore_button.setEnabled(step is not None and self._would_change(step))
        self.told.setText(self._explanation(step))

    def _explanation(self, step: ItemStep | None) -> str:
        if self._versions:
            return self._since(step)
        if step is None:
            return "" if self._item_id else _("No item of this meeting was deleted.")
        if not step.is_kept:
            return _("What was done up to then was destroyed for good and cannot be restored.")
        if not self._item_id:
            return _("Restoring puts the item back on the agenda; it can be undone.")
        said = (
            _("Restoring makes the item as it was after this step; it can be undone.")
            if self._would_change(step)
            else _("This is how the item stands now.")
        )
        if self.changes.accessibleDescription():
            return said
        unchanged = _("The step changed nothing in the item itself.")
        return f"{unchanged} {said}"

    def _since(self, step: ItemStep | None) -> str:
        if step is None:
            return _("No version has a name yet. Ctrl+S names one.")
        if not step.item_id:
            return _("Below it stand the items that have changed since.")
        if not step.before:
            return _("The item was not there yet.")
        return _("Restoring makes the item as it was in this version; it can be undone.")

    # ---- restoring -------------------------------------------------------------------------

    def _state(self, step: ItemStep) -> State:
        if self._versions:
            return step.before
        return step.after or step.before

    def _would_change(self, step: ItemStep) -> bool:
        state = self._state(step)
        return bool(state) and bool(restore_item(self._context.bridge.records, state))

    def _on_restore(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self.steps) and self._would_change(self.steps[row]):
            step = self.steps[row]
            self.list.setFocus()
            self._context.bridge.perform(
                restore_item(self._context.bridge.records, self._state(step))
            )
            if state_of(self._context.bridge.records, step.item_id):
                self._context.selection.select(step.item_id)

    def _on_changed(self, _change: object) -> None:
        self.refresh()

    def _on_refused(self, error: UserFacingError) -> None:
        said = (error.happened, error.remedy)
        self.told.setText(" ".join(render(each) for each in said if each))


def _read(
    journal: Journal, records: Records, seq: int, reading: Reading, _progress: Progress
) -> tuple[ItemStep, ...]:
    """Read the log up to what the rows show."""
    entries = [entry for entry in journal.history(records.root_id) if entry.seq <= seq]
    return reading(records, entries)
