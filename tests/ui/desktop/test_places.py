"""Findings lead to their places: the panel to the front, the focus into the field."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kcdesk.domain.action import Action
from kcdesk.domain.approval import Approval, Approver, DateKey, Notice
from kcdesk.domain.block import Block
from kcdesk.domain.correction import Correction
from kcdesk.domain.decision import AppealRoute, Ballot, Decision, Motion, Reservation, Vote
from kcdesk.domain.final_force import Delivery
from kcdesk.domain.item import Item, Recipient
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.participant import Participant
from kcdesk.domain.section import Section
from kcdesk.services.edit_correction import add_correction
from kcdesk.services.edit_delivery import add_delivery
from kcdesk.services.edit_meeting import set_remote
from kcdesk.ui.desktop.desktop import Desktop
from kcdesk.ui.screens.bodies.body_page import BodyPage
from kcdesk.ui.screens.check.check_panel import CheckPanel
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit


@pytest.fixture
def window(desktop: Desktop, sample_path: Path, qtbot):
    desktop.start(sample_path)
    window = desktop.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def lead(window, pane: str, row_id: str, field: str = "") -> QWidget:
    window.meeting.selection.lead_to(pane, row_id, field)
    QTest.qWait(0)
    front = window.workspace.panes.get(pane)
    assert front is None or front.isVisible()
    return focused()


def rows(window):
    return window.meeting.bridge.records


def test_the_head_unfolds_at_the_field(window) -> None:
    head = window.workspace.all_panes()["head"]
    root = rows(window).root_id
    assert lead(window, "head", root, "first_paragraph") is head.form.first_edit
    assert lead(window, "head", root, "place") is head.form.place_edit
    summons = head.form.early_days.summonses.day_edit
    found = lead(window, "head", root, "summoned_on")
    assert found is summons or summons.isAncestorOf(found)
    assert head.form.isAncestorOf(lead(window, "head", root, "something"))


def test_somebody_is_looked_at_in_the_attendance(window) -> None:
    panel = window.workspace.all_panes()["attendance"]
    someone = rows(window).all(Participant)[3]
    assert lead(window, "attendance", someone.id) is panel.view
    assert panel.view.current_line().id == someone.id
    assert lead(window, "attendance", rows(window).root_id) is panel.view


def test_an_approvals_fields_boards_and_signatures(window) -> None:
    panel = window.workspace.all_panes()["approval"]
    approval = next(each for each in rows(window).all(Approval) if not each.items)
    card = panel.cards.rows[approval.id]
    assert lead(window, "approval", approval.id, "storage_location") is card.storage_edit
    assert lead(window, "approval", approval.id, "place") is card.place_edit
    notice = rows(window).children(approval.id, Notice)[1]
    board = card.boards.column.rows[notice.id]
    assert board.posted_edit.isAncestorOf(lead(window, "approval", notice.id, "posted_on")) or (
        focused() is board.posted_edit
    )
    lead(window, "approval", notice.id, "removed_on")
    assert focused() in (board.removed_edit, *board.removed_edit.findChildren(QWidget))
    approver = rows(window).children(approval.id, Approver)[0]
    signed = card.approvers.column.rows[approver.id].signed_edit
    lead(window, "approval", approver.id, "signed_on")
    assert focused() in (signed, *signed.findChildren(QWidget))
    key = DateKey.TAKE_DOWN
    assert lead(window, "approval", approval.id, key.value) is card.date_rows[key].unfold
    lead(window, "approval", approval.id, "approvers")
    assert focused() in (card.approvers.add_box, card.approvers.name_edit)


def test_what_was_sent_and_what_is_not_there(window) -> None:
    panel = window.workspace.all_panes()["approval"]
    recipient = rows(window).all(Recipient)[0]
    row = panel.dispatch.column.rows[recipient.name]
    assert lead(window, "approval", recipient.id, "sent_by") is row.by_edit
    lead(window, "approval", recipient.id, "sent_on")
    assert focused() in (row.sent_edit, *row.sent_edit.findChildren(QWidget))
    assert panel.isAncestorOf(lead(window, "approval", "gone"))


@pytest.mark.parametrize("kind", [Vote, Motion, Decision, Reservation, Action])
def test_a_part_of_an_item(window, kind) -> None:
    row = rows(window).all(kind)[0]
    window.meeting.selection.select(row.owner_id)
    found = lead(window, "item", row.id)
    sheet = window.workspace.all_panes()["item"].sheet
    part = sheet.parts.get(row.id) or next(
        each for each in sheet.parts.values() if row.id in getattr(each, "editors", {})
    )
    assert part.isAncestorOf(found)


def test_fields_of_a_vote_and_rows_within_it(window) -> None:
    vote = rows(window).all(Vote)[0]
    window.meeting.selection.select(vote.owner_id)
    part = window.workspace.all_panes()["item"].sheet.parts[vote.id]
    assert lead(window, "item", vote.id, "result") is part.result
    ballot = rows(window).children(vote.id, Ballot)[0]
    assert part.isAncestorOf(lead(window, "item", ballot.id))


def test_a_paragraph_has_the_caret(window) -> None:
    section = next(each for each in rows(window).all(Section) if each.label == "Förtydligande")
    block = rows(window).children(section.id, Block)[-1]
    window.meeting.selection.select(section.owner_id)
    text = lead(window, "item", block.id)
    assert isinstance(text, RichTextEdit)
    assert text.owner_id == section.id
    cell = next(each for each in rows(window).all(Block) if each.grid is not None and each.line)
    owner = rows(window).get(Section, cell.owner_id)
    window.meeting.selection.select(owner.owner_id)
    text = lead(window, "item", cell.id)
    assert isinstance(text, RichTextEdit)
    assert text.textCursor().currentTable() is not None


def test_the_items_own_fields(window) -> None:
    item = next(each for each in rows(window).all(Item) if each.secret)
    window.meeting.selection.select(item.id)
    head = window.workspace.all_panes()["item"].sheet.head
    assert lead(window, "item", item.id, "case_number") is head.line.case_number
    assert lead(window, "item", item.id, "secrecy_ground") is head.secrecy.ground
    assert lead(window, "item", item.id, "announced") is head.tools
    assert isinstance(lead(window, "item", item.id), RichTextEdit)
    assert isinstance(lead(window, "item", "gone"), RichTextEdit)


def test_the_body_has_a_page_of_its_own(window) -> None:
    window.meeting.selection.lead_to("body", window.meeting.body.root_id, "seats")
    page = window._stack.currentWidget()
    assert isinstance(page, BodyPage)
    assert window.meeting is None
    assert focused().accessibleName() == "Platser"
    QTest.qWait(20)
    top = focused().mapTo(page.viewport(), QPoint())
    assert 0 <= top.y() < page.viewport().height() - focused().height()


def test_each_fact_that_a_check_asks_of_the_body_has_its_field(window) -> None:
    body_id = window.meeting.body.root_id
    page = window.open_body(body_id)
    assert isinstance(page, BodyPage)
    page.show_place(body_id, "name")
    assert focused().accessibleName() == "Namn"
    page.show_place(body_id, "seats")
    assert focused().accessibleName() == "Platser"
    page.show_place(body_id, "something")
    assert focused().accessibleName() == "Platser"  # what has no field moves nothing


def test_a_panel_that_leads_nowhere_is_entered(window) -> None:
    assert window.workspace.all_panes()["agenda"].isAncestorOf(lead(window, "agenda", "i1"))


def test_the_tab_counts_and_its_tip_says_so(window) -> None:
    panel = window.workspace.all_panes()["check"]
    assert isinstance(panel, CheckPanel)
    tabs = panel.parentWidget().parentWidget()
    page = panel.parentWidget()
    tabs = page.parentWidget().parentWidget()
    index = tabs.indexOf(page)
    records = rows(window)
    window.meeting.bridge.perform(set_remote(records, remote=False))
    panel.runner.run_now()
    count = tabs.tabText(index)
    assert count.startswith("Kontroll (")
    assert "avvikelse" in tabs.tabToolTip(index)
    assert "Ctrl+7" in tabs.tabToolTip(index)
    panel.show_findings(())
    assert tabs.tabText(index) == "Kontroll"
    assert "avvikelse" not in tabs.tabToolTip(index)


def test_the_checks_are_made_without_being_looked_at(window, qtbot) -> None:
    qtbot.waitUntil(lambda: "check" in window.workspace.panes, timeout=20_000)
    assert not window.workspace.panes["check"].isVisible()


def test_ctrl_7_opens_the_checks(window) -> None:
    window.workspace.all_panes()["check"].runner.run_now()
    QTest.keyClick(window, Qt.Key.Key_7, Qt.KeyboardModifier.ControlModifier)
    panel = window.workspace.all_panes()["check"]
    assert panel.isVisible()
    assert panel.isAncestorOf(focused())


def test_each_field_of_a_part_that_a_check_asks_for(window) -> None:
    asked = (
        (Motion, "movers", "Vem som yrkar"),
        (Motion, "text", "Vad som yrkas"),
        (Action, "owners", "Vem som ansvarar"),
        (Action, "due", "När det ska vara klart"),
        (Reservation, "participants", "Vem reserverar sig"),
    )
    for kind, field, name in asked:
        row = rows(window).all(kind)[0]
        window.meeting.selection.select(row.owner_id)
        assert lead(window, "item", row.id, field).accessibleName() == name
    for kind in (Section, Decision, Motion, Vote, Reservation, Action):
        row = rows(window).all(kind)[0]
        window.meeting.selection.select(row.owner_id)
        secret = rows(window).setting(row.id, "secret", True)  # noqa: FBT003  # a value
        window.meeting.bridge.perform(Group(Message("x"), secret))
        found = lead(window, "item", row.id, "secrecy_ground")
        assert found.accessibleName() == "Sekretessgrund", kind
        sheet = window.workspace.all_panes()["item"].sheet
        assert sheet.isAncestorOf(found)
    item = rows(window).all(Item)[2]
    window.meeting.selection.select(item.id)
    assert lead(window, "item", item.id, "title").accessibleName() == "Ärendets rubrik"


def test_a_correction_and_a_party_stand_beside_the_approvals(window) -> None:
    bridge = window.meeting.bridge
    item, decision = rows(window).all(Item)[2], rows(window).all(Decision)[0]
    bridge.perform(add_correction(rows(window), item.id, None, ""))
    appeal = rows(window).setting(decision.id, "appeal", AppealRoute.ADMINISTRATIVE)
    bridge.perform(Group(Message("x"), appeal))
    bridge.perform(add_delivery(rows(window), decision.id))
    panel = window.workspace.all_panes()["approval"]
    (row,) = rows(window).all(Correction)
    fields = panel.corrections.column.rows[row.id]
    assert lead(window, "approval", row.id, "text") is fields.text_edit
    assert lead(window, "approval", row.id, "author") is fields.author_edit
    day = lead(window, "approval", row.id, "made_on")
    assert day is fields.day_edit or fields.day_edit.isAncestorOf(day)
    (party,) = rows(window).all(Delivery)
    assert lead(window, "approval", party.id, "party") is panel.deliveries.row(party.id)


def test_a_language_that_nobody_knows_is_led_to_and_put_right(window) -> None:
    bridge = window.meeting.bridge
    unknown = bridge.records.setting(bridge.records.root_id, "language", "xx")
    bridge.perform(Group(Message("x"), unknown))
    head = window.workspace.all_panes()["head"]
    assert lead(window, "head", bridge.records.root_id, "language") is head.form.rules.fold_button
    box = head.form.rules.boxes["language"]
    assert (box.currentIndex(), box.value()) == (-1, "xx")
    assert box.isVisible()
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    assert bridge.records.root(Meeting).language in (None, "sv", "en")
    assert box.value() == bridge.records.root(Meeting).language
