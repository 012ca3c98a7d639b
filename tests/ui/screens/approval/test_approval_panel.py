"""Approval and notice by hand: who, what, when and where, with every date explained."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kcdesk import i18n
from kcdesk.domain.approval import Approval, Approver, DateKey, DateOverride, Notice
from kcdesk.domain.approved import paragraphs
from kcdesk.domain.body import Numbering
from kcdesk.domain.dispatch import Dispatch
from kcdesk.domain.final_force import Appeal
from kcdesk.domain.item import Item, Recipient
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.participant import Attendance, Participant, Standing
from kcdesk.i18n import _
from kcdesk.services.change_state import rest_approval
from kcdesk.services.edit_meeting import set_day
from kcdesk.ui.qt.theme import ColorMode, apply_theme
from kcdesk.ui.screens.approval import ApprovalPanel
from kcdesk.ui.screens.approval.approval_words import approval_title
from tests.ui.screens.meeting import TODAY, body, context, meeting


@pytest.fixture
def opened(qtbot):
    i18n.use("en")

    def show(records, held=None, **more):
        desk = context(records, held or body(), **more)
        panel = ApprovalPanel(desk)
        qtbot.addWidget(panel)
        panel.resize(400, 900)
        panel.show()
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow)
        return panel, desk

    yield show
    i18n.use("sv")


APPROVAL = Approval(id="a", owner_id="m", position="V")


@pytest.fixture
def card(opened):
    board = Notice(id="n", owner_id="a", position="V", board="Norråsa")
    panel, desk = opened(meeting(APPROVAL, board, first_paragraph=52))
    return panel.cards.rows["a"], desk, panel


def write(qtbot, line, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    for letter in text:
        qtbot.keyClick(line, letter)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def approval(desk) -> Approval:
    return desk.bridge.records.get(Approval, "a")


def test_an_empty_panel_names_one_action(qtbot, opened):
    panel, desk = opened(meeting(first_paragraph=52))
    assert panel.prepare_button.isVisible()
    panel.setFocus()
    qtbot.keyClick(panel.prepare_button, Qt.Key.Key_Space)
    rest = rest_approval(desk.bridge.records)
    card = panel.cards.rows[rest.id]
    assert card.title_label.text() == "Approval of §§\N{NO-BREAK SPACE}52–54"
    assert card.storage_edit.text() == "Norråsa kommunkansli"
    boards = [row.board_edit.text() for row in card.boards.column.rows.values()]
    assert boards == ["Norråsa kommun", "Övre Forsa kommun"]
    assert not panel.prepare_button.isVisible()
    desk.bridge.undo()
    assert panel.prepare_button.isVisible()


def test_informal_bodies_are_told_that_they_need_none(opened):
    panel, _desk = opened(meeting(APPROVAL), body(formal=False))
    assert "To whom the notes were sent" in panel.words.text()
    assert not panel.prepare_button.isVisible()
    assert not panel.new_button.isVisible()
    assert panel.cards.rows == {}


def test_approvers_are_picked_or_named(qtbot, card):
    shown, desk, _panel = card
    box = shown.approvers.add_box
    assert [box.itemText(n) for n in range(box.count())] == ["Maria Haglund", "Karin Ahlqvist"]
    write(qtbot, shown.approvers.name_edit, "Karin Ahlqvist")
    write(qtbot, shown.approvers.name_edit, "Siv Lund")
    rows = desk.bridge.records.children("a", Approver)
    assert [(row.participant_id, row.name) for row in rows] == [("p1", ""), (None, "Siv Lund")]
    names = [row.name_label.text() for row in shown.approvers.column.rows.values()]
    assert names == ["Karin Ahlqvist", "Siv Lund"]
    assert [box.itemText(n) for n in range(box.count())] == ["Maria Haglund"]
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert len(shown.approvers.column.rows) == 3
    next(iter(shown.approvers.column.rows.values())).remove_button.click()
    assert len(desk.bridge.records.children("a", Approver)) == 2
    write(qtbot, shown.approvers.name_edit, " ")
    assert len(desk.bridge.records.children("a", Approver)) == 2


def test_only_those_who_took_part_in_deciding_are_offered_as_approvers(qtbot, opened):
    away = Attendance.ABSENT_WITH_NOTICE
    held = meeting(
        APPROVAL,
        Participant(id="d1", owner_id="m", position="b", name="Bo Ek", attendance=away),
        Participant(id="d2", owner_id="m", position="c", name="Li Ask", standing=Standing.OTHER),
    )
    panel, desk = opened(held)
    approvers = panel.cards.rows["a"].approvers
    box = approvers.add_box
    assert [box.itemText(n) for n in range(box.count())] == ["Maria Haglund", "Karin Ahlqvist"]
    write(qtbot, approvers.name_edit, "Li Ask")  # not offered, but on the list
    (row,) = desk.bridge.records.children("a", Approver)
    assert (row.participant_id, row.name) == ("d2", "")


def test_an_approval_by_points_says_so():
    records = meeting(APPROVAL, items=3)
    title = approval_title(records, APPROVAL, Numbering.ITEM)
    assert title == _("Approval of {what}", what=_("item {number}", number="1–3"))


def test_the_last_signature_approves(qtbot, card):
    shown, desk, _panel = card
    for name in ("Karin Ahlqvist", "Siv Lund"):
        write(qtbot, shown.approvers.name_edit, name)
    first, second = shown.approvers.column.rows.values()
    write(qtbot, first.signed_edit, "20 nov")
    assert approval(desk).approved_on is None
    write(qtbot, second.signed_edit, "23 nov")
    assert approval(desk).approved_on == date(2026, 11, 23)
    assert shown.approved_edit.text() == "2026-11-23"
    assert shown.date_rows[DateKey.APPROVE_BY].note_label.text() == "Approved Mon 23 Nov"


def test_place_agreed_time_day_and_storage(qtbot, card):
    shown, desk, _panel = card
    write(qtbot, shown.place_edit, "Kansliet")
    write(qtbot, shown.planned_day, "20/11")
    write(qtbot, shown.planned_time, "13")
    write(qtbot, shown.storage_edit, "Arkivet")
    write(qtbot, shown.approved_edit, "2026-11-20")
    held = approval(desk)
    assert (held.place, held.storage_location) == ("Kansliet", "Arkivet")
    assert (held.planned_on, held.planned_time) == (date(2026, 11, 20), ClockTime(time(13)))
    assert held.approved_on == date(2026, 11, 20)
    write(qtbot, shown.approved_edit, "")
    assert approval(desk).approved_on is None


def test_days_without_a_year_are_seen_from_the_meeting(qtbot, card):
    """Minutes are entered years later, too: what follows a meeting is not of the present year."""
    shown, desk, _panel = card
    desk.bridge.perform(set_day(desk.bridge.records, Moment(date(2015, 8, 19))))
    write(qtbot, shown.planned_day, "31 aug")
    write(qtbot, shown.approved_edit, "31/8")
    board = shown.boards.column.rows["n"]
    write(qtbot, board.posted_edit, "1 sept")
    write(qtbot, board.removed_edit, "5 jan")
    held, notice = approval(desk), desk.bridge.records.get(Notice, "n")
    assert (held.planned_on, held.approved_on) == (date(2015, 8, 31), date(2015, 8, 31))
    assert (notice.posted_on, notice.removed_on) == (date(2015, 9, 1), date(2016, 1, 5))


def test_what_is_no_day_is_marked_and_kept_as_typed(qtbot, card):
    shown, desk, _panel = card
    write(qtbot, shown.approved_edit, "soon")
    assert shown.approved_edit.text() == "soon"
    assert "no certain day" in shown.approved_edit.accessibleDescription()
    assert approval(desk).approved_on is None
    write(qtbot, shown.approved_edit, "")
    assert shown.approved_edit.accessibleDescription() == ""


def test_each_date_is_shown_and_explained(card):
    shown, _desk, _panel = card
    days = {key: row.day_label.text() for key, row in shown.date_rows.items()}
    assert days == {
        DateKey.APPROVE_BY: "Thu 26 Nov",
        DateKey.POST_BY: "Mon 30 Nov",
        DateKey.LAST_APPEAL_DAY: "Mon 21 Dec",
        DateKey.TAKE_DOWN: "Tue 22 Dec",
        DateKey.FINAL_FORCE: "Tue 22 Dec",
    }
    row = shown.date_rows[DateKey.POST_BY]
    row.unfold.click()
    words = row.why_label.text()
    assert row.why_label.isVisible()
    assert "At the latest the second day after approval on 26 November 2026 (KL 8:12" in words
    assert "Moved from Saturday 28 November 2026 to Monday 30 November 2026" in words
    assert "Presumes that the minutes are approved on 26 November 2026." in words


@pytest.mark.parametrize(
    ("today", "words", "role"),
    [
        (TODAY, "", "soft"),
        (date(2026, 11, 24), "◷ In 2 days", "soon"),
        (date(2026, 11, 25), "◷ Tomorrow", "soon"),
        (date(2026, 11, 26), "◷ Today", "soon"),
        (date(2026, 11, 27), "⚠ Late by a day", "late"),
        (date(2026, 11, 30), "⚠ Late by 4 days", "late"),
        (date(2027, 2, 1), "⚠ Too late", "late"),
    ],
)
def test_near_and_late_are_words_icons_and_colours(opened, today, words, role):
    panel, _desk = opened(meeting(APPROVAL), today=today)
    note = panel.cards.rows["a"].date_rows[DateKey.APPROVE_BY].note_label
    assert (note.text(), note.property("role")) == (words, role)
    assert note.isVisible() is bool(words)


def test_what_happened_late_stays_late(opened):
    late = Approval(id="a", owner_id="m", approved_on=date(2026, 12, 1))
    board = Notice(
        id="n",
        owner_id="a",
        posted_on=date(2026, 12, 4),
        removed_on=date(2026, 12, 5),
    )
    panel, _desk = opened(meeting(late, board), today=date(2027, 1, 1))
    notes = {key: row.note_label.text() for key, row in panel.cards.rows["a"].date_rows.items()}
    assert notes[DateKey.APPROVE_BY] == "⚠ Approved Tue 1 Dec 2026, late"
    assert notes[DateKey.POST_BY] == "⚠ Posted Fri 4 Dec 2026, late"
    assert "too early" in notes[DateKey.TAKE_DOWN]


def test_another_day_needs_a_reason_and_has_a_way_back(qtbot, card):
    shown, desk, _panel = card
    row = shown.date_rows[DateKey.APPROVE_BY]
    row.unfold.click()
    row.replace_button.click()
    assert row.trouble_label.text() == "Write the day first."
    write(qtbot, row.other_edit, "1 dec")
    row.replace_button.click()
    assert "needs a reason" in row.trouble_label.text()
    assert desk.bridge.records.all(DateOverride) == ()
    write(qtbot, row.reason_edit, "Sjukdom")
    assert row.day_label.text() == "Tue 1 Dec"
    assert row.replaced_label.text() == "Replaced: Sjukdom"
    assert not row.why_label.isVisible()
    row.unfold.click()
    assert "Reason: Sjukdom" in row.why_label.text()
    assert row.reason_edit.text() == "Sjukdom"
    row.back_button.click()
    assert row.day_label.text() == "Thu 26 Nov"
    assert desk.bridge.records.all(DateOverride) == ()


def test_boards_come_change_and_go(qtbot, card):
    shown, desk, _panel = card
    shown.boards.add_button.click()
    first, second = shown.boards.column.rows.values()
    assert shown.window().focusWidget() is second.board_edit
    write(qtbot, second.board_edit, "Webben")
    write(qtbot, second.address_edit, "alv.se/anslag")
    write(qtbot, second.posted_edit, "27 nov")
    write(qtbot, second.removed_edit, "21 dec")
    row = desk.bridge.records.children("a", Notice)[1]
    assert (row.board, row.address) == ("Webben", "alv.se/anslag")
    assert (row.posted_on, row.removed_on) == (date(2026, 11, 27), date(2026, 12, 21))
    assert second.posted_edit.accessibleName() == "Posted on Webben"
    assert shown.boards.same_button.isVisible()
    shown.boards.same_button.setFocus()
    shown.boards.same_button.click()
    rows = desk.bridge.records.children("a", Notice)
    assert {each.posted_on for each in rows} == {date(2026, 11, 27)}
    assert {each.removed_on for each in rows} == {date(2026, 12, 21)}
    assert not shown.boards.same_button.isVisible()
    assert shown.window().focusWidget() is shown.boards.add_button
    first.remove_button.click()
    assert [each.board for each in desk.bridge.records.children("a", Notice)] == ["Webben"]


def test_a_new_immediate_approval_picks_items(qtbot, card):
    shown, desk, panel = card
    panel.new_button.click()
    picker = panel.picker
    assert picker.isVisible()
    assert not picker.pick_button.isEnabled()
    picker.list.setCurrentRow(1)
    qtbot.keyClick(picker.list, Qt.Key.Key_Space)
    qtbot.keyClick(picker.list, Qt.Key.Key_Return)
    assert not picker.isVisible()
    at_once = next(each for each in desk.bridge.records.all(Approval) if each.items)
    assert at_once.items == ("i1",)
    assert desk.bridge.records.get(Item, "i1").immediate_approval
    other = panel.cards.rows[at_once.id]
    assert other.title_label.text() == "Immediate approval of §\N{NO-BREAK SPACE}53"
    assert shown.title_label.text() == "Approval of §§\N{NO-BREAK SPACE}52, 54"

    other.items_button.click()
    assert [picker.list.item(n).checkState() is Qt.CheckState.Checked for n in range(3)] == [
        False,
        True,
        False,
    ]
    picker.list.item(0).setCheckState(Qt.CheckState.Checked)
    picker.pick_button.click()
    assert desk.bridge.records.get(Approval, at_once.id).items == ("i0", "i1")

    panel.new_button.click()
    assert picker.list.count() == 1  # the others are taken
    qtbot.keyClick(picker.list, Qt.Key.Key_Escape)
    assert not picker.isVisible()
    other.remove_button.click()
    assert list(panel.cards.rows) == ["a"]


def test_items_marked_in_the_agenda_are_ticked_already(opened):
    marked = Item(id="x", owner_id="m", position="z", title="Val", immediate_approval=True)
    panel, _desk = opened(meeting(marked))
    panel.new_button.click()
    assert panel.picker.pick_button.isEnabled()


def test_without_a_day_there_are_no_dates_until_there_is_one(opened):
    panel, desk = opened(meeting(APPROVAL, day=Moment()))
    card = panel.cards.rows["a"]
    assert card.no_day_label.isVisible()
    assert not card.timeline.isVisible()
    assert not any(row.isVisible() for row in card.date_rows.values())
    desk.bridge.perform(set_day(desk.bridge.records, Moment(TODAY)))
    assert not card.no_day_label.isVisible()
    assert card.timeline.isVisible()


@pytest.mark.parametrize(
    ("today", "at"),
    [
        (date(2026, 11, 1), -0.35),  # before the meeting: not on its dot
        (TODAY, 0.0),
        (date(2026, 11, 19), 0.5),
        (date(2026, 11, 26), 1.0),
        (date(2027, 2, 1), 5.35),
    ],
)
def test_the_timeline_marks_today_and_says_it_all_in_words(opened, today, at):
    panel, _desk = opened(meeting(APPROVAL), today=today)
    line = panel.cards.rows["a"].timeline
    assert line.picture().today_at() == at
    said = line.accessibleDescription()
    assert said.startswith("Meeting 12 November 2026; Approval 26 November 2026; Notice 30 ")
    assert said.count(";") == 6
    assert not line.grab().isNull()


def test_paragraphs_in_words():
    records = meeting(items=6, first_paragraph=52)
    assert paragraphs(records, ("i0",), Numbering.PARAGRAPH) == "§\N{NO-BREAK SPACE}52"
    some = ("i0", "i1", "i2", "i4")
    assert paragraphs(records, some, Numbering.PARAGRAPH) == "§§\N{NO-BREAK SPACE}52–54, 56"
    assert paragraphs(records, ("i0", "i1"), Numbering.ITEM) == "1–2"
    assert paragraphs(records, (), Numbering.PARAGRAPH) == ""


def test_tab_goes_from_the_approvers_down_and_reaches_bins_last(qtbot, card):
    card = next(each for each in card if hasattr(each, "approvers"))
    approvers = card.approvers
    approvers.name_edit.setText("Berit Ågren")
    qtbot.keyClick(approvers.name_edit, Qt.Key.Key_Return)
    stops = card.stops()
    (row,) = approvers.column.rows.values()
    order = [row.signed_edit, row.remove_button, approvers.add_box, card.place_edit]
    assert [stops.index(each) for each in order] == sorted(map(stops.index, order))
    assert stops[-1] is card.remove_button
    chain, at = [], stops[0]
    while len(chain) < 200:
        chain.append(at)
        at = at.nextInFocusChain()
    places = [chain.index(each) for each in stops]
    assert places == sorted(places)


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("width", [250, 302])
def test_nothing_is_cut_in_a_narrow_panel(opened, qapp, width, language):
    i18n.use(language)
    apply_theme(qapp, ColorMode.LIGHT)
    posted = {"posted_on": date(2026, 11, 13), "removed_on": date(2026, 12, 7)}
    rows = [
        replace(APPROVAL, approved_on=date(2026, 11, 13)),
        Notice(id="n", owner_id="a", position="V", board="Norråsa kommun", **posted),
        Appeal(id="f", owner_id="a", position="V", note="Förvaltningsrätten, 1234-26"),
        Recipient(id="r", owner_id="i1", position="V", name="Norråsa, Övre Forsa och Rotsjö"),
        Dispatch(id="s", owner_id="r", position="V", sent_on=TODAY, sent_by="Lisa Nyman"),
    ]
    panel, _desk = opened(meeting(*rows, first_paragraph=52), today=date(2027, 1, 15))
    panel.resize(width, 900)
    QTest.qWait(20)
    room = panel.viewport()
    inside = [each for each in panel.widget().findChildren(QWidget) if each.isVisible()]
    assert panel.dispatch in inside
    cut = {
        type(each).__name__: each.mapTo(room, each.rect().topRight()).x()
        for each in inside
        if each.mapTo(room, each.rect().topRight()).x() >= room.width()
    }
    assert cut == {}
