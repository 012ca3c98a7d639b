"""Offers for the line being written, with a completer that knows no meetings."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Primitive
from kcdesk.domain.richtext import plain, text_of
from kcdesk.ui.widgets.rich_text.line_offer import LineOffer
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from tests.ui.editing import key, write

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Fruit:
    """Offers fruit after a slash."""

    signs = ("/",)

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.edit: RichTextEdit | None = None

    def offers(self, line: str) -> Sequence[LineOffer]:
        typed = line[1:]
        known = [
            LineOffer("apple", "apple", "a fruit", text="/apple "),
            LineOffer("pear", "pear", "another", acts=False, text="/pear "),
            LineOffer("plum", "plum", text="The plum of … and …", inserts=True),
        ]
        return [each for each in known if each.title.startswith(typed.strip())]

    def accept(self, offer: LineOffer, clearing: tuple[Primitive, ...]) -> None:
        self.taken.append(offer.id)
        self.edit.bridge.perform(Group(Message("Eat"), clearing))


@pytest.fixture
def fruit() -> Fruit:
    return Fruit()


@pytest.fixture
def text(editor, fruit: Fruit) -> RichTextEdit:
    edit = editor()
    fruit.edit = edit
    edit.completion._completer = fruit
    return edit


def rows(edit: RichTextEdit) -> list[str]:
    return [text_of(each.spans) for each in edit.rows()]


def shown(edit: RichTextEdit) -> list[str]:
    offered = edit.completion.list
    return [] if offered is None else [each.title for each in offered.model.lines]


def test_offers_follow_what_is_typed(text: RichTextEdit) -> None:
    write(text, "/")
    assert shown(text) == ["apple", "pear", "plum"]
    write(text, "p")
    assert shown(text) == ["pear", "plum"]
    write(text, "x")
    assert shown(text) == []
    key(text, K.Key_Backspace)
    assert shown(text) == ["pear", "plum"]


def test_enter_takes_the_offer_and_the_line_with_it(text: RichTextEdit, fruit: Fruit) -> None:
    write(text, "/a")
    key(text, K.Key_Return)
    assert (fruit.taken, rows(text), shown(text)) == (["apple"], [""], [])
    write(text, "eaten")
    assert rows(text) == ["eaten"]


def test_undo_gives_the_line_back(text: RichTextEdit) -> None:
    write(text, "/a")
    key(text, K.Key_Return)
    text.bridge.undo()
    assert rows(text) == ["/a"]
    assert shown(text) == []


def test_tab_writes_the_offer_out(text: RichTextEdit, fruit: Fruit) -> None:
    write(text, "/a")
    key(text, K.Key_Tab)
    assert (rows(text), shown(text), fruit.taken) == (["/apple "], ["apple"], [])
    key(text, K.Key_Return)
    assert fruit.taken == ["apple"]


def test_enter_writes_out_what_cannot_act_yet(text: RichTextEdit, fruit: Fruit) -> None:
    write(text, "/pe")
    key(text, K.Key_Enter)
    assert (rows(text), fruit.taken) == (["/pear "], [])


def test_arrows_go_round_the_offers(text: RichTextEdit, fruit: Fruit) -> None:
    write(text, "/")
    key(text, K.Key_Up)
    assert text.completion.list.offer.id == "plum"
    key(text, K.Key_Down)
    key(text, K.Key_Return)
    assert fruit.taken == ["apple"]


def test_an_inserted_text_is_written_on_at_its_gaps(text: RichTextEdit) -> None:
    write(text, "/pl")
    key(text, K.Key_Return)
    write(text, "spring")
    assert rows(text) == ["The plum of spring and …"]
    key(text, K.Key_Tab)
    write(text, "fall")
    assert rows(text) == ["The plum of spring and fall"]


def test_inserted_lines_are_paragraphs(text: RichTextEdit) -> None:
    write(text, "Before ")
    text.completion.insert("one …\ntwo …")
    write(text, "1")
    key(text, K.Key_Tab)
    write(text, "2")
    assert rows(text) == ["Before one 1", "two 2"]
    text.bridge.undo()


def test_esc_refuses_until_the_line_is_begun_anew(text: RichTextEdit, fruit: Fruit) -> None:
    write(text, "/a")
    key(text, K.Key_Escape)
    write(text, "pp")
    assert shown(text) == []
    key(text, K.Key_Return)
    assert (rows(text), fruit.taken) == (["/app", ""], [])
    write(text, "/")
    assert shown(text) == ["apple", "pear", "plum"]


def test_shift_enter_is_a_line_break(text: RichTextEdit, fruit: Fruit) -> None:
    write(text, "/a")
    key(text, K.Key_Return, SHIFT)
    assert (rows(text), fruit.taken) == (["/a\n"], [])


def test_offers_go_when_the_caret_leaves(text: RichTextEdit) -> None:
    write(text, "/a")
    key(text, K.Key_Left)
    assert shown(text) == []
    key(text, K.Key_Right)
    assert shown(text) == []  # only what is being written is offered for
    key(text, K.Key_Backspace)
    assert shown(text) == ["apple", "pear", "plum"]
    text.clearFocus()
    assert shown(text) == []


def test_in_the_middle_of_text_nothing_is_offered(text: RichTextEdit) -> None:
    write(text, "x /a")
    assert shown(text) == []


def test_text_after_the_caret_is_no_command(editor, fruit: Fruit) -> None:
    edit = editor([Block(id="1", spans=plain("eld"))])
    edit.completion._completer = fruit
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    write(edit, "/a")
    assert shown(edit) == []


@pytest.mark.parametrize("kind", [BlockKind.CELL, BlockKind.HEADING])
def test_in_cells_and_headings_signs_are_signs(editor, fruit: Fruit, kind: BlockKind) -> None:
    grid = "g" if kind is BlockKind.CELL else None
    edit = editor([Block(id="1", kind=kind, grid=grid)])
    edit.completion._completer = fruit
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().findBlockByNumber(int(bool(grid))).position())
    edit.setTextCursor(cursor)
    write(edit, "/a")
    assert rows(edit) == ["/a"]
    assert shown(edit) == []


def test_a_click_takes_an_offer(text: RichTextEdit, fruit: Fruit) -> None:
    write(text, "/")
    view = text.completion.list.view
    place = view.visualRect(view.model().index(0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert fruit.taken == ["apple"]


def test_without_a_completer_signs_are_text(editor) -> None:
    edit = editor()
    write(edit, "/a")
    key(edit, K.Key_Return)
    assert rows(edit) == ["/a", ""]


def test_the_list_shows_what_will_happen(text: RichTextEdit) -> None:
    write(text, "/")
    offered = text.completion.list
    picture = offered.grab()
    assert not picture.isNull()
    index = offered.model.index(0)
    assert offered.model.data(index, Qt.ItemDataRole.AccessibleTextRole) == "apple, a fruit"
    assert offered.model.data(index) == "apple"
    assert offered.height() > 3 * offered.fontMetrics().height()


class Berries(Fruit):
    """Offers what may be a berry, or a word."""

    def offers(self, line: str) -> Sequence[LineOffer]:
        sloe = LineOffer("sloe", "sloe", "or a word", unsure=True)
        return [sloe] if sloe.title.startswith(line[1:]) else []


def test_what_may_as_well_be_text_is_taken_by_tab_alone(text: RichTextEdit) -> None:
    fruit = text.completion._completer = Berries()
    fruit.edit = text
    write(text, "/sloe")
    assert text.completion.list is not None
    key(text, K.Key_Return)
    assert fruit.taken == []
    assert rows(text) == ["/sloe", ""]
    write(text, "/sloe")
    key(text, K.Key_Tab)
    assert fruit.taken == ["sloe"]


def test_the_list_is_as_high_as_what_it_offers(text: RichTextEdit) -> None:
    for line, count in (("/apple", 1), ("/", 3)):
        write(text, line)
        shown = text.completion.list
        assert shown.model.rowCount() == count
        needed = sum(shown.view.sizeHintForRow(row) for row in range(count))
        assert 0 <= shown.view.viewport().height() - needed <= 4
        for _ in line:
            key(text, K.Key_Backspace)
