"""What the registers say beside their names: asked in the background, drawn and read aloud."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Qt

from kcdesk.domain.message import Message
from kcdesk.ui.qt.page import PageBadge, PageSpec
from kcdesk.ui.shell.navigation import Navigation
from kcdesk.ui.shell.page_counts import PageCounts
from kcdesk.ui.shell.page_line import BADGE_ROLE


class EmptyShelf:
    def bodies(self):
        return []


def spec(key: str, badge=None) -> PageSpec:
    return PageSpec(key, Message("People"), "people", lambda _context: None, badge=badge)


def test_registers_are_asked_off_the_guis_thread_once_storing_rests(qtbot) -> None:
    seen = []

    def badge(context):
        seen.append((context, threading.current_thread() is threading.main_thread()))
        return PageBadge("2", "2 within a week")

    owner = QObject()
    counts = PageCounts("context", [spec("a", badge), spec("b")], owner, rest=20)
    with qtbot.waitSignal(counts.counted) as told:
        counts.wake("stream", 3, None)
        counts.wake()  # one more commit before it rests: asked once
    assert told.args == ["a", PageBadge("2", "2 within a week")]
    assert seen == [("context", False)]
    counts._runner.finish()


def test_a_badge_is_drawn_and_said_and_goes_again(qtbot) -> None:
    navigation = Navigation(EmptyShelf(), [spec("watch"), spec("bin")])
    qtbot.addWidget(navigation)
    navigation.show()
    pages = navigation._pages
    navigation.show_badge("watch", PageBadge("2 sena", "2 sena", late=True))
    line = pages.item(0)
    assert line.data(BADGE_ROLE).text == "2 sena"
    assert line.data(Qt.ItemDataRole.AccessibleTextRole) == "Personer, 2 sena"
    assert not pages.grab().isNull()
    navigation.show_badge("watch", PageBadge("3", "3 inom en vecka"))
    assert not pages.grab().isNull()
    navigation.show_badge("watch", None)
    assert line.data(BADGE_ROLE) is None
    assert line.data(Qt.ItemDataRole.AccessibleTextRole) == "Personer"
