"""What became of an item, looked at and brought back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcdesk.domain.message import Message
from kcdesk.ui.qt.action import ActionSpec, MenuPlace

if TYPE_CHECKING:
    from kcdesk.ui.desktop.desktop import Desktop


class HistoryActions(QObject):
    """The history of the item in view, and the items that were deleted."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop

    def specs(self) -> list[ActionSpec]:
        """Return the menu entries."""
        return [
            ActionSpec(
                "history",
                MenuPlace.EDIT,
                Message("History…"),
                partial(self.show_history, deleted=False),
                "undo",
                "F12",
                section=1,
                needs_meeting=True,
            ),
            ActionSpec(
                "deleted_items",
                MenuPlace.EDIT,
                Message("Deleted items…"),
                partial(self.show_history, deleted=True),
                "delete",
                "Shift+F12",
                section=1,
                needs_meeting=True,
            ),
        ]

    def show_history(self, *, deleted: bool) -> None:
        """Show what became of the item in view; without one, or where asked, what was deleted."""
        window = self._desktop.window
        if window is None or window.meeting is None:
            return
        from kcdesk.ui.desktop.history_dialog import HistoryDialog

        meeting = window.meeting
        item_id = "" if deleted else meeting.selection.id
        HistoryDialog(meeting, window.tasks, item_id, window).open()
