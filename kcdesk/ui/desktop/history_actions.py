"""What became of an item, looked at and brought back; versions named."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcdesk.domain.message import Message
from kcdesk.i18n import _, current
from kcdesk.ui.desktop.history_scope import HistoryScope
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
                "name_version",
                MenuPlace.EDIT,
                Message("Name a version…"),
                self.name_version,
                shortcut="Ctrl+S",
                section=1,
                needs_meeting=True,
            ),
            ActionSpec(
                "versions",
                MenuPlace.EDIT,
                Message("Changes since a version…"),
                partial(self.show, HistoryScope.VERSIONS),
                shortcut="Ctrl+Shift+S",
                section=1,
                needs_meeting=True,
            ),
            ActionSpec(
                "history",
                MenuPlace.EDIT,
                Message("History…"),
                partial(self.show, HistoryScope.ITEM),
                "clock",
                "F12",
                section=1,
                needs_meeting=True,
            ),
            ActionSpec(
                "deleted_items",
                MenuPlace.EDIT,
                Message("Deleted items…"),
                partial(self.show, HistoryScope.DELETED),
                "delete",
                "Shift+F12",
                section=1,
                needs_meeting=True,
            ),
        ]

    def show(self, scope: HistoryScope) -> None:
        """Show what became of the item in view; without one, what was deleted."""
        window = self._desktop.window
        if window is None or window.meeting is None:
            return
        from kcdesk.ui.desktop.history_dialog import HistoryDialog

        meeting = window.meeting
        HistoryDialog(meeting, window.tasks, scope, window).open()

    def name_version(self) -> None:
        """Ask what the meeting as it stands is to be called; the time is a name that will do."""
        window = self._desktop.window
        if window is None or window.meeting is None:
            return
        from kcdesk.ui.desktop.version_dialog import VersionDialog

        now = window.context.clock.local()
        VersionDialog(_("Version {clock}", clock=current().clock(now.time())), self._name, window)

    def _name(self, name: str) -> None:
        from kcdesk.services.name_version import name_version

        window = self._desktop.window
        if window is not None and window.meeting is not None and name.strip():
            bridge = window.meeting.bridge
            bridge.close_typing()
            if bridge.perform(name_version(bridge.records, name)):
                said = _("The version “{name}” is kept. See F12.", name=name.strip())
                window.bar.announce(said)
