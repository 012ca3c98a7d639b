"""What passes beneath the content covers nothing and gives way to typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kcdesk.ui.widgets.passing_bar import SHOWN_FOR, STAYS_FOR, PassingBar
from tests.ui.pressing import press, press_key


class Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.field, self.bar = QLineEdit(), PassingBar(self)
        column = QVBoxLayout(self)
        column.addWidget(self.field, 1)
        column.addWidget(self.bar)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = Page()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_news_go_when_one_types_on(page: Page) -> None:
    page.bar.announce("1.pdf är skriven.", "Öppna den")
    assert page.bar._timer.interval() == SHOWN_FOR
    press_key(page.field, Qt.Key.Key_Right)
    press_key(page.field, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert page.bar.isVisible()
    press(page.field, "a")
    assert not page.bar.isVisible()
    assert page.field.text() == "a"


def test_what_can_be_undone_stays_its_whole_time(page: Page, qtbot: QtBot) -> None:
    undone = []
    page.bar.announce("Ärendet är borta.", "Ångra", lambda: undone.append("x"), stays=True)
    assert page.bar._timer.interval() == STAYS_FOR >= 10_000
    press(page.field, "abc")
    assert page.bar.isVisible()
    page.bar._button.click()
    assert undone == ["x"]
    assert not page.bar.isVisible()
    page.bar.announce("Igen", stays=True)
    with qtbot.waitSignal(page.bar._timer.timeout):
        page.bar._timer.start(0)
    assert not page.bar.isVisible()


def test_it_covers_nothing(page: Page, qtbot: QtBot) -> None:
    page.bar.announce("Klart.")
    qtbot.waitUntil(lambda: page.bar.y() > 0)
    assert not page.bar.geometry().intersects(page.field.geometry())
