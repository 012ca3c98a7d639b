"""Long work in the status line."""

from __future__ import annotations

from threading import Event

from kcdesk.domain.message import Message
from kcdesk.ui.qt.task_runner import TaskRunner
from kcdesk.ui.shell.task_view import TaskView


def test_the_newest_is_shown_until_it_ends(qtbot) -> None:
    runner, ends = TaskRunner(), [Event(), Event()]
    view = TaskView(runner)
    qtbot.addWidget(view)

    def work(number: int):
        def wait(progress) -> None:
            assert ends[number].wait(20)
            progress.report(0.5)

        return wait

    older = runner.start(Message("older"), work(0))
    newer = runner.start(Message("newer"), work(1))
    with qtbot.waitSignal(older.ended):
        ends[0].set()
    assert not view.isHidden()
    assert view._text.text() == "newer"
    assert view._bar.maximum() == 0  # what the older one has done is no part of it
    with qtbot.waitSignal(newer.ended):
        ends[1].set()
    assert view.isHidden()
