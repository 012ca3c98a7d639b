"""What the window has beside its content: menus, status line, passing bar, undo, long work.

The menus' titles and the status line are in the first picture; the rest is made when first asked
for, as nobody can see it before.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from kcdesk.i18n import _
from kcdesk.ui.shell.menus import Menus
from kcdesk.ui.shell.status_line import StatusLine

if TYPE_CHECKING:
    from kcdesk.ui.qt.task_runner import TaskRunner
    from kcdesk.ui.shell.undo_actions import UndoActions
    from kcdesk.ui.widgets.passing_bar import PassingBar


class FurnishedWindow(QMainWindow):
    """A main window with a column for its content."""

    def __init__(self, *, read_only: bool) -> None:
        super().__init__()
        self._central = QWidget()
        self._column = QVBoxLayout(self._central)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setCentralWidget(self._central)
        self.status_line = StatusLine(read_only=read_only, parent=self)
        self.setStatusBar(self.status_line)
        self.menus = Menus(self.menuBar())

    @cached_property
    def bar(self) -> PassingBar:
        """The bar beneath the content: what happened, and the way to take it back."""
        from PySide6.QtCore import Qt

        from kcdesk.ui.widgets.passing_bar import PassingBar

        bar = PassingBar(self._central)
        self._column.addWidget(bar, 0, Qt.AlignmentFlag.AlignHCenter)
        return bar

    def add_beneath(self, widget: QWidget) -> None:
        """Put a bar beneath the content."""
        self._column.addWidget(widget)

    @cached_property
    def tasks(self) -> TaskRunner:
        """Long work, shown in the status line."""
        from kcdesk.ui.qt.task_runner import TaskRunner
        from kcdesk.ui.shell.task_view import TaskView

        tasks = TaskRunner(self)
        self.status_line.addPermanentWidget(TaskView(tasks))
        return tasks

    @cached_property
    def undo(self) -> UndoActions:
        """Undo and redo of what is in view."""
        from kcdesk.ui.shell.undo_actions import UndoActions

        undo = UndoActions(self)
        undo.removed.connect(self._on_removed)
        return undo

    def _on_removed(self, step: str) -> None:
        self.bar.announce(step, _("Undo"), self.undo.way_back(), stays=True)
