"""Mötesläge in the real window: begun, used and left with keys."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QMenu

from kcdesk.domain.decision import Decision
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.message import Message
from kcdesk.domain.moment import ClockTime
from kcdesk.domain.operation import Group
from kcdesk.domain.participant import Attendance, Participant, Presence
from kcdesk.ui.desktop.at_the_meeting import AtTheMeeting
from kcdesk.ui.qt.reading import reading_scale
from kcdesk.ui.qt.theme import current_colors
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from tests.ui.pressing import press, press_key

CTRL = Qt.KeyboardModifier.ControlModifier
K = Qt.Key


class AtTheTable:
    """A clock on the day of the sample meeting; it can be set."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 12, 9, 46, 5, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def today(self):
        return self.at.date()

    def local(self) -> datetime:
        return self.at


@pytest.fixture
def clock(desktop) -> AtTheTable:
    from dataclasses import replace

    made = AtTheTable()
    desktop.ports = replace(desktop.ports, clock=made)
    return made


@pytest.fixture
def window(desktop, clock, sample_path, qtbot):
    desktop.start(sample_path)
    shown = desktop.window
    shown.resize(1280, 720)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    records = shown.meeting.bridge.records
    for item in items(shown):  # as before the meeting: no times yet
        for name in ("actual_start", "actual_end", "done"):
            value = False if name == "done" else None
            shown.meeting.bridge.perform(Group(Message("x"), records.setting(item.id, name, value)))
    shown.meeting.selection.select(items(shown)[4].id)
    return shown


@pytest.fixture
def mode(window):
    press_key(window, K.Key_F11)
    found = window.findChild(AtTheMeeting).mode
    assert found.frame is not None
    yield found
    found.end()
    assert reading_scale() == 1.0


def items(window) -> tuple[Item, ...]:
    records = window.meeting.bridge.records
    return records.children(records.root_id, Item)


def item(window, number: int) -> Item:
    return items(window)[number]


def person(window, name: str) -> Participant:
    records = window.meeting.bridge.records
    return next(each for each in records.all(Participant) if each.name == name)


def chip(mode, name: str):
    return next(each for each in mode.frame.strip.chips if each.person.name == name)


def test_one_key_puts_everything_else_away_and_esc_brings_it_back(window, mode) -> None:
    panes = window.workspace.panes
    assert panes["item"].isVisible()
    away = (panes["agenda"], panes["attendance"], window.navigation, window.menuBar())
    assert not any(each.isVisible() for each in (*away, window.workspace.head))
    assert not window.status_line.isVisible()
    assert isinstance(QApplication.focusWidget(), RichTextEdit)  # one goes on writing
    widths = window.workspace._row.sizes()
    press_key(QApplication.focusWidget(), K.Key_Escape)
    assert mode.frame is None
    assert all(each.isVisible() for each in (*away, window.workspace.head, window.status_line))
    assert window.workspace._row.sizes() != widths
    assert window._settings.value("workspace/width_left") != 0
    press_key(window, K.Key_F11)
    assert mode.frame is not None
    press_key(window, K.Key_F11)
    assert mode.frame is None


def test_text_is_larger_while_it_lasts(window, mode) -> None:
    text = QApplication.focusWidget()
    QApplication.processEvents()
    assert (letters(text), reading_scale()) == (18, 1.2)
    mode.end()
    QApplication.processEvents()
    assert letters(text) == 15


def letters(text: RichTextEdit) -> int:
    """The size of the first letters, in pixels."""
    return text.document().firstBlock().begin().fragment().charFormat().font().pixelSize()


def test_going_on_notes_the_time(window, mode, clock) -> None:
    press_key(QApplication.focusWidget(), K.Key_T, CTRL)
    assert item(window, 4).actual_start == ClockTime(clock.at.time().replace(second=0))
    clock.at = clock.at.replace(hour=10, minute=5)
    mode.frame.tell_time()
    assert mode.frame.head.time.text().startswith("19 min")
    press_key(QApplication.focusWidget(), K.Key_Return, CTRL)
    ten = ClockTime(clock.at.time().replace(second=0))
    first = window.meeting.selection.id
    assert item(window, 4).actual_end == ten
    records = window.meeting.bridge.records
    assert records.get(Item, first).actual_start == ten
    press_key(QApplication.focusWidget(), K.Key_PageUp, CTRL)
    assert window.meeting.selection.id == item(window, 4).id
    assert item(window, 4).actual_end == ten


def test_outside_the_hours_of_the_meeting_no_time_is_noted(window, mode, clock) -> None:
    clock.at = clock.at.replace(day=20)
    press_key(QApplication.focusWidget(), K.Key_Return, CTRL)
    assert window.meeting.selection.id != item(window, 4).id
    assert all(each.actual_start is None for each in items(window))
    press_key(QApplication.focusWidget(), K.Key_T, CTRL)
    assert window.bar.isVisible()


