"""Finding, replacing and counting in the whole meeting, by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kcdesk.domain.approval import Approval
from kcdesk.domain.item import Item
from kcdesk.domain.numbering import top_item
from kcdesk.services.find_text import Sought, find_text
from kcdesk.ui.desktop.find_bar import MeetingFindBar
from kcdesk.ui.qt import signing
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from tests.ui.pressing import press, press_key

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def opened(window) -> MeetingFindBar:
    press_key(window.focusWidget(), Qt.Key.Key_F, CTRL)
    (bar,) = window.findChildren(MeetingFindBar)
    assert bar.isVisible()
    assert bar.line.line.hasFocus()
    return bar


def seek(bar: MeetingFindBar, text: str) -> None:
    bar.line.line.clear()
    press(bar.line.line, text)
    press_key(bar.line.line, Qt.Key.Key_Return)


def chosen(window) -> str:
    edits = window.workspace.panes["item"].findChildren(RichTextEdit)
    seen = [each.textCursor().selectedText() for each in edits if each.isVisible()]
    return next(filter(None, seen), "")


def test_enter_leads_through_the_meeting_and_round(window) -> None:
    records = window.meeting.bridge.records
    hits = find_text(records, Sought("ordföranden"))
    assert len({hit.item_id for hit in hits}) > 1
    bar = opened(window)
    seek(bar, "ordföranden")
    seen = []
    for _hit in hits:
        seen.append(window.meeting.selection.id)
        assert chosen(window).lower() in ("ordföranden", "")
        press_key(bar.line.line, Qt.Key.Key_Return)
    assert sorted(seen) == sorted(hit.item_id for hit in hits)
    assert window.meeting.selection.id == seen[0]
    press_key(bar.line.line, Qt.Key.Key_Return, SHIFT)
    assert bar.line.told.text() == f"{len(hits)} av {len(hits)}"


def test_escape_puts_the_caret_at_the_place(window) -> None:
    bar = opened(window)
    seek(bar, "arbetsgrupp med")
    press_key(bar.line.line, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    edit = window.focusWidget()
    assert isinstance(edit, RichTextEdit)
    assert edit.textCursor().selectedText().lower() == "arbetsgrupp med"


def test_without_a_place_escape_leads_back_to_the_text(window) -> None:
    bar = opened(window)
    seek(bar, "finns inte här")
    assert bar.line.told.text() == "finns inte"
    bar.one.click()
    bar.all.click()
    press_key(bar.line.line, Qt.Key.Key_Escape)
    assert isinstance(window.focusWidget(), RichTextEdit)


def test_everywhere_is_one_step_with_a_way_back(window) -> None:
    bridge = window.meeting.bridge
    before = bridge.records
    count = len(find_text(before, Sought("styrelsen")))
    bar = opened(window)
    seek(bar, "styrelsen")
    bar.by.setFocus()
    press(bar.by, "Direktionen")
    bar.all.click()
    assert not find_text(bridge.records, Sought("styrelsen"))
    assert f"{count} ställen" in window.bar._text.text()
    window.bar._button.click()
    assert bridge.records == before


def test_what_is_out_for_signature_stays_and_is_counted(window) -> None:
    bridge = window.meeting.bridge
    at_once = next(each for each in bridge.records.all(Approval) if each.items)
    signing.send(window.meeting, at_once.id)
    window.tasks.wait()
    hits = find_text(bridge.records, Sought("att"))
    held = [
        hit
        for hit in hits
        if top_item(bridge.records, bridge.records.get(Item, hit.item_id)).id in at_once.items
    ]
    assert 0 < len(held) < len(hits)
    bar = opened(window)
    seek(bar, "att")
    bar.by.setFocus()
    press(bar.by, "xyz")
    bar.all.click()
    assert len(find_text(bridge.records, Sought("att"))) == len(held)
    said = window.bar._text.text()
    assert f"{len(hits) - len(held)} ställen ersattes" in said
    assert "ute för underskrift" in said
    bar.all.click()
    assert "ersattes" not in window.bar._text.text()


def test_one_place_at_a_time(window) -> None:
    bridge = window.meeting.bridge
    count = len(find_text(bridge.records, Sought("arbetsgrupp")))
    bar = opened(window)
    seek(bar, "arbetsgrupp")
    bar.by.setFocus()
    press(bar.by, "projektgrupp\n")
    assert len(find_text(bridge.records, Sought("arbetsgrupp"))) == count - 1
    assert bar.line.told.text() == f"1 av {count - 1}"


def test_what_is_chosen_is_looked_for_at_once(window) -> None:
    bridge = window.meeting.bridge
    item = next(
        item
        for item in bridge.records.all(Item)
        if any(hit.item_id == item.id for hit in find_text(bridge.records, Sought("kommunerna")))
    )
    window.meeting.selection.select(item.id)
    edit = next(
        each
        for each in window.workspace.panes["item"].findChildren(RichTextEdit)
        if each.isVisible() and "kommunerna" in each.toPlainText()
    )
    edit.setFocus()
    cursor = edit.textCursor()
    cursor.setPosition(edit.toPlainText().index("kommunerna"))
    cursor.movePosition(cursor.MoveOperation.EndOfWord, cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    bar = opened(window)
    assert bar.line.text == "kommunerna"
    assert bar.line.told.text().startswith("1 av ") or " av " in bar.line.told.text()
    bar.case.click()
    bar.words.click()
    assert " av " in bar.line.told.text()


def test_words_are_counted(window) -> None:
    window.menus.action("count_words").trigger()
    assert "ord i ärendet" in window.bar._text.text()
    assert "ord i mötet" in window.bar._text.text()


def test_another_meeting_has_a_bar_of_its_own(window, qtbot) -> None:
    bar = opened(window)
    window.open_start()
    assert not bar.isVisible()
    window.menus.action("find").trigger()
    assert not [each for each in window.findChildren(MeetingFindBar) if each.isVisible()]


def test_tab_goes_from_what_is_sought_to_what_is_written_instead(window) -> None:
    bar = opened(window)
    press_key(bar.line.line, Qt.Key.Key_Tab)
    assert bar.by.hasFocus()
    press_key(bar.by, Qt.Key.Key_Tab)
    assert bar.one.hasFocus()


def test_escape_goes_away_from_anywhere_in_the_bar(window) -> None:
    for at in ("by", "one", "case"):
        bar = opened(window)
        getattr(bar, at).setFocus()
        press_key(window.focusWidget(), Qt.Key.Key_Escape)
        assert not bar.isVisible()
        assert isinstance(window.focusWidget(), RichTextEdit)
