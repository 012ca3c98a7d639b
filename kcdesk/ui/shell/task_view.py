"""Long work in the status line: what it is, how far it is, and the way to cancel it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from kcdesk.i18n import _, render
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.task_runner import Task, TaskRunner
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role


class TaskView(QWidget):
    """Hidden while nothing runs. Of several tasks the newest is shown."""

    def __init__(self, runner: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._text = PlainLabel()
        self._bar = QProgressBar(textVisible=False, maximum=0)
        self._bar.setFixedWidth(96)
        self._bar.setAccessibleName(_("Progress"))
        self._cancel = QPushButton(_("Cancel"))
        set_role(self._cancel, WidgetRole.QUIET)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for widget in (self._text, self._bar, self._cancel):
            layout.addWidget(widget)
        self._cancel.clicked.connect(self._on_cancel)
        runner.started.connect(self._on_started)
        self.hide()

    def _on_started(self, task: Task) -> None:
        self._task = task
        self._text.setText(render(task.label))
        self._bar.setMaximum(0)
        task.progressed.connect(partial(self._on_progressed, task))
        task.ended.connect(partial(self._on_ended, task))
        self.show()

    def _on_progressed(self, task: Task, part: float) -> None:
        if task is not self._task:
            return
        self._bar.setMaximum(100)
        self._bar.setValue(round(part * 100))

    def _on_cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _on_ended(self, task: Task) -> None:
        if task is self._task:  # else a newer one is still shown
            self._task = None
            self.hide()
