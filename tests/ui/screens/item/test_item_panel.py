"""An item is written on its sheet, with keys, and every edit is a step of the session."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from kcdesk.domain.action import Action, ActionOwner, ActionState
from kcdesk.domain.attachment import Attachment
from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.decision import (
    Ballot,
    Choice,
    Decision,
    Motion,
    MotionFate,
    Reservation,
    Vote,
    VoteMethod,
)
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item, ItemKind, ItemLink, Presenter, Recipient, Recusal
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.richtext import text_of
from kcdesk.domain.row import Row
from kcdesk.domain.section import Contribution, Section, SectionKind
from kcdesk.services.edit_vote import set_ballot
from kcdesk.ui.qt import attached_file
from kcdesk.ui.qt.attached_file import FileIntake
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.screens.item.action_list import ActionEditor
from kcdesk.ui.screens.item.addition import additions
from kcdesk.ui.screens.item.decision_part import DecisionPart
from kcdesk.ui.screens.item.item_panel import ItemPanel
from kcdesk.ui.screens.item.reservation_part import ReservationPart
from kcdesk.ui.screens.item.row_secrecy import RowSecrecy
from kcdesk.ui.screens.item.text_part import SectionPart
from kcdesk.ui.screens.item.vote_part import VotePart
from kcdesk.ui.widgets.line_text import LineText
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from tests.ui.dropping import drop, mime
from tests.ui.editing import key, write
from tests.ui.screens.item.whole_item import FileShelf, context, everything

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
K = Qt.Key


@pytest.fixture
def meeting() -> MeetingContext:
    return context()


@pytest.fixture
def panel(qtbot: QtBot, meeting: MeetingContext) -> ItemPanel:
    made = ItemPanel(meeting)
    undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), made)
    undo.activated.connect(meeting.bridge.undo)
    qtbot.addWidget(made)
    made.resize(800, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def open_item(panel: ItemPanel, id: str) -> None:
    panel.context.selection.select(id)
    for _ in range(5):  # the sheet's height is settled over a few turns of the event loop
        QApplication.processEvents()


def rows(panel: ItemPanel, cls: type[Row], owner: str = "empty") -> tuple[Row, ...]:
    return panel.context.bridge.records.children(owner, cls)


def texts(panel: ItemPanel, owner: str) -> list[str]:
    return [text_of(block.spans) for block in rows(panel, Block, owner)]


def part(panel: ItemPanel, cls: type) -> QWidget:
    return next(each for each in panel.sheet.parts.values() if isinstance(each, cls))


def add(panel: ItemPanel, name: str) -> QWidget:
    """Add a part with its key or through the menu; returns what has the focus then."""
    panel.add_part(name)
    QApplication.processEvents()
    return panel.window().focusWidget()


def menu_of(part: QWidget) -> QMenu:
    part.open_menu()
    return part.findChildren(QMenu)[-1]


def choose(part: QWidget, text: str) -> None:
    menu = menu_of(part)
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()
    part.window().activateWindow()
    QApplication.processEvents()


def test_without_an_item_the_panel_says_what_to_do(panel: ItemPanel) -> None:
    assert panel._nothing.isVisible()
    assert panel.sheet is None
    panel.add_part("decision")  # nothing to add to: nothing happens


def test_notes_of_an_empty_item_begin_with_the_first_letter(panel: ItemPanel) -> None:
    open_item(panel, "empty")
    text = part(panel, SectionPart).text
    text.setFocus()
    write(text, "Inga frågor")
    (section,) = rows(panel, Section)
    assert section.kind is SectionKind.NOTES
    assert texts(panel, section.id) == ["Inga frågor"]
    assert part(panel, SectionPart).text is text, "the widget stays while one types"
    assert QApplication.focusWidget() is text
    key(text, K.Key_Z, CTRL)
    key(text, K.Key_Z, CTRL)
    assert rows(panel, Section) == ()
    write(text, "Ny")
    assert texts(panel, rows(panel, Section)[0].id) == ["Ny"]


def test_the_heading_is_edited_in_place(panel: ItemPanel) -> None:
    open_item(panel, "empty")
    heading = panel.sheet.head.heading
    heading.setFocus()
    heading.selectAll()
    write(heading, "Frågor från golvet")
    key(heading, K.Key_Return)
    assert panel.context.bridge.records.get(Item, "empty").title == "Frågor från golvet"
    assert panel.sheet.head.number.text() == "§\u00a057"
    panel.context.bridge.undo()
    assert heading.toPlainText() == "Övriga frågor"


def test_a_heading_is_given_after_a_short_pause(panel: ItemPanel, qtbot: QtBot) -> None:
    open_item(panel, "empty")
    heading = panel.sheet.head.heading
    with qtbot.waitSignal(heading.edited):
        write(heading, "X")
    assert panel.context.bridge.records.get(Item, "empty").title == "XÖvriga frågor"


def test_what_is_typed_in_a_field_is_the_first_thing_undone(panel: ItemPanel) -> None:
    open_item(panel, "empty")
    heading = panel.sheet.head.heading
    heading.setFocus()
    write(heading, "Y")
    key(heading, K.Key_Z, CTRL)
    assert panel.context.bridge.records.get(Item, "empty").title == "Övriga frågor"
    number = panel.sheet.head.line.case_number
    number.setFocus()
    write(number, "KS 1")
    key(number, K.Key_Z, CTRL)
    assert panel.context.bridge.records.get(Item, "empty").case_number == ""
    assert number.text() == ""


def test_the_line_under_the_heading(panel: ItemPanel) -> None:
    open_item(panel, "empty")
    head = panel.sheet.head
    head.line.presenters.setFocus()
    write(head.line.presenters, "siv, Jonas Öhman")
    key(head.line.presenters, K.Key_Return)
    presenters = rows(panel, Presenter)
    assert [(row.participant_id, row.name) for row in presenters] == [
        ("p9", ""),
        (None, "Jonas Öhman"),
    ]
    assert head.line.presenters.text() == "Siv Åkerlund, Jonas Öhman"
    assert head.line.kind.value() is ItemKind.INFORMATION
    head.line.kind.setFocus()
    key(head.line.kind, K.Key_Down)
    key(head.line.kind, K.Key_Down)
    item = panel.context.bridge.records.get(Item, "empty")
    assert item.kind is ItemKind.DECISION
    for word in ("Sekretess", "Omedelbar justering", "Fanns i kallelsen", "Sidhänvisning"):
        choose(head, word)
    item = panel.context.bridge.records.get(Item, "empty")
    assert (item.secret, item.immediate_approval, item.announced) == (True, True, False)
    assert head.secrecy.isVisible()
    assert head.line.at_once.isVisible()
    write(head.secrecy.ground, "OSL 19:3")
    key(head.secrecy.ground, K.Key_Return)
    write(head.line.pages, "s. 9")
    key(head.line.pages, K.Key_Return)
    item = panel.context.bridge.records.get(Item, "empty")
    assert (item.secrecy_ground, item.page_reference) == ("OSL 19:3", "s. 9")


@pytest.mark.parametrize("name", [each.name for each in additions() if each.make])
def test_each_part_is_added_ready_to_write_in_and_undone(panel: ItemPanel, name: str) -> None:
    open_item(panel, "empty")
    before = panel.context.bridge.records
    focus = add(panel, name)
    assert panel.context.bridge.records != before
    assert panel.sheet.isAncestorOf(focus)
    panel.context.bridge.undo()
    assert panel.context.bridge.records == before
    assert len(panel.sheet.parts) == 1
    assert panel.sheet.isAncestorOf(QApplication.focusWidget())


def test_keys_add_parts_and_open_the_menu(panel: ItemPanel) -> None:
    open_item(panel, "empty")
    text = part(panel, SectionPart).text
    text.setFocus()
    key(text, K.Key_B, CTRL, SHIFT)
    assert len(rows(panel, Decision)) == 1
    assert QApplication.focusWidget() is part(panel, DecisionPart).text
    key(QApplication.focusWidget(), K.Key_A, CTRL, SHIFT)
    (menu,) = (each for each in panel._add_row.findChildren(QMenu) if each.isVisible())
    assert [action.text() for action in menu.actions()][:2] == ["&Beslut", "&Åtgärd"]
    assert menu.actions()[0].shortcut().toString() == "Ctrl+Shift+B"
    menu.actions()[2].trigger()
    menu.close()
    assert len(rows(panel, Motion)) == 1


def test_a_decision_is_written_with_its_clauses(panel: ItemPanel) -> None:
    open_item(panel, "empty")
    text = add(panel, "decision")
    write(text, "Styrelsen beslutar")
    key(text, K.Key_Return)
    key(text, K.Key_M, CTRL, SHIFT)
    write(text, "att bifalla")
    (decision,) = rows(panel, Decision)
    blocks = rows(panel, Block, decision.id)
    assert [(block.kind, text_of(block.spans)) for block in blocks] == [
        (BlockKind.PARAGRAPH, "Styrelsen beslutar"),
        (BlockKind.CLAUSE, "att bifalla"),
    ]
    edited = part(panel, DecisionPart)
    write(edited.lead_in, "Val")
    key(edited.lead_in, K.Key_Return)
    for word in ("Enligt förslag", "Beslutas av andra", "Före anteckningarna", "Sekretess"):
        choose(edited, word)
    choose(part(panel, DecisionPart), "Kan inte överklagas")
    write(part(panel, DecisionPart).secrecy.ground, "OSL")
    key(part(panel, DecisionPart).secrecy.ground, K.Key_Return)
    (decision,) = rows(panel, Decision)
    assert decision.lead_in == "Val"
    assert decision.as_proposed
    assert decision.handed_on
    assert decision.before_notes
    assert decision.secrecy_ground == "OSL"
    assert isinstance(next(iter(panel.sheet.parts.values())), DecisionPart)


def test_removing_happens_at_once_and_is_undone(panel: ItemPanel) -> None:
    open_item(panel, "full")
    whole = panel.context.bridge.records
    decision = part(panel, DecisionPart)
    decision.text.setFocus()
    key(decision.text, K.Key_Backspace, CTRL, SHIFT)
    assert len(rows(panel, Decision, "full")) == 1
    panel.context.bridge.undo()
    assert panel.context.bridge.records == whole
    assert len([p for p in panel.sheet.parts.values() if isinstance(p, DecisionPart)]) == 2


def test_parts_move_by_their_menu(panel: ItemPanel) -> None:
    open_item(panel, "full")
    choose(part(panel, DecisionPart), "Flytta ner")
    assert [row.id for row in rows(panel, Decision, "full")] == ["full-de2", "full-de"]
    assert [k for k in panel.sheet.parts if k.startswith("full-de")] == ["full-de2", "full-de"]
    choose(panel.sheet.parts["full-de"], "Flytta upp")
    choose(panel.sheet.parts["full-de"], "Ta bort")
    assert [row.id for row in rows(panel, Decision, "full")] == ["full-de2"]


def test_actions_are_written_one_after_the_other(panel: ItemPanel) -> None:
    open_item(panel, "empty")
    what = add(panel, "action")
    write(what, "Boka lokal")
    key(what, K.Key_Return)
    who = QApplication.focusWidget()
    write(who, "KA eller Samordnaren")
    key(who, K.Key_Return)
    when = QApplication.focusWidget()
    write(when, "fredag")
    key(when, K.Key_Return)
    first, second = rows(panel, Action)
    assert (first.text, first.any_owner) == ("Boka lokal", True)
    assert first.due == Moment(panel.context.clock.today().replace(day=13))
    assert when.text() == "2026-11-13"
    assert who.text() == "Karin Ahlqvist eller Samordnaren"
    owners = rows(panel, ActionOwner, first.id)
    assert [(owner.participant_id, owner.name) for owner in owners] == [
        ("p2", ""),
        (None, "Samordnaren"),
    ]
    editor = panel.sheet.parts["actions"].editors[second.id]
    assert QApplication.focusWidget() is editor.text
    key(panel.sheet.parts["actions"].editors[first.id].due, K.Key_Return)
    assert QApplication.focusWidget() is editor.text
    editor.due.setFocus()
    key(editor.due, K.Key_Return)
    assert len(rows(panel, Action)) == 2, "an empty row leads to no further one"


@pytest.mark.parametrize("width", [460, 520, 640, 900])
def test_the_day_of_an_action_is_never_broken(panel: ItemPanel, width: int) -> None:
    open_item(panel, "empty")
    write(add(panel, "action"), "Boka lokal")
    (action,) = rows(panel, Action)
    due = panel.sheet.parts["actions"].editors[action.id].due
    panel.resize(width, 700)
    for text in ("2027-12-08", "kl. 13:30"):
        due.setText(text)
        QApplication.processEvents()
        assert not due._is_long(), (text, due.width())


def test_each_owner_of_an_action_has_a_state(panel: ItemPanel) -> None:
    open_item(panel, "full")
    actions = panel.sheet.parts["actions"]
    editor: ActionEditor = actions.editors["full-a2"]
    assert editor.state.text() == "○"
    editor.state.click()
    menu = editor.findChildren(QMenu)[-1]
    next(action for action in menu.actions() if action.text() == "Klar").trigger()
    menu.close()
    assert rows(panel, ActionOwner, "full-a2")[0].state is ActionState.DONE
    assert editor.state.text() == "1/2"
    assert actions.editors["full-a1"].state.text() == "✓"
    editor.text.setFocus()
    key(editor.text, K.Key_Backspace, CTRL, SHIFT)
    assert [row.id for row in rows(panel, Action, "full")] == ["full-a1"]


def test_names_complete_after_a_comma(panel: ItemPanel) -> None:
    open_item(panel, "empty")
    add(panel, "action")
    who = panel.sheet.parts["actions"].stops()[1]
    who.setFocus()
    write(who, "Karin Ahlqvist, mar")
    completer = who.completer()
    assert completer.currentCompletion() == "Karin Ahlqvist, Maria Haglund"


def test_a_motion_has_movers_kind_text_and_fate(panel: ItemPanel) -> None:
    open_item(panel, "empty")
    movers = add(panel, "motion")
    write(movers, "Karin, Centergruppen")
    key(movers, K.Key_Return)
    editor = next(iter(panel.sheet.parts["motions"].editors.values()))
    write(editor.text, "Bifall")
    key(editor.text, K.Key_Return)
    editor.fate.setCurrentIndex(1)
    editor.fate.activated.emit(1)
    editor.kind.setCurrentIndex(5)
    editor.kind.activated.emit(5)
    (motion,) = rows(panel, Motion)
    assert (motion.movers, motion.mover_text, motion.text) == (("p2",), "Centergruppen", "Bifall")
    assert motion.fate is MotionFate.CARRIED
    assert editor.movers.text() == "Karin Ahlqvist, Centergruppen"


def test_ballots_are_pressed_and_counted(panel: ItemPanel) -> None:
    open_item(panel, "empty")
    yes = add(panel, "vote")
    write(yes, "bifall")
    key(yes, K.Key_Return)
    vote: VotePart = part(panel, VotePart)
    grid = vote.ballots
    assert len(grid.buttons) == 6 * 3
    grid.buttons["p0", Choice.YES].click()
    grid.buttons["p1", Choice.NO].click()
    assert vote.count.text() == "Ja 1 · Nej 1 · Avstår 0"
    assert vote.casting.isVisible(), "a tie asks who broke it"
    write(vote.casting, "PM")
    key(vote.casting, K.Key_Return)
    choose(vote, "Övriga röstar ja")
    assert vote.count.text() == "Ja 5 · Nej 1 · Avstår 0"
    grid.buttons["p1", Choice.NO].click()
    assert len(rows(panel, Ballot, vote.row_id)) == 5
    write(vote.no, "avslag")
    vote.no.give()
    assert vote.result.text.toPlainText() == "Styrelsen beslutar därmed att bifalla förslaget."
    key(vote.result.text, K.Key_A, Qt.KeyboardModifier.ControlModifier)
    write(vote.result.text, "Bifall.")
    vote.result.text.give()
    (row,) = rows(panel, Vote)
    assert (row.yes_means, row.no_means, row.result) == ("bifall", "avslag", "Bifall.")
    assert row.casting_participant_id == "p0"


def test_a_secret_ballot_is_counted_by_hand(panel: ItemPanel) -> None:
    open_item(panel, "empty")
    add(panel, "vote")
    vote: VotePart = part(panel, VotePart)
    vote.method.setCurrentIndex(1)
    vote.method.activated.emit(1)
    assert not vote.ballots.isVisible()
    for box, number in zip(vote.counts, "440", strict=True):
        box.setFocus()
        box.selectAll()
        write(box, number)
        key(box, K.Key_Return)
    (row,) = rows(panel, Vote)
    assert (row.method, row.yes_count, row.no_count) == (VoteMethod.SECRET, 4, 4)
    assert vote.lots.isVisible()
    vote.lots.click()
    assert rows(panel, Vote)[0].drawn_by_lot


def test_one_who_voted_without_serving_is_shown_so(panel: ItemPanel) -> None:
    open_item(panel, "full")
    vote: VotePart = part(panel, VotePart)
    assert ("p3", Choice.YES) not in vote.ballots.buttons, "jäv: does not serve"
    records = panel.context.bridge.records
    panel.context.bridge.perform(set_ballot(records, vote.row_id, "p3", Choice.YES))
    assert "tjänstgör inte" in vote.ballots._names["p3"].text()


def test_reservations_contributions_and_what_lies_around(panel: ItemPanel) -> None:
    open_item(panel, "empty")
    who = add(panel, "reservation")
    write(who, "Robert Falk")
    key(who, K.Key_Return)
    reservation: ReservationPart = part(panel, ReservationPart)
    write(reservation.said, "Till förmån för eget yrkande.")
    key(reservation.said, K.Key_Return)
    reservation.kind.setCurrentIndex(1)
    reservation.kind.activated.emit(1)
    (row,) = rows(panel, Reservation)
    assert (row.participants, row.text) == (("p3",), "Till förmån för eget yrkande.")
    speaker = add(panel, "contribution")
    write(speaker, "Jan/Sorsele")
    key(speaker, K.Key_Return)
    (said,) = rows(panel, Contribution)
    assert (said.speaker, said.organisation) == ("Jan", "Sorsele")
    write(add(panel, "recipient"), "Region Västerbotten")
    recipients = panel.sheet.parts["recipients"]
    address = recipients.stops()[1]
    address.setFocus()
    write(address, "region@exempel.se")
    key(address, K.Key_Return)
    (recipient,) = rows(panel, Recipient)
    assert (recipient.name, recipient.address) == ("Region Västerbotten", "region@exempel.se")
    write(add(panel, "link"), "Beslut 2015-06-10")
    links = panel.sheet.parts["links"]
    relation, words = links.stops()
    assert words.hasFocus(), "written first, though the relation stands before it"
    relation.setCurrentIndex(2)
    relation.activated.emit(2)
    words.give()
    assert rows(panel, ItemLink)[0].text == "Beslut 2015-06-10"


def test_sections_have_labels_and_secrecy(panel: ItemPanel) -> None:
    open_item(panel, "empty")
    label = add(panel, "labelled")
    write(label, "Kostnad")
    key(label, K.Key_Return)
    own = next(p for p in panel.sheet.parts.values() if getattr(p, "label", None) is label)
    choose(own, "Sekretess")
    choose(own, "Tillagt efter mötet")
    write(own.secrecy.ground, "OSL")
    key(own.secrecy.ground, K.Key_Return)
    row = panel.context.bridge.records.get(Section, own.row_id)
    assert (row.label, row.secret, row.after_meeting) == ("Kostnad", True, True)
    assert row.secrecy_ground == "OSL"


def test_jav_is_noted_in_one_line(panel: ItemPanel) -> None:
    open_item(panel, "empty")
    line = add(panel, "recusal")
    write(line, "Robert Falk, KA")
    key(line, K.Key_Return)
    assert {row.participant_id for row in rows(panel, Recusal)} == {"p3", "p2"}
    line.selectAll()
    write(line, "Robert Falk")
    key(line, K.Key_Return)
    assert [row.participant_id for row in rows(panel, Recusal)] == ["p3"]


def test_a_file_is_attached_and_opened(
    panel: ItemPanel, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_item(panel, "empty")
    file = tmp_path / "Plan för 2027.pdf"
    file.write_bytes(b"%PDF-1.4")
    with qtbot.waitSignal(panel._intake.taken):
        panel._take_files([str(file)])
    (row,) = rows(panel, Attachment)
    assert (row.name, row.size, row.number) == ("Plan för 2027.pdf", 8, "2")
    opened: list[str] = []
    monkeypatch.setattr(attached_file.QDesktopServices, "openUrl", opened.append)
    editor = panel.sheet.parts["attachments"].editors[row.id]
    editor.open.click()
    assert Path(opened[0].toLocalFile()).read_bytes() == b"%PDF-1.4"
    for field, text in ((editor.number, "7"), (editor.pages, "s. 2")):
        field.setFocus()
        field.selectAll()
        write(field, text)
        key(field, K.Key_Return)
    assert (rows(panel, Attachment)[0].number, rows(panel, Attachment)[0].pages) == ("7", "s. 2")


def test_files_fall_on_the_item_that_was_in_view(
    panel: ItemPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    open_item(panel, "empty")
    files = [tmp_path / "Karta.pdf", tmp_path / "Plan.pdf"]
    for file in files:
        file.write_bytes(b"%PDF-1.4")
    data = mime(*(QUrl.fromLocalFile(str(file)).toString() for file in files))
    text = next(iter(panel.sheet.findChildren(RichTextEdit)))
    assert not text.canInsertFromMimeData(data)
    assert drop(panel.viewport(), data).isAccepted()
    panel.context.selection.select("full")
    records = panel.context.bridge
    qtbot.waitUntil(lambda: len(records.records.children("empty", Attachment)) == 2)
    found = records.records.children("empty", Attachment)
    assert [(row.name, row.number) for row in found] == [("Karta.pdf", "2"), ("Plan.pdf", "3")]


@pytest.mark.parametrize("into", [RichTextEdit, LineText])
def test_copied_files_are_attached_by_pasting(
    panel: ItemPanel, qtbot: QtBot, tmp_path: Path, into: type
) -> None:
    open_item(panel, "empty")
    files = [tmp_path / "Karta.pdf", tmp_path / "Plan.pdf"]
    for file in files:
        file.write_bytes(b"%PDF-1.4")
    addresses = [QUrl.fromLocalFile(str(file)).toString() for file in files]
    QApplication.clipboard().setMimeData(mime(*addresses, text="\n".join(map(str, files))))
    text = next(each for each in panel.sheet.findChildren(into) if each.isVisible())
    text.setFocus()
    key(text, K.Key_V, CTRL)
    records = panel.context.bridge
    qtbot.waitUntil(lambda: len(records.records.children("empty", Attachment)) == 2)
    found = records.records.children("empty", Attachment)
    assert [row.name for row in found] == ["Karta.pdf", "Plan.pdf"]
    assert "pdf" not in text.toPlainText()
    QApplication.clipboard().clear()


def test_a_file_that_the_library_lacks_is_told_of(
    panel: ItemPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    open_item(panel, "empty")
    file = tmp_path / "Plan.pdf"
    file.write_bytes(b"%PDF-1.4")
    with qtbot.waitSignal(panel._intake.taken):
        panel._take_files([str(file)])
    panel.context.shelf.files.clear()
    (editor,) = panel.sheet.parts["attachments"].editors.values()
    editor.open.click()
    box = editor.findChild(QMessageBox)
    assert "Plan.pdf" in box.informativeText()
    assert box.text() == "Protokollet är orört."
    box.close()


def test_a_web_address_is_opened_as_it_is(
    panel: ItemPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_item(panel, "empty")
    name = add(panel, "reference")
    write(name, "https://exempel.se/lag")
    name.give()
    opened: list[str] = []
    monkeypatch.setattr(attached_file.QDesktopServices, "openUrl", opened.append)
    next(iter(panel.sheet.parts["attachments"].editors.values())).open.click()
    assert opened[0].toString() == "https://exempel.se/lag"


def test_sub_items_are_ways_to_their_own_sheets(panel: ItemPanel) -> None:
    open_item(panel, "full")
    panel.sheet.parts["sub_items"].buttons["full-sub"].click()
    assert panel.context.selection.id == "full-sub"
    assert panel.sheet.head.heading.toPlainText() == "Workshop i mars"


def test_typing_rebuilds_nothing(panel: ItemPanel) -> None:
    open_item(panel, "full")
    parts = dict(panel.sheet.parts)
    text = panel.sheet.parts["full-no"].text
    write(text, "Ett ord till. ")
    key(text, K.Key_Return)
    panel.context.bridge.undo()
    assert panel.sheet.parts == parts


def test_the_sheet_goes_when_its_item_goes(panel: ItemPanel) -> None:
    open_item(panel, "empty")
    records = panel.context.bridge.records
    panel.context.bridge.perform(Group(Message("Remove"), records.removal("empty")))
    assert panel.sheet is None
    panel.context.bridge.undo()
    assert panel.sheet is not None
    panel.context.bridge.reload()
    assert panel.sheet.item_id == "empty"


def test_tab_follows_the_eye(panel: ItemPanel) -> None:
    open_item(panel, "full")
    panel.sheet.head.heading.setFocus()
    seen = []
    for _ in range(200):
        focus = QApplication.focusWidget()
        if focus in seen:
            break
        seen.append(focus)
        if isinstance(focus, RichTextEdit):
            cursor = focus.textCursor()
            cursor.movePosition(cursor.MoveOperation.Start)
            focus.setTextCursor(cursor)
        key(focus, K.Key_Tab)
    fields = [w for w in seen if panel.sheet.isAncestorOf(w) and w.isVisible()]
    tops = [w.mapTo(panel.sheet, w.rect().center()).y() for w in fields
            if not isinstance(w, QAbstractButton)]  # fmt: skip
    assert len(fields) > 25
    backwards = [one - other for one, other in itertools.pairwise(tops) if other < one]
    assert all(step < 20 for step in backwards), backwards


def test_arrows_lead_from_text_to_text(panel: ItemPanel) -> None:
    open_item(panel, "full")
    heading = panel.sheet.head.heading
    heading.setFocus()
    heading.moveCursor(QTextCursor.MoveOperation.End)  # it may take two lines
    key(heading, K.Key_Down)  # straight to what is written
    assert QApplication.focusWidget().accessibleName() == "Bakgrund"
    for _ in range(2):  # upwards nothing is passed over
        key(QApplication.focusWidget(), K.Key_Up)
        assert QApplication.focusWidget().accessibleName() == "Bilagans namn"
    key(QApplication.focusWidget(), K.Key_Up)
    assert QApplication.focusWidget().accessibleName() == "Mening om jävet"
    for _line in range(3):  # its lines
        if QApplication.focusWidget() is not heading:
            key(QApplication.focusWidget(), K.Key_Up)
    assert QApplication.focusWidget() is heading
    heading.moveCursor(QTextCursor.MoveOperation.Start)
    key(heading, K.Key_Up)
    assert QApplication.focusWidget() is heading


def test_everything_that_takes_the_focus_has_a_name(panel: ItemPanel) -> None:
    open_item(panel, "full")
    for widget in panel.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            if widget.parent() and widget.objectName().startswith("qt_"):
                continue
            name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert name, widget


def test_sixty_items_with_text_are_each_shown(panel: ItemPanel) -> None:
    items = [
        Item(id=f"n{at}", owner_id="m", position=f"b{at:02}V", title=f"Ärende {at}")
        for at in range(60)
    ]
    content = [row for item in items for row in everything(item.id)]
    inserts = tuple(Insert(row) for row in (*items, *content))
    panel.context.bridge.perform(Group(Message("Many"), inserts))
    for item in items:
        panel.context.selection.select(item.id)
        assert len(panel.sheet.parts) == 16


def test_files_come_by_a_shelf_that_may_refuse(
    panel: ItemPanel, qtbot: QtBot, tmp_path: Path
) -> None:
    class Full(FileShelf):
        def put_file(self, path: Path) -> tuple[str, int]:
            raise UserFacingError(Message("The disk is full."))

    intake = FileIntake(Full(), panel.context.bridge)
    with qtbot.waitSignal(intake.refused):
        intake.take([str(tmp_path / "x")])


@pytest.mark.parametrize(
    ("name", "cls", "key_of"),
    [
        ("motion", Motion, "motions"),
        ("action", Action, "actions"),
        ("vote", Vote, ""),
        ("reservation", Reservation, ""),
        ("contribution", Contribution, ""),
    ],
)
def test_each_part_can_be_secret_on_a_ground(panel: ItemPanel, name, cls, key_of) -> None:
    open_item(panel, "empty")
    add(panel, name)
    (row,) = rows(panel, cls)
    made = panel.sheet.parts[key_of or row.id]
    secrecy = made.findChild(RowSecrecy)
    assert not secrecy.isVisible()
    choose(made, "Sekretess")
    assert secrecy.isVisible()
    assert secrecy.ground in made.stops()
    write(secrecy.ground, "OSL 19 kap. 3 §")
    key(secrecy.ground, K.Key_Return)
    (row,) = rows(panel, cls)
    assert (row.secret, row.secrecy_ground) == (True, "OSL 19 kap. 3 §")
    choose(made, "Sekretess")
    assert not rows(panel, cls)[0].secret
    assert not secrecy.isVisible()


def test_a_heading_of_ones_own_comes_between_two_notes_by_keys_alone(panel: ItemPanel) -> None:
    open_item(panel, "empty")
    write(add(panel, "notes"), "Först")  # the sheet for notes is there: one more comes after it
    notes = rows(panel, Section)[0]
    label = add(panel, "labelled")
    write(label, "Kostnad")
    key(label, K.Key_Tab)
    write(QApplication.focusWidget(), "Inga")
    more = add(panel, "notes")
    write(more, "Sist")
    sections = rows(panel, Section)
    assert [texts(panel, each.id) for each in sections] == [["Först"], ["Inga"], ["Sist"]]
    assert sections[0] is notes or sections[0].id == notes.id
    assert [part.row_id for part in panel.sheet.parts.values()] == [each.id for each in sections]
    key(more, K.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is more, "the caret stays in what moves"
    assert [texts(panel, part.row_id) for part in panel.sheet.parts.values()] == [
        ["Först"], ["Sist"], ["Inga"]
    ]  # fmt: skip
    key(more, K.Key_Z, CTRL)
    assert [texts(panel, part.row_id)[0] for part in panel.sheet.parts.values()][-1] == "Sist"


def test_an_action_that_was_begun_and_left_without_a_word_goes(panel: ItemPanel) -> None:
    open_item(panel, "empty")
    add(panel, "action")
    what, who, when = panel.sheet.parts["actions"].stops()[:3]
    write(what, "Boka lokal")
    key(what, K.Key_Return)
    key(who, K.Key_Return)
    key(when, K.Key_Return)  # leads on to another row
    assert len(rows(panel, Action)) == 2
    panel.write()
    for _turn in range(3):
        QApplication.processEvents()
    assert [each.text for each in rows(panel, Action)] == ["Boka lokal"]
    key(when, K.Key_Return)
    assert len(rows(panel, Action)) == 2
    panel.context.selection.select("full")
    assert [each.text for each in rows(panel, Action)] == ["Boka lokal"]


def test_a_new_attachment_has_its_place_in_the_order_of_tab_at_once(panel: ItemPanel) -> None:
    open_item(panel, "empty")
    add(panel, "name")
    add(panel, "name")
    first, second = panel.sheet.parts["attachments"].editors.values()
    first.name.setFocus()
    met = []
    while QApplication.focusWidget() is not second.name and len(met) < 9:
        key(QApplication.focusWidget(), K.Key_Tab)
        met.append(QApplication.focusWidget())
    assert met == [first.pages, first.sent, second.number, second.name]  # as the eye goes
    for each in (second.pages, second.sent):
        key(QApplication.focusWidget(), K.Key_Tab)
        assert QApplication.focusWidget() is each
    key(QApplication.focusWidget(), K.Key_Tab)
    assert isinstance(QApplication.focusWidget(), RichTextEdit | QAbstractButton)
    first.name.setFocus()
    key(first.name, K.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is first.number
