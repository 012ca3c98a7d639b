"""Lets an action that is marked in one meeting be marked in all that tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcdesk.domain.followed_action import FollowedAction
from kcdesk.services.mirror_action import bring_up_to_date, follow_progress, told_progress

if TYPE_CHECKING:
    from kcdesk.services.plan_shelf import Progress
    from kcdesk.services.session import Change
    from kcdesk.ui.qt.pane import MeetingContext
    from kcdesk.ui.shell.main_window import MainWindow


class FollowedActions(QObject):
    """Listens to every open stream of the window's library; undo and redo are changes as well."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._answering = False
        window.context.sessions.facts_changed.connect(self._on_facts_changed)
        window.meeting_opened.connect(self._on_meeting_opened)

    def _on_facts_changed(self, change: Change) -> None:
        if self._answering:  # these are the answers
            return
        self._answering = True
        try:
            for target, progress in told_progress(change.records, change.group).items():
                self._tell_others(target, progress, change.records.root_id)
        finally:
            self._answering = False

    def _tell_others(self, target: str, progress: Progress, stream_id: str) -> None:
        context = self._window.context
        for other_id, row_id in context.shelf.tellers(target):
            if other_id == stream_id:
                continue
            bridge = context.sessions.bridge(other_id)
            bridge.perform(follow_progress(bridge.records, row_id, progress))
            if other_id != self._shown_id:
                context.sessions.release(other_id)

    @property
    def _shown_id(self) -> str:
        meeting = self._window.meeting
        return meeting.bridge.records.root_id if meeting is not None else ""

    def _on_meeting_opened(self, meeting: MeetingContext | None) -> None:
        """Catch up with what was marked while the meeting could not be told."""
        if meeting is None:
            return
        bridge = meeting.bridge
        targets = [each.target for each in bridge.records.all(FollowedAction) if each.target]
        if targets:
            known = self._window.context.shelf.progress(targets)
            bridge.perform(bring_up_to_date(bridge.records, known))
