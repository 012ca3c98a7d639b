"""The body's page: a planned day becomes a meeting, and what waits gets onto an agenda, by keys."""

from __future__ import annotations

from datetime import date, time, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kcdesk.domain.item import Item, ItemLink
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.planned_meeting import PlannedMeeting
from kcdesk.domain.promised_matter import PromisedMatter
from kcdesk.services.edit_agenda_plan import add_to_plan
from kcdesk.ui.screens.bodies.body_page import BodyPage
from kcdesk.ui.screens.bodies.new_meeting_dialog import NewMeetingDialog
from tests.storage.sample import begin
from tests.ui.desktop.test_agenda_offers import dialog, fill
from tests.ui.pressing import press, press_key


def page_of(desktop) -> BodyPage:
    desktop.library.drain()
    page = desktop.window.open_body("b")
    assert isinstance(page, BodyPage)
    return page


def plan(desktop, **fields) -> str:
    bridge = desktop.window.context.sessions.bridge("b")
    bridge.perform(add_to_plan(bridge.records, PlannedMeeting, "Ordinarie", **fields))
    return bridge.records.all(PlannedMeeting)[-1].id


def cells(table) -> list[list[str]]:
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_a_planned_day_becomes_a_meeting_with_its_times_and_place_by_keys(desktop, qtbot) -> None:
    fill(desktop)
    day = desktop.window.context.clock.today() + timedelta(days=40)
    earlier = day - timedelta(days=10)
    plan(desktop, day=earlier)
    row = plan(desktop, day=day, start=ClockTime(time(13)), place="Rådhuset")
    table = page_of(desktop)._year._table
    assert [line[-1] for line in cells(table)] == ["Skapa mötet…", "Skapa mötet…"]
    table.choose(row)
    table.setFocus()
    for _ in range(table.model().columnCount() - 1):
        press_key(table, Qt.Key.Key_Right)
    press_key(table, Qt.Key.Key_Return)
    asked = dialog(NewMeetingDialog)
    assert asked._day.moment() == Moment(day)
    assert (asked._start.text(), asked._end.text(), asked._place.text()) == (
        "13.00",
        "",
        "Rådhuset",
    )
    press_key(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    root = desktop.window.meeting.bridge.records.root(Meeting)
    assert (root.body_id, root.day, root.place) == ("b", Moment(day), "Rådhuset")
    assert root.planned_start == ClockTime(time(13))
    table = page_of(desktop)._year._table
    assert [line[-1] for line in cells(table)] == ["Skapa mötet…", "Öppna mötet"]
    table.choose(row, table.model().columnCount() - 1)
    press_key(table, Qt.Key.Key_Space)
    assert desktop.window.meeting.bridge.records.root_id == root.id


def test_a_planned_day_without_times_takes_those_of_the_last_meeting(desktop, qtbot) -> None:
    fill(desktop)
    row = plan(desktop, day=date(2031, 5, 6))
    undated = plan(desktop)
    table = page_of(desktop)._year._table
    assert cells(table)[1][-1] == ""
    table.choose(undated, table.model().columnCount() - 1)
    press_key(table, Qt.Key.Key_Return)  # without a day there is no meeting to make
    assert not [each for each in QApplication.topLevelWidgets() if type(each) is NewMeetingDialog]
    cell = table.model().index(table.model().place_of(row), table.model().columnCount() - 1)
    qtbot.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(cell).center()
    )
    asked = dialog(NewMeetingDialog)
    assert (asked._day.moment().day, asked._start.text()) == (date(2031, 5, 6), "08.30")
    asked.cancel_button.click()


def test_times_and_place_are_entered_in_the_plan(desktop) -> None:
    fill(desktop)
    row = plan(desktop, day=date(2031, 5, 6))
    year = page_of(desktop)._year
    model = year._table.model()
    for column, text in ((2, "9"), (3, "ca 12"), (4, "Rådhuset")):
        assert model.setData(model.index(0, column), text)
    assert not model.setData(model.index(0, 2), "sent")
    assert "klockslag" in year._refused.text()
    planned = desktop.window.context.sessions.bridge("b").records.get(PlannedMeeting, row)
    assert (planned.start, planned.place) == (ClockTime(time(9)), "Rådhuset")
    assert planned.end == ClockTime(time(12), approximate=True)


def promise(desktop) -> str:
    bridge = desktop.window.context.sessions.bridge("b")
    bridge.perform(
        add_to_plan(
            bridge.records,
            PromisedMatter,
            "Ny webbplats",
            source="Bo Ek",
            promised_on=date(2026, 4, 1),
            wanted_by=Moment(date(2026, 9, 1)),
            note="enligt löfte",
        )
    )
    return bridge.records.all(PromisedMatter)[-1].id


def coming(desktop, id: str = "june", **fields) -> date:
    day = desktop.window.context.clock.today() + timedelta(days=20)
    begin(desktop.library, (Meeting(id=id, body_id="b", **{"day": Moment(day), **fields}),))
    return day


def test_the_bank_says_what_each_matter_waits_for_and_since_when(desktop) -> None:
    fill(desktop)
    promise(desktop)
    bank = page_of(desktop)._bank
    assert cells(bank.table) == [
        ["Ny lokal", "Återremitterat för ny beredning", "2026-05-04", "§ 13", "Ta upp på…"],
        [
            "Ny webbplats",
            "Utlovat, önskas till 2026-09-01: enligt löfte",
            "2026-04-01",
            "Bo Ek",
            "Ta upp på…",
        ],
    ]
    assert not bank.nothing.isVisibleTo(bank)


