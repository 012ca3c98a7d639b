"""Makes the PDFs of what goes out for signature, in the background, and keeps them beside the seal.

Also those that a crash kept from being made: whenever a meeting is opened or read again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcdesk.domain.message import Message
from kcdesk.ui.widgets.error_box import show_error

if TYPE_CHECKING:
    from kcdesk.services.bundle import MeetingBundle
    from kcdesk.services.sealer import Sealer
    from kcdesk.ui.qt.pane import MeetingContext
    from kcdesk.ui.qt.task_runner import Progress
    from kcdesk.ui.shell.main_window import MainWindow

Prints = Callable[["MeetingBundle"], tuple[bytes, bytes]]
"""Returns the internal and the public PDF of a meeting."""


class SealedPrints(QObject):
    """Follows the meeting in view."""

    def __init__(self, window: MainWindow, prints: Prints) -> None:
        super().__init__(window)
        self._window = window
        self._prints = prints
        self._under_way: set[str] = set()
        self._followed: MeetingContext | None = None

    def follow(self, meeting: MeetingContext | None) -> None:
        """Look after another meeting from now on."""
        self._followed = meeting
        if meeting is not None:
            meeting.bridge.replaced.connect(partial(self._look, meeting))
            meeting.bridge.left.connect(self._on_left)
            self._look(meeting)

    def _on_left(self) -> None:
        """The window goes: what has just become ready finds a closed library."""
        self._followed = None

    def _look(self, meeting: MeetingContext) -> None:
        from kcdesk.domain.lock import sent_approvals

        marks = {each.fingerprint for each in sent_approvals(meeting.bridge.records)}
        if not marks - self._under_way:
            return
        sealer, meeting_id = meeting.shelf.sealer, meeting.bridge.records.root_id
        for text in sealer.versions(meeting_id):
            wanted = text.fingerprint in marks and not text.internal_sha256
            if wanted and text.fingerprint not in self._under_way:
                self._start(meeting, text.fingerprint)

    def _start(self, meeting: MeetingContext, fingerprint: str) -> None:
        self._under_way.add(fingerprint)
        work = partial(_work, self._prints, meeting.shelf.sealer, meeting.bundle(), fingerprint)
        task = self._window.tasks.start(Message("Making the PDFs to sign"), work)
        task.done.connect(partial(self._on_done, meeting))
        task.failed.connect(partial(show_error, self._window))

    def _on_done(self, meeting: MeetingContext, _nothing: object) -> None:
        """Let the panels show where the PDFs are."""
        if self._followed is meeting:
            meeting.bridge.replaced.emit()


def _work(
    prints: Prints, sealer: Sealer, snapshot: MeetingBundle, fingerprint: str, _progress: Progress
) -> None:
    sealer.keep_prints(fingerprint, *prints(snapshot))
