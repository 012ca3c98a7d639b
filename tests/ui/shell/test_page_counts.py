"""What the registers say beside their names: asked in the background, drawn and read aloud."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter

from kcdesk.domain.message import Message
from kcdesk.ui.qt.page import PageBadge, PageSpec
from kcdesk.ui.shell import page_line
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


def test_a_badge_too_long_for_its_line_is_a_number_with_a_sign(qtbot, theme, monkeypatch) -> None:
    navigation = Navigation(EmptyShelf(), [spec("watch")])
    qtbot.addWidget(navigation)
    drawn, signs = [], []
    real = QPainter.drawText
    monkeypatch.setattr(
        QPainter, "drawText", lambda painter, *what: (drawn.append(what[-1]), real(painter, *what))
    )
    monkeypatch.setattr(page_line, "draw_icon", lambda _painter, name, *_how: signs.append(name))
    navigation.show_badge("watch", PageBadge("240 sena", "240 sena", late=True, short="240"))
    navigation._pages.resize(400, 40)
    navigation._pages.grab()
    assert (drawn, signs) == (["240 sena"], [])
    drawn.clear()
    navigation._pages.resize(120, 40)
    navigation._pages.grab()
    assert (drawn, signs) == (["240"], ["warning"])