def choose_action(desktop, page: BodyPage, id: str) -> list[str]:
    """Go to the last cell of a matter by keys and press Enter: the menu's words."""
    table = page._bank.table
    table.choose(id)
    table.setFocus()
    for _ in range(table.model().columnCount() - 1):
        press_key(table, Qt.Key.Key_Right)
    press_key(table, Qt.Key.Key_Return)
    return [each.text() for each in page._bank.menu.actions() if not each.isSeparator()]


def test_a_matter_is_taken_up_at_a_coming_meeting_and_the_bar_takes_it_back(desktop) -> None:
    fill(desktop)
    day = coming(desktop)
    coming(desktop, "sealed", state=MeetingState.APPROVAL)
    coming(desktop, "gone", day=Moment(date(2020, 1, 1)))
    coming(desktop, "undated", day=Moment(), title="Internat")
    page = page_of(desktop)
    words = choose_action(desktop, page, "y2")
    assert len(words) == 3
    assert words[0].endswith(str(day.year))
    assert words[1:] == ["Internat · utan dag", "Nytt möte…"]
    press_key(page._bank.menu, Qt.Key.Key_Return)
    desktop.wait(lambda: page._bank.table.model().rowCount() == 0)
    assert page._bank.nothing.isVisibleTo(page._bank)
    records = desktop.library.load("june")
    (item,) = records.all(Item)
    (link,) = records.all(ItemLink)
    assert (item.title, link.target, link.text) == (
        "Ny lokal",
        "y2",
        "Styrelsen, 2026-05-04, § 13",
    )
    bar = desktop.window.bar
    assert "”Ny lokal” står på dagordningen" in bar._text.text()
    bar._button.click()
    assert desktop.library.load("june").all(Item) == ()
    assert page._bank.table.model().rowCount() == 1


def test_taken_back_from_another_page_the_matter_waits_again(desktop) -> None:
    fill(desktop)
    coming(desktop)
    page = page_of(desktop)
    choose_action(desktop, page, "y2")
    press_key(page._bank.menu, Qt.Key.Key_Return)
    desktop.window.open_meeting("june")
    desktop.wait(desktop.window.bar.isVisible)
    desktop.window.bar._button.click()
    assert desktop.window.meeting.bridge.records.all(Item) == ()
    assert len(cells(page_of(desktop)._bank.table)) == 1


def test_a_new_meeting_takes_the_matter_along(desktop) -> None:
    fill(desktop)
    id = promise(desktop)
    page = page_of(desktop)
    assert choose_action(desktop, page, id) == ["Nytt möte…"]
    press_key(page._bank.menu, Qt.Key.Key_Return)
    asked = dialog(NewMeetingDialog)
    ticked = [
        asked._offers.item(row).text()
        for row in range(asked._offers.count())
        if asked._offers.item(row).checkState() is Qt.CheckState.Checked
    ]
    assert ticked == ["Öppnande", "Ny webbplats · utlovat: Bo Ek"]
    press(asked._day._line, "6 maj 2031")
    asked.accept_button.click()
    records = desktop.window.meeting.bridge.records
    assert [each.target for each in records.all(ItemLink)] == [id]


def test_where_a_matter_comes_from_is_opened(desktop) -> None:
    fill(desktop)
    id = promise(desktop)
    page = page_of(desktop)
    table = page._bank.table
    table.choose(id, 3)
    press_key(table, Qt.Key.Key_Return)
    assert page._promised._table.chosen_id() == id
    table.choose("y2", 3)
    press_key(table, Qt.Key.Key_Return)
    meeting = desktop.window.meeting
    assert (meeting.bridge.records.root_id, meeting.selection.id) == ("may", "y2")


def test_a_new_promise_waits_from_today_and_stands_in_the_bank_at_once(desktop) -> None:
    fill(desktop)
    page = page_of(desktop)
    page._promised._add.click()
    editor = QApplication.focusWidget() or page._promised._table
    press_key(editor, Qt.Key.Key_Escape)
    today = desktop.window.context.clock.today().isoformat()
    assert cells(page._bank.table)[-1][1:3] == ["Utlovat", today]
    model = page._promised._table.model()
    assert model.setData(model.index(0, 2), "1 april 2026")
    assert cells(page._bank.table)[-1][2] == "2026-04-01"


def test_bank_and_plan_are_reached_from_a_meeting(desktop) -> None:
    fill(desktop)
    window = desktop.window
    window.open_meeting("may")
    window.menus.action("matter_bank").trigger()
    page = window._stack.currentWidget()
    assert window.focusWidget() is page._bank.table
    assert page._bank.table.chosen_id() == "y2"
    window.open_meeting("may")
    window.menus.action("year_plan").trigger()
    year = window._stack.currentWidget()._year
    assert window.focusWidget() is year._add  # nothing is planned yet
    row = plan(desktop, day=date(2031, 5, 6))
    window.open_meeting("may")
    window.menus.action("year_plan").trigger()
    table = window._stack.currentWidget()._year._table
    assert window.focusWidget() is table
    assert table.chosen_id() == row
