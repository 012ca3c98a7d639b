"""What an item seldom needs is opened from a menu and written with keys."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from kcdesk.domain.attachment import Attachment
from kcdesk.domain.block import Block
from kcdesk.domain.decision import Decision, Reservation
from kcdesk.domain.item import Item, Presenter
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.operation import Group
from kcdesk.domain.richtext import text_of
from kcdesk.services.edit_item_head import set_presenters
from kcdesk.ui.screens.item.around_lists import AttachmentEditor, AttachmentList
from kcdesk.ui.screens.item.decision_part import DecisionPart
from kcdesk.ui.screens.item.item_panel import ItemPanel
from kcdesk.ui.screens.item.part import Part
from kcdesk.ui.screens.item.reservation_part import ReservationPart
from kcdesk.ui.widgets.people_field import PeopleField
from tests.ui.editing import key, write
from tests.ui.screens.item.whole_item import context

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def panel(qtbot: QtBot) -> ItemPanel:
    made = ItemPanel(context())
    undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), made)
    undo.activated.connect(made.context.bridge.undo)
    qtbot.addWidget(made)
    made.resize(800, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.context.selection.select("empty")
    QApplication.processEvents()
    return made


def item(panel: ItemPanel) -> Item:
    return panel.context.bridge.records.get(Item, "empty")


def choose(part: Part, text: str) -> None:
    part.open_menu()
    menu = part.findChildren(QMenu)[-1]
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()
    part.window().activateWindow()
    QApplication.processEvents()


def part_of(panel: ItemPanel, cls: type[Part]) -> Part:
    return next(each for each in panel.sheet.parts.values() if isinstance(each, cls))


def retype(field: QWidget, text: str) -> None:
    field.setFocus()
    key(field, K.Key_A, CTRL)
    write(field, text)
    key(field, K.Key_Return)


def test_the_heading_parts_from_the_title_and_comes_back(panel: ItemPanel) -> None:
    head = panel.sheet.head
    choose(head, "Annan rubrik i protokollet")
    assert QApplication.focusWidget() is head.heading
    retype(head.heading, "Frågor i övrigt")
    assert (item(panel).title, item(panel).heading) == ("Övriga frågor", "Frågor i övrigt")
    assert head.title_sent.isVisible()
    assert head.title_sent.text() == "I kallelsen: Övriga frågor"
    choose(head, "Annan rubrik i protokollet")
    assert item(panel).heading == ""
    assert not head.title_sent.isVisible()
    panel.context.bridge.undo()
    assert item(panel).heading == "Frågor i övrigt"


def test_times_are_folded_until_asked_for(panel: ItemPanel) -> None:
    head = panel.sheet.head
    assert not any(each.isVisible() for each in head.line.times.stops())
    choose(head, "Tider")
    assert QApplication.focusWidget() is head.line.times.planned_start
    for text, field in zip(
        ("8.30", "45", "0932", "ca 10.25"), head.line.times.stops(), strict=True
    ):
        assert QApplication.focusWidget() is field
        assert field.accessibleName()
        write(field, text)
        key(QApplication.focusWidget(), K.Key_Tab)
    assert item(panel).planned_start == ClockTime(time(8, 30))
    assert item(panel).planned_minutes == 45
    assert item(panel).actual_start == ClockTime(time(9, 32))
    assert item(panel).actual_end == ClockTime(time(10, 25), approximate=True)
    panel.context.bridge.undo()
    assert item(panel).actual_end is None
    assert head.line.times.actual_end.text() == ""
    retype(head.line.times.planned_minutes, "")
    key(head.line.times.planned_minutes, K.Key_Backspace)
    key(head.line.times.planned_minutes, K.Key_Return)
    assert item(panel).planned_minutes is None


def test_minutes_alone_say_that_they_are_planned(panel: ItemPanel) -> None:
    times = panel.sheet.head.line.times
    bridge = panel.context.bridge
    for start, says in ((None, True), (ClockTime(time(8, 30)), False)):
        records = bridge.records
        minutes = records.setting(item(panel).id, "planned_minutes", 20)
        begins = records.setting(item(panel).id, "planned_start", start)
        bridge.perform(Group(Message("x"), (*minutes, *begins)))
        assert times.planned_minutes.isVisible()
        assert times._planned.isVisible() is says


def test_a_presenter_has_title_and_organisation(panel: ItemPanel) -> None:
    field = panel.sheet.head.line.presenters
    retype(field, "siv, Elsa Brandt (strateg, Norråsa kommun)")
    _siv, elsa = panel.context.bridge.records.children("empty", Presenter)
    assert (elsa.name, elsa.title, elsa.organisation) == (
        "Elsa Brandt",
        "strateg",
        "Norråsa kommun",
    )
    assert field.text() == "Siv Åkerlund, Elsa Brandt (strateg, Norråsa kommun)"


def test_a_reservation_tells_when_it_was_handed_in(panel: ItemPanel) -> None:
    panel.add_part("reservation")
    part = part_of(panel, ReservationPart)
    choose(part, "Inlämnad den")
    assert QApplication.focusWidget() is part.handed_in
    retype(part.handed_in, "2026-11-12")
    (row,) = panel.context.bridge.records.children("empty", Reservation)
    assert row.handed_in == date(2026, 11, 12)


def attachment(panel: ItemPanel) -> tuple[AttachmentEditor, Attachment]:
    QApplication.processEvents()  # what was added is shown by its layout
    (editor,) = part_of(panel, AttachmentList).editors.values()
    (row,) = panel.context.bridge.records.children("empty", Attachment)
    return editor, row


def test_an_attachment_goes_with_the_kallelse(panel: ItemPanel) -> None:
    panel.add_part("name")
    editor, _row = attachment(panel)
    assert not editor.address.isVisible()
    editor.sent.setFocus()
    key(editor.sent, K.Key_Space)
    assert attachment(panel)[1].with_summons
    panel.context.bridge.undo()
    assert not editor.sent.isChecked()


def test_a_reference_has_a_name_and_an_address(panel: ItemPanel) -> None:
    panel.add_part("reference")
    editor, _row = attachment(panel)
    assert not editor.sent.isVisible()
    retype(editor.name, "KL")
    retype(editor.address, "https://exempel.se/kl")
    row = attachment(panel)[1]
    assert (row.name, row.address) == ("KL", "https://exempel.se/kl")
    assert editor.open.isVisible()


def test_the_only_paragraph_of_a_decision_can_be_taken_away(panel: ItemPanel) -> None:
    panel.add_part("decision")
    part = part_of(panel, DecisionPart)
    write(part.text, "x")
    (decision,) = panel.context.bridge.records.children("empty", Decision)
    key(part.text, K.Key_Backspace)
    assert panel.context.bridge.records.children(decision.id, Block)
    key(part.text, K.Key_Backspace)
    assert not panel.context.bridge.records.children(decision.id, Block)
    key(part.text, K.Key_Backspace)
    write(part.text, "Ja")
    (block,) = panel.context.bridge.records.children(decision.id, Block)
    assert text_of(block.spans) == "Ja"


def test_no_names_are_offered_in_parentheses(panel: ItemPanel) -> None:
    completer = panel.sheet.head.line.presenters.completer()
    completer.setCompletionPrefix("Elsa (a, ")
    assert completer.completionCount() == 0
    completer.setCompletionPrefix("Elsa (a, b), Siv")
    assert completer.completionCount() == 1


def test_what_is_empty_in_the_head_is_folded_until_one_comes_there(panel: ItemPanel) -> None:
    line = panel.sheet.head.line
    panel.sheet.write()
    text_at = panel.sheet.text_to_write().mapTo(panel.sheet, QPoint(0, 0))
    assert not line.presenters.isVisible()
    assert not line.case_number.isVisible()
    panel.sheet.head.heading.setFocus()
    assert line.presenters.isVisible()
    assert line.case_number.isVisible()
    QApplication.processEvents()
    assert panel.sheet.text_to_write().mapTo(panel.sheet, QPoint(0, 0)) == text_at, "nothing jumps"
    retype(line.case_number, "SF 2026/17")
    panel.sheet.write()
    assert line.case_number.isVisible()
    assert not line.presenters.isVisible()


def test_a_long_line_of_presenters_is_broken_rather_than_cut(panel: ItemPanel) -> None:
    line = panel.sheet.head.line
    panel.resize(420, 700)
    one = line.presenters.sizeHint().height()
    names = ", ".join(f"Anna-Karin Långström {n} (Norråsa kommun)" for n in range(4))
    editing = panel.sheet.editing
    editing.perform(set_presenters(editing.records, "empty", editing.read_presenters(names)))
    panel.sheet.write()
    for _turn in range(5):
        QApplication.processEvents()
    field = line.presenters
    assert field.height() > 2 * one
    assert field.heightForWidth(field.width()) <= field.height()
    assert not field.hasFocus()
    shown = field.grab().toImage()
    field.setFocus()
    assert field.hasFocus()
    assert field.grab().toImage() != shown, "who writes has one line"


def type_into(panel: ItemPanel, text: str) -> PeopleField:
    field = panel.sheet.head.line.presenters
    field.setFocus()
    write(field, text)
    return field


def test_enter_takes_the_likeliest_name_and_writing_goes_on_behind_it(panel: ItemPanel) -> None:
    field = type_into(panel, "mar")
    popup = field.completer().popup()
    assert popup.currentIndex().data() == "Maria Haglund"
    assert field.text() == "mar"
    assert popup.width() >= field.fontMetrics().horizontalAdvance("Maria Haglund")
    key(field, K.Key_Return)
    assert (field.text(), field.cursorPosition()) == ("Maria Haglund", len("Maria Haglund"))
    write(field, ", rob")
    key(field, K.Key_Return)
    write(field, " och siv")
    key(field, K.Key_Tab)
    assert not field.hasFocus()
    rows = panel.context.bridge.records.children("empty", Presenter)
    assert [each.participant_id for each in rows] == ["p1", "p3", "p9"]


def test_a_first_name_that_is_read_leaves_the_caret_behind_it(panel: ItemPanel) -> None:
    field = type_into(panel, "siv")
    key(field, K.Key_Escape)
    key(field, K.Key_Return)
    write(field, ", and")
    assert field.text() == "Siv Åkerlund, and"


def test_letters_within_a_name_choose_nobody(panel: ItemPanel) -> None:
    field = type_into(panel, "arin")
    assert field.completer().popup().isVisible()
    key(field, K.Key_Return)
    (row,) = panel.context.bridge.records.children("empty", Presenter)
    assert (row.participant_id, row.name) == (None, "arin")


@pytest.mark.parametrize("calm", [False, True])
@pytest.mark.parametrize("name", ["presenters", "kind", "case_number", "times", "pages"])
def test_each_field_of_the_head_is_reached_from_the_list_of_parts(panel, name, calm) -> None:
    panel.set_calm(calm=calm)
    panel.sheet.write()
    panel.add_part(name)
    line = panel.sheet.head.line
    field = line.times.planned_start if name == "times" else getattr(line, name)
    focused = panel.window().focusWidget()
    assert focused is field or field.isAncestorOf(focused)
    assert focused.isVisible()
