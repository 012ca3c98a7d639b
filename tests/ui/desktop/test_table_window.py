"""A second window follows what is written, word by word, and never shows a secret."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kcdesk.domain.item import Item
from kcdesk.ui.screens.table.table_window import TableWindow
from tests.ui.pressing import press, press_key

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(desktop, sample_path, qtbot):
    desktop.start(sample_path)
    shown = desktop.window
    front(shown, qtbot)
    shown.meeting.selection.select(item(shown, "Gemensam digital handlingsplan").id)
    return shown


@pytest.fixture
def table(window, qtbot) -> TableWindow:
    press_key(window, K.Key_F11, SHIFT)
    (made,) = window.findChildren(TableWindow)
    qtbot.waitUntil(made.isVisible)
    yield made
    for each in window.findChildren(TableWindow):
        each.close()


def front(widget: QWidget, qtbot) -> None:
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def item(window, name: str) -> Item:
    records = window.meeting.bridge.records
    return next(each for each in records.all(Item) if each.name == name)


def test_it_shows_heading_proposal_and_decision(table: TableWindow) -> None:
    assert "§ 56  Gemensam digital handlingsplan" in table.text
    assert "Förslag till beslut" in table.text
    assert "att ställa sig bakom handlingsplanen" in table.text
    assert not table.grab().isNull()


def test_it_follows_what_is_written(window, table: TableWindow, qtbot) -> None:
    front(window, qtbot)
    window.meeting.selection.write()
    text = QApplication.focusWidget()
    press(text, "\n/beslut Styrelsen tackar alla")
    press_key(text, K.Key_Return)
    qtbot.waitUntil(lambda: "Styrelsen tackar alla" in table.text)
    other = item(window, "Mötets öppnande")
    window.meeting.selection.select(other.id)
    assert "§ 52  Mötets öppnande" in table.text


def test_a_secret_item_is_not_shown(window, table: TableWindow) -> None:
    secret = item(window, "Upphandling av lönesystem")
    window.meeting.selection.select(secret.id)
    assert "§ 58" in table.text
    assert "sekretess" in table.text
    assert len(table.text.splitlines()) <= 3


def test_long_text_is_set_smaller(table: TableWindow) -> None:
    table.resize(1400, 1000)
    large = size(table)
    table.resize(700, 420)
    assert size(table) < large


def size(table: TableWindow) -> int:
    return table.document.firstBlock().begin().fragment().charFormat().font().pixelSize()


def test_the_key_takes_it_away_again_and_so_does_esc(window, table: TableWindow, qtbot) -> None:
    front(window, qtbot)
    press_key(window, K.Key_F11, SHIFT)
    qtbot.waitUntil(lambda: not window.findChildren(TableWindow))
    press_key(window, K.Key_F11, SHIFT)
    (made,) = window.findChildren(TableWindow)
    front(made, qtbot)
    press_key(made, K.Key_F11)
    assert made.isFullScreen()
    press_key(made, K.Key_F11)
    assert not made.isFullScreen()
    press_key(made, K.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(TableWindow))


def test_it_goes_with_its_meeting(window, table: TableWindow, qtbot) -> None:
    window.open_page("people")
    qtbot.waitUntil(lambda: not window.findChildren(TableWindow))


def test_without_an_item_the_body_is_named(window, table: TableWindow) -> None:
    window.meeting.selection.select("")
    assert table.text == "Styrelsen"
