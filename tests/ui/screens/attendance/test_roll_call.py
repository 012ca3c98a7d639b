"""Upprop with keys: one pass through the list."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from kcdesk.domain.body import MemberKind, Membership
from kcdesk.domain.library import LIBRARY_ID, Library
from kcdesk.domain.participant import Attendance, Participant, Service
from kcdesk.domain.person import Person
from kcdesk.domain.records import Records
from kcdesk.services.roll_call import unconfirmed
from kcdesk.services.session import EditingSession
from kcdesk.ui.qt.session_bridge import SessionBridge
from kcdesk.ui.screens.attendance.attendance_panel import AttendancePanel
from kcdesk.ui.screens.attendance.roll_call import RollCall
from tests.ui.pressing import press_key
from tests.ui.screens.meeting import MemoryJournal, body, context, meeting

K = Qt.Key


def people() -> list[Participant]:
    names = ("Jon Jonsén", "Åsa Kling", "Mikael Lindvall")
    return [
        Participant(
            id=f"q{n}",
            owner_id="m",
            position=f"b{n}V",
            name=name,
            person_id=f"x{n}",
            kind=MemberKind.SUBSTITUTE if n else MemberKind.MEMBER,
        )
        for n, name in enumerate(names)
    ]


def order() -> list[Membership]:
    return [
        Membership(
            id=f"ms{n}",
            owner_id="b",
            position=f"V{n}",
            person_id=f"x{n}",
            kind=MemberKind.SUBSTITUTE,
            service_order=3 - n,
        )
        for n in (1, 2)
    ]


@pytest.fixture
def here():
    """Three members and two substitutes, the second of whom is called in first."""
    bodies = body(seats=3)
    rows = meeting(*people())
    members = [
        replace(each, kind=each.kind or MemberKind.MEMBER)
        if isinstance(each, Participant)
        else each
        for each in rows
    ]
    return context(Records("m", members), Records("b", [*bodies, *order()]))


@pytest.fixture
def host(qtbot) -> QWidget:
    """What the dialog goes with: closing deletes it."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def roll(qtbot, here, host) -> RollCall:
    made = RollCall(here, host)
    show(qtbot, made)
    yield made
    if isValid(made):
        made.reject()


def show(qtbot, roll: RollCall) -> None:
    with qtbot.waitActive(roll):
        roll.show()
        roll.activateWindow()
    roll.view.setFocus()


def attendance(here) -> dict[str, str]:
    records = here.bridge.records
    return {each.name: each.attendance.value for each in records.children("m", Participant)}


def services(here) -> list[tuple[str, str]]:
    records = here.bridge.records
    names = {each.id: each.name for each in records.children("m", Participant)}
    return [(names[row.owner_id], names[row.for_participant_id]) for row in records.all(Service)]


def test_one_pass_confirms_who_is_there_and_who_serves(roll: RollCall, here) -> None:
    assert roll.count.text() == "5 ej uppropade"
    assert roll.view.current_line().name == "Maria Haglund"
    press_key(roll.view, K.Key_Space)
    press_key(roll.view, K.Key_N)
    press_key(roll.view, K.Key_X)
    assert roll.view.current_line().name.startswith("Åsa Kling")
    press_key(roll.view, K.Key_Space)
    press_key(roll.view, K.Key_Space)
    assert attendance(here) == {
        "Maria Haglund": "present",
        "Karin Ahlqvist": "absent_with_notice",
        "Jon Jonsén": "absent",
        "Åsa Kling": "present",
        "Mikael Lindvall": "present",
    }
    assert roll.count.text() == "Alla är uppropade"
    assert roll.proposal.text() == (
        "Efter turordningen: Mikael Lindvall för Karin Ahlqvist · Åsa Kling för Jon Jonsén"
    )
    closed: list[int] = []
    roll.finished.connect(closed.append)
    press_key(roll.view, K.Key_Return)
    assert sorted(services(here)) == [
        ("Mikael Lindvall", "Karin Ahlqvist"),
        ("Åsa Kling", "Jon Jonsén"),
    ]
    assert closed


def test_arrows_pass_people_by_and_the_pass_comes_back_to_them(roll: RollCall, here) -> None:
    press_key(roll.view, K.Key_Down)
    for _ in range(4):
        press_key(roll.view, K.Key_Space)
    assert [each.name for each in unconfirmed(here.bridge.records)] == ["Maria Haglund"]
    assert roll.view.current_line().name == "Maria Haglund"
    press_key(roll.view, K.Key_Space)
    assert unconfirmed(here.bridge.records) == ()


def test_a_call_can_be_taken_back(roll: RollCall, here) -> None:
    press_key(roll.view, K.Key_X)
    press_key(roll.view, K.Key_Up)
    press_key(roll.view, K.Key_Backspace)
    assert attendance(here)["Maria Haglund"] == "expected"
    here.bridge.undo()
    assert attendance(here)["Maria Haglund"] == "absent"


def test_seats_without_a_substitute_are_told(roll: RollCall) -> None:
    press_key(roll.view, K.Key_N)
    assert roll.proposal.text() == "1 plats utan ersättare"
    assert not roll.serve.isVisible()


def test_another_substitute_is_chosen_by_hand(roll: RollCall, here) -> None:
    press_key(roll.view, K.Key_N)
    roll.view.look_at("q1")
    press_key(roll.view, K.Key_D)
    assert here.bridge.records.get(Participant, "q1").remote
    press_key(roll.view, K.Key_S)
    menu = roll.services
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert services(here) == [("Åsa Kling", "Maria Haglund")]


def test_the_panel_leads_to_it_while_somebody_is_not_called(qtbot, here) -> None:
    panel = AttendancePanel(here)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.call.isVisible()
    roll = panel.open_roll_call()
    show(qtbot, roll)
    for each in unconfirmed(here.bridge.records):
        roll.view.look_at(each.id)
        press_key(roll.view, K.Key_Space)
    assert not panel.call.isVisible()
    roll.reject()


def test_whoever_of_the_roster_is_missing_can_be_added(qtbot, host) -> None:
    bodies = Records("b", [*body(), *order()])
    here = context(meeting(), bodies)
    person = Person(id="x1", owner_id=LIBRARY_ID, position="V", name="Åsa Kling")
    library = Records(LIBRARY_ID, [Library(id=LIBRARY_ID), person])
    bridge = SessionBridge(EditingSession(LIBRARY_ID, MemoryJournal(library)))
    here = replace(here, people_bridge=bridge)
    roll = RollCall(here, host)
    show(qtbot, roll)
    assert roll.roster.isVisible()
    roll.roster.click()
    assert attendance(here)["Åsa Kling"] == Attendance.EXPECTED
    assert not roll.roster.isVisible()
    roll.reject()
