"""Coming meetings and the meeting's own attachments are rows in the head's form."""

from __future__ import annotations

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from kcdesk import i18n
from kcdesk.domain.attachment import Attachment, AttachmentKind
from kcdesk.domain.meeting import MeetingKind, NextMeeting
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.services.edit_next_meeting import add_next_meeting
from kcdesk.ui.qt import attached_file
from kcdesk.ui.screens.head.head_form import HeadForm
from tests.ui.screens.meeting import body, context, meeting


class FileShelf:
    """Keeps one file in memory."""

    def put_file(self, path) -> tuple[str, int]:
        self.kept = path.read_bytes()
        return "ab" * 32, len(self.kept)

    def read_file(self, sha256: str) -> bytes:
        return self.kept


@pytest.fixture
def form(qtbot, monkeypatch):
    i18n.use("en")
    desk = context(meeting(), body())
    object.__setattr__(desk, "shelf", FileShelf())
    made = HeadForm(desk)
    qtbot.addWidget(made)
    desk.bridge.facts_changed.connect(made.refresh)
    made.resize(1200, 600)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made, desk
    i18n.use("sv")


def along(qtbot, *texts: str) -> None:
    """Write into the field with the focus and those that Tab goes on to."""
    for text in texts:
        qtbot.keyClicks(QApplication.focusWidget(), text)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


def test_a_coming_meeting_is_written_with_keys_alone(qtbot, form):
    fields, desk = form
    rows = fields.next_meetings
    rows.add_button.setFocus()
    qtbot.keyClick(rows.add_button, Qt.Key.Key_Space)
    along(qtbot, "5-6 maj", "8.30", "ca 12", "Rovaniemi")
    (row,) = rows.rows.values()
    assert row.kind_box.hasFocus()
    qtbot.keyClick(row.kind_box, Qt.Key.Key_End)
    qtbot.keyClick(row.kind_box, Qt.Key.Key_Tab)
    along(qtbot, "Norden", "buss 7.00")
    assert row.remove_button.hasFocus()
    qtbot.keyClick(row.remove_button, Qt.Key.Key_Tab)
    assert rows.add_button.hasFocus()
    (held,) = desk.bridge.records.all(NextMeeting)
    assert held.day == Moment(date(2027, 5, 6), "5-6 maj")
    assert held.start == ClockTime(time(8, 30))
    assert held.end == ClockTime(time(12), approximate=True)
    assert (held.place, held.title, held.note) == ("Rovaniemi", "Norden", "buss 7.00")
    assert held.kind is MeetingKind.STUDY_TRIP


def test_each_change_of_a_coming_meeting_is_a_step_to_take_back(qtbot, form):
    fields, desk = form
    rows = fields.next_meetings
    rows.add_button.click()
    along(qtbot, "26 november", "16")
    (row,) = rows.rows.values()
    desk.bridge.undo()
    assert row.start_edit.clock is None
    desk.bridge.undo()
    assert row.day_edit.moment().is_unknown
    desk.bridge.undo()
    assert rows.rows == {}
    desk.bridge.redo()
    desk.bridge.redo()
    (row,) = rows.rows.values()
    assert row.day_edit.moment() == Moment(date(2026, 11, 26))


def test_tab_goes_through_the_rows_as_they_stand(qtbot, form):
    fields, desk = form
    rows = fields.next_meetings
    for place in ("Rotsjö", "Nordby"):
        desk.bridge.perform(add_next_meeting(desk.bridge.records, place=place))
    first, second = rows.rows.values()
    first.remove_button.setFocus()
    qtbot.keyClick(first.remove_button, Qt.Key.Key_Tab)
    assert second.isAncestorOf(QApplication.focusWidget())
    second.remove_button.setFocus()
    qtbot.keyClick(second.remove_button, Qt.Key.Key_Space)
    assert list(rows.rows.values()) == [first]
    assert rows.add_button.hasFocus()


def test_all_fields_have_names_of_their_own(form):
    fields, _desk = form
    fields.next_meetings.add_button.click()
    fields.attachments.name_button.click()
    for rows in (fields.next_meetings, fields.attachments):
        (row,) = rows.rows.values()
        names = [(stop.focusProxy() or stop).accessibleName() for stop in row.stops()]
        assert all(names)
        assert len(set(names)) == len(names)


def test_an_attachment_of_the_meeting_is_named_and_removed(qtbot, form):
    fields, desk = form
    rows = fields.attachments
    rows.name_button.click()
    along(qtbot, "Deltagarlista.pdf")
    (row,) = rows.rows.values()
    assert row.number_edit.hasFocus()
    row.number_edit.selectAll()
    along(qtbot, "9")
    (held,) = desk.bridge.records.all(Attachment)
    assert (held.owner_id, held.kind) == ("m", AttachmentKind.NAMED)
    assert (held.name, held.number) == ("Deltagarlista.pdf", "9")
    assert not row.open_button.isVisible()
    row.remove_button.click()
    assert not desk.bridge.records.all(Attachment)
    desk.bridge.undo()
    assert len(rows.rows) == 1


def test_a_file_is_attached_to_the_meeting_and_opened(qtbot, form, monkeypatch, tmp_path):
    fields, desk = form
    opened = []
    monkeypatch.setattr(attached_file.QDesktopServices, "openUrl", opened.append)
    file = tmp_path / "Närvaro.pdf"
    file.write_bytes(b"%PDF")
    fields.attachments.file_button.click()
    dialog = fields.attachments.findChild(QFileDialog)
    dialog.filesSelected.emit([str(file)])
    qtbot.waitUntil(lambda: bool(fields.attachments.rows))
    dialog.close()
    (row,) = fields.attachments.rows.values()
    (held,) = desk.bridge.records.all(Attachment)
    assert (held.owner_id, held.name, held.size) == ("m", "Närvaro.pdf", 4)
    row.open_button.click()
    (url,) = opened
    assert url.fileName() == "Närvaro.pdf"
