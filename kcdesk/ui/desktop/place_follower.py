"""Leads to any place of the open meeting: the panel to the front, the caret into the field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from kcdesk.ui.qt.pane import MeetingContext
    from kcdesk.ui.shell.main_window import MainWindow

BODY = "body"
"""Not a panel: the page of the meeting's body."""


@runtime_checkable
class ShowsPlaces(Protocol):
    """A panel that can lead to its rows and fields."""

    def show_place(self, row_id: str, field: str) -> None:
        """Put the focus on a row, or on a field of it; else on what is nearest."""


class PlaceFollower(QObject):
    """Follows what the meeting in view is asked to show."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.meeting_opened.connect(self._on_meeting_opened)

    def _on_meeting_opened(self, meeting: MeetingContext | None) -> None:
        if meeting is not None:
            meeting.selection.place_wanted.connect(self._on_place_wanted)

    def _on_place_wanted(self, key: str, row_id: str, field: str) -> None:
        workspace, meeting = self._window.workspace, self._window.meeting
        if workspace is None or meeting is None:
            return
        if key == BODY:
            pane = self._window.open_body(meeting.body.root_id)
        else:
            pane = workspace.reveal(key)
        if isinstance(pane, ShowsPlaces):
            pane.show_place(row_id, field)
        else:
            self._window.ring.enter(pane)
