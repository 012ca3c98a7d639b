"""The head says which meeting it is, where its minutes stand and what comes next."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from kcdesk import i18n
from kcdesk.domain.approval import Approval, Approver, Notice
from kcdesk.domain.body import FORMAL_ORDER, Layout, MemberKind, Numbering, Regime, TakeDown
from kcdesk.domain.meeting import Adjournment, Meeting, MeetingKind, MeetingState
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.participant import Participant
from kcdesk.services.edit_meeting import set_place
from kcdesk.ui.screens.head import HeadPanel
from tests.services.check.scene import Scene
from tests.ui.screens.meeting import TODAY, body, context, meeting

READY = {"place": "Kansliet", "planned_on": date(2026, 11, 20), "storage_location": "Arkivet"}


@pytest.fixture(params=["en"])
def language(request):
    i18n.use(request.param)
    yield
    i18n.use("sv")


@pytest.fixture
def opened(qtbot, language):
    def show(records, held=None, **more):
        desk = context(records, held or body(), **more)
        panel = HeadPanel(desk)
        qtbot.addWidget(panel)
        panel.resize(1200, 80)
        panel.show()
        panel.activateWindow()
        qtbot.waitUntil(panel.isActiveWindow)
        return panel, desk

    return show


def state(desk) -> MeetingState:
    return desk.bridge.records.root(Meeting).state


def root(desk) -> Meeting:
    return desk.bridge.records.root(Meeting)


def test_it_says_whose_when_and_where(opened):
    panel, desk = opened(meeting(remote=True))
    assert panel.name_label.whole == "Samordningsförbundet Älvdalarna · Styrelsen"
    assert panel.when_button.whole == (
        "Thursday 12 November 2026 · 08:30–12:00 · "
        "Sessionssalen, Norråsa kommunhus and from a distance"
    )
    desk.bridge.perform(set_place(desk.bridge.records, ""))
    assert panel.when_button.whole.endswith("12:00 · from a distance")


def test_what_is_unknown_is_said_plainly(opened):
    panel, _desk = opened(
        meeting(day=Moment(), place="", planned_start=None, planned_end=None, title="Budgetdag")
    )
    assert panel.name_label.whole == "Styrelsen · Budgetdag"
    assert panel.when_button.whole == "No day yet"
    assert panel.chips == []


def test_actual_times_and_words_for_days(opened):
    about = ClockTime(time(16), approximate=True)
    panel, _desk = opened(meeting(day=Moment(text="i februari"), actual_end=about, place=""))
    assert panel.when_button.whole == "i februari · 08:30 – about 16:00"
    panel, _desk = opened(meeting(planned_end=None, place=""))
    assert panel.when_button.whole == "Thursday 12 November 2026 · 08:30"


def test_the_date_to_come_turns_amber_when_near_and_red_when_late(opened):
    panel, _desk = opened(meeting())
    (chip,) = panel.chips
    assert (chip.text(), chip.property("role")) == ("Approve by Thu 26 Nov", "chip")
    panel, _desk = opened(meeting(), today=date(2026, 11, 20))
    assert panel.chips[0].property("role") == "soon"
    panel, _desk = opened(meeting(), today=date(2026, 11, 27))
    (chip,) = panel.chips
    assert (chip.text(), chip.property("role")) == ("Late: approval by Thu 26 Nov", "late")


def test_a_chip_unfolds_why_it_is_that_day(qtbot, opened):
    panel, _desk = opened(meeting(day=Moment(date(2026, 11, 14))))
    (chip,) = panel.chips
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert panel.fold_out.isVisible()
    assert panel.fold_out.heading.text() == "Approve at the latest: Monday 30 November 2026"
    words = panel.fold_out.words.text()
    assert "At the latest 14 days after the meeting on 14 November 2026 (KL 5:69" in words
    assert "Moved from Saturday 28 November 2026 to Monday 30 November 2026" in words
    assert "Saturday." in words
    qtbot.keyClick(panel.fold_out.close_button, Qt.Key.Key_Escape)
    assert not panel.fold_out.isVisible()
    assert not chip.isChecked()
    chip.click()
    chip.click()
    assert not panel.fold_out.isVisible()


def test_each_approval_has_its_next_date(opened):
    at_once = Approval(id="b", owner_id="m", position="A", items=("i0",), approved_on=TODAY)
    rest = Approval(id="a", owner_id="m", position="B", approved_on=date(2026, 11, 20))
    posted = Notice(id="n", owner_id="a", posted_on=date(2026, 11, 23))
    panel, _desk = opened(meeting(at_once, rest, posted))
    assert [chip.text() for chip in panel.chips] == [
        "Post by Mon 16 Nov",  # the second day is a Saturday
        "Appeals until Mon 14 Dec",
    ]
    assert [chip.isVisible() for chip in panel.chips] == [True, True]
    panel.resize(900, 80)
    assert [chip.isVisible() for chip in panel.chips] == [True, False]


def test_when_all_is_done_no_date_is_left(opened):
    panel, _desk = opened(meeting(state=MeetingState.DONE))
    assert panel.chips == []
    assert not panel.step_button.isVisible()
    assert panel.state_line.accessibleName() == "State: Finished, step 5 of 5"


def test_informal_notes_go_their_shorter_way(qtbot, opened):
    panel, desk = opened(meeting(), body(formal=False))
    assert panel.chips == []
    assert not panel.back_button.isVisible()
    qtbot.mouseClick(panel.step_button, Qt.MouseButton.LeftButton)
    assert "Nobody is secretary" in panel.fold_out.words.text()
    panel.fold_out.go_on.click()
    assert panel.state_line.accessibleName() == "State: Review, step 2 of 3"
    qtbot.mouseClick(panel.step_button, Qt.MouseButton.LeftButton)
    assert panel.state_line.accessibleName() == "State: Finished, step 3 of 3"
    assert root(desk).first_paragraph is None
    assert panel.back_button.accessibleName() == "Back to review"
    panel.back_button.click()
    assert state(desk) is MeetingState.REVIEW


def test_a_step_says_what_is_missing_and_can_be_taken_all_the_same(qtbot, opened):
    panel, desk = opened(meeting(state=MeetingState.REVIEW), last_paragraph=51)
    assert panel.step_button.text() == "Send for approval"
    panel.step_button.click()
    assert panel.fold_out.heading.text() == "Send for approval: something is missing"
    assert "Nobody is chosen to approve the minutes." in panel.fold_out.words.text()
    assert panel.focusWidget() is panel.fold_out.go_on
    qtbot.keyClick(panel.fold_out.go_on, Qt.Key.Key_Space)
    assert state(desk) is MeetingState.APPROVAL
    assert root(desk).first_paragraph == 52
    assert not panel.fold_out.isVisible()


def test_a_step_that_locks_says_so_first(opened):
    scene = Scene().set("m", state=MeetingState.REVIEW)
    panel, desk = opened(scene.records(), scene.body_records(), last_paragraph=51)
    panel.step_button.click()
    assert "goes out for signature" in panel.fold_out.words.text()
    panel.fold_out.go_on.click()
    assert state(desk) is MeetingState.APPROVAL
    assert root(desk).first_paragraph == 52


def test_of_many_deviations_the_step_names_the_first(opened):
    scene = Scene().set("m", state=MeetingState.REVIEW)
    for voter in ("anna", "bo", "cia", "dan", "sam"):
        scene.set(f"by-{voter}", participant_id="tea")
        scene.set(voter, name=f"{voter} bo ek", remote=True).add(
            Participant(id=f"{voter}2", owner_id="m", name=f"{voter} Bo Ek", kind=MemberKind.STAFF)
        )
    panel, _desk = opened(scene.records(), scene.body_records(), last_paragraph=51)
    panel.step_button.click()
    lines = panel.fold_out.words.text().split("\n")
    assert lines[0].startswith("• § 53: How ")
    assert len(lines) == 10, "eight, how many more, and what the step locks"
    assert lines[-2].endswith("more: see the panel Check")


def test_paragraphs_of_another_meeting_are_refused(opened):
    approval = Approval(id="a", owner_id="m", **READY)
    approver = Approver(id="x", owner_id="a", participant_id="p0")
    records = meeting(approval, approver, state=MeetingState.REVIEW, first_paragraph=51)
    panel, desk = opened(records, last_paragraph=51)
    panel.step_button.click()
    panel.fold_out.go_on.click()
    (box,) = panel.findChildren(QMessageBox)
    assert box.text() == "Those §§ are taken."
    box.close()
    assert state(desk) is MeetingState.REVIEW


def test_what_blocks_a_step_cannot_be_passed(opened):
    panel, desk = opened(meeting(state=MeetingState.APPROVAL))
    panel.step_button.click()
    assert panel.fold_out.heading.text() == "Post the notice has to wait"
    assert not panel.fold_out.go_on.isVisible()
    panel.fold_out.close_button.click()
    assert not panel.fold_out.isVisible()
    assert state(desk) is MeetingState.APPROVAL


@pytest.fixture
def form(qtbot, opened):
    panel, desk = opened(meeting())
    panel.when_button.setFocus()
    qtbot.keyClick(panel.when_button, Qt.Key.Key_Space)
    assert panel.form.isVisible()
    return panel.form, desk, panel


def write(qtbot, field, text: str) -> None:
    line = field.focusProxy() or field
    line.setFocus()
    line.selectAll()
    for letter in text or "\b":
        qtbot.keyClick(line, Qt.Key.Key_Backspace if letter == "\b" else letter)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_the_day_is_written_as_people_write_it(qtbot, form):
    fields, desk, panel = form
    write(qtbot, fields.day_edit, "26 nov")
    assert root(desk).day == Moment(date(2026, 11, 26))
    assert panel.when_button.whole.startswith("Thursday 26 November 2026")


def test_times_may_be_about_or_gone(qtbot, form):
    fields, desk, _panel = form
    write(qtbot, fields.actual_start, "0835")
    write(qtbot, fields.actual_end, "ca 16")
    assert root(desk).actual_start == ClockTime(time(8, 35))
    assert root(desk).actual_end == ClockTime(time(16), approximate=True)
    write(qtbot, fields.planned_end, "")
    assert root(desk).planned_end is None
    write(qtbot, fields.planned_start, "9")
    assert root(desk).planned_start == ClockTime(time(9))


def test_what_is_no_time_is_marked_and_kept_as_typed(qtbot, form):
    fields, desk, _panel = form
    write(qtbot, fields.planned_start, "later")
    assert fields.planned_start.text() == "later"
    assert "no time of day" in fields.planned_start.accessibleDescription()
    assert root(desk).planned_start == ClockTime(time(8, 30))
    write(qtbot, fields.planned_start, "08:30")
    assert fields.planned_start.accessibleDescription() == ""


def test_place_title_note_and_first_paragraph(qtbot, form):
    fields, desk, _panel = form
    write(qtbot, fields.place_edit, "Bjursele")
    write(qtbot, fields.title_edit, "Budgetdag")
    write(qtbot, fields.note_edit, "Kaffe")
    write(qtbot, fields.first_edit, "52")
    fields.remote_box.click()
    held = root(desk)
    assert (held.place, held.title, held.note) == ("Bjursele", "Budgetdag", "Kaffe")
    assert (held.first_paragraph, held.remote) == (52, True)
    write(qtbot, fields.first_edit, "many")
    assert fields.first_edit.text() == "52"
    assert not fields.first_taken.isVisible()
    write(qtbot, fields.first_edit, "51")
    assert fields.first_edit.text() == "52"
    assert fields.first_taken.isVisible()
    assert fields.first_taken.text() == "taken at the meeting of 1 October 2026"
    write(qtbot, fields.first_edit, "52")
    assert not fields.first_taken.isVisible()
    write(qtbot, fields.first_edit, "")
    assert root(desk).first_paragraph is None


def test_what_the_meeting_does_otherwise_than_its_body(qtbot, form):
    fields, desk, panel = form
    fields.rules.fold_button.click()
    for box, steps in (
        (fields.kind_box, 1),
        (fields.rules.boxes["numbering"], 2),
        (fields.rules.boxes["layout"], 2),
        (fields.rules.boxes["language"], 2),
        (fields.rules.boxes["take_down"], 2),
        (fields.rules.boxes["regime"], 8),
    ):
        box.setFocus()
        for _ in range(steps):
            qtbot.keyClick(box, Qt.Key.Key_Down)
    held = root(desk)
    assert held.kind is MeetingKind.EXTRA
    assert (held.numbering, held.layout, held.language) == (
        Numbering.ITEM,
        Layout.TWO_COLUMN,
        "en",
    )
    assert (held.take_down, held.regime) == (TakeDown.LAST_DAY, Regime.INFORMAL)
    assert not fields.rules.boxes["take_down"].isVisible()  # nothing is posted then
    desk.bridge.undo()
    assert fields.rules.boxes["regime"].currentText() == "Coordination federation"
    qtbot.keyClick(fields.note_edit, Qt.Key.Key_Escape)
    assert not fields.isVisible()
    assert panel.when_button.hasFocus()


def test_an_order_of_parts_of_its_own(qtbot, form):
    fields, desk, _panel = form
    rules = fields.rules
    assert not rules.own_order.isVisible()
    rules.fold_button.click()
    rules.own_order.click()
    before = root(desk).part_order
    assert before == FORMAL_ORDER
    rules.order.list.setCurrentRow(1)
    rules.order.list.setFocus()
    qtbot.keyClick(rules.order.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert root(desk).part_order == (before[1], before[0], *before[2:])
    assert rules.order.list.currentRow() == 0
    rules.order.up_button.click()  # it is the first already
    rules.order.down_button.click()
    assert root(desk).part_order == before
    qtbot.keyClick(rules.order.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert rules.order.list.currentRow() == 2
    qtbot.keyClick(rules.order.list, Qt.Key.Key_Home)
    assert rules.order.list.currentRow() == 0
    rules.own_order.click()
    assert root(desk).part_order is None
    assert not rules.order.isVisible()


def test_adjournments_are_rows(qtbot, form):
    fields, desk, _panel = form
    fields.adjournments.add_button.click()
    (row,) = fields.adjournments.rows.values()
    assert row.from_edit.hasFocus()
    write(qtbot, row.from_edit, "10")
    write(qtbot, row.until_edit, "10.15")
    row.item_box.setFocus()
    qtbot.keyClick(row.item_box, Qt.Key.Key_Down)
    (held,) = desk.bridge.records.all(Adjournment)
    assert (held.from_time, held.until_time) == (ClockTime(time(10)), ClockTime(time(10, 15)))
    assert held.item_id == "i0"
    assert row.item_box.currentText() == "1  Mötets öppnande"
    desk.bridge.undo()
    for _ in range(3):
        desk.bridge.undo()
    assert fields.adjournments.rows == {}
    desk.bridge.redo()
    (row,) = fields.adjournments.rows.values()
    row.remove_button.click()
    assert not desk.bridge.records.all(Adjournment)


def test_the_day_of_the_kungorelse_is_typed_where_fullmaktige_meets(qtbot, opened):
    panel, desk = opened(meeting(), body(regime=Regime.COUNCIL))
    panel.when_button.click()
    days = panel.form.early_days
    assert days.announced_edit.isVisible()
    write(qtbot, days.announced_edit, "2 nov 2026")
    assert root(desk).announced_on == date(2026, 11, 2)
    assert "2 November 2026" in days.words.text()
    desk.bridge.undo()
    assert root(desk).announced_on is None
    assert days.announced_edit.text() == ""


def test_other_bodies_announce_nothing(form):
    fields, _desk, _panel = form
    assert not fields.early_days.announced_edit.isVisible()


def test_only_one_thing_is_unfolded_at_a_time(form):
    fields, _desk, panel = form
    panel.chips[0].click()
    assert not fields.isVisible()
    assert not panel.when_button.isChecked()
    panel.when_button.click()
    assert not panel.chips[0].isChecked()
    assert not panel.fold_out.isVisible()


def test_where_room_is_short_words_are_cut_and_states_fold(qtbot, opened):
    panel, _desk = opened(meeting(place="Sessionssalen " * 20))
    assert panel.when_button.text().endswith("…")
    assert panel.state_line.width() >= panel.state_line.minimumSizeHint().width()
    panel.state_line.setFixedWidth(panel.state_line.minimumSizeHint().width())
    assert not panel.state_line.grab().isNull()


def test_two_approvals_with_one_day_have_one_chip(opened):
    at_once = Approval(id="b", owner_id="m", position="A", items=("i0",))
    rest = Approval(id="a", owner_id="m", position="B")
    panel, _desk = opened(meeting(at_once, rest))
    assert [chip.text() for chip in panel.chips] == ["Approve by Thu 26 Nov"]
