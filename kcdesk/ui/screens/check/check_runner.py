"""Runs the checks while nobody types: a step at a time, begun anew by each change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kcdesk.services.session import Change
from kcdesk.ui.qt.checking import check_context, read_around
from kcdesk.ui.qt.pane import MeetingContext

if TYPE_CHECKING:
    from kcdesk.services.check.context import CheckContext
    from kcdesk.services.check.finding import Finding
    from kcdesk.services.check.neighbour import Neighbours

PAUSE = 700
"""Milliseconds without any change before the checks begin: longer than between two words."""


TURN = 0.004
"""Seconds that a turn takes at the most: less than it takes to show a key."""


class CheckRunner(QObject):
    """``found`` carries all findings, gravest first, each time that the checks have run.

    A run takes many short turns of the event loop, so that a key pressed meanwhile waits for one
    of them at the most; what it had found is then thrown away.
    """

    found = Signal(object)

    def __init__(
        self,
        context: MeetingContext,
        missing_glyphs: Callable[[str], tuple[str, ...]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._missing_glyphs = missing_glyphs
        self._neighbours: Neighbours | None = None
        self._steps: Iterator[Finding | None] = iter(())
        self._findings: list[Finding] = []
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._begin)
        self._turn.timeout.connect(self._go_on)
        for bridge in (context.bridge, context.body_bridge):
            bridge.changed.connect(self._on_changed)
            bridge.replaced.connect(self.look_around)
        context.bridge.left.connect(self.stop)
        self.run_soon()

    @property
    def is_running(self) -> bool:
        """Whether findings are still to come."""
        return self._pause.isActive() or self._turn.isActive()

    def run_soon(self) -> None:
        """Run once nothing has changed for a while."""
        self._turn.stop()
        self._pause.start()

    def stop(self) -> None:
        """Run no more: the meeting was let go, and the library may be closed."""
        self._pause.stop()
        self._turn.stop()

    def run_now(self) -> None:
        """Run to the end at once: somebody waits for it."""
        self._begin()
        while self._turn.isActive():
            self._go_on()

    def look_around(self) -> None:
        """Run soon, and ask the library anew what stands around the meeting."""
        self._neighbours = None
        self.run_soon()

    def _on_changed(self, change: Change) -> None:
        if change.records.root_id in change.touched:
            self._neighbours = None  # another day has others before and after it
        self.run_soon()

    def _begin(self) -> None:
        from kcdesk.services.check.run import in_steps

        self._pause.stop()
        if self._context.bridge.is_left:  # a panel made late, by a window that was about to go
            return
        self._findings = []
        self._steps = in_steps(self._made())
        self._turn.start()

    def _go_on(self) -> None:
        from kcdesk.services.check.run import ordered

        end = perf_counter() + TURN
        for found in self._steps:
            if found is not None:
                self._findings.append(found)
            if perf_counter() > end:
                self._turn.start()
                return
        self._turn.stop()
        self.found.emit(ordered(self._findings))

    def _made(self) -> CheckContext:
        if self._neighbours is None:
            self._neighbours = read_around(self._context)
        return check_context(self._context, self._missing_glyphs, self._neighbours)
