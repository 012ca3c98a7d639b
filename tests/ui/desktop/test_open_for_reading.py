"""A library that is open for reading only: nothing that is typed seems to be kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog
from shiboken6 import isValid

from kcdesk.domain.item import Item
from kcdesk.storage.library_file import LibraryFile
from kcdesk.ui.desktop.history_actions import HistoryActions
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit


def for_reading(path: Path) -> LibraryFile:
    return LibraryFile.open(path, reading=True)


@pytest.fixture
def window(desktop, sample_path, qtbot):
    desktop.ports = replace(desktop.ports, open_library=for_reading)
    desktop.start(sample_path)
    shown = desktop.window
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    records = shown.meeting.bridge.records
    shown.meeting.selection.select(records.children(records.root_id, Item)[3].id)
    return shown


def test_an_item_can_be_read_and_not_written(window) -> None:
    panel = window.workspace.all_panes()["item"]
    assert panel._lock_line.isVisible()
    assert panel._lock_line.words.text() == "Öppet endast för läsning."
    texts = panel.sheet.findChildren(RichTextEdit)
    assert all(each.isReadOnly() for each in texts)
    before = texts[0].toPlainText()
    texts[0].setFocus()
    QTest.keyClicks(texts[0], "abc")
    assert texts[0].toPlainText() == before
    head = window.workspace.all_panes()["head"]
    window.meeting.selection.lead_to("head", window.meeting.bridge.records.root_id, "place")
    assert head.form.place_edit.isReadOnly()


def test_an_edit_of_a_body_is_refused_in_the_passing_bar(window) -> None:
    page = window.open_body(window.context.shelf.bodies()[0].id)
    page._year._on_add()
    assert "endast för läsning" in window.bar._text.text()
    page._boards._on_add()


def test_a_version_that_is_not_kept_is_not_said_to_be(window) -> None:
    (actions,) = window.findChildren(HistoryActions)
    actions._name("Till ordföranden")
    assert "endast för läsning" in window.bar._text.text()


def test_no_button_fails(window, monkeypatch: pytest.MonkeyPatch) -> None:
    for each in (QDialog, QFileDialog):
        monkeypatch.setattr(each, "open", lambda _dialog: None)
    for key in window.workspace.all_panes():
        window._reveal(key)
        press_all(window.workspace.panes[key])
    for key in ("people", "phrases"):
        window.open_page(key)
        press_all(window._stack.currentWidget())
    press_all(window.open_body(window.context.shelf.bodies()[0].id))


def press_all(host) -> None:
    for button in host.findChildren(QAbstractButton):
        if isValid(button) and button.isVisible() and button.isEnabled() and button.text():
            button.click()
            QApplication.processEvents()
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
