"""Mötesläge: the item alone, with the agenda thin beside it and the people below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from kcdesk.domain.item import Item
from kcdesk.domain.numbering import ordered_items
from kcdesk.i18n import _
from kcdesk.services.item_clock import go_on, is_running, start_item, stop_item
from kcdesk.services.mark_item import set_done
from kcdesk.services.meeting_clock import clock_at_meeting
from kcdesk.ui.qt.reading import set_reading_scale
from kcdesk.ui.screens.meeting_mode.mode_frame import ModeFrame
from kcdesk.ui.shell.surroundings import Surroundings

if TYPE_CHECKING:
    from datetime import datetime

    from kcdesk.ui.qt.pane import MeetingContext
    from kcdesk.ui.shell.main_window import MainWindow

_READING = 1.2


@runtime_checkable
class ShownCalmly(Protocol):
    """A pane that can put all but the text away."""

    def set_calm(self, *, calm: bool) -> None:
        """Do so, or bring it back."""


class MeetingMode(QObject):
    """Begins and ends for one window; it ends as well when another meeting is opened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._surroundings = Surroundings(window)
        self._frame: ModeFrame | None = None
        self._actions: list[QAction] = []
        window.meeting_opened.connect(self._on_meeting_opened)
        window.destroyed.connect(_read_as_usual)

    @property
    def frame(self) -> ModeFrame | None:
        """What stands around the text, while the mode is on."""
        return self._frame

    def toggle(self) -> None:
        """Begin, or end."""
        if self._frame is None:
            self.begin()
        else:
            self.end()

    def begin(self) -> None:
        """Put everything but the item away."""
        meeting = self._window.meeting
        if meeting is None or self._frame is not None:
            return
        frame = self._frame = ModeFrame(meeting, self)
        self._set_calm(calm=True)
        self._surroundings.put_away("item", frame.head, frame.rail, frame.strip)
        set_reading_scale(_READING)
        self._window.writer.committed.connect(self._on_committed)
        self._add_action(_("Next item"), self.go_on, "Ctrl+Return", "Ctrl+Enter")
        self._add_action(_("The whole window"), self.end, "Escape")
        if not meeting.selection.id:
            self.step(1)
        meeting.selection.write()

    def end(self) -> None:
        """Bring everything back."""
        frame, self._frame = self._frame, None
        if frame is None:
            return
        for action in self._actions:
            self._window.removeAction(action)
            action.deleteLater()
        self._actions = []
        self._window.writer.committed.disconnect(self._on_committed)
        set_reading_scale(1.0)
        self._set_calm(calm=False)
        self._surroundings.bring_back()
        frame.end()

    # ---- what is done in it ----------------------------------------------------------------

    def go_on(self) -> None:
        """Go on to the next item and note the time, if the meeting is held now."""
        meeting = self._window.meeting
        if meeting is None:
            return
        before = meeting.selection.id
        self.step(1)
        records, after = meeting.bridge.records, meeting.selection.id
        at = clock_at_meeting(records, meeting.clock.local())
        if at is not None and after != before and after in records:
            group = go_on(records, before, after, at)
            if group:
                meeting.bridge.perform(group)
        meeting.selection.write()

    def step(self, by: int) -> None:
        """Go to the next item or the one before; no time is noted."""
        meeting = self._window.meeting
        if meeting is None:
            return
        ids = [item.id for item in ordered_items(meeting.bridge.records)]
        here = meeting.selection.id
        at = ids.index(here) + by if here in ids else 0
        if 0 <= at < len(ids):
            meeting.selection.select(ids[at])
            meeting.selection.write()

    def toggle_done(self) -> None:
        """Tick the item off, or take it up again."""
        found = self._item()
        if found is not None:
            meeting, item = found
            meeting.bridge.perform(set_done(meeting.bridge.records, item.id, not item.done))

    def toggle_clock(self) -> None:
        """Note that the item begins, or ends."""
        found = self._item()
        if found is None:
            return
        meeting, item = found
        records = meeting.bridge.records
        at = clock_at_meeting(records, meeting.clock.local())
        if at is None:
            self._window.bar.announce(_("The meeting is not held now: no time is noted."))
            return
        verb = stop_item if is_running(item) else start_item
        meeting.bridge.perform(verb(records, item.id, at))

    # ---- inside ------------------------------------------------------------------------------

    def _set_calm(self, *, calm: bool) -> None:
        workspace = self._window.workspace
        for panel in workspace.panes.values() if workspace is not None else ():
            if isinstance(panel, ShownCalmly):
                panel.set_calm(calm=calm)

    def _item(self) -> tuple[MeetingContext, Item] | None:
        meeting = self._window.meeting
        item = meeting.bridge.records.find(Item, meeting.selection.id) if meeting else None
        return None if meeting is None or item is None else (meeting, item)

    def _add_action(self, text: str, run: object, *keys: str) -> None:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.triggered.connect(run)
        self._window.addAction(action)
        self._actions.append(action)

    def _on_committed(self, _stream_id: str, _seq: int, at: datetime) -> None:
        if self._frame is not None:
            zone = self._window.context.clock.local().tzinfo
            self._frame.show_saved(at.astimezone(zone))

    def _on_meeting_opened(self, _meeting: object) -> None:
        self.end()


def _read_as_usual() -> None:
    set_reading_scale(1.0)
