"""The window taken in use with the keyboard alone."""

from __future__ import annotations

import gc

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.body import MemberKind, Membership, NoticeBoard, RoleKind
from kcdesk.domain.item import Item
from kcdesk.domain.participant import Attendance
from kcdesk.services.edit_attendance import set_attendance
from kcdesk.ui.qt.action import MenuPlace
from kcdesk.ui.screens.bodies.new_body_dialog import NewBodyDialog
from kcdesk.ui.screens.bodies.new_meeting_dialog import NewMeetingDialog
from kcdesk.ui.screens.start.start_page import StartPage
from tests.ui.pressing import press, press_key


def in_front(desktop, qtbot) -> None:
    """Keys need the active window."""
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)


def open_dialog(kind):
    (shown,) = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, kind) and each.isVisible()
    ]
    return shown


def test_menus_browsed_by_arrows_still_take_a_meetings_own_actions(desktop, qtbot) -> None:
    desktop.start(None)
    in_front(desktop, qtbot)
    press_key(desktop.window, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    for _ in range(12):
        menu = QApplication.activePopupWidget()
        press_key(menu, Qt.Key.Key_Down)
        press_key(menu, Qt.Key.Key_Right)
    while (menu := QApplication.activePopupWidget()) is not None:
        press_key(menu, Qt.Key.Key_Escape)
    gc.collect()
    desktop.window._stack.currentWidget()._sample.click()
    texts = [each.text() for each in desktop.window.menus.menu(MenuPlace.MEETING).actions()]
    assert "Lägg till en del" in texts


def test_enter_on_the_first_card_begins_a_body_and_help_leads_back(desktop, qtbot) -> None:
    desktop.start(None)
    in_front(desktop, qtbot)
    first = desktop.window._stack.currentWidget()._body
    assert QApplication.focusWidget() is first
    press_key(first, Qt.Key.Key_Return)
    open_dialog(NewBodyDialog).reject()
    desktop.window.open_page("people")
    desktop.window.menus.action("welcome").trigger()
    page = desktop.window._stack.currentWidget()
    assert isinstance(page, StartPage)
    assert QApplication.focusWidget() is page._body


def test_enter_and_space_open_the_form_of_the_head(desktop, sample_path, qtbot) -> None:
    desktop.start(sample_path)
    in_front(desktop, qtbot)
    head = desktop.window.workspace.panes["head"]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        head.when_button.setFocus()
        press_key(head.when_button, key)
        assert head.form.isVisible()
        head.fold_in()


def test_qt_speaks_the_language_of_the_window(desktop) -> None:
    desktop.start(None)
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Avbryt"
    desktop.preferences.language = "en"
    desktop.apply_language()
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_dialogs_for_files_begin_among_the_documents(desktop, tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    desktop.start(None)
    for folder in (tmp_path, tmp_path / "Documents"):  # home, where there are no documents
        folder.mkdir(exist_ok=True)
        desktop.window.menus.action("open_library").trigger()
        shown = open_dialog(QFileDialog)
        assert shown.directory().absolutePath() == str(folder)
        shown.reject()


def test_the_status_line_counts_as_the_attendance_panel(desktop, sample_path) -> None:
    desktop.start(sample_path)
    window = desktop.window
    panel, bridge = window.workspace.panes["attendance"], window.meeting.bridge
    first = AttendanceRegister(bridge.records).participants[0]
    for attendance in (Attendance.ABSENT, Attendance.PRESENT):
        bridge.perform(set_attendance(bridge.records, first.id, attendance))
        assert window.status_line._present.text().startswith(panel.count.text())


def test_a_body_is_entered_with_roles_officials_and_boards(desktop, qtbot) -> None:
    desktop.start(None)
    desktop.window.menus.action("new_body").trigger()
    form = open_dialog(NewBodyDialog)
    press(form._name, "Styrelsen")
    form._boards.clear()
    press(form._boards, "Umeå; Vännäs\nNordmaling")
    press(form._members, "Peter Vigren, Umeå kommun, ordförande\nLi Ask, sekreterare\n, ,")
    press_key(form._members, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not form.isVisible()
    body = desktop.library.load(desktop.library.bodies()[0].id)
    assert [each.name for each in body.all(NoticeBoard)] == ["Umeå", "Vännäs", "Nordmaling"]
    chair, secretary = body.all(Membership)
    assert (chair.kind, chair.role) == (MemberKind.MEMBER, RoleKind.CHAIR)
    assert chair.represents == "Umeå kommun"
    assert (secretary.kind, secretary.role) == (MemberKind.STAFF, RoleKind.SECRETARY)


def test_straight_to_the_approval_is_to_its_approvers(desktop, sample_path, qtbot) -> None:
    desktop.start(sample_path)
    in_front(desktop, qtbot)
    press_key(desktop.window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    panel = desktop.window.workspace.panes["approval"]
    boxes = [card.approvers.add_box for card in panel.cards.rows.values()]
    assert QApplication.focusWidget() in boxes


def test_the_roster_takes_roles(desktop, sample_path, qtbot) -> None:
    desktop.start(sample_path)
    in_front(desktop, qtbot)
    window = desktop.window
    window.open_body(window.context.shelf.bodies()[0].id)
    page = window._stack.currentWidget()
    roster = page._roster
    press(roster._entry, "Peter Vigren, Umeå kommun, vice ordförande\n")
    added = page._bridge.records.children(page._bridge.records.root_id, Membership)[-1]
    assert (added.role, added.represents) == (RoleKind.VICE_CHAIR, "Umeå kommun")


def test_in_a_new_meeting_the_first_item_is_typed_at_once(desktop, qtbot) -> None:
    desktop.start(None)
    in_front(desktop, qtbot)
    window = desktop.window
    window.menus.action("new_body").trigger()
    form = open_dialog(NewBodyDialog)
    press(form._name, "Styrelsen")
    press_key(form._name, Qt.Key.Key_Return)
    window.menus.action("new_meeting").trigger()
    form = open_dialog(NewMeetingDialog)
    press(form._day._line, "2 mars 2026")
    press_key(form._day._line, Qt.Key.Key_Return)
    assert not form.isVisible()
    qtbot.waitUntil(window.isActiveWindow)
    press(QApplication.focusWidget(), "Mötets öppnande\n")
    records = window.meeting.bridge.records
    assert [each.title for each in records.all(Item)] == ["Mötets öppnande"]


def test_undo_leads_to_the_item_that_it_changes(desktop, sample_path, qtbot) -> None:
    desktop.start(sample_path)
    in_front(desktop, qtbot)
    window = desktop.window
    records = window.meeting.bridge.records
    first, second = [each.id for each in records.children(records.root_id, Item)][1:3]
    window.meeting.selection.select(first)
    window.meeting.selection.write()
    written = QApplication.focusWidget().toPlainText()
    press(QApplication.focusWidget(), "x")
    window.meeting.selection.select(second)
    window.meeting.selection.write()
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    press_key(QApplication.focusWidget(), Qt.Key.Key_Z, ctrl)
    assert window.meeting.selection.id == first
    assert QApplication.focusWidget().toPlainText() == written
    window.meeting.selection.select(second)
    press_key(QApplication.focusWidget(), Qt.Key.Key_Z, ctrl, shift)
    assert window.meeting.selection.id == first
