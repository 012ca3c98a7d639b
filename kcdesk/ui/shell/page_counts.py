"""Asks the registers what they have to say beside their names, when nobody is kept waiting."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kcdesk.domain.message import Message
from kcdesk.ui.qt.page import LibraryContext, PageBadge, PageSpec
from kcdesk.ui.qt.task_runner import Progress, TaskRunner

REST = 2_000
"""Milliseconds without anything stored, after which the library is read again."""

HOUR = 3_600_000
"""What was soon may be late without anything stored: a new day has begun."""

Badges = dict[str, PageBadge | None]


class PageCounts(QObject):
    """``counted`` carries a register's key and its badge, or None.

    Reads off the GUI's thread, one after the other, once storing rests.
    """

    counted = Signal(str, object)

    def __init__(
        self, context: LibraryContext, pages: Sequence[PageSpec], parent: QObject, rest: int = REST
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._pages = [page for page in pages if page.badge is not None]
        self._runner = TaskRunner(self)
        self._rest = QTimer(self, singleShot=True, interval=rest)
        self._rest.timeout.connect(self._ask)
        self._hour = QTimer(self, interval=HOUR)
        self._hour.timeout.connect(self.wake)
        self._hour.start()

    def wake(self, *_stored: object) -> None:
        """Ask again when storing has come to rest."""
        self._rest.start()

    def _ask(self) -> None:
        task = self._runner.start(Message("Counting"), partial(_badges, self._pages, self._context))
        task.done.connect(self._on_counted)

    def _on_counted(self, badges: Badges) -> None:
        for key, badge in badges.items():
            self.counted.emit(key, badge)


def _badges(pages: Sequence[PageSpec], context: LibraryContext, progress: Progress) -> Badges:
    """Ask each register; on a worker's thread."""
    found: Badges = {}
    for page in pages:
        progress.report(0)  # ends here where the window has gone
        if page.badge is not None:
            found[page.key] = page.badge(context)
    return found
