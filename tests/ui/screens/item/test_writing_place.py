"""Where the caret stands when one goes on to another item: always in its text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kcdesk.domain.block import BlockKind
from kcdesk.domain.decision import Decision
from kcdesk.domain.item import Item, Presenter
from kcdesk.domain.richtext import text_of
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.screens.agenda.agenda_panel import AgendaPanel
from kcdesk.ui.screens.item.item_panel import ItemPanel
from kcdesk.ui.shell.pane_ring import PaneRing
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from tests.ui.editing import key, write
from tests.ui.screens.item.whole_item import context

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
K = Qt.Key


class Desk(QWidget):
    """Agenda and item side by side, as in the window."""

    def __init__(self, meeting: MeetingContext) -> None:
        super().__init__()
        self.agenda, self.item = AgendaPanel(meeting), ItemPanel(meeting)
        row = QHBoxLayout(self)
        row.addWidget(self.agenda)
        row.addWidget(self.item, 1)
        self.ring = PaneRing(lambda: (self.agenda, self.item), self)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    made = Desk(context(Item(id="last", owner_id="m", position="X", title="Avslutning")))
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.agenda.setFocus()
    return made


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def in_text_of(desk: Desk, item_id: str) -> RichTextEdit:
    text = focus()
    assert isinstance(text, RichTextEdit)
    assert desk.item.sheet is not None
    assert desk.item.sheet.item_id == item_id
    assert desk.item.sheet.isAncestorOf(text)
    return text


def test_enter_in_the_agenda_and_control_enter_lead_into_the_notes(desk: Desk) -> None:
    desk.agenda.view.look_at("empty")
    key(focus(), K.Key_Return)
    write(in_text_of(desk, "empty"), "Inga frågor.")
    key(focus(), K.Key_Return, CTRL)
    write(in_text_of(desk, "last"), "Mötet slut. ")
    key(focus(), K.Key_Return, CTRL)  # there is no next one
    write(in_text_of(desk, "last"), "Tack.")
    assert focus().toPlainText() == "Mötet slut. Tack."
    assert not desk.item.context.bridge.records.children("last", Decision)


def test_the_caret_comes_back_to_the_text_last_written_in(desk: Desk) -> None:
    desk.agenda.view.look_at("empty")
    desk.ring.enter(desk.item)
    write(in_text_of(desk, "empty"), "Ordet var fritt.")
    key(focus(), K.Key_B, CTRL, SHIFT)
    decided = in_text_of(desk, "empty").owner_id
    write(focus(), "Styrelsen tackar")
    key(focus(), K.Key_Return, CTRL)
    in_text_of(desk, "last")
    desk.agenda.view.look_at("empty")
    text = in_text_of(desk, "empty")  # the sheet that had the focus went; no button has it now
    assert text.owner_id == decided
    desk.ring.enter(desk.agenda)
    desk.ring.enter(desk.item)
    write(focus(), ".")
    assert in_text_of(desk, "empty").toPlainText() == "Styrelsen tackar."


def test_the_panels_key_and_enter_in_the_agenda_lead_to_the_same_place(desk: Desk) -> None:
    places = []
    for lead in (desk.item.write, lambda: desk.ring.enter(desk.item)):
        desk.agenda.setFocus()
        desk.agenda.view.look_at("last")
        desk.agenda.view.look_at("full")  # as read for the first time
        lead()
        text = in_text_of(desk, "full")
        places.append((text.owner_id, text.textCursor().atEnd()))
    assert places == [("full-no", True)] * 2


def test_the_mouse_on_the_agenda_leaves_the_focus_there(desk: Desk) -> None:
    desk.agenda.view.look_at("full")
    desk.agenda.view.look_at("empty")
    assert focus() is desk.agenda.view


@pytest.mark.parametrize("which", [K.Key_Return, K.Key_Down])
def test_enter_and_down_lead_from_the_heading_to_the_text(desk: Desk, which: Qt.Key) -> None:
    desk.agenda.view.look_at("empty")
    assert desk.item.sheet is not None
    desk.item.sheet.head.heading.setFocus()
    key(focus(), which)
    write(in_text_of(desk, "empty"), "Text")
    assert focus().toPlainText() == "Text"


def test_tab_goes_from_the_heading_over_its_fields_to_the_text_and_to_more_last(desk: Desk) -> None:
    desk.agenda.view.look_at("empty")
    sheet = desk.item.sheet
    assert sheet is not None
    sheet.head.heading.setFocus()
    met = []
    for _ in range(3):
        key(focus(), K.Key_Tab)
        met.append(focus())
    assert met == [sheet.head.line.kind, sheet.head.line.presenters, sheet.head.line.case_number]
    key(focus(), K.Key_Tab)
    in_text_of(desk, "empty")
    stops = []
    while focus() is not sheet.head.tools and len(stops) < 20:
        key(focus(), K.Key_Tab)
        stops.append(focus())
    assert desk.item._add_row.more in stops
    assert stops[-1] is sheet.head.tools


def test_a_decision_begins_as_the_bodys_do_and_att_makes_clauses(desk: Desk) -> None:
    desk.agenda.view.look_at("empty")
    desk.ring.enter(desk.item)
    key(focus(), K.Key_B, CTRL, SHIFT)
    text = in_text_of(desk, "empty")
    assert text.textCursor().selectedText() == "Styrelsen beslutar"
    key(text, K.Key_End)
    key(text, K.Key_Return)
    write(text, "att avslå motionen")
    key(text, K.Key_Return)
    write(text, "att gå hem")
    kinds = [(row.kind, text_of(row.spans)) for row in text.rows()]
    assert kinds == [
        (BlockKind.PARAGRAPH, "Styrelsen beslutar"),
        (BlockKind.CLAUSE, "att avslå motionen"),
        (BlockKind.CLAUSE, "att gå hem"),
    ]
    QApplication.processEvents()  # what was added is shown in the next turn
    hint = text.parentWidget().parentWidget().hint
    assert hint.isVisible()
    assert "att" in hint.text()
    key(text, K.Key_Home)
    key(text, K.Key_Backspace)
    assert [row.kind for row in text.rows()][1:] == [BlockKind.CLAUSE, BlockKind.PARAGRAPH]
    desk.agenda.view.setFocus()
    assert not hint.isVisible()


def test_typing_takes_the_place_of_the_words_offered(desk: Desk) -> None:
    desk.agenda.view.look_at("empty")
    desk.ring.enter(desk.item)
    key(focus(), K.Key_B, CTRL, SHIFT)
    write(focus(), "att så är det")  # nothing leads in: a sentence
    (row,) = in_text_of(desk, "empty").rows()
    assert (row.kind, text_of(row.spans)) == (BlockKind.PARAGRAPH, "att så är det")


def test_a_name_with_a_comma_stays_whole_when_its_line_is_edited(desk: Desk) -> None:
    desk.agenda.view.look_at("empty")
    assert desk.item.sheet is not None
    field = desk.item.sheet.head.line.presenters
    field.setFocus()
    write(field, "Hallingström, utvecklingsstrateg;")
    key(field, K.Key_Return)
    assert field.text() == '"Hallingström, utvecklingsstrateg"'
    key(field, K.Key_End)
    write(field, ", Jonas")
    key(field, K.Key_Return)
    named = desk.item.context.bridge.records.children("empty", Presenter)
    assert [each.name for each in named] == ["Hallingström, utvecklingsstrateg", "Jonas"]
