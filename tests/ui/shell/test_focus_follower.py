"""Wherever the focus goes, it is seen: a list whole, not its row alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kcdesk.ui.shell.focus_follower import FocusFollower


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    page = QWidget()
    column = QVBoxLayout(page)
    for _ in range(30):
        column.addWidget(QLineEdit())
    rows = QListWidget()
    rows.addItems([f"Rad {number}" for number in range(20)])
    rows.setFixedHeight(150)
    rows.setCurrentRow(0)
    column.addWidget(rows)
    for _ in range(30):
        column.addWidget(QLineEdit())
    made = QScrollArea(widgetResizable=True)
    made.setWidget(page)
    FocusFollower(made)
    qtbot.addWidget(made)
    made.resize(400, 400)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def test_a_list_is_seen_whole_from_above_and_from_below(area: QScrollArea) -> None:
    (rows,) = area.findChildren(QListWidget)
    fields = area.findChildren(QLineEdit)
    for before in (fields[0], fields[-1]):
        before.setFocus()
        rows.setFocus()
        QApplication.processEvents()
        place = QRect(rows.mapTo(area.viewport(), rows.rect().topLeft()), rows.size())
        assert area.viewport().rect().contains(place)