def test_an_item_is_ticked_off(window, mode) -> None:
    press_key(QApplication.focusWidget(), K.Key_J, CTRL)
    assert item(window, 4).done
    line = mode.frame.rail.lines.lines[4]
    assert line.done
    press_key(QApplication.focusWidget(), K.Key_J, CTRL)
    assert not item(window, 4).done


def test_the_rail_leads_to_items(window, mode) -> None:
    rail = mode.frame.rail
    assert [each.number for each in rail.lines.lines][:3] == ["52", "53", "54"]
    rail.setFocus()
    rail.setCurrentIndex(rail.lines.index(1))
    press_key(rail, K.Key_Return)
    assert window.meeting.selection.id == item(window, 1).id
    assert isinstance(QApplication.focusWidget(), RichTextEdit)


def test_times_used_and_left_stand_in_the_rail(window, mode, clock) -> None:
    records = window.meeting.bridge.records
    planned = records.setting(item(window, 4).id, "planned_minutes", 10)
    window.meeting.bridge.perform(Group(Message("x"), planned))
    press_key(QApplication.focusWidget(), K.Key_T, CTRL)
    clock.at = clock.at.replace(minute=59)
    mode.frame.tell_time()
    line = mode.frame.rail.lines.lines[4]
    assert (line.time, line.late) == ("13/10", True)
    assert "över" in mode.frame.head.time.text()
    press_key(QApplication.focusWidget(), K.Key_T, CTRL)
    assert item(window, 4).actual_end is not None


def test_who_comes_and_goes_is_seen_and_noted_in_the_strip(window, mode) -> None:
    maria = person(window, "Maria Haglund")
    press(QApplication.focusWidget(), "\n-maria")
    press_key(QApplication.focusWidget(), K.Key_Return)
    assert chip(mode, "Maria Haglund").person.words == "gick 09.46"
    text = QApplication.focusWidget()
    found = chip(mode, "Jon Jonsén")
    found.setFocus()
    press_key(found, K.Key_A)
    jon = person(window, "Jon Jonsén")
    assert window.meeting.bridge.records.children(jon.id, Presence)
    assert chip(mode, "Jon Jonsén").person.words == "kom 09.46"
    found = chip(mode, "Jon Jonsén")
    found.setFocus()
    press_key(found, K.Key_N)
    assert person(window, "Jon Jonsén").attendance is Attendance.ABSENT_WITH_NOTICE
    assert window.meeting.bridge.records.children(maria.id, Presence)
    text.setFocus()


def test_a_chip_has_a_menu(window, mode) -> None:
    found = chip(mode, "Helén Sund")
    found.click()
    (menu,) = found.findChildren(QMenu)
    acts = [each for each in menu.actions() if not each.isSeparator()]
    assert len(acts) == 4
    acts[3].trigger()
    menu.close()
    assert chip(mode, "Helén Sund").person.words == "jävig"


def test_narrow_windows_keep_the_circles(window, mode) -> None:
    strip = mode.frame.strip
    strip.resize(2400, 60)
    assert not any(each.bare for each in strip.chips)
    strip.resize(560, 60)
    assert any(each.bare for each in strip.chips)
    assert not strip.hints.isVisible()


def test_what_must_be_seen_stands_at_the_top(window, mode) -> None:
    head = mode.frame.head
    assert head.clock.text() == "09.46"
    assert head.item.text().startswith("§ 56")
    text = QApplication.focusWidget()
    press(text, "\n/paus")
    press_key(text, K.Key_Return)
    assert [each.text() for each in head.chips if each.isVisible()] == ["Paus sedan 09.46"]
    records = window.meeting.bridge.records
    expect = records.setting(person(window, "Helén Sund").id, "attendance", Attendance.EXPECTED)
    window.meeting.bridge.perform(Group(Message("x"), expect))
    assert head.chips[1].text() == "1 ej uppropad"


def test_saving_is_told_at_the_top(window, mode, qtbot) -> None:
    press(QApplication.focusWidget(), "x")
    qtbot.waitUntil(lambda: "Sparat" in mode.frame.head.saved.text())


def test_another_meeting_or_page_ends_it(window, mode) -> None:
    window.open_page("people")
    assert mode.frame is None
    assert window.menuBar().isVisible()


def test_the_window_closes_in_the_middle_of_it(window, mode) -> None:
    assert window.meeting.bridge.records.root(Meeting)
    # the fixture closes the window while the mode is on


def test_commands_and_palette_work_in_it(window, mode, qtbot) -> None:
    from kcdesk.ui.widgets.palette import Palette

    press_key(QApplication.focusWidget(), K.Key_K, CTRL)
    (palette,) = [each for each in window.findChildren(Palette) if each.isVisible()]
    press(palette.field, "53")
    press_key(palette.field, K.Key_Return)
    qtbot.waitUntil(lambda: window.meeting.selection.id == item(window, 1).id)


