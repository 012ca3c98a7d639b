"""Open actions come along to the next meeting, live: marked in one place they are marked in all."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from kcdesk.domain.action import Action, ActionOwner, ActionState
from kcdesk.domain.approval import Approval
from kcdesk.domain.followed_action import FollowedAction
from kcdesk.domain.item import Item
from kcdesk.domain.moment import Moment
from kcdesk.domain.operation import Group, Insert
from kcdesk.services.edit_action import add_action, set_owner_state, set_owners
from kcdesk.services.edit_part import remove_part
from kcdesk.services.read_people import NamedPeople, NamedPerson
from kcdesk.ui.screens.agenda.follow_up_dialog import FollowUpDialog
from kcdesk.ui.screens.item.followed_list import FollowedEditor
from tests.ui.desktop.test_agenda_offers import dialog, fill, new_meeting
from tests.ui.pressing import press, press_key

DONE = ActionState.DONE


@pytest.fixture
def may(desktop):
    """The meeting in May agreed on two actions: one of Åsa and Bo, one that is nobody's."""
    fill(desktop)
    bridge = desktop.window.context.sessions.bridge("may")
    due = Moment(date(2026, 6, 30))
    bridge.perform(add_action(bridge.records, "y3", text="Skriv till länsstyrelsen", due=due))
    (action,) = bridge.records.all(Action)
    people = NamedPeople((NamedPerson("Åsa Kling"), NamedPerson("Bo Ek")))
    bridge.perform(set_owners(bridge.records, action.id, people))
    bridge.perform(add_action(bridge.records, "y3", text="Ingens sak"))
    desktop.library.drain()
    return bridge


def states(library) -> list[ActionState]:
    library.drain()
    return [each.state for each in library.load("may").all(ActionOwner)]


