"""The coming meetings are written in the item that is called so, with keys alone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kcdesk.domain.item import Item
from kcdesk.domain.meeting import NextMeeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.services.edit_next_meeting import add_next_meeting
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.screens.item.coming_part import ComingPart
from kcdesk.ui.screens.item.item_panel import ItemPanel
from tests.ui.editing import key, write
from tests.ui.screens.item.whole_item import context

K = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def meeting() -> MeetingContext:
    return context(Item(id="next", owner_id="m", position="X", title="Nästa sammanträde"))


@pytest.fixture
def panel(qtbot: QtBot, meeting: MeetingContext) -> ItemPanel:
    made = ItemPanel(meeting)
    qtbot.addWidget(made)
    made.resize(800, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    meeting.selection.select("next")
    meeting.selection.write()
    return made


def part(panel: ItemPanel) -> ComingPart:
    found = panel.sheet.parts["coming_meetings"]
    assert isinstance(found, ComingPart)
    return found


def rows(panel: ItemPanel) -> tuple[NextMeeting, ...]:
    return panel.context.bridge.records.children("m", NextMeeting)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_one_is_added_and_written_in_its_item(panel: ItemPanel) -> None:
    while focus() is not part(panel).rows.add_button:
        key(focus(), K.Key_Tab)  # soon after the notes, as it is seen
    key(focus(), K.Key_Space)
    (row,) = part(panel).rows.rows.values()
    assert focus() is row.day_edit.focusProxy()
    assert row.words.isHidden()
    for word in ("2026-12-10", "8.30", ""):
        write(focus(), word)
        key(focus(), K.Key_Tab)
    write(focus(), "Rotsjö")
    key(focus(), K.Key_Tab)
    (meeting,) = rows(panel)
    assert (meeting.day.day, str(meeting.start.time), meeting.place) == (
        date(2026, 12, 10),
        "08:30:00",
        "Rotsjö",
    )
    assert part(panel).row_in_focus() == meeting.id
    panel.write()
    assert row.words.isVisible()
    assert not row.day_edit.isVisible()
    said = "torsdagen den 10 december 2026 kl. 08.30, Rotsjö"
    assert row.words.whole.replace("\u00a0", " ") == said
    key(focus(), K.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    while focus() is not row.words:
        key(focus(), K.Key_Tab)
    key(focus(), K.Key_Space)
    assert focus() is row.day_edit.focusProxy()
    key(focus(), K.Key_Backspace, CTRL, SHIFT)
    assert rows(panel) == ()
    panel.context.bridge.undo()
    assert rows(panel) == (meeting,)


def test_other_items_do_not_show_them(panel: ItemPanel) -> None:
    bridge = panel.context.bridge
    bridge.perform(add_next_meeting(bridge.records, place="Rotsjö"))
    assert [each.place for each in rows(panel)] == ["Rotsjö"]
    panel.context.selection.select("empty")
    assert "coming_meetings" not in panel.sheet.parts
    renamed = bridge.records.setting("empty", "title", "Kommande möten")
    bridge.perform(Group(Message("x"), renamed))
    assert "coming_meetings" in panel.sheet.parts  # the first that is called so


def test_at_the_meeting_only_what_is_announced_is_seen(panel: ItemPanel) -> None:
    panel.set_calm(calm=True)
    assert "coming_meetings" not in panel.sheet.parts
    bridge = panel.context.bridge
    bridge.perform(add_next_meeting(bridge.records, place="Rotsjö"))
    assert part(panel).rows.add_button.isHidden()
    (field,) = {part(panel).field_of(row.id, "day") for row in rows(panel)}
    assert not field.isHidden()  # the words, which unfold the rest
