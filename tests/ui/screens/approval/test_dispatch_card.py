"""What was sent to whom, noted by hand."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from kcdesk import i18n
from kcdesk.domain.dispatch import Dispatch, DispatchMethod
from kcdesk.domain.item import Recipient
from kcdesk.services.dispatch import unsent
from kcdesk.ui.screens.approval import ApprovalPanel
from tests.ui.screens.meeting import body, context, meeting

ROWS = (
    Recipient(id="r1", owner_id="i1", position="V", name="Medlemmarna"),
    Recipient(id="r2", owner_id="i2", position="V", name="Medlemmarna"),
    Recipient(id="r3", owner_id="i2", position="W", name="Länsstyrelsen"),
)


@pytest.fixture
def opened(qtbot):
    i18n.use("en")
    desk = context(meeting(*ROWS, first_paragraph=52), body())
    panel = ApprovalPanel(desk)
    qtbot.addWidget(panel)
    panel.resize(400, 900)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    yield panel, desk
    i18n.use("sv")


def write(qtbot, line, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    for letter in text:
        qtbot.keyClick(line, letter)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def sendings(desk) -> dict[str, Dispatch]:
    return {row.owner_id: row for row in desk.bridge.records.all(Dispatch)}


def test_recipients_are_named_once_with_their_items(opened) -> None:
    panel, _desk = opened
    rows = panel.dispatch.column.rows
    assert [row.label.text() for row in rows.values()] == [
        "Medlemmarna, §§ 53–54 · not sent",
        "Länsstyrelsen, § 54 · not sent",
    ]
    assert panel.dispatch.summary.text() == "0 of 2 sent"


def test_a_day_marks_all_that_goes_to_a_recipient_as_sent(opened, qtbot) -> None:
    panel, desk = opened
    row = panel.dispatch.column.rows["Medlemmarna"]
    write(qtbot, row.sent_edit, "2026-11-26")
    write(qtbot, row.by_edit, "Lisa Nyman")
    found = sendings(desk)
    assert {id: each.sent_on for id, each in found.items()} == {
        "r1": date(2026, 11, 26),
        "r2": date(2026, 11, 26),
    }
    assert {each.sent_by for each in found.values()} == {"Lisa Nyman"}
    assert panel.dispatch.summary.text() == "1 of 2 sent"
    assert [each.name for each in unsent(desk.bridge.records)] == ["Länsstyrelsen"]


def test_how_it_was_sent_is_chosen_with_the_keyboard_and_a_note_added(opened, qtbot) -> None:
    panel, desk = opened
    row = panel.dispatch.column.rows["Länsstyrelsen"]
    write(qtbot, row.sent_edit, "2026-11-26")
    row.method_box.setFocus()
    qtbot.keyClick(row.method_box, Qt.Key.Key_Down)
    write(qtbot, row.note_edit, "rekommenderat")
    assert sendings(desk)["r3"].method is DispatchMethod.POST
    assert sendings(desk)["r3"].note == "rekommenderat"


def test_what_was_noted_is_taken_back_and_undone(opened, qtbot) -> None:
    panel, desk = opened
    row = panel.dispatch.column.rows["Medlemmarna"]
    assert not row.remove_button.isVisible()
    write(qtbot, row.sent_edit, "2026-11-26")
    row.remove_button.setFocus()
    qtbot.keyClick(row.remove_button, Qt.Key.Key_Space)
    assert not sendings(desk)
    desk.bridge.undo()
    assert len(sendings(desk)) == 2


def test_an_empty_field_that_is_passed_through_notes_nothing(opened, qtbot) -> None:
    panel, desk = opened
    row = panel.dispatch.column.rows["Medlemmarna"]
    write(qtbot, row.by_edit, "")
    assert not sendings(desk)


def test_without_recipients_there_is_no_card(qtbot) -> None:
    panel = ApprovalPanel(context(meeting(), body()))
    qtbot.addWidget(panel)
    assert panel.dispatch.isHidden()
