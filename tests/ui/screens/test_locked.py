"""What is out for signature can be read, copied and walked through, but not edited."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QTextEdit

from kcdesk import i18n
from kcdesk.domain.approval import Approval
from kcdesk.domain.block import Block
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.richtext import plain, text_of
from kcdesk.domain.section import Section
from kcdesk.services.edit_meeting import set_place
from kcdesk.ui.screens.agenda.agenda_panel import AgendaPanel
from kcdesk.ui.screens.attendance.attendance_panel import AttendancePanel
from kcdesk.ui.screens.head.head_form import HeadForm
from kcdesk.ui.screens.item.item_panel import ItemPanel
from tests.ui.screens.meeting import TODAY, body, context, meeting

TEXT = (
    Section(id="s", owner_id="i0", position="V"),
    Block(id="t", owner_id="s", position="V", spans=plain("Godkänns.")),
)
AT_ONCE = Approval(id="a", owner_id="m", position="a", items=("i0",), sent_on=TODAY)
REST = Approval(id="r", owner_id="m", position="b", sent_on=TODAY, sealed_on=TODAY)


@pytest.fixture(autouse=True)
def _english():
    i18n.use("en")
    yield
    i18n.use("sv")


def shown(qtbot, panel):
    qtbot.addWidget(panel)
    panel.resize(760, 700)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel


def test_an_item_that_is_out_is_read_only_with_a_quiet_line(qtbot):
    desk = context(meeting(*TEXT, AT_ONCE, first_paragraph=52), body())
    desk.selection.select("i0")
    panel = shown(qtbot, ItemPanel(desk))
    assert panel._lock_line.isVisible()
    assert panel._lock_line.words.text() == (
        "Out for signature since 2026-11-12. To change it: Approval, Take back. The signatures so"
        " far are then void."
    )
    assert not panel._add_row.isVisible()
    texts = panel.sheet.findChildren(QTextEdit) + panel.sheet.findChildren(QLineEdit)
    assert texts
    assert all(each.isReadOnly() for each in texts)
    edit = panel.sheet.texts()["s"]
    edit.setFocus()
    for key in (Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Tab):
        qtbot.keyClick(edit, key)
    qtbot.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert text_of(desk.bridge.records.get(Block, "t").spans) == "Godkänns."
    desk.selection.select("i1")
    assert not panel._lock_line.isVisible()
    assert panel._add_row.isVisible()


def test_head_people_and_agenda_follow_the_rest(qtbot):
    desk = context(meeting(*TEXT, REST, first_paragraph=52), body())
    form = shown(qtbot, HeadForm(desk))
    form.refresh()
    assert form.place_edit.isReadOnly()
    assert not form.remote_box.isEnabled()
    assert "Sealed 2026-11-12" in form.lock_line.words.text()
    people = shown(qtbot, AttendancePanel(desk))
    assert not people.entry.isVisible()
    assert people._lock_line.isVisible()
    agenda = shown(qtbot, AgendaPanel(desk))
    assert not agenda.entry.isVisible()


def test_what_is_free_stays_as_it_was(qtbot):
    desk = context(meeting(*TEXT, first_paragraph=52), body())
    desk.selection.select("i0")
    form = shown(qtbot, HeadForm(desk))
    form.refresh()
    assert not form.place_edit.isReadOnly()
    assert form.remote_box.isEnabled()
    assert not form.lock_line.isVisible()
    assert not any(
        each.isReadOnly() for each in shown(qtbot, ItemPanel(desk)).sheet.findChildren(QTextEdit)
    )


def test_an_edit_by_another_way_is_refused_and_told(qtbot):
    desk = context(meeting(REST, first_paragraph=52), body())
    told: list[str] = []
    replaced: list[int] = []
    desk.bridge.refused.connect(lambda error: told.append(str(error)))
    desk.bridge.replaced.connect(lambda: replaced.append(1))
    desk.bridge.perform(set_place(desk.bridge.records, "Annan sal"))
    assert told == ["The text is approved and sealed."]
    assert replaced == [1]
    assert desk.bridge.records.root(Meeting).place == "Sessionssalen, Norråsa kommunhus"
