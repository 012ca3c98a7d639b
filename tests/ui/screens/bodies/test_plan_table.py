"""The template and the promises, edited on a body's page and offered to its next agenda."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kcdesk.domain.item import ItemKind
from kcdesk.domain.promised_matter import PromisedMatter
from kcdesk.domain.standing_item import StandingItem
from kcdesk.services.edit_agenda_plan import add_to_plan
from kcdesk.system.clock import SystemClock
from kcdesk.ui.qt.session_pool import SessionPool
from kcdesk.ui.screens.bodies.plan_table import PromisedTable, StandingTable
from tests.ui.pressing import press_key


def bridge_of(library):
    pool = SessionPool(library)
    return pool, pool.bridge(library.bodies()[0].id)


def test_the_template_is_written_by_keyboard(library, qtbot, theme) -> None:
    _pool, bridge = bridge_of(library)
    table = StandingTable(bridge)
    bridge.changed.connect(table.refresh)
    qtbot.addWidget(table)
    table.show()
    table._add.click()
    editor = QApplication.focusWidget() or table._table
    assert bridge.records.all(StandingItem)[0].title
    press_key(editor, Qt.Key.Key_Escape)
    bridge.perform(add_to_plan(bridge.records, StandingItem, "Läget"))
    model = table._table.model()
    assert model.setData(model.index(1, 1), ItemKind.INFORMATION)
    assert model.setData(model.index(1, 2), "20")
    assert model.setData(model.index(1, 3), "Bo Ek")
    assert not model.setData(model.index(1, 2), "länge")
    assert "hela minuter" in table._refused.text()
    report = bridge.records.children(bridge.records.root_id, StandingItem)[1]
    assert (report.kind, report.minutes, report.presenter) == (ItemKind.INFORMATION, 20, "Bo Ek")
    assert model.index(1, 1).data() == "Information"
    assert model.setData(model.index(1, 2), "")
    assert bridge.records.get(StandingItem, report.id).minutes is None
    table._table.choose(report.id)
    press_key(table._table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert bridge.records.children(bridge.records.root_id, StandingItem)[0].id == report.id
    press_key(table._table, Qt.Key.Key_Delete)
    assert report.id not in bridge.records


def test_a_promise_says_from_whom_and_by_when(library, qtbot, theme) -> None:
    _pool, bridge = bridge_of(library)
    table = PromisedTable(bridge, SystemClock())
    bridge.changed.connect(table.refresh)
    qtbot.addWidget(table)
    bridge.perform(add_to_plan(bridge.records, PromisedMatter, "Ny lokal"))
    model = table._table.model()
    last = model.rowCount() - 1
    for column, text in enumerate(
        ("Nya lokaler", "Åsa Kling", "3 maj 2026", "1 juni 2026", "efter besöket")
    ):
        assert model.setData(model.index(last, column), text)
    row = bridge.records.children(bridge.records.root_id, PromisedMatter)[-1]
    assert (row.title, row.source, row.note) == ("Nya lokaler", "Åsa Kling", "efter besöket")
    assert row.wanted_by.day.isoformat() == "2026-06-01"
    assert row.promised_on.isoformat() == "2026-05-03"
    assert model.index(last, 4).data() == "efter besöket"
    assert "2026" in model.index(last, 3).data()
