"""Long work off the GUI's thread."""

from __future__ import annotations

import sys
import threading

import pytest

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.ui.qt.task_runner import Cancelled, Progress, TaskRunner

LABEL = Message("Work")


@pytest.fixture
def runner(qapp):
    made = TaskRunner()
    yield made
    made.finish()


def test_work_runs_elsewhere_and_comes_back_here(runner, qtbot) -> None:
    followed = threading.Event()

    def work(progress: Progress) -> str:
        assert followed.wait(20)
        progress.report(0.5)
        return threading.current_thread().name

    here, parts, came = threading.current_thread().name, [], []
    task = runner.start(LABEL, work)
    task.progressed.connect(parts.append)
    task.done.connect(lambda result: came.append((result, threading.current_thread().name)))
    with qtbot.waitSignal(task.ended):
        followed.set()
    assert came[0][0] != here
    assert came[0][1] == here
    assert parts == [0.5]


def test_trouble_for_people_is_told(runner, qtbot) -> None:
    def work(_progress: Progress) -> None:
        raise UserFacingError(Message("The disk is full."))

    told = []
    task = runner.start(LABEL, work)
    task.failed.connect(told.append)
    with qtbot.waitSignal(task.ended):
        pass
    assert [str(error) for error in told] == ["The disk is full."]


def test_a_bug_reaches_the_hook_on_this_thread(runner, qtbot, monkeypatch) -> None:
    def work(_progress: Progress) -> None:
        raise RuntimeError("bug")

    seen = []
    monkeypatch.setattr(
        sys, "excepthook", lambda kind, *_rest: seen.append((kind, threading.current_thread()))
    )
    task = runner.start(LABEL, work)
    with qtbot.waitSignal(task.ended):
        pass
    assert seen == [(RuntimeError, threading.main_thread())]


def test_work_that_is_cancelled_ends_without_result(runner, qtbot) -> None:
    entered, go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        entered.set()
        go_on.wait()
        progress.report(0.5)

    told = []
    task = runner.start(LABEL, work)
    task.done.connect(told.append)
    task.failed.connect(told.append)
    entered.wait()
    task.cancel()
    with qtbot.waitSignal(task.ended):
        go_on.set()
    assert not told


def test_a_report_after_cancelling_raises() -> None:
    progress = Progress(lambda _part: None)
    progress.cancel()
    with pytest.raises(Cancelled):
        progress.report(1)
