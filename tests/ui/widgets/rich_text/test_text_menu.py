"""The menu of a text undoes what Ctrl+Z undoes."""

from __future__ import annotations

from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from tests.ui.editing import write
from tests.ui.widgets.rich_text.conftest import Maker
from tests.ui.widgets.rich_text.test_rich_text_edit import at, block, texts


def opened(edit: RichTextEdit) -> tuple[QMenu, QAction, QAction]:
    here = edit.cursorRect().center()
    keyboard = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(edit, QContextMenuEvent(keyboard, here, edit.mapToGlobal(here)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    undo, redo = menu.actions()[:2]
    assert (undo.objectName(), redo.objectName()) == ("edit-undo", "edit-redo")
    return menu, undo, redo


def test_undo_and_redo_stand_in_the_menu_and_do_so(editor: Maker) -> None:
    edit = editor([block("Text")])
    at(edit, 0, 4)
    menu, undo, redo = opened(edit)
    assert not undo.isEnabled()
    assert not redo.isEnabled()
    menu.close()
    write(edit, "er")
    menu, undo, redo = opened(edit)
    assert undo.isEnabled()
    undo.trigger()
    menu.close()
    assert texts(edit) == ["Text"]
    menu, undo, redo = opened(edit)
    redo.trigger()
    menu.close()
    assert texts(edit) == ["Texter"]
