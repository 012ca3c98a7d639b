"""Noting by hand that the kallelse was sent, and what has come to the agenda since."""

from __future__ import annotations

import json
from datetime import date

import pytest
from PySide6.QtCore import Qt

from kcdesk import i18n
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.summons import Summons
from kcdesk.services.edit_agenda import add_item
from kcdesk.ui.screens.head.summons_rows import SummonsRows
from tests.ui.screens.meeting import TODAY, body, context, meeting


@pytest.fixture
def opened(qtbot):
    i18n.use("en")
    desk = context(meeting(first_paragraph=52), body())
    rows = SummonsRows(desk)
    qtbot.addWidget(rows)
    rows.show()
    rows.refresh()
    yield rows, desk
    i18n.use("sv")


def press(qtbot, rows) -> None:
    rows.send_button.setFocus()
    qtbot.keyClick(rows.send_button, Qt.Key.Key_Space)
    rows.refresh()


def test_it_is_kept_as_sent_with_its_day(qtbot, opened):
    rows, desk = opened
    assert rows.send_button.text() == "The summons was sent"
    rows.day_edit.show_day(date(2026, 11, 2))
    press(qtbot, rows)
    (row,) = desk.bridge.records.all(Summons)
    assert (row.sent_on, len(row.items)) == (date(2026, 11, 2), 3)
    kept = json.loads(desk.shelf.kept)
    assert {each["table"] for each in kept["meeting"]} >= {"meeting", "item", "participant"}
    (shown,) = rows.column.rows.values()
    assert shown.words.text() == "Summons sent 2026-11-02 · 3 items"
    assert rows.send_button.text() == "A supplementary one was sent"
    assert not rows.since_label.isVisible()


def test_what_comes_later_is_counted_and_may_be_sent_too(qtbot, opened):
    rows, desk = opened
    press(qtbot, rows)
    desk.bridge.perform(add_item(desk.bridge.records, None, "Nytt"))
    rows.refresh()
    assert rows.since_label.text() == "1 item is not in the summons."
    press(qtbot, rows)
    assert all(each.announced for each in desk.bridge.records.all(Item))
    last = list(rows.column.rows.values())[-1]
    assert last.words.text() == f"Supplementary summons sent {TODAY} · 1 item"
    last.remove_button.click()
    assert len(desk.bridge.records.all(Summons)) == 1
    desk.bridge.undo()
    assert len(desk.bridge.records.all(Summons)) == 2


def test_where_it_cannot_be_kept_nothing_is_noted(qtbot, opened, monkeypatch):
    rows, desk = opened

    def failing(_text: str) -> str:
        raise UserFacingError(Message("The disk is full."))

    monkeypatch.setattr(desk.shelf, "keep_text", failing)
    press(qtbot, rows)
    from PySide6.QtWidgets import QMessageBox

    (box,) = rows.findChildren(QMessageBox)
    assert box.text() == "The disk is full."
    box.close()
    assert desk.bridge.records.all(Summons) == ()
