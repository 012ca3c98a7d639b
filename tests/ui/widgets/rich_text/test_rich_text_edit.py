"""Keys pressed in the editor become operations of the session, and back."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kcdesk.domain.block import Block, BlockKind
from kcdesk.domain.operation import Group, Insert, Splice
from kcdesk.domain.richtext import Mark, Span, plain, text_of
from kcdesk.ui.widgets.rich_text.link_dialog import LinkDialog
from kcdesk.ui.widgets.rich_text.reader import read_document
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from tests.ui.editing import key, write
from tests.ui.widgets.rich_text.conftest import Maker

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
K = Qt.Key


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> Block:
    return Block(id=f"b-{text}", kind=kind, level=level, spans=plain(text))


def texts(edit: RichTextEdit) -> list[str]:
    return [text_of(row.spans) for row in edit.rows()]


def kinds(edit: RichTextEdit) -> list[tuple[BlockKind, int]]:
    return [(row.kind, row.level) for row in edit.rows()]


def at(edit: RichTextEdit, number: int, column: int = 0) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(edit.document().findBlockByNumber(number).position() + column)
    edit.setTextCursor(cursor)


def select(edit: RichTextEdit, start: int, end: int) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def last_group(edit: RichTextEdit) -> Group:
    return list(edit.bridge.session._journal.groups.values())[-1]


def in_step(edit: RichTextEdit) -> bool:
    """Whether document, mirror and session say the same."""
    shown = [replace(row, position="") for row in edit.rows()]
    read = read_document(edit.document(), edit.owner_id)
    return read == shown and edit.mirror.rows == edit.rows()


def test_typing_is_one_splice_with_code_point_offsets(editor: Maker) -> None:
    edit = editor([block("😀 hej")])
    at(edit, 0, 3)
    write(edit, "öå§")
    assert texts(edit) == ["😀 öå§hej"]
    assert last_group(edit).operations == (Splice("b-😀 hej", 2, (), plain("öå§")),)
    assert in_step(edit)


def test_the_first_letter_in_an_empty_text_makes_its_paragraph(editor: Maker) -> None:
    edit = editor()
    write(edit, "Hej")
    assert texts(edit) == ["Hej"]
    assert in_step(edit)
    for _ in range(2):
        edit.bridge.undo()
    assert edit.rows() == ()
    assert edit.toPlainText() == ""
    edit.bridge.redo()
    edit.bridge.redo()
    assert texts(edit) == ["Hej"]
    assert in_step(edit)


def test_enter_splits_and_the_first_keeps_the_id(editor: Maker) -> None:
    edit = editor([block("ettvå"), block("sist")])
    at(edit, 0, 2)
    key(edit, K.Key_Return)
    assert texts(edit) == ["et", "två", "sist"]
    assert edit.rows()[0].id == "b-ettvå"
    assert isinstance(last_group(edit).operations[-1], Insert)
    edit.bridge.undo()
    assert texts(edit) == ["ettvå", "sist"]
    assert in_step(edit)


def test_backspace_at_the_start_joins_paragraphs_as_one_step(editor: Maker) -> None:
    edit = editor([block("ett"), block("två")])
    at(edit, 1)
    key(edit, K.Key_Backspace)
    assert texts(edit) == ["etttvå"]
    edit.bridge.undo()
    assert texts(edit) == ["ett", "två"]
    assert in_step(edit)


def test_deleting_across_paragraphs_is_one_step(editor: Maker) -> None:
    edit = editor([block("första"), block("andra"), block("tredje")])
    select(edit, 2, 15)
    key(edit, K.Key_Delete)
    assert texts(edit) == ["föedje"]
    assert in_step(edit)
    edit.bridge.undo()
    assert texts(edit) == ["första", "andra", "tredje"]
    assert in_step(edit)


def test_shift_enter_is_a_line_break_within_the_paragraph(editor: Maker) -> None:
    edit = editor([block("ab")])
    at(edit, 0, 1)
    key(edit, K.Key_Return, SHIFT)
    assert texts(edit) == ["a\nb"]
    assert in_step(edit)


def test_bold_and_italic_keep_the_selection(editor: Maker) -> None:
    edit = editor([block("ett två")])
    select(edit, 0, 3)
    key(edit, K.Key_B, CTRL)
    key(edit, K.Key_I, CTRL)
    assert edit.rows()[0].spans == (Span("ett", (Mark.BOLD, Mark.ITALIC)), Span(" två"))
    assert edit.textCursor().selectedText() == "ett"
    key(edit, K.Key_B, CTRL)
    assert edit.rows()[0].spans[0].marks == (Mark.ITALIC,)
    assert in_step(edit)


def test_bold_without_selection_holds_for_what_is_typed_next(editor: Maker) -> None:
    edit = editor([block("ett ")])
    at(edit, 0, 4)
    key(edit, K.Key_B, CTRL)
    write(edit, "två")
    key(edit, K.Key_B, CTRL)
    write(edit, "!")
    assert edit.rows()[0].spans == (Span("ett "), Span("två", (Mark.BOLD,)), Span("!"))
    assert in_step(edit)


@pytest.mark.parametrize(
    ("which", "kind"),
    [
        (K.Key_L, BlockKind.BULLET),
        (K.Key_N, BlockKind.NUMBERED),
        (K.Key_H, BlockKind.HEADING),
    ],
)
def test_keys_shape_paragraphs_and_shape_them_back(
    editor: Maker, which: Qt.Key, kind: BlockKind
) -> None:
    edit = editor([block("ett"), block("två")])
    select(edit, 0, 5)
    key(edit, which, CTRL, SHIFT)
    assert kinds(edit) == [(kind, 0)] * 2
    assert in_step(edit)
    key(edit, which, CTRL, SHIFT)
    assert kinds(edit) == [(BlockKind.PARAGRAPH, 0)] * 2
    assert in_step(edit)


def test_an_empty_text_can_be_shaped_first(editor: Maker) -> None:
    edit = editor()
    key(edit, K.Key_L, CTRL, SHIFT)
    write(edit, "Punkt")
    assert kinds(edit) == [(BlockKind.BULLET, 0)]
    assert texts(edit) == ["Punkt"]
    assert in_step(edit)


def test_tab_nests_in_lists(editor: Maker) -> None:
    edit = editor([block("ett", BlockKind.BULLET), block("två", BlockKind.BULLET)])
    at(edit, 1)
    key(edit, K.Key_Tab)
    assert kinds(edit) == [(BlockKind.BULLET, 0), (BlockKind.BULLET, 1)]
    key(edit, K.Key_Backtab, SHIFT)
    assert kinds(edit)[1] == (BlockKind.BULLET, 0)
    assert in_step(edit)


def test_enter_in_an_empty_list_paragraph_ends_the_list(editor: Maker) -> None:
    edit = editor([block("ett", BlockKind.BULLET, 1)])
    at(edit, 0, 3)
    key(edit, K.Key_Return)
    key(edit, K.Key_Return)
    assert kinds(edit)[1] == (BlockKind.BULLET, 0)
    key(edit, K.Key_Return)
    assert kinds(edit)[1] == (BlockKind.PARAGRAPH, 0)
    write(edit, "slut")
    assert texts(edit) == ["ett", "slut"]
    assert in_step(edit)


def test_backspace_at_the_start_of_a_list_paragraph_moves_it_out(editor: Maker) -> None:
    edit = editor([block("ett", BlockKind.NUMBERED, 1)])
    at(edit, 0)
    key(edit, K.Key_Backspace)
    key(edit, K.Key_Backspace)
    assert kinds(edit) == [(BlockKind.PARAGRAPH, 0)]
    assert in_step(edit)


@pytest.mark.parametrize(
    ("start", "kind"),
    [("-", BlockKind.BULLET), ("1.", BlockKind.NUMBERED), ("#", BlockKind.HEADING)],
)
def test_a_sign_and_a_space_shape_a_paragraph(editor: Maker, start: str, kind: BlockKind) -> None:
    edit = editor([block("a"), block("")])
    at(edit, 1)
    write(edit, f"{start} text")
    assert kinds(edit)[1] == (kind, 0)
    assert texts(edit) == ["a", "text"]
    assert in_step(edit)


def test_after_a_heading_comes_plain_text(editor: Maker) -> None:
    edit = editor([block("Rubrik", BlockKind.HEADING)])
    at(edit, 0, 6)
    key(edit, K.Key_Return)
    write(edit, "text")
    assert kinds(edit) == [(BlockKind.HEADING, 0), (BlockKind.PARAGRAPH, 0)]
    assert texts(edit) == ["Rubrik", "text"]
    assert in_step(edit)


def test_undo_keys_are_left_to_the_window(editor: Maker) -> None:
    edit = editor([block("text")])
    undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), edit)
    undo.setContext(Qt.ShortcutContext.WindowShortcut)
    undo.activated.connect(edit.bridge.undo)
    write(edit, "x")
    assert texts(edit) == ["textx"]
    key(edit, K.Key_Z, CTRL)
    assert texts(edit) == ["text"]
    assert in_step(edit)


def test_the_caret_follows_an_undo_to_where_it_happened(editor: Maker) -> None:
    edit = editor([block("ett"), block("två")])
    at(edit, 0, 3)
    write(edit, "XYZ")
    at(edit, 1, 1)
    edit.bridge.undo()
    assert edit.textCursor().blockNumber() == 0
    assert edit.textCursor().positionInBlock() == 3
    assert in_step(edit)


def test_a_change_of_another_text_does_not_move_the_caret(editor: Maker) -> None:
    edit = editor([block("ett"), block("två")])
    at(edit, 1, 2)
    other = RichTextEdit(edit.bridge, "owner", name="Other")
    at(other, 0, 0)
    write(other, "Hej ")
    key(other, K.Key_Return)
    assert texts(edit) == ["Hej ", "ett", "två"]
    assert edit.textCursor().block().text() == "två"
    assert edit.textCursor().positionInBlock() == 2
    assert in_step(edit)
    assert in_step(other)
    other.deleteLater()


def test_a_removed_paragraph_leaves_the_caret_at_the_one_before(editor: Maker) -> None:
    edit = editor([block("ett"), block("två")])
    at(edit, 1, 3)
    key(edit, K.Key_Return)
    write(edit, "ny")
    for _ in range(2):
        edit.bridge.undo()
    assert edit.textCursor().block().text() == "två"
    assert in_step(edit)


def paste(edit: RichTextEdit, html: str = "", text: str = "") -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    if text:
        data.setText(text)
    edit.insertFromMimeData(data)


WORD = """<html><head><style>p.MsoNormal{margin:0cm}</style></head><body>
<h2>Rubrik</h2><p class=MsoNormal style='color:red'>Ett <b>fetstilt</b> och <i>kursivt</i>
<a href="https://exempel.se">ord</a><script>alert(1)</script><img src="file:///etc/passwd"></p>
<ul><li>punkt<ul><li>under</li></ul></li></ul><ol><li>ett</li></ol>
<table border=1><tr><td>a</td><td>b</td></tr><tr><td>c</td><td><p>d</p><p>e</p></td></tr></table>
<p>Slut</p></body></html>"""


def test_paste_keeps_what_has_a_place_and_drops_the_rest(editor: Maker) -> None:
    edit = editor([block("före"), block("efter")])
    at(edit, 0, 4)
    key(edit, K.Key_Return)
    paste(edit, WORD)
    rows = edit.rows()
    assert [(row.kind, row.level, text_of(row.spans)) for row in rows] == [
        (BlockKind.PARAGRAPH, 0, "före"),
        (BlockKind.HEADING, 0, "Rubrik"),
        (BlockKind.PARAGRAPH, 0, "Ett fetstilt och kursivt ord"),
        (BlockKind.BULLET, 0, "punkt"),
        (BlockKind.BULLET, 1, "under"),
        (BlockKind.NUMBERED, 0, "ett"),
        (BlockKind.CELL, 0, "a"),
        (BlockKind.CELL, 0, "b"),
        (BlockKind.CELL, 0, "c"),
        (BlockKind.CELL, 0, "d"),
        (BlockKind.CELL, 0, "e"),
        (BlockKind.PARAGRAPH, 0, "Slut"),
        (BlockKind.PARAGRAPH, 0, "efter"),
    ]
    assert [(s.text, s.marks, s.link) for s in rows[2].spans] == [
        ("Ett ", (), None),
        ("fetstilt", (Mark.BOLD,), None),
        (" och ", (), None),
        ("kursivt", (Mark.ITALIC,), None),
        (" ", (), None),
        ("ord", (), "https://exempel.se"),
    ]
    assert [(row.line, row.column) for row in rows[6:11]] == [
        (0, 0),
        (0, 1),
        (1, 0),
        (1, 1),
        (1, 1),
    ]
    assert in_step(edit)
    edit.bridge.undo()
    assert texts(edit) == ["före", "", "efter"]
    assert in_step(edit)


def test_pasted_text_joins_the_line_and_makes_a_paragraph_of_each_other(editor: Maker) -> None:
    edit = editor([block("ab")])
    at(edit, 0, 1)
    paste(edit, text="1\r\n2\n3")
    assert texts(edit) == ["a1", "2", "3b"]
    assert in_step(edit)
    edit.bridge.undo()
    assert texts(edit) == ["ab"]


def test_copy_and_paste_within_keeps_marks_and_gives_new_ids(editor: Maker, qtbot: QtBot) -> None:
    secret = Block(id="s", spans=(Span("hemligt", (Mark.SECRET,)),))
    edit = editor([secret, block("slut", BlockKind.CLAUSE)])
    edit.selectAll()
    edit.copy()
    at(edit, 1, 4)
    edit.paste()
    assert texts(edit) == ["hemligt", "sluthemligt", "slut"]
    assert edit.rows()[1].spans[1].marks == (Mark.SECRET,)
    assert len({row.id for row in edit.rows()}) == 3
    assert in_step(edit)
    html = QApplication.clipboard().mimeData().html()
    assert "<li>slut</li>" in html


def test_dictation_and_dead_keys_arrive_when_they_are_done(editor: Maker) -> None:
    edit = editor([block("kaf")])
    at(edit, 0, 3)
    QApplication.sendEvent(edit, QInputMethodEvent("´", []))
    assert texts(edit) == ["kaf"]
    done = QInputMethodEvent("", [])
    done.setCommitString("é")
    QApplication.sendEvent(edit, done)
    assert texts(edit) == ["kafé"]
    assert in_step(edit)


def test_a_table_is_written_cell_by_cell(editor: Maker) -> None:
    edit = editor([block("före")])
    at(edit, 0, 4)
    key(edit, K.Key_T, CTRL, SHIFT)
    for word in ("Kommun", "Dag", "Tid"):
        write(edit, word)
        key(edit, K.Key_Tab)
    cells = [row for row in edit.rows() if row.kind is BlockKind.CELL]
    assert [text_of(cell.spans) for cell in cells[:4]] == ["Kommun", "Dag", "Tid", ""]
    assert [cell.header for cell in cells] == [True] * 3 + [False] * 6
    assert in_step(edit)
    for _ in range(6):
        key(edit, K.Key_Tab)
    cells = [row for row in edit.rows() if row.kind is BlockKind.CELL]
    assert max(cell.line for cell in cells) == 3
    assert in_step(edit)
    key(edit, K.Key_Backtab, SHIFT)
    assert edit.textCursor().currentTable().cellAt(edit.textCursor()).row() == 2
    edit.bridge.undo()
    assert max(row.line for row in edit.rows()) == 2
    assert in_step(edit)


def test_a_table_is_deleted_with_what_surrounds_it(editor: Maker) -> None:
    edit = editor()
    key(edit, K.Key_T, CTRL, SHIFT)
    assert len(edit.rows()) == 9
    edit.selectAll()
    key(edit, K.Key_Delete)
    assert edit.rows() == () or texts(edit) == [""]
    assert in_step(edit)
    edit.bridge.undo()
    assert len(edit.rows()) == 9
    assert in_step(edit)


def test_typing_after_a_link_is_no_link(editor: Maker) -> None:
    edit = editor([Block(id="l", spans=(Span("ord", link="https://exempel.se"),))])
    at(edit, 0, 1)
    at(edit, 0, 3)
    write(edit, " slut")
    assert edit.rows()[0].spans == (Span("ord", link="https://exempel.se"), Span(" slut"))


def test_a_link_is_asked_for_and_completed(editor: Maker, qtbot: QtBot) -> None:
    edit = editor([block("se webben")])
    select(edit, 3, 9)
    key(edit, K.Key_L, CTRL)
    (dialog,) = edit.findChildren(LinkDialog)
    write(dialog.address, "www.exempel.se")
    key(dialog.address, K.Key_Return)
    assert edit.rows()[0].spans == (Span("se "), Span("webben", link="https://www.exempel.se"))
    assert in_step(edit)


def test_it_grows_with_its_text_and_never_scrolls(editor: Maker) -> None:
    edit = editor([block("rad")])
    low = edit.height()
    for _ in range(5):
        key(edit, K.Key_Return)
    assert edit.height() > low + 60
    assert edit.verticalScrollBar().maximum() == 0


def test_random_keys_keep_document_and_session_in_step(editor: Maker) -> None:
    chance = random.Random(7)
    edit = editor([block("ett två"), block("punkt", BlockKind.BULLET), block("slut 😀")])
    start = edit.bridge.records
    keys = [
        lambda: write(edit, chance.choice(["a", "å", " ", "-", "😀"])),
        lambda: write(edit, chance.choice(["- ", "# ", "ord "])),
        lambda: key(edit, K.Key_Return),
        lambda: key(edit, K.Key_Return, SHIFT),
        lambda: key(edit, K.Key_Backspace),
        lambda: key(edit, K.Key_Delete),
        lambda: key(edit, K.Key_Tab),
        lambda: key(edit, K.Key_B, CTRL),
        lambda: key(edit, K.Key_L, CTRL, SHIFT),
        lambda: key(edit, K.Key_T, CTRL, SHIFT),
        lambda: key(edit, chance.choice([K.Key_Left, K.Key_Right, K.Key_Up, K.Key_Down])),
        lambda: key(edit, chance.choice([K.Key_Left, K.Key_Right, K.Key_Up]), SHIFT),
        lambda: paste(edit, chance.choice([WORD, "<ul><li>a<li>b</ul>"])),
        edit.bridge.undo,
        edit.bridge.redo,
    ]
    weights = [8, 3, 4, 1, 4, 2, 2, 2, 1, 0.2, 6, 4, 0.2, 3, 1]
    for number in range(600):
        chance.choices(keys, weights)[0]()
        edit.setFocus()
        assert in_step(edit), number
    while edit.bridge.undo() is not None:
        pass
    assert edit.bridge.records == start
    assert in_step(edit)
