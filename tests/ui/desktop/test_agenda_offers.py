"""A new meeting from the last one, and taking up what waits, with real keys."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kcdesk.domain.body import Body, Numbering, Regime
from kcdesk.domain.decision import Decision, DecisionOutcome
from kcdesk.domain.item import Item, ItemKind, ItemLink
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import ClockTime, Moment
from kcdesk.domain.planned_meeting import PlannedMeeting
from kcdesk.domain.promised_matter import PromisedMatter
from kcdesk.domain.standing_item import StandingItem
from kcdesk.services.edit_agenda_plan import add_to_plan, change_plan
from kcdesk.ui.screens.agenda.take_up_dialog import TakeUpDialog
from kcdesk.ui.screens.bodies.new_meeting_dialog import NewMeetingDialog
from tests.storage.sample import begin
from tests.ui.pressing import press, press_key


def dialog(kind: type[QWidget]) -> QWidget:
    """Return the one open dialog of a kind."""
    found = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind)]
    (shown,) = [each for each in found if each.isVisible()]
    return shown


def fill(desktop) -> None:
    """Keep a body with one meeting that tabled a matter."""
    from datetime import date, time

    desktop.start(None)
    begin(
        desktop.library,
        (Body(id="b", name="Styrelsen", regime=Regime.BOARD, numbering=Numbering.PARAGRAPH),),
    )
    begin(
        desktop.library,
        (
            Meeting(
                id="may",
                body_id="b",
                day=Moment(date(2026, 5, 4)),
                first_paragraph=12,
                planned_start=ClockTime(time(8, 30)),
                planned_end=ClockTime(time(12), approximate=True),
            ),
            Item(id="y1", owner_id="may", position="D", title="Öppnande", kind=ItemKind.FORMALITY),
            Item(id="y2", owner_id="may", position="M", title="Ny lokal"),
            Decision(id="d", owner_id="y2", position="V", outcome=DecisionOutcome.REFERRED_BACK),
            Item(id="y3", owner_id="may", position="T", title="En gång bara"),
        ),
    )


def new_meeting(desktop) -> NewMeetingDialog:
    desktop.window.open_body("b")
    desktop.window.menus.action("new_meeting").trigger()
    return dialog(NewMeetingDialog)


def test_the_last_meeting_gives_times_and_items_and_what_waits_is_ticked_by_space(desktop) -> None:
    fill(desktop)
    asked = new_meeting(desktop)
    words = [asked._offers.item(row).text() for row in range(asked._offers.count())]
    assert words == [
        "Öppnande",
        "En gång bara",
        "Ny lokal · väntar sedan Styrelsen, 2026-05-04, § 13",
    ]
    press(asked._day._line, "1 juni 2026")
    asked._offers.setFocus()
    press_key(asked._offers, Qt.Key.Key_End)
    press_key(asked._offers, Qt.Key.Key_Space)
    press_key(asked._offers, Qt.Key.Key_Return)
    assert not [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, NewMeetingDialog) and each.isVisible()
    ]
    records = desktop.window.meeting.bridge.records
    root = records.root(Meeting)
    assert root.planned_start == ClockTime(root.planned_start.time.replace(hour=8, minute=30))
    assert root.planned_end.approximate
    items = records.children(records.root_id, Item)
    assert [each.title for each in items] == ["Öppnande", "Ny lokal"]
    (link,) = records.all(ItemLink)
    assert (link.owner_id, link.target) == (items[1].id, "y2")
    assert link.text == "Styrelsen, 2026-05-04, § 13"


def test_it_can_begin_empty(desktop) -> None:
    fill(desktop)
    asked = new_meeting(desktop)
    press_key(asked._like_last, Qt.Key.Key_Space)
    assert (asked._start.text(), asked._end.text(), asked._offers.count()) == ("", "", 1)
    asked.accept_button.click()
    assert desktop.window.meeting.bridge.records.all(Item) == ()


def test_an_open_meeting_takes_up_what_waits_and_then_nothing_waits(desktop) -> None:
    fill(desktop)
    asked = new_meeting(desktop)
    press_key(asked._like_last, Qt.Key.Key_Space)
    asked.accept_button.click()
    desktop.window.menus.action("take_up").trigger()
    offered = dialog(TakeUpDialog)
    assert not offered.accept_button.isEnabled()
    press_key(offered.list, Qt.Key.Key_Space)
    press_key(offered.list, Qt.Key.Key_Return)
    bridge = desktop.window.meeting.bridge
    assert [each.title for each in bridge.records.all(Item)] == ["Ny lokal"]
    desktop.library.drain()
    desktop.window.menus.action("take_up").trigger()
    offered = dialog(TakeUpDialog)
    assert offered.list.count() == 0
    assert "väntar" in offered.nothing.text()
    assert not offered.list.isVisible()
    assert offered.focusWidget() is offered.cancel_button
    offered.cancel_button.click()
    bridge.undo()
    assert bridge.records.all(Item) == ()


def test_what_this_meeting_tabled_itself_is_not_offered_to_it(desktop) -> None:
    fill(desktop)
    desktop.window.open_meeting("may")
    desktop.window.menus.action("take_up").trigger()
    offered = dialog(TakeUpDialog)
    assert offered.list.count() == 0
    offered.cancel_button.click()


def test_template_and_promises_are_offered_to_a_new_agenda(desktop) -> None:
    fill(desktop)
    bridge = desktop.window.context.sessions.bridge("b")
    bridge.perform(add_to_plan(bridge.records, StandingItem, "Öppnande"))
    bridge.perform(add_to_plan(bridge.records, PromisedMatter, "Ny webbplats"))
    (matter,) = bridge.records.all(PromisedMatter)
    bridge.perform(change_plan(bridge.records, matter, source="Bo Ek"))
    asked = new_meeting(desktop)
    words = [asked._offers.item(row).text() for row in range(asked._offers.count())]
    assert words == [
        "Öppnande",
        "En gång bara",
        "Ny lokal · väntar sedan Styrelsen, 2026-05-04, § 13",
        "Ny webbplats · utlovat: Bo Ek",
    ]
    asked.accept_button.click()
    desktop.window.menus.action("take_up").trigger()
    offered = dialog(TakeUpDialog)
    press_key(offered.list, Qt.Key.Key_End)
    press_key(offered.list, Qt.Key.Key_Space)
    press_key(offered.list, Qt.Key.Key_Return)
    records = desktop.window.meeting.bridge.records
    assert [each.title for each in records.children(records.root_id, Item)] == [
        "Öppnande",
        "Ny webbplats",
    ]
    (link,) = records.all(ItemLink)
    assert (link.target, link.text) == (matter.id, "Bo Ek")


def test_a_new_meeting_is_offered_the_next_day_of_the_year_plan(desktop) -> None:
    fill(desktop)
    bridge = desktop.window.context.sessions.bridge("b")
    today = desktop.window.context.clock.today()
    desktop.window.open_body("b")
    page = desktop.window._stack.currentWidget()
    days = [today - timedelta(days=7), today + timedelta(days=60), today + timedelta(days=30)]
    for row, day in enumerate(days):
        bridge.perform(add_to_plan(bridge.records, PlannedMeeting, "Ordinarie"))
        model = page._year._table.model()
        assert model.setData(model.index(row, 1), day.isoformat())
    assert model.setData(model.index(2, 5), (today + timedelta(days=9)).isoformat())
    assert not model.setData(model.index(2, 5), "snart")
    assert bridge.records.all(PlannedMeeting)[-1].material_by == today + timedelta(days=9)
    for wanted in (days[2], days[1]):
        asked = new_meeting(desktop)
        assert asked._day.moment().day == wanted
        asked.accept_button.click()
        assert desktop.window.meeting.bridge.records.root(Meeting).day.day == wanted
        desktop.library.drain()
    asked = new_meeting(desktop)
    assert asked._day.moment() == Moment()
    press(asked._day._line, "1 juni 2031")
    asked._on_body_chosen(asked._body.currentIndex())
    assert asked._day.moment().day.year == 2031  # what is written is not overwritten
    asked.cancel_button.click()
