"""The agenda by keys, as a secretary types it."""

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QDropEvent,
    QFontMetrics,
    QImage,
    QKeySequence,
    QPainter,
    QShortcut,
)
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QStyleOptionViewItem

from kcdesk.domain.block import Block
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.numbering import ordered_items
from kcdesk.domain.operation import Group, Insert, Splice
from kcdesk.domain.richtext import Span
from kcdesk.i18n import use
from kcdesk.services.edit_agenda import rename_item
from kcdesk.ui.qt.text_paint import broken
from kcdesk.ui.screens.agenda.agenda_line import DRAFT_ID
from kcdesk.ui.screens.agenda.agenda_model import MIME
from kcdesk.ui.screens.agenda.agenda_panel import AgendaPanel
from kcdesk.ui.shell.pane_ring import PaneRing
from tests.ui.editing import key, write
from tests.ui.screens import norrasa

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.DropAction.IgnoreAction
MOVE = Qt.DropAction.MoveAction


def opened(qtbot, rows=None):
    use("sv")
    context = norrasa.context(rows)
    panel = AgendaPanel(context)
    qtbot.addWidget(panel)
    panel.resize(288, 600)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    panel.setFocus()
    return panel, context


@pytest.fixture
def panel(qtbot):
    return opened(qtbot)[0]


def titles(panel):
    return [item.title for item in ordered_items(panel._context.bridge.records)]


def editor(panel):
    return panel.view.findChild(QLineEdit)


def press_in_editor(qtbot, panel, which):
    """Press a key that closes the editor; Qt commits after the event."""
    key(editor(panel), which)
    qtbot.waitUntil(lambda: editor(panel) is None)


def at(panel, id):
    panel._context.selection.select(id)
    assert panel.view.current_line().id == id


def test_twelve_items_are_typed_into_an_empty_agenda(qtbot):
    panel, context = opened(qtbot, norrasa.empty_meeting())
    assert panel.empty.isVisible()
    panel.empty.wanted.emit()
    assert panel.entry.hasFocus()
    for number in range(12):
        write(panel.entry, f"Ärende {number}")
        key(panel.entry, Qt.Key.Key_Return)
    assert titles(panel) == [f"Ärende {number}" for number in range(12)]
    assert not panel.empty.isVisible()
    assert panel.entry.toPlainText() == ""
    assert context.selection.id == ordered_items(context.bridge.records)[0].id


