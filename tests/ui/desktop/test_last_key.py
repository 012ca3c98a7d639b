"""The key pressed last is kept, whatever comes before Qt has had time to paint it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from kcdesk.domain.block import Block
from kcdesk.domain.item import Item
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import text_of
from kcdesk.storage.library_file import LibraryFile
from kcdesk.ui.shell.main_window import MainWindow
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from tests.ui.pressing import press, press_key

CTRL = Qt.KeyboardModifier.ControlModifier
K = Qt.Key
TYPED = "Sist skrivet"


@pytest.fixture
def window(desktop, sample_path, qtbot) -> MainWindow:
    desktop.start(sample_path)
    shown = desktop.window
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    items = shown.meeting.bridge.records.children(shown.meeting.bridge.session.stream_id, Item)
    shown.meeting.selection.select(items[4].id)
    shown.meeting.selection.write()
    QApplication.processEvents()
    text = shown.focusWidget()
    assert isinstance(text, RichTextEdit)
    text.moveCursor(text.textCursor().MoveOperation.End)
    press_key(text, K.Key_Return)
    press(text, TYPED)
    assert shown.meeting.bridge.is_behind  # the last letter is not told yet
    return shown


def stands(records: Records) -> bool:
    return any(text_of(block.spans) == TYPED for block in records.all(Block))


def test_the_window_is_closed(window: MainWindow, desktop, sample_path) -> None:
    meeting_id = window.meeting.bridge._session.stream_id
    assert window.close()
    library = LibraryFile.open(sample_path)
    assert stands(library.load(meeting_id))
    library.close()


def press_undo(window: MainWindow) -> None:
    press_key(window.focusWidget(), K.Key_Z, CTRL)


def click_undo(window: MainWindow) -> None:
    window.undo.undo.trigger()


@pytest.mark.parametrize("undo", [press_undo, click_undo])
def test_it_is_undone(window: MainWindow, undo: Callable[[MainWindow], None]) -> None:
    undo(window)
    assert not stands(window.meeting.bridge.records)
    assert TYPED[:-1] not in window.focusWidget().toPlainText()
    window.undo.redo.trigger()
    assert stands(window.meeting.bridge.records)


def test_another_item_is_chosen(window: MainWindow) -> None:
    items = window.meeting.bridge._session.records.children(
        window.meeting.bridge._session.stream_id, Item
    )
    window.meeting.selection.select(items[5].id)
    assert not window.meeting.bridge.is_behind
    assert stands(window.meeting.bridge.records)
