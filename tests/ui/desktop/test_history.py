"""The history of an item by keyboard: look at what a step changed, bring an earlier state back."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcdesk.domain.block import Block
from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group
from kcdesk.domain.richtext import plain
from kcdesk.domain.version import Version
from kcdesk.services.name_version import name_version
from kcdesk.services.remove_item import remove_item
from kcdesk.ui.desktop.history_dialog import HistoryDialog
from kcdesk.ui.desktop.version_dialog import VersionDialog
from tests.ui.editing import write

K = Qt.Key


@pytest.fixture
def item(desktop, sample_path) -> Item:
    desktop.start(sample_path)
    meeting = desktop.window.meeting
    records = meeting.bridge.records
    chosen = records.children(records.root_id, Item)[3]
    meeting.selection.select(chosen.id)
    return chosen


@pytest.fixture
def opened(desktop, qtbot):
    def open_by(key, modifiers=Qt.KeyboardModifier.NoModifier) -> HistoryDialog:
        desktop.window.activateWindow()
        qtbot.waitUntil(desktop.window.isActiveWindow)
        QTest.keyClick(desktop.window, key, modifiers)
        dialog = desktop.window.findChild(HistoryDialog)
        qtbot.waitUntil(lambda: dialog.isVisible() and "…" not in dialog.told.text())
        dialog.activateWindow()
        return dialog

    yield open_by
    for each in desktop.window.findChildren(HistoryDialog):
        each.close()


def first_block(records, item_id: str) -> Block:
    return next(row for row in records.subtree(item_id) if isinstance(row, Block))


def reword(bridge, item_id: str, text: str) -> None:
    records = bridge.records
    block = first_block(records, item_id)
    bridge.perform(
        Group(Message("Typing"), records.setting(block.id, "spans", plain(text))),
    )


def forms(dialog) -> dict[str, tuple[bool, bool]]:
    """The words shown, each with whether it is underlined and whether struck."""
    found = {}
    block = dialog.changes.document().begin()
    while block.isValid():
        for each in block:
            form = each.fragment().charFormat()
            found[each.fragment().text()] = (form.fontUnderline(), form.fontStrikeOut())
        block = block.next()
    return found


def test_a_step_shows_what_it_wrote_and_struck_and_is_restored(
    desktop, item, opened, qtbot
) -> None:
    bridge = desktop.window.meeting.bridge
    reword(bridge, item.id, "Gruppen tackar för besöket.")
    reword(bridge, item.id, "Gruppen tackar för rapporten.")
    dialog = opened(K.Key_F12)
    assert item.name in dialog.windowTitle()
    assert dialog.list.count() == 3
    assert forms(dialog)["besöket."] == (False, True)
    assert forms(dialog)["rapporten."] == (True, False)
    assert dialog.changes.accessibleDescription() == "Borttaget: besöket.. Tillagt: rapporten."
    assert not dialog.restore_button.isEnabled()
    assert "ser ärendet ut nu" in dialog.told.text()

    assert dialog.focusWidget() is dialog.list
    QTest.keyClick(dialog.list, K.Key_Down)
    assert dialog.restore_button.isEnabled()
    QTest.keyClick(dialog.list, K.Key_Return)
    text = "".join(span.text for span in first_block(bridge.records, item.id).spans)
    assert text == "Gruppen tackar för besöket."
    qtbot.waitUntil(lambda: dialog.list.count() == 4)
    assert dialog.list.item(0).text().startswith("Återställ")
    bridge.undo()
    text = "".join(span.text for span in first_block(bridge.records, item.id).spans)
    assert text == "Gruppen tackar för rapporten."
    qtbot.waitUntil(lambda: dialog.list.count() == 5)
    assert dialog.list.item(0).text().startswith("Ångrat: ")
    QTest.keyClick(dialog, K.Key_Escape)
    assert not dialog.isVisible()


def test_a_deleted_item_comes_back_and_is_in_view(desktop, item, opened, qtbot) -> None:
    bridge = desktop.window.meeting.bridge
    then = bridge.records.subtree(item.id)
    bridge.perform(remove_item(bridge.records, item.id))
    dialog = opened(K.Key_F12, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.windowTitle() == "Borttagna ärenden"
    assert dialog.list.count() == 1
    assert all(struck for _under, struck in forms(dialog).values())
    QTest.keyClick(dialog.list, K.Key_Return)
    assert bridge.records.subtree(item.id) == then
    assert desktop.window.meeting.selection.id == item.id
    qtbot.waitUntil(lambda: dialog.list.count() == 0)
    assert dialog.told.text() == "Inget ärende har tagits bort från mötet."
    assert not dialog.restore_button.isEnabled()


def test_everything_has_a_name_and_its_turn(desktop, item, opened) -> None:
    dialog = opened(K.Key_F12)
    named = (dialog.list, dialog.changes)
    assert all(each.accessibleName() for each in named)
    QTest.keyClick(dialog.list, K.Key_Tab)
    assert QApplication.focusWidget() is dialog.changes
    QTest.keyClick(dialog.changes, K.Key_Tab)
    assert QApplication.focusWidget() in (dialog.restore_button, dialog.close_button)


def test_a_version_is_named_and_its_items_are_compared_with_now(
    desktop, item, opened, qtbot
) -> None:
    window, bridge = desktop.window, desktop.window.meeting.bridge
    ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    reword(bridge, item.id, "Gruppen tackar för besöket.")
    QTest.keyClick(window, K.Key_S, ctrl)
    asked = window.findChild(VersionDialog)
    asked.activateWindow()
    qtbot.waitUntil(asked.isActiveWindow)
    assert asked.name.selectedText().startswith("Version kl. ")
    write(asked.name, "Före granskning")
    QTest.keyClick(asked.name, K.Key_Return)
    assert [row.name for row in bridge.records.all(Version)] == ["Före granskning"]
    reword(bridge, item.id, "Gruppen tackar för rapporten.")

    dialog = opened(K.Key_S, ctrl | shift)
    assert dialog.list.count() == 2
    assert dialog.list.item(0).text().startswith("Versionen ”Före granskning”\n")
    assert not dialog.restore_button.isEnabled()
    QTest.keyClick(dialog.list, K.Key_Down)
    assert forms(dialog)["besöket."] == (False, True)
    QTest.keyClick(dialog.list, K.Key_Return)
    text = "".join(span.text for span in first_block(bridge.records, item.id).spans)
    assert text == "Gruppen tackar för besöket."
    qtbot.waitUntil(lambda: dialog.list.count() == 1)


def test_a_choice_is_told_with_its_label_and_both_values(desktop, item, opened) -> None:
    bridge = desktop.window.meeting.bridge
    group = Group(Message("Change"), bridge.records.setting(item.id, "kind", ItemKind.ELECTION))
    bridge.perform(group)
    dialog = opened(K.Key_F12)
    lines = dialog.changes.toPlainText().splitlines()
    assert lines[0] == "Slag av ärende: Beslut → Val"
    assert forms(dialog)["Beslut"] == (False, True)
    assert forms(dialog)["Val"] == (True, False)
    assert "Slag av ärende: Beslut → Val" in dialog.changes.accessibleDescription()
    assert "ändrade" not in dialog.told.text()
    assert f"Rubrik i kallelsen: {item.title}" in lines


def test_a_step_that_changed_nothing_in_the_item_says_so(desktop, item, opened) -> None:
    bridge = desktop.window.meeting.bridge
    last = bridge.records.children(bridge.records.root_id, Item)[-1]
    position = bridge.records.position_after(last.id)
    move = bridge.records.moving(item.id, bridge.records.root_id, position)
    bridge.perform(Group(Message("Move"), (move,)))
    bridge.perform(name_version(bridge.records, "Till ordföranden"))
    dialog = opened(K.Key_F12)
    assert dialog.told.text().startswith("Steget ändrade inget i själva ärendet.")
    QTest.keyClick(dialog.list, K.Key_Down)
    assert dialog.changes.toPlainText().splitlines()[0] == "Plats: flyttad"


def test_the_times_of_an_item_are_written_as_everywhere_else(desktop, item, opened) -> None:
    dialog = opened(K.Key_F12)
    shown = dialog.changes.toPlainText()
    assert "Planerad start: 09.00" in shown or "Planerad start: 09.30" in shown
    assert not re.search(r"\d\d:\d\d", shown)


def test_where_nothing_was_deleted_that_is_said_in_the_middle(desktop, item, opened, qtbot) -> None:
    dialog = opened(K.Key_F12, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.steps == ()
    assert dialog.told.alignment() & Qt.AlignmentFlag.AlignCenter
    qtbot.waitUntil(lambda: dialog.told.height() > dialog.height() // 2)
