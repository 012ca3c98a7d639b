"""Before a public copy is made somebody sees what may need masking, masks it, or goes there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcdesk.domain.action import Action
from kcdesk.domain.block import Block
from kcdesk.domain.item import Item
from kcdesk.domain.masking import Masking
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.richtext import Mark, plain
from kcdesk.services.document_choice import Copy, Document, DocumentChoice
from kcdesk.ui.desktop.publication_dialog import PublicationDialog
from kcdesk.ui.screens.export.wish import ExportWish

K = Qt.Key


@pytest.fixture
def dialog(desktop, sample_path, qtbot, tmp_path) -> Iterator[PublicationDialog]:
    desktop.start(sample_path)
    bridge = desktop.window.meeting.bridge
    records = bridge.records
    item = records.children(records.root_id, Item)[3]
    block = next(row for row in records.subtree(item.id) if isinstance(row, Block))
    words = records.setting(block.id, "spans", plain("Ring 08-123 456 78 eller 070-123 45 67."))
    action = Action(id="mail", owner_id=item.id, position="z", text="Skriv till a@b.se")
    bridge.perform(Group(Message("Scene"), (*words, Insert(action))))
    path = tmp_path / "offentligt.pdf"
    choice = DocumentChoice(Document.PROTOCOL, copy=Copy.PUBLIC)
    actions = next(each for each in desktop.window.children() if hasattr(each, "write_files"))
    actions.write_files(ExportWish(files=((choice, path),)))
    shown = desktop.window.findChild(PublicationDialog)
    qtbot.waitUntil(shown.isVisible)
    shown.activateWindow()
    yield shown
    for each in desktop.window.findChildren(PublicationDialog):
        each.close()


def lines(listed) -> list[str]:
    return [listed.item(row).text() for row in range(listed.count())]


def test_passages_are_masked_with_a_key_and_shown_as_left_out(dialog, desktop) -> None:
    bridge = desktop.window.meeting.bridge
    found = [each.found.text for each in dialog.review.open]
    assert {"08-123 456 78", "070-123 45 67", "a@b.se"} <= set(found)
    before = len(found)
    assert str(before) in dialog.told.text()
    dialog.open_list.setFocus()
    dialog.open_list.setCurrentRow(found.index("08-123 456 78"))
    QTest.keyClick(dialog.open_list, K.Key_Space)
    assert len(dialog.review.open) == before - 1
    marked = [
        span.text
        for block in bridge.records.all(Block)
        for span in block.spans
        if Mark.PERSONAL in span.marks
    ]
    assert "08-123 456 78" in marked
    assert QApplication.focusWidget() is dialog.open_list

    found = [each.found.text for each in dialog.review.open]
    dialog.open_list.setCurrentRow(found.index("a@b.se"))
    dialog.mask_button.setFocus()
    QTest.keyClick(dialog.mask_button, K.Key_Space)
    (masking,) = bridge.records.all(Masking)
    assert masking.text == "a@b.se"
    assert any("a@b.se" in line for line in lines(dialog.masked_list))
    dialog.masked_list.setFocus()
    dialog.masked_list.setCurrentRow(dialog.masked_list.count() - 1)
    assert dialog.show_button.isEnabled()
    QTest.keyClick(dialog.masked_list, K.Key_Space)
    assert bridge.records.all(Masking) == ()


def test_words_are_masked_everywhere_by_hand(dialog, desktop) -> None:
    dialog.words.setFocus()
    QTest.keyClicks(dialog.words, "Modin")
    QTest.keyClick(dialog.words, K.Key_Tab)
    assert QApplication.focusWidget() is dialog.ground
    QTest.keyClicks(dialog.ground, "OSL 21:1")
    QTest.keyClick(dialog.ground, K.Key_Return)
    (masking,) = desktop.window.meeting.bridge.records.all(Masking)
    assert (masking.text, masking.ground) == ("Modin", "OSL 21:1")
    assert dialog.isVisible()
    assert dialog.words.text() == ""


def test_enter_leads_to_the_place(dialog, desktop, qtbot) -> None:
    found = [each.found.text for each in dialog.review.open]
    dialog.open_list.setFocus()
    dialog.open_list.setCurrentRow(found.index("070-123 45 67"))
    item_id = dialog.review.open[dialog.open_list.currentRow()].item_id
    QTest.keyClick(dialog.open_list, K.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert desktop.window.meeting.selection.id == item_id


def test_the_copy_is_made_once_it_is_wanted(dialog, desktop, qtbot, tmp_path) -> None:
    path = tmp_path / "offentligt.pdf"
    assert not path.exists()
    with qtbot.waitSignal(desktop.window.tasks.started) as started:
        dialog.accept_button.click()
    with qtbot.waitSignal(started.args[0].ended):
        pass
    assert path.read_bytes().startswith(b"%PDF")


def test_an_internal_copy_asks_nothing(desktop, sample_path, qtbot, tmp_path) -> None:
    desktop.start(sample_path)
    path = tmp_path / "internt.pdf"
    actions = next(each for each in desktop.window.children() if hasattr(each, "write_files"))
    with qtbot.waitSignal(desktop.window.tasks.started) as started:
        actions.write_files(ExportWish(files=((DocumentChoice(), path),)))
    with qtbot.waitSignal(started.args[0].ended):
        pass
    assert path.exists()
    assert desktop.window.findChildren(PublicationDialog) == []
