"""Whoever joins a roster is what was chosen beside the name; too many members are asked about."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.body import MemberKind, Membership
from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.records import Records
from kcdesk.services.session import EditingSession
from kcdesk.ui.qt.session_bridge import SessionBridge
from kcdesk.ui.screens.bodies.roster import Roster
from tests.ui.screens.meeting import MemoryJournal, StillClock, body


@pytest.fixture
def shown(qtbot) -> tuple[Roster, SessionBridge]:
    held, people = body(seats=2), Records(LIBRARY_ID)
    journal = MemoryJournal(held, people)
    bridges = [SessionBridge(EditingSession(each.root_id, journal)) for each in (held, people)]
    roster = Roster(*bridges, StillClock())
    for bridge in bridges:
        bridge.setParent(roster)
    bridges[0].facts_changed.connect(roster.refresh)
    qtbot.addWidget(roster)
    roster.show()
    return roster, bridges[0]


def enter(qtbot, roster: Roster, name: str, kind: MemberKind) -> None:
    roster._kind.show_value(kind)
    qtbot.keyClicks(roster._entry, name)
    qtbot.keyClick(roster._entry, Qt.Key.Key_Return)


def test_the_kind_beside_the_name_is_what_she_is(qtbot, shown) -> None:
    roster, bridge = shown
    enter(qtbot, roster, "Agneta Ljung", MemberKind.STAFF)
    enter(qtbot, roster, "Bo Ek", MemberKind.SUBSTITUTE)
    enter(qtbot, roster, "Cia Holm", MemberKind.SUBSTITUTE)
    found = [(each.kind.value, each.service_order) for each in bridge.records.all(Membership)]
    assert found == [("staff", None), ("substitute", 1), ("substitute", 2)]
    assert not roster._too_many.isVisible()


def test_more_members_than_seats_are_asked_about(qtbot, shown) -> None:
    roster, _bridge = shown
    for name in ("Agneta Ljung", "Bo Ek", "Cia Holm"):
        assert not roster._too_many.isVisible()
        enter(qtbot, roster, name, MemberKind.MEMBER)
    assert roster._too_many.isVisible()
    assert roster._too_many.text() == (
        "3 ledamöter, 2 platser: är någon tjänsteman eller ersättare?"
    )