def test_undo_in_the_field_takes_back_the_item_entered_last(qtbot):
    panel, context = opened(qtbot, norrasa.empty_meeting())
    undone = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), panel)
    undone.activated.connect(context.bridge.undo)
    panel.entry.setFocus()
    for title in ("Mötets öppnande", "Ekonomi"):
        write(panel.entry, title)
        key(panel.entry, Qt.Key.Key_Return)
    key(panel.entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert titles(panel) == ["Mötets öppnande"]
    write(panel.entry, "Budg")
    key(panel.entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert titles(panel) == ["Mötets öppnande"], "what is being typed is the field's own to undo"


def test_whoever_enters_an_empty_agenda_types_its_first_item(qtbot):
    panel, _context = opened(qtbot, norrasa.empty_meeting())
    PaneRing(lambda: [panel], panel).enter(panel)
    write(QApplication.focusWidget(), "Mötets öppnande")
    key(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert titles(panel) == ["Mötets öppnande"]
    panel.view.setFocus()
    key(panel.view, Qt.Key.Key_Delete)
    write(QApplication.focusWidget(), "Mötets")
    assert panel.entry.toPlainText() == "Mötets"


def test_the_row_one_left_keeps_no_trace_of_the_focus(panel):
    at(panel, "opening")
    rect = panel.view.visualRect(panel.view.currentIndex())
    canvas = QImage(rect.width(), rect.height() + 40, QImage.Format.Format_RGB32)
    canvas.fill(Qt.GlobalColor.white)
    option = QStyleOptionViewItem()
    option.initFrom(panel.view)
    option.widget = panel.view
    option.rect = QRect(0, 20, rect.width(), rect.height())
    option.state |= QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
    painter = QPainter(canvas)
    panel.view.itemDelegate().paint(painter, option, panel.view.currentIndex())
    painter.end()
    beyond = [*range(20), *range(rect.height() + 20, rect.height() + 40)]
    white = QColor(Qt.GlobalColor.white)
    assert all(canvas.pixelColor(x, y) == white for y in beyond for x in range(rect.width()))


def test_a_pasted_list_becomes_items(qtbot):
    panel, _context = opened(qtbot, norrasa.empty_meeting())
    data = QMimeData()
    data.setText("1. Öppnande\n2. Ekonomi\n2.1 Bokslut\n")
    panel.entry.insertFromMimeData(data)
    assert titles(panel) == ["Öppnande", "Ekonomi", "Bokslut"]
    data.setText("  Bara en rad\n")
    panel.entry.insertFromMimeData(data)
    data.setText("\n")
    panel.entry.insertFromMimeData(data)
    assert panel.entry.toPlainText() == "Bara en rad"


def test_a_list_pasted_on_an_item_comes_after_it(panel):
    at(panel, "trip")
    QApplication.clipboard().setText("P\nQ")
    key(panel.view, Qt.Key.Key_V, CTRL)
    found = titles(panel)
    assert found[found.index("Studieresa") + 1 :][:2] == ["P", "Q"]


@pytest.mark.parametrize("held", [(CTRL, SHIFT), None])
def test_a_key_adds_an_item_after_the_current_one_as_one_step(panel, qtbot, held):
    context = panel._context
    at(panel, "trip")
    if held:
        key(panel.view, Qt.Key.Key_Return, *held)
    else:
        key(panel.view, Qt.Key.Key_Insert)
    write(editor(panel), "Ny bil")
    press_in_editor(qtbot, panel, Qt.Key.Key_Return)
    found = titles(panel)
    assert found[found.index("Studieresa") + 1] == "Ny bil"
    assert context.bridge.records.get(Item, context.selection.id).title == "Ny bil"
    context.bridge.undo()
    assert "Ny bil" not in titles(panel)


@pytest.mark.parametrize("last", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_an_item_without_a_title_is_not_made(panel, last, qtbot):
    at(panel, "trip")
    before = titles(panel)
    key(panel.view, Qt.Key.Key_Insert)
    assert panel._model.index_of(DRAFT_ID).isValid()
    press_in_editor(qtbot, panel, last)
    assert titles(panel) == before
    assert not panel._model.index_of(DRAFT_ID).isValid()
    assert panel.view.current_line().id == "trip"


def test_a_draft_that_is_left_by_a_click_goes(panel, qtbot):
    at(panel, "trip")
    before = titles(panel)
    key(panel.view, Qt.Key.Key_Insert)
    place = panel.view.visualRect(panel._model.index_of("opening")).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    panel.view.setFocus()
    qtbot.waitUntil(lambda: editor(panel) is None)
    assert titles(panel) == before
    assert not panel._model.has_draft
    assert panel._context.selection.id == "opening"


def test_f2_renames_in_place(panel, qtbot):
    at(panel, "trip")
    key(panel.view, Qt.Key.Key_F2)
    editor(panel).selectAll()
    write(editor(panel), "Studieresa till Åre")
    press_in_editor(qtbot, panel, Qt.Key.Key_Return)
    assert panel._context.bridge.records.get(Item, "trip").title == "Studieresa till Åre"
    assert panel.view.currentIndex().data() == "Studieresa till Åre"


def test_an_emptied_title_stays_as_it_was(panel, qtbot):
    at(panel, "trip")
    key(panel.view, Qt.Key.Key_F2)
    editor(panel).clear()
    press_in_editor(qtbot, panel, Qt.Key.Key_Return)
    assert panel._context.bridge.records.get(Item, "trip").title == "Studieresa"


def test_alt_and_arrows_move_and_numbers_follow(panel):
    at(panel, "trip")
    key(panel.view, Qt.Key.Key_Up, ALT)
    line = panel.view.current_line()
    assert (line.id, line.number) == ("trip", "58")
    key(panel.view, Qt.Key.Key_Right, ALT)
    assert (panel.view.current_line().depth, panel.view.current_line().number) == (1, "")
    key(panel.view, Qt.Key.Key_Left, ALT)
    key(panel.view, Qt.Key.Key_Down, ALT)
    assert panel.view.current_line().number == "59"
    assert panel._context.selection.id == "trip"


def test_delete_removes_and_undo_brings_back(panel):
    at(panel, "trip")
    key(panel.view, Qt.Key.Key_Delete)
    assert "Studieresa" not in titles(panel)
    assert panel._context.selection.id in panel._context.bridge.records
    panel._context.bridge.undo()
    assert "Studieresa" in titles(panel)


def test_removing_the_last_item_looks_at_nothing(qtbot):
    only = Item(id="only", owner_id="m", position="V", title="Enda")
    panel, context = opened(qtbot, norrasa.meeting(only))
    assert context.selection.id == "only"
    key(panel.view, Qt.Key.Key_Delete)
    assert context.selection.id == ""
    assert panel.empty.isVisible()
    key(panel.view, Qt.Key.Key_Delete)  # nothing to remove


def test_control_enter_looks_at_the_next_item(panel):
    at(panel, "trip")
    key(panel.view, Qt.Key.Key_Return, CTRL)
    assert panel._context.selection.id == "other"
    at(panel, "closing")
    key(panel.view, Qt.Key.Key_Return, CTRL)
    assert panel._context.selection.id == "closing"


def test_enter_and_control_enter_ask_for_the_text(panel, qtbot):
    at(panel, "trip")
    with qtbot.waitSignal(panel._context.selection.writing_wanted):
        key(panel.view, Qt.Key.Key_Return)
    assert panel._context.selection.id == "trip"
    with qtbot.waitSignal(panel._context.selection.writing_wanted):
        key(panel.view, Qt.Key.Key_Return, CTRL)
    assert panel._context.selection.id == "other"


def test_selection_follows_both_ways(panel):
    at(panel, "closing")
    key(panel.view, Qt.Key.Key_Home)
    assert panel._context.selection.id == "opening"
    panel._context.selection.select("no such item")
    assert panel.view.current_line().id == "opening"


def test_a_change_elsewhere_keeps_current_and_scroll(qtbot):
    items = [
        Item(id=f"i{n:02}", owner_id="m", position=f"V{n:02}V", title=f"Ärende {n}")
        for n in range(60)
    ]
    panel, context = opened(qtbot, norrasa.meeting(*items))
    at(panel, "i40")
    qtbot.waitUntil(lambda: panel.view.verticalScrollBar().value() > 0)
    place = panel.view.verticalScrollBar().value()
    told = []
    panel._model.dataChanged.connect(lambda first, last, roles: told.append(first.row()))
    panel._model.modelReset.connect(lambda: told.append("reset"))
    context.bridge.perform(rename_item(context.bridge.records, "i50", "Nytt namn"))
    assert told == [50]
    assert panel.view.current_line().id == "i40"
    assert panel.view.verticalScrollBar().value() == place


def test_marks_and_kinds_are_set_in_the_menu(panel):
    at(panel, "trip")
    actions = panel.actions_of_item
    for field in ("done", "secret", "immediate_approval", "numbered"):
        before = getattr(panel._context.bridge.records.get(Item, "trip"), field)
        actions._marks[field].trigger()
        assert getattr(panel._context.bridge.records.get(Item, "trip"), field) is not before
    for kind, action in actions._kinds.items():
        action.trigger()
        assert panel._context.bridge.records.get(Item, "trip").kind is kind
    assert actions._marks["secret"].isChecked()
    assert "sekretess" in panel.view.currentIndex().data(Qt.ItemDataRole.ToolTipRole)


def dropped(panel, id, row, parent=None):
    data = panel._model.mimeData([panel._model.index_of(id)])
    return panel._model.dropMimeData(data, MOVE, row, 0, parent or QModelIndex())


def test_dropping_between_on_and_after_all(panel):
    assert dropped(panel, "closing", 0)
    assert titles(panel)[0] == "Mötets avslutande"
    assert dropped(panel, "trip", -1, panel._model.index_of("digital"))
    assert panel._context.bridge.records.get(Item, "trip").owner_id == "digital"
    assert dropped(panel, "trip", 99)
    assert titles(panel)[-1] == "Studieresa"
    assert dropped(panel, "opening", panel._model.index_of("workshop").row())
    assert panel._context.bridge.records.get(Item, "opening").owner_id == "digital"


def test_what_cannot_be_dropped(panel):
    assert not dropped(panel, "digital", -1, panel._model.index_of("workshop"))
    data = QMimeData()
    assert not panel._model.dropMimeData(data, MOVE, 0, 0, QModelIndex())
    data.setData(MIME, b"gone")
    assert not panel._model.dropMimeData(data, MOVE, 0, 0, QModelIndex())
    assert panel._model.supportedDropActions() == MOVE
    assert panel._model.mimeTypes() == [MIME]
    assert panel._model.mimeData([]).formats() == []
    assert panel._model.flags(QModelIndex()) == Qt.ItemFlag.ItemIsDropEnabled


def test_a_drop_on_the_view_moves_the_item(panel):
    data = panel._model.mimeData([panel._model.index_of("opening")])
    below = panel.view.viewport().rect().bottomLeft()
    event = QDropEvent(
        below.toPointF(), MOVE, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    panel.view.dropEvent(event)
    assert titles(panel)[-1] == "Mötets öppnande"


def test_the_model_keeps_qts_rules(panel):
    tester = QAbstractItemModelTester(
        panel._model, QAbstractItemModelTester.FailureReportingMode.QtTest
    )
    at(panel, "digital")
    for which, modifier in ((Qt.Key.Key_Down, ALT), (Qt.Key.Key_Right, ALT), (Qt.Key.Key_Up, ALT)):
        key(panel.view, which, modifier)
    panel._context.bridge.undo()
    tester.deleteLater()


def test_letters_do_not_jump(panel):
    at(panel, "trip")
    write(panel.view, "v")
    assert panel.view.current_line().id == "trip"


def test_rows_say_all_they_show(panel):
    said = panel._model.index_of("economy").data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "§ 54 Ekonomisk lägesrapport, klar, beslut"
    assert panel.view.accessibleName() == "Dagordning"
    assert panel.entry.accessibleName()


def test_it_is_drawn_with_every_kind_of_mark(panel):
    at(panel, "digital")
    image = panel.grab().toImage()
    assert (
        len({image.pixelColor(x, y).name() for x in range(0, 288, 4) for y in range(0, 600, 4)}) > 4
    )


def test_typing_in_the_minutes_refreshes_nothing(panel):
    bridge = panel._context.bridge
    told = []
    bridge.perform(Group(Message("x"), (Insert(Block(id="bl", owner_id="d1")),)))
    panel._model.dataChanged.connect(lambda *_args: told.append("changed"))
    bridge.type(Splice("bl", 0, (), (Span("a"),)), Message("x"))
    assert told == []


def test_a_long_word_runs_on_under_the_marks(qapp):
    font = qapp.font()
    width = QFontMetrics(font).horizontalAdvance("konsumentvägledning")
    text = "Samordnad konsumentvägledning"
    assert broken(text, font, width - 20, 3, width + 20) == ["Samordnad", "konsumentvägledning"]
    assert len(broken(text, font, width - 20, 3)) == 3


def test_a_paragraph_is_given_a_letter_and_its_number_again(panel):
    action = panel.actions_of_item._marks["lettered"]
    assert action.text() == "§ med bokstav (58 a)"
    records = panel._context.bridge.records
    items = records.children(records.root_id, Item)
    at(panel, items[0].id)
    assert not action.isVisible()  # no § stands before it
    at(panel, items[2].id)
    assert action.isVisible()
    action.trigger()
    changed = panel._context.bridge.records.get(Item, items[2].id)
    assert (changed.numbered, changed.lettered) == (False, True)
    assert action.isChecked()
    lines = [line.number for line in panel._model.lines if line.number]
    assert lines[:4] == ["52", "53", "53\u00a0a", "54"]
    action.trigger()
    assert panel._context.bridge.records.get(Item, items[2].id) == items[2]
