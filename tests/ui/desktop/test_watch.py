"""Att bevaka in the whole window: the number beside its name, the way to a place, the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from PySide6.QtCore import Qt

from kcdesk.ui.desktop import watch_actions
from kcdesk.ui.desktop.watch_actions import WatchActions, watch_badge
from kcdesk.ui.screens.bodies.body_page import BodyPage
from kcdesk.ui.screens.watch.watch_page import WatchPage
from kcdesk.ui.shell.page_counts import PageCounts
from kcdesk.ui.shell.page_line import BADGE_ROLE
from tests.ui.screens.meeting import StillClock


@pytest.fixture
def opened(desktop, sample_path, qtbot):
    """The sample library on 10 December 2026: the notice of § 59 should have come down."""

    def on(day: date):
        desktop.ports = replace(desktop.ports, clock=StillClock(day))
        desktop.start(sample_path)
        desktop.window.activateWindow()
        qtbot.waitUntil(desktop.window.isActiveWindow)
        return desktop.window

    return on


def page_of(window, qtbot) -> WatchPage:
    window.open_page("watch")
    page = window._stack.currentWidget()
    assert isinstance(page, WatchPage)
    qtbot.waitUntil(lambda: bool(page.model.lines))
    return page


def badge(window):
    return window.navigation._pages.item(0).data(BADGE_ROLE)


def test_the_number_stands_in_the_navigation_and_follows_what_is_stored(opened, qtbot) -> None:
    window = opened(date(2026, 12, 10))
    qtbot.waitUntil(lambda: badge(window) is not None, timeout=10_000)
    assert (badge(window).text, badge(window).late) == ("1 försenad", True)
    page = page_of(window, qtbot)
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    card = next(iter(window.workspace.panes["approval"].cards.rows.values()))
    for row in card.boards.column.rows.values():
        row.removed_edit.setFocus()
        qtbot.keyClicks(row.removed_edit, "2026-12-05")
        qtbot.keyClick(row.removed_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: badge(window).text == "3", timeout=10_000)
    assert not badge(window).late


def test_enter_leads_to_the_field_where_it_is_done(opened, qtbot) -> None:
    window = opened(date(2026, 12, 10))
    page = page_of(window, qtbot)
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    pane = window.workspace.panes["approval"]
    assert pane.isVisible()
    first = next(iter(pane.cards.rows.values()))
    board = next(iter(first.boards.column.rows.values()))
    assert window.focusWidget() is board.removed_edit


def test_every_kind_of_place_is_found(opened, desktop, qtbot) -> None:
    window = opened(date(2026, 12, 20))
    entries = page_of(window, qtbot)._entries
    actions = WatchActions(desktop)
    for entry in (each for each in entries if each.meeting_id):
        actions.open_place(entry.meeting_id, entry.pane, entry.row_id)
        assert window.workspace.panes["approval"].isAncestorOf(window.focusWidget())
    actions.open_place(entries[0].meeting_id, "head", "no row")
    assert window.workspace.panes["head"].isAncestorOf(window.focusWidget())


def test_a_planned_day_leads_to_the_plan(opened, desktop, qtbot) -> None:
    window = opened(date(2026, 12, 10))
    page = page_of(window, qtbot)
    qtbot.keyClick(page.view, Qt.Key.Key_End)
    (entry,) = [each for each in page._entries if each.body_id]
    assert page._chosen() == entry
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    shown = window._stack.currentWidget()
    assert isinstance(shown, BodyPage)
    assert window.focusWidget() is shown._year._table
    assert shown._year._table.currentIndex().data() == "Skapa mötet…"


def test_the_calendar_file_is_written(opened, qtbot, tmp_path: Path, monkeypatch) -> None:
    window = opened(date(2026, 12, 10))
    page = page_of(window, qtbot)
    actions = next(each for each in page.children() if isinstance(each, WatchActions))
    page.file_button.click()
    dialogs = [each for each in window.children() if isinstance(each, watch_actions.QFileDialog)]
    assert dialogs[-1].selectedFiles()[0].endswith("Att bevaka.ics")
    dialogs[-1].reject()
    file = tmp_path / "bevaka.ics"
    actions.save_file(page._entries, file)
    qtbot.waitUntil(file.exists)
    qtbot.waitUntil(window.bar.isVisible)
    assert len(Calendar.from_ical(file.read_bytes()).walk("VEVENT")) == 6


def test_nothing_near_has_no_badge(opened) -> None:
    window = opened(date(2026, 11, 13))
    assert watch_badge(window.context) is None
    found = window.findChildren(PageCounts)
    assert len(found) == 1
