"""Head, rail and strip together; they follow the rows, the item in view and the clock."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.screens.meeting_mode.item_rail import ItemRail
from kcdesk.ui.screens.meeting_mode.mode_head import ModeHead
from kcdesk.ui.screens.meeting_mode.presence_strip import PresenceStrip

_TICK = 5_000  # milliseconds: the minute is never late by more


class ModeFrame(QObject):
    """The window puts the three widgets around the text and takes them away again."""

    def __init__(self, context: MeetingContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.head = ModeHead(context)
        self.rail = ItemRail(context)
        self.strip = PresenceStrip(context)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK)
        self._tick.timeout.connect(self.tell_time)
        self._tick.start()
        context.bridge.facts_changed.connect(self.refresh)
        context.bridge.replaced.connect(self.refresh)
        context.selection.selected.connect(self.refresh)
        self.refresh()

    def refresh(self, _what: object = None) -> None:
        """Show all of it anew; typing alone brings nobody here."""
        self.strip.refresh()
        self.tell_time()

    def tell_time(self) -> None:
        """Show what depends on the time of day."""
        now = self._context.clock.local()
        self.head.refresh(now)
        self.rail.refresh(now)

    def show_saved(self, at: datetime) -> None:
        """All is on disk since a moment (local time)."""
        self.head.show_saved(at)

    def end(self) -> None:
        """Stop following; the widgets go."""
        self._tick.stop()
        self._context.bridge.facts_changed.disconnect(self.refresh)
        self._context.bridge.replaced.disconnect(self.refresh)
        self._context.selection.selected.disconnect(self.refresh)
        for widget in (self.head, self.rail, self.strip):
            widget.hide()
            widget.deleteLater()
        self.deleteLater()
