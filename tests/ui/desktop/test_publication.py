"""Before a public copy is made somebody sees what may need masking, masks it, or goes there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcdesk.domain.action import Action
from kcdesk.domain.approval import Approval
from kcdesk.domain.block import Block
from kcdesk.domain.item import Item
from kcdesk.domain.masking import Masking
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.operation import Group, Insert
from kcdesk.domain.richtext import Mark, plain
from kcdesk.domain.section import Section
from kcdesk.services.document_choice import Copy, Document, DocumentChoice
from kcdesk.services.mask_passage import mask_words
from kcdesk.ui.qt import signing
from kcdesk.ui.screens.export.wish import ExportWish
from kcdesk.ui.screens.head.head_panel import HeadPanel
from kcdesk.ui.widgets.publication_dialog import PublicationDialog

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


# ---- of several meetings -----------------------------------------------------------------------


def of_spring(desktop) -> None:
    """The body met in March, too: a number in the text, an address in an action."""
    body_id = desktop.window.meeting.body.root_id
    root = Meeting(id="n", body_id=body_id, first_paragraph=7, day=Moment(date(2026, 3, 2)))
    rows = (
        Item(id="k", owner_id="n", position="V", title="Vårens ärende"),
        Section(id="sk", owner_id="k", position="V"),
        Block(id="tk", owner_id="sk", position="V", spans=plain("Ring 070-999 88 77")),
        Action(id="ak", owner_id="k", position="V", text="Skriv till var@b.se"),
    )
    inserts = tuple(map(Insert, (root, *rows)))
    desktop.library.create(root, rows, Group(Message("Scene"), inserts))


@pytest.fixture
def of_year(desktop, sample_path, qtbot, tmp_path):
    desktop.start(sample_path)
    of_spring(desktop)
    shown: list[PublicationDialog] = []

    def show(choice: DocumentChoice) -> PublicationDialog:
        actions = next(each for each in desktop.window.children() if hasattr(each, "write_files"))
        actions.write_files(ExportWish(files=((choice, tmp_path / "offentligt.pdf"),)))
        qtbot.waitUntil(lambda: desktop.window.findChild(PublicationDialog) is not None)
        shown.append(desktop.window.findChild(PublicationDialog))
        qtbot.waitUntil(shown[-1].isVisible)
        return shown[-1]

    yield show
    for each in desktop.window.findChildren(PublicationDialog):
        each.close()


def test_a_year_is_looked_at_in_all_its_meetings(of_year, desktop, qtbot, tmp_path) -> None:
    dialog = of_year(DocumentChoice(Document.YEARBOOK, copy=Copy.PUBLIC))
    found = [each.found.text for each in dialog.review.open]
    assert {"070-999 88 77", "var@b.se"} <= set(found)
    at = found.index("070-999 88 77")
    assert lines(dialog.open_list)[at].startswith("2 mars 2026, § 7: Telefonnummer")
    assert "annat sammanträde" in dialog.told.text()
    dialog.open_list.setFocus()
    dialog.open_list.setCurrentRow(at)
    assert not dialog.mask_button.isEnabled()
    QTest.keyClick(dialog.open_list, K.Key_Space)
    assert desktop.window.meeting.bridge.records.all(Masking) == ()
    QTest.keyClick(dialog.open_list, K.Key_Return)
    qtbot.waitUntil(lambda: desktop.window.meeting.bridge.records.root_id == "n")
    assert desktop.window.meeting.selection.id == "k"
    assert not (tmp_path / "offentligt.pdf").exists()


def test_a_list_of_actions_over_time_is_looked_at_as_far_as_it_tells(of_year, desktop) -> None:
    choice = DocumentChoice(Document.ACTIONS, copy=Copy.PUBLIC, over_time=True)
    dialog = of_year(choice)
    found = [each.found.text for each in dialog.review.open]
    assert "var@b.se" in found
    assert "070-999 88 77" not in found


# ---- as a text goes out for signature ------------------------------------------------------------


def rest(desktop) -> Approval:
    records = desktop.window.meeting.bridge.records
    return records.children(records.root_id, Approval)[1]


@pytest.fixture
def going_out(desktop, sample_path, qtbot):
    """The approval's panel, asked to send the rest out and told that it may."""
    desktop.start(sample_path)
    panel = desktop.window.workspace.reveal("approval")
    part = panel.cards.rows[rest(desktop).id].signing

    def show() -> PublicationDialog:
        part.send_button.click()
        part.confirm.yes.click()
        shown = desktop.window.findChild(PublicationDialog)
        qtbot.waitUntil(shown.isVisible)
        return shown

    yield show
    for each in desktop.window.findChildren(PublicationDialog):
        each.close()


def test_before_a_text_goes_out_its_public_copy_is_looked_at(going_out, desktop, qtbot) -> None:
    dialog = going_out()
    assert "tillsammans med texten som skickas för underskrift" in dialog.told.text()
    assert any("sekretess" in line.lower() for line in lines(dialog.masked_list))
    dialog.reject()
    assert rest(desktop).sent_on is None
    qtbot.waitUntil(lambda: desktop.window.findChild(PublicationDialog) is None)
    dialog = going_out()
    assert dialog.accept_button.text() == "Skicka för underskrift"
    dialog.accept_button.click()
    assert rest(desktop).sent_on is not None
    desktop.window.tasks.wait()


def test_so_it_is_where_the_step_of_the_meeting_sends_it(desktop, sample_path, qtbot) -> None:
    desktop.start(sample_path)
    meeting = desktop.window.meeting
    meeting.bridge.perform(
        Group(
            Message("Scene"),
            meeting.bridge.records.setting(
                meeting.bridge.records.root_id, "state", MeetingState.REVIEW
            ),
        )
    )
    head = desktop.window.findChild(HeadPanel)
    head.step_button.click()
    if head.fold_out.isVisible():
        head.fold_out.go_on.click()
    dialog = desktop.window.findChild(PublicationDialog)
    qtbot.waitUntil(dialog.isVisible)
    assert rest(desktop).sent_on is None
    dialog.accept_button.click()
    assert rest(desktop).sent_on is not None
    assert meeting.bridge.records.root(Meeting).state is MeetingState.APPROVAL
    desktop.window.tasks.wait()


def test_an_old_public_original_says_what_has_been_masked_since(
    desktop, sample_path, qtbot, monkeypatch
) -> None:
    desktop.start(sample_path)
    meeting = desktop.window.meeting
    signing.send(meeting, rest(desktop).id)
    versions = meeting.shelf.sealer.versions
    qtbot.waitUntil(lambda: bool(versions(meeting.bridge.records.root_id)[0].public_sha256))
    opened: list[str] = []
    monkeypatch.setattr(
        "kcdesk.ui.screens.approval.signed_copies.open_attached",
        lambda row, shelf: opened.append(row.name),
    )
    panel = desktop.window.workspace.reveal("approval")
    copies = panel.cards.rows[rest(desktop).id].signing.copies
    qtbot.waitUntil(lambda: len(copies.opening) == 2)
    copies.opening[1].click()
    assert len(opened) == 1
    meeting.bridge.perform(mask_words(meeting.bridge.records, "Modin"))
    copies.opening[1].click()
    assert len(opened) == 1
    assert "”Modin”" in copies.confirm.words.text()
    copies.confirm.yes.click()
    assert len(opened) == 2
