"""A key is seen first, then told; and nobody reads rows that lack what was typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kcdesk.domain.block import Block
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Splice
from kcdesk.domain.richtext import plain, text_of
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from tests.ui.editing import key, write
from tests.ui.widgets.rich_text.conftest import Maker

K = Qt.Key


def told(edit: RichTextEdit) -> list[str]:
    """What the session has, without asking it (asking lets everything be told)."""
    records = edit.bridge._session.records
    return [text_of(row.spans) for row in records.children(edit.owner_id, Block)]


@pytest.fixture
def edit(editor: Maker) -> RichTextEdit:
    made = editor([Block(id="a", spans=plain("hej"))])
    made.moveCursor(made.textCursor().MoveOperation.End)
    QApplication.processEvents()
    return made


def test_a_letter_is_painted_before_the_session_learns_of_it(edit: RichTextEdit) -> None:
    painted: list[list[str]] = []

    class Watched(RichTextEdit):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
            super().paintEvent(event)
            painted.append(told(self))

    edit.__class__ = Watched
    write(edit, "!")
    assert edit.toPlainText() == "hej!"
    assert told(edit) == ["hej"]
    QApplication.processEvents()
    assert painted == [["hej"]]
    assert told(edit) == ["hej!"]


def test_whoever_asks_for_the_rows_gets_what_was_typed(edit: RichTextEdit) -> None:
    write(edit, "!")
    assert told(edit) == ["hej"]
    assert text_of(edit.bridge.records.get(Block, "a").spans) == "hej!"
    write(edit, "!")
    assert [text_of(row.spans) for row in edit.mirror.rows] == ["hej!!"]
    assert told(edit) == ["hej!!"]


def test_a_key_waits_for_no_other_key(edit: RichTextEdit) -> None:
    write(edit, "!")
    write(edit, "?")
    assert told(edit) == ["hej!"]


def test_typing_that_was_not_yet_told_is_undone(edit: RichTextEdit) -> None:
    write(edit, " på dig")
    assert edit.bridge.undo() is not None
    assert edit.toPlainText() == "hej"
    assert told(edit) == ["hej"]


@pytest.mark.parametrize("way", ["close_typing", "detach", "reload", "redo", "perform"])
def test_nothing_overtakes_what_was_typed(edit: RichTextEdit, way: str) -> None:
    write(edit, "!")
    if way == "perform":
        edit.bridge.perform(Group(Message("Nothing"), ()))
    else:
        getattr(edit.bridge, way)()
    assert told(edit) == ["hej!"]


def test_another_text_that_is_typed_into_next_keeps_the_order(
    edit: RichTextEdit, qtbot: QtBot
) -> None:
    other = RichTextEdit(edit.bridge, "owner", name="Other")
    qtbot.addWidget(other)
    write(edit, "!")
    write(other, "X")
    assert told(edit) == ["hej!"]
    QApplication.processEvents()
    assert told(edit) == ["hej!X"]
    assert edit.toPlainText() == other.toPlainText() == "hej!X"


def test_leaving_tells_what_was_typed(edit: RichTextEdit) -> None:
    write(edit, "!")
    edit.clearFocus()
    assert told(edit) == ["hej!"]
    assert edit.bridge._session._typing is None


def test_keys_without_and_with_the_event_loop_between_make_the_same_history(editor: Maker) -> None:
    histories = []
    for pauses in (False, True):
        edit = editor([Block(id="a", spans=plain("Ett"))])
        edit.moveCursor(edit.textCursor().MoveOperation.End)
        for letter in "abc d\nefg":
            if letter == "\n":
                key(edit, K.Key_Return)
            else:
                write(edit, letter)
            if letter == "f":
                key(edit, K.Key_Backspace)
            if pauses:
                QApplication.processEvents()
        journal = edit.bridge.session._journal
        groups = list(journal.groups.values())[1:]
        histories.append(
            [(group.label, [_told(each) for each in group.operations]) for group in groups]
        )
        assert edit.toPlainText() == "Ettabc d\neg"
    assert histories[0] == histories[1]


def _told(operation: object) -> object:
    """An operation without the ids, which are new each time."""
    if isinstance(operation, Splice):
        return operation.at, operation.removed, operation.inserted
    return type(operation)