def begin_next(desktop):
    """Make the next meeting by keys: the actions come along unless somebody says otherwise."""
    asked = new_meeting(desktop)
    assert asked._follow.text() == "Ta med 3 som ännu är öppna"
    press(asked._day._line, "1 juni 2026")
    press_key(asked, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    meeting = desktop.window.meeting
    (item,) = {each.owner_id for each in meeting.bridge.records.all(FollowedAction)}
    meeting.selection.select(item)
    return meeting


def editors(desktop) -> list[FollowedEditor]:
    found = desktop.window.findChildren(FollowedEditor)
    return sorted((each for each in found if each.isVisible()), key=lambda each: each.y())


def test_open_actions_come_along_to_a_new_meeting_as_rows(desktop, may) -> None:
    meeting = begin_next(desktop)
    records = meeting.bridge.records
    titles = [each.title for each in records.children(records.root_id, Item)]
    assert titles == ["Öppnande", "Föregående protokoll"]
    rows = records.children(meeting.selection.id, FollowedAction)
    assert [(each.text, each.who, each.origin) for each in rows] == [
        ("Skriv till länsstyrelsen", "Åsa Kling", "Styrelsen, 2026-05-04, § 14"),
        ("Skriv till länsstyrelsen", "Bo Ek", "Styrelsen, 2026-05-04, § 14"),
        ("Ingens sak", "", "Styrelsen, 2026-05-04, § 14"),
    ]
    assert rows[0].due == Moment(date(2026, 6, 30))
    shown = editors(desktop)
    assert [each.state.text() for each in shown] == ["○ öppen"] * 3
    assert shown[0].detail.text() == ("Åsa Kling · senast 2026-06-30 · Styrelsen, 2026-05-04, § 14")
    assert not shown[2].state.isEnabled()  # nobody's: it cannot be done


def test_they_can_stay_where_they_are(desktop, may) -> None:
    asked = new_meeting(desktop)
    press_key(asked._follow, Qt.Key.Key_Space)
    asked.accept_button.click()
    assert desktop.window.meeting.bridge.records.all(FollowedAction) == ()


def test_marked_done_here_it_is_done_where_it_was_agreed_and_undo_brings_it_back(
    desktop, may
) -> None:
    meeting = begin_next(desktop)
    first, second, _ = editors(desktop)
    first.state.setFocus()
    press_key(first.state, Qt.Key.Key_Space)
    today = desktop.window.context.clock.today()
    assert first.state.text() == f"✓ klar {today.isoformat()}"
    assert states(desktop.library) == [DONE, ActionState.OPEN]
    assert desktop.library.load("may").all(ActionOwner)[0].done_on == today
    assert second.state.text() == "○ öppen"
    desktop.window.menus.action("undo").trigger()
    assert first.state.text() == "○ öppen"
    assert states(desktop.library) == [ActionState.OPEN, ActionState.OPEN]
    desktop.window.menus.action("redo").trigger()
    assert states(desktop.library) == [DONE, ActionState.OPEN]
    press_key(first.state, Qt.Key.Key_Space)  # it was a mistake
    assert states(desktop.library) == [ActionState.OPEN, ActionState.OPEN]
    assert meeting.bridge.records.all(FollowedAction)[0].done_on is None


def test_marked_where_it_was_agreed_it_is_marked_here(desktop, may) -> None:
    meeting = begin_next(desktop)
    bridge = desktop.window.context.sessions.bridge("may")
    owner = bridge.records.all(ActionOwner)[1]
    bridge.perform(set_owner_state(bridge.records, owner.id, DONE, date(2026, 6, 2)))
    assert editors(desktop)[1].state.text() == "✓ klar 2026-06-02"
    bridge.undo()
    assert editors(desktop)[1].state.text() == "○ öppen"
    assert meeting.bridge.records.all(FollowedAction)[1].state is ActionState.OPEN


def test_what_was_said_is_written_under_it(desktop, may) -> None:
    meeting = begin_next(desktop)
    first = editors(desktop)[0]
    assert not first.note.isVisible()
    desktop.window.activateWindow()
    desktop.wait(desktop.window.isActiveWindow)
    first.state.setFocus()
    desktop.wait(first.note.isVisible)
    assert first.note.isVisible()
    press_key(first.state, Qt.Key.Key_Tab)
    assert desktop.window.focusWidget() is first.note
    press(first.note, "Svar väntas i höst")
    first.note.give()
    assert meeting.bridge.records.all(FollowedAction)[0].note == "Svar väntas i höst"


def test_dropped_and_secret_by_the_menu(desktop, may) -> None:
    meeting = begin_next(desktop)
    second = editors(desktop)[1]
    menu = QMenu()
    second.fill_menu(menu)
    words = {each.text(): each for each in menu.actions()}
    assert words["Öppen"].isChecked()
    words["Struken"].trigger()
    assert states(desktop.library) == [ActionState.OPEN, ActionState.DROPPED]
    assert second.state.text() == "– struken"
    words["Sekretess"].trigger()
    assert meeting.bridge.records.all(FollowedAction)[1].secret
    menu.deleteLater()


def test_what_is_out_for_signature_keeps_the_state_of_that_day(desktop, may) -> None:
    meeting = begin_next(desktop)
    sent = Approval(
        id="sent", owner_id=meeting.bridge.records.root_id, position="z", sent_on=date(2026, 6, 3)
    )
    for each in meeting.bridge.records.children(meeting.bridge.records.root_id, Approval):
        meeting.bridge.perform(remove_part(meeting.bridge.records, each.id))
    meeting.bridge.perform(Group(sent_label(), (Insert(sent),)))
    refused = []
    meeting.bridge.refused.connect(refused.append)
    bridge = desktop.window.context.sessions.bridge("may")
    owner = bridge.records.all(ActionOwner)[0]
    bridge.perform(set_owner_state(bridge.records, owner.id, DONE, date(2026, 6, 9)))
    assert meeting.bridge.records.all(FollowedAction)[0].state is ActionState.OPEN
    assert refused == []


def sent_label():
    from kcdesk.domain.message import Message

    return Message("Send")


def test_a_meeting_catches_up_when_it_is_opened_again(desktop, may) -> None:
    meeting = begin_next(desktop)
    id = meeting.bridge.records.root_id
    desktop.window.open_body("b")
    desktop.library.drain()
    desktop.window.context.shelf.discard(id)
    bridge = desktop.window.context.sessions.bridge("may")
    owner = bridge.records.all(ActionOwner)[0]
    bridge.perform(set_owner_state(bridge.records, owner.id, DONE, date(2026, 6, 9)))
    desktop.library.drain()
    desktop.window.context.shelf.restore(id)
    desktop.window.open_meeting(id)
    rows = desktop.window.meeting.bridge.records.all(FollowedAction)
    assert [each.state for each in rows] == [DONE, ActionState.OPEN, ActionState.OPEN]


def test_the_dialog_marks_and_brings_along_to_a_meeting_that_has_begun(desktop, may) -> None:
    asked = new_meeting(desktop)
    press_key(asked._like_last, Qt.Key.Key_Space)
    press_key(asked._follow, Qt.Key.Key_Space)
    asked.accept_button.click()
    desktop.window.menus.action("follow_up").trigger()
    shown = dialog(FollowUpDialog)
    assert shown.list.item(0).text() == (
        "Åsa Kling, Skriv till länsstyrelsen, senast 2026-06-30 (Styrelsen, 2026-05-04, § 14)"
    )
    press_key(shown.list, Qt.Key.Key_Space)
    press_key(shown.list, Qt.Key.Key_Down)
    press_key(shown.list, Qt.Key.Key_Space)
    press_key(shown.list, Qt.Key.Key_Space)  # a slip, taken back
    press_key(shown.list, Qt.Key.Key_Down)
    press_key(shown.list, Qt.Key.Key_Space)  # nobody's: it cannot be done
    assert states(desktop.library) == [DONE, ActionState.OPEN]
    press_key(shown.list, Qt.Key.Key_Return)
    meeting = desktop.window.meeting
    (item,) = meeting.bridge.records.all(Item)
    assert (item.title, meeting.selection.id) == ("Föregående protokoll", item.id)
    rows = meeting.bridge.records.all(FollowedAction)
    assert [each.state for each in rows] == [DONE, ActionState.OPEN, ActionState.OPEN]
    desktop.library.drain()
    desktop.window.menus.action("follow_up").trigger()
    again = dialog(FollowUpDialog)
    assert again.list.count() == 2
    press_key(again.list, Qt.Key.Key_Return)
    rows = meeting.bridge.records.all(FollowedAction)
    assert len(rows) == 3  # they stand there already


def test_the_dialog_holds_no_meeting_open(desktop, may, qtbot) -> None:
    asked = new_meeting(desktop)
    press_key(asked._follow, Qt.Key.Key_Space)
    asked.accept_button.click()
    sessions = desktop.window.context.sessions
    sessions.release("may")
    qtbot.waitUntil(lambda: "may" not in sessions._bridges)
    desktop.window.menus.action("follow_up").trigger()
    shown = dialog(FollowUpDialog)
    press_key(shown.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "may" not in sessions._bridges)
    press_key(shown.list, Qt.Key.Key_Return)
    assert "may" not in sessions._bridges
    assert states(desktop.library) == [DONE, ActionState.OPEN]
    rows = desktop.window.meeting.bridge.records.all(FollowedAction)
    assert [each.state for each in rows] == [DONE, ActionState.OPEN, ActionState.OPEN]


def test_what_was_marked_elsewhere_is_nobodys_step_here(desktop, may) -> None:
    begin_next(desktop)
    bridge = desktop.window.context.sessions.bridge("may")
    undo_before = bridge.session.undo_label
    first = editors(desktop)[0]
    first.state.setFocus()
    press_key(first.state, Qt.Key.Key_Space)
    assert states(desktop.library) == [DONE, ActionState.OPEN]
    assert bridge.session.undo_label == undo_before  # nothing of May's own was done
    desktop.window.menus.action("undo").trigger()
    assert states(desktop.library) == [ActionState.OPEN, ActionState.OPEN]
    assert bridge.session.undo_label == undo_before
    assert bridge.session.redo_label is None
    desktop.window.menus.action("redo").trigger()
    desktop.window.open_meeting("may")
    desktop.window.menus.action("undo").trigger()  # May's own last step
    assert states(desktop.library) == [DONE, ActionState.OPEN]
    left = [each.text for each in desktop.library.load("may").all(Action)]
    assert left == ["Skriv till länsstyrelsen"]


def test_a_step_that_another_meeting_has_overtaken_is_passed_by(desktop, may) -> None:
    begin_next(desktop)
    bridge = desktop.window.context.sessions.bridge("may")
    owner = bridge.records.all(ActionOwner)[0]
    before = bridge.session.undo_label
    bridge.perform(set_owner_state(bridge.records, owner.id, DONE, date(2026, 6, 2)))
    first = editors(desktop)[0]
    first.state.setFocus()
    press_key(first.state, Qt.Key.Key_Space)  # it was not done after all
    assert states(desktop.library) == [ActionState.OPEN, ActionState.OPEN]
    undone = bridge.undo()  # the marking has gone already: the step before it is taken back
    assert undone is not None
    assert undone.label == before
    assert first.state.text() == "○ öppen"
