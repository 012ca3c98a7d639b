"""The register of what waits: read off the GUI's thread, soonest first, each day explained."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from kcdesk import i18n
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.ui.qt.page import LibraryContext
from kcdesk.ui.screens.watch.watch_line import watch_lines
from kcdesk.ui.screens.watch.watch_page import WatchPage
from tests.domain.calendars import LawCalendar
from tests.services.watch.test_watch import APPROVED, MEETING, POSTED, board, of, watched
from tests.ui.screens.meeting import StillClock

TODAY = date(2026, 12, 20)


class WatchShelf:
    """A shelf with some meetings that wait."""

    def __init__(self, *meetings, error=None) -> None:
        self.meetings = list(meetings)
        self.error = error

    def planned(self):
        return []

    def watched(self):
        if self.error is not None:
            raise self.error
        return self.meetings


@pytest.fixture
def page(qtbot):
    i18n.use("en")

    def show(*meetings, error=None) -> WatchPage:
        shelf = WatchShelf(*meetings, error=error)
        context = LibraryContext(None, shelf, None, StillClock(TODAY), LawCalendar())
        made = WatchPage(context)
        qtbot.addWidget(made)
        made.resize(900, 600)
        made.show()
        qtbot.waitUntil(lambda: "Looking" not in made.summary.text())
        return made

    yield show
    i18n.use("sv")


LATER = replace(MEETING, id="z")


def shown(page: WatchPage) -> list[str]:
    return [line.what for line in page.model.lines]


def test_entries_stand_under_their_standing_soonest_first(page) -> None:
    made = page(watched(APPROVED, POSTED), watched(meeting=LATER))
    assert shown(made) == [
        "Late",
        "Approve the minutes",
        "Take down the notice",
        "Within a week",
        "Confirm legal force",
    ]
    assert made.summary.text() == "3 things to do · 2 late · 1 within a week"
    lines = {line.what: line for line in made.model.lines}
    assert lines["Approve the minutes"].how == "Late by 24 days"
    assert lines["Confirm legal force"].how == "Can be done now"
    assert lines["Confirm legal force"].day == "from Thu 17 Dec"
    assert not made.view.grab().isNull()


def test_the_chosen_day_is_explained_and_keys_go_past_headings(qtbot, page) -> None:
    made = page(watched(APPROVED, POSTED), watched(meeting=LATER))
    assert made.view.currentIndex().row() == 1
    assert "14 days after the meeting" in made.why_label.text()
    assert "KL 5:69" in made.why_label.text()
    for _ in range(2):
        qtbot.keyClick(made.view, Qt.Key.Key_Down)
    assert made.view.currentIndex().data() == "Confirm legal force"
    assert "KL 13:5, 13:6" in made.why_label.text()


def test_the_chosen_line_stays_in_view_when_its_reason_takes_room(qtbot, page) -> None:
    many = [watched(meeting=replace(MEETING, id=f"m{at}")) for at in range(20)]
    made = page(*many)
    qtbot.keyClick(made.view, Qt.Key.Key_End)
    for height in (600, 420):
        made.resize(900, height)
        qtbot.wait(10)
        rect = made.view.visualRect(made.view.currentIndex())
        assert made.view.currentIndex().row() == 20
        assert made.view.viewport().rect().contains(rect)


def test_enter_leads_to_the_place_in_the_meeting(qtbot, page) -> None:
    made = page(watched(APPROVED, POSTED))
    with qtbot.waitSignal(made.place_wanted) as told:
        qtbot.keyClick(made.view, Qt.Key.Key_Return)
    assert told.args == ["m", "approval", "a"]
    with qtbot.waitSignal(made.place_wanted):
        made.go_button.click()


def test_nothing_to_do_is_said_and_nothing_can_be_saved(page) -> None:
    made = page()
    assert made.summary.text().startswith("Nothing waits")
    assert not made.file_button.isEnabled()
    assert not made.reason.isVisible()


def test_the_entries_are_handed_on_for_a_calendar_file(qtbot, page) -> None:
    made = page(watched(APPROVED, POSTED))
    with qtbot.waitSignal(made.file_wanted) as told:
        made.file_button.click()
    assert [each.id for each in told.args[0]] == ["a:take_down", "a:confirm"]


def test_a_library_that_cannot_be_read_says_so(page) -> None:
    made = page(error=UserFacingError(Message("The library is damaged.")))
    assert "damaged" in made.summary.text()


def test_reading_again_keeps_the_chosen_line(qtbot, page) -> None:
    made = page(watched(APPROVED, POSTED), watched(meeting=LATER))
    made.view.setCurrentIndex(made.model.index_of("a:confirm"))
    made._context.shelf.meetings.pop()
    made.refresh()
    qtbot.waitUntil(lambda: len(made.model.lines) == 4)
    assert made.view.currentIndex().data() == "Confirm legal force"


def test_a_line_says_all_of_itself_aloud() -> None:
    i18n.use("en")
    entries = of(APPROVED, board())
    lines = watch_lines(entries, date(2026, 11, 25))
    i18n.use("sv")
    assert lines[1].said == "Post the notice, Styrelsen · Thu 12 Nov, Thu 26 Nov, Tomorrow"
    assert lines[0].entry is None
    assert watch_lines(entries, date(2027, 6, 1))[1].how == "Försenat"
