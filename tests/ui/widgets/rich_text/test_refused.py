"""An edit that may not be: nothing is shown that is not kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from kcdesk.domain.block import Block
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.domain.richtext import plain
from tests.ui.editing import MemoryJournal, key, write
from tests.ui.widgets.rich_text.conftest import editor_over

K = Qt.Key


def refuse(_journal, _stream_id, _seq, _group) -> None:
    raise UserFacingError(Message("The library is open for reading only."))


@pytest.fixture
def edit(editor, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(MemoryJournal, "append", refuse)
    made = editor([Block(id="a", spans=plain("ett två"))])
    made.told = []
    made.bridge.refused.connect(made.told.append)
    cursor = made.textCursor()
    cursor.setPosition(3)
    made.setTextCursor(cursor)
    return made


def test_a_letter_goes_as_it_came(edit) -> None:
    write(edit, "x")
    edit.bridge.give()
    assert edit.toPlainText() == "ett två"
    assert len(edit.told) == 1
    assert edit.textCursor().position() == 4
    assert edit.mirror.rows == edit.rows()


@pytest.mark.parametrize("pressed", [K.Key_Return, K.Key_Delete])
def test_so_does_another_key(edit, pressed) -> None:
    key(edit, pressed)
    edit.bridge.give()
    assert edit.toPlainText() == "ett två"
    assert edit.told
    assert edit.mirror.rows == edit.rows()


def test_so_does_a_paste(edit) -> None:
    QGuiApplication.clipboard().setText("en\nrad")
    edit.paste()
    assert edit.toPlainText() == "ett två"
    assert edit.told
    assert edit.mirror.rows == edit.rows()


def test_whoever_makes_the_editor_anew_may_do_so_at_once(qapp, monkeypatch) -> None:
    monkeypatch.setattr(MemoryJournal, "append", refuse)
    edit = editor_over([Block(id="a", spans=plain("ett"))])

    def go() -> None:
        edit.deleteLater()
        QCoreApplication.sendPostedEvents(edit, QEvent.Type.DeferredDelete)

    bridge = edit.bridge
    bridge.replaced.connect(go)
    edit.insertPlainText("x")
    bridge.give()
    assert not isValid(edit)
    bridge.give()