def test_esc_closes_what_is_offered_before_it_leaves_the_mode(window, mode) -> None:
    text = QApplication.focusWidget()
    press(text, "\n+ma")
    assert text.completion.list is not None
    press_key(text, K.Key_Escape)
    assert text.completion.list is None
    assert mode.frame is not None


def sheet_of(window):
    return window.workspace.panes["item"].sheet


def test_the_sheet_is_calm_while_it_lasts(window, mode) -> None:
    panel = window.workspace.panes["item"]
    head = sheet_of(window).head
    assert (
        head.quiet.words.whole == "Beslut · Siv Åkerlund och Jonas Öhman föredrar · SF 2026/17 · "
    )
    assert head.quiet.files.text() == "3 bilagor"
    away = (head.line, head.title_sent, head.tools, panel._add_row)
    assert not any(each.isVisible() for each in away)
    assert not {"attachments", "links"} & set(sheet_of(window).parts)
    press_key(QApplication.focusWidget(), K.Key_PageUp, CTRL)  # another one is as calm
    assert window.meeting.selection.id == item(window, 3).id
    assert not sheet_of(window).head.line.isVisible()
    window.meeting.selection.select(item(window, 4).id)
    mode.end()
    head = sheet_of(window).head
    assert head.line.isVisible()
    assert head.title_sent.isVisible()
    assert panel._add_row.isVisible()
    assert not head.quiet.isVisible()
    assert "attachments" in sheet_of(window).parts


def test_attachments_are_shown_when_they_are_asked_for(window, mode) -> None:
    files = sheet_of(window).head.quiet.files
    files.setFocus()
    press_key(files, K.Key_Space)
    assert "attachments" in sheet_of(window).parts
    press_key(files, K.Key_Space)
    assert "attachments" not in sheet_of(window).parts


def test_what_is_put_away_is_still_there_by_its_keys(window, mode) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    before = len(window.meeting.bridge.records.all(Decision))
    press_key(QApplication.focusWidget(), K.Key_B, CTRL, shift)
    assert len(window.meeting.bridge.records.all(Decision)) == before + 1
    panel = window.workspace.panes["item"]
    text = QApplication.focusWidget()
    press_key(text, K.Key_A, CTRL, shift)
    (menu,) = (each for each in panel._add_row.findChildren(QMenu) if each.isVisible())
    assert menu.isVisible()
    at = text.mapFromGlobal(menu.pos())
    assert text.rect().adjusted(-20, -20, 20, 40).contains(at)  # where one writes
    menu.close()


def test_who_comes_stands_as_a_chip_that_ends_where_its_words_do(window, mode) -> None:
    window.meeting.selection.select(item(window, 3).id)
    part = sheet_of(window).parts["coming"]
    (chip,) = part.lines.values()
    assert chip.text.toPlainText() == "Maria Haglund (S) anländer kl. 09.12."
    QApplication.processEvents()
    assert chip.text.width() < part.width() / 2
    narrow = chip.text.width()
    image = chip.grab().toImage()
    middle = chip.text.geometry().center().y()
    tint = QColor(current_colors().accent_soft)
    assert image.pixelColor(12, middle - 9) == tint
    assert image.pixelColor(chip.width() - 4, middle) != tint
    press(chip.text, " Hon tar över som ordförande.")
    QApplication.processEvents()
    assert chip.text.width() > narrow
    chip.text.give()
    QApplication.processEvents()
    told = [each.arrival for each in window.meeting.bridge.records.all(Presence)]
    assert any("Hon tar över" in each for each in told)


def test_an_arrival_accepted_at_the_line_is_seen_as_a_chip(window, mode) -> None:
    away = person(window, "Jon Jonsén")
    before = set(sheet_of(window).parts)
    assert "coming" not in before
    text = QApplication.focusWidget()
    press_key(text, K.Key_Return)
    press(text, "+jon")
    press_key(text, K.Key_Tab)
    QApplication.processEvents()
    (shown,) = sheet_of(window).parts["coming"].lines.values()
    assert shown.text.toPlainText() == f"{away.name} (S) anländer kl. 09.46."
    assert QApplication.focusWidget() is text  # one goes on writing
    press_key(text, K.Key_Z, CTRL)
    assert "coming" not in sheet_of(window).parts


def test_a_newcomer_accepted_at_the_line_is_told_of_and_taken_back_alone(window, mode) -> None:
    text = QApplication.focusWidget()
    before = text.toPlainText()
    press_key(text, K.Key_Return)
    press(text, "+Mona Falk")
    press_key(text, K.Key_Tab)
    assert window.bar.isVisible()
    told = "Noterat: Mona Falk, närvarande från § 56, 09.46"
    assert window.bar._text.text().replace("\u00a0", " ") == told
    assert chip(mode, "Mona Falk").person.words == "kom 09.46"
    press(text, "Hon presenterar sig.")
    window.bar._button.click()
    assert all(each.name != "Mona Falk" for each in window.meeting.bridge.records.all(Participant))
    assert text.toPlainText() == f"{before}\nHon presenterar sig."
