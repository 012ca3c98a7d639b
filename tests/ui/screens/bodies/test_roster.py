"""Whoever joins a roster is what was chosen beside the name; too many members are asked about."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.domain.body import MemberKind, Membership, RoleKind
from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.records import Records
from kcdesk.services.session import EditingSession
from kcdesk.ui.qt.session_bridge import SessionBridge
from kcdesk.ui.screens.bodies.roster import Roster
from tests.ui.editing import key, write
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


@pytest.mark.parametrize(
    ("column", "typed", "expected"),
    [
        (1, "Ersättare", ("kind", MemberKind.SUBSTITUTE)),
        (2, "Sekreterare", ("role", RoleKind.SECRETARY)),
        (3, "Norråsa kommun", ("represents", "Norråsa kommun")),
        (4, "2", ("service_order", 2)),
        (5, "2026-01-01", ("from_day", date(2026, 1, 1))),
        (6, "2026-12-31", ("until_day", date(2026, 12, 31))),
    ],
)
@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_focus_stays_in_the_table_after_each_column(
    qtbot, shown, column: int, typed: str, expected: tuple, end: Qt.Key
) -> None:
    roster, bridge = shown
    table = roster._table
    enter(qtbot, roster, "Agneta Ljung", MemberKind.MEMBER)
    with qtbot.waitActive(roster):
        roster.activateWindow()
    (row,) = bridge.records.children(bridge.records.root_id, Membership)
    table.choose(row.id, column)
    table.setFocus()
    key(table, Qt.Key.Key_Return)
    popup = QApplication.activePopupWidget()
    if popup is not None:
        combo = table.findChild(QComboBox)
        for _step in range(abs(combo.findText(typed) - combo.currentIndex())):
            down = combo.findText(typed) > combo.currentIndex()
            key(combo.view(), Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        key(combo.view(), end)
    else:
        write(QApplication.focusWidget(), typed)
        key(QApplication.focusWidget(), end)
    for _turn in range(3):
        QApplication.processEvents()
    assert QApplication.activePopupWidget() is None
    assert roster.window().focusWidget() is table
    assert table.currentIndex().column() == column
    field, value = expected
    now = getattr(bridge.records.get(Membership, row.id), field)
    assert (now == value) is (end == Qt.Key.Key_Return)
    key(table, Qt.Key.Key_Left)
    assert table.currentIndex().column() == column - 1, "the arrows go on from there"
