"""Documents made through the dialog: chosen with the keyboard, seen, and written as files."""

from __future__ import annotations

import email
import email.policy
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from kcdesk.__main__ import main
from kcdesk.domain.approval import Approval
from kcdesk.domain.item import Item
from kcdesk.services.document_choice import Document
from kcdesk.services.edit_agenda import rename_item
from kcdesk.services.edit_body import edit_body
from kcdesk.ui.qt import signing
from kcdesk.ui.screens.export.export_dialog import ExportDialog
from kcdesk.ui.widgets.publication_dialog import PublicationDialog
from tests.documents.reading import hear
from tests.ui.desktop.exporting import choose, export_dialog

K = Qt.Key


@pytest.fixture
def dialog(desktop, sample_path, qtbot, tmp_path):
    """The dialog of the sample meeting, writing to a folder of its own."""
    desktop.start(sample_path)
    with export_dialog(desktop, qtbot, tmp_path) as shown:
        yield shown


def written(dialog: ExportDialog, desktop, qtbot) -> None:
    with qtbot.waitSignal(desktop.window.tasks.started) as started:
        dialog.export_button.setFocus()
        qtbot.keyClick(dialog.export_button, K.Key_Space)
        for asked in desktop.window.findChildren(PublicationDialog):  # of a public copy
            asked.accept_button.click()
    with qtbot.waitSignal(started.args[0].ended, timeout=20_000):
        pass


def test_the_usual_document_is_one_key_away(dialog, desktop, qtbot, tmp_path) -> None:
    assert dialog.files.name_label.text() == "Protokoll Styrelsen 2026-11-12.pdf"
    written(dialog, desktop, qtbot)
    made = tmp_path / "Protokoll Styrelsen 2026-11-12.pdf"
    assert made.read_bytes().startswith(b"%PDF-1.7")
    assert made.name in desktop.window.bar._text.text()


def test_two_copies_are_two_files_and_an_e_mail_takes_both(
    dialog, desktop, qtbot, tmp_path, monkeypatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("kcdesk.ui.desktop.document_actions.open_file", opened.append)
    dialog.form.public_check.setChecked(True)
    dialog.files.draft_check.setChecked(True)
    dialog.files.folder_check.setChecked(True)
    written(dialog, desktop, qtbot)
    names = {path.name for path in tmp_path.iterdir()}
    pdfs = {
        "Protokoll Styrelsen 2026-11-12.pdf",
        "Protokoll Styrelsen 2026-11-12 (offentligt exemplar).pdf",
    }
    draft = "Protokoll Styrelsen 2026-11-12.eml"
    assert pdfs | {draft} <= names
    message = email.message_from_bytes((tmp_path / draft).read_bytes(), policy=email.policy.default)
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Protokoll Styrelsen 2026-11-12"
    assert {part.get_filename() for part in message.iter_attachments()} == pdfs
    assert opened == [tmp_path, tmp_path / draft]
    assert desktop.preferences.opens_export_folder


@pytest.mark.parametrize("document", [each for each in Document if each is not Document.NOTES])
def test_each_document_of_a_formal_body_can_be_made(
    dialog, desktop, qtbot, tmp_path, document
) -> None:
    choose(dialog, document)
    written(dialog, desktop, qtbot)
    (made,) = tmp_path.glob("*2026*.pdf")
    assert made.stat().st_size > 5_000


def test_only_the_fields_that_a_document_knows_are_shown(dialog) -> None:
    form = dialog.form
    for document, field in (
        (Document.EXTRACT, form.items_list),
        (Document.NOTICE, form.board_box),
        (Document.DISPATCH, form.recipient_box),
        (Document.ACTIONS, form.order_box),
        (Document.PACKAGE, form.embed_check),
        (Document.PROTOCOL, form.fields_check),
    ):
        choose(dialog, document)
        assert field.isVisible()
        others = {form.items_list, form.board_box, form.order_box, form.embed_check} - {field}
        assert not any(each.isVisible() for each in others)


def test_what_a_package_is_to_archives_and_screen_readers_is_told(dialog) -> None:
    form = dialog.form
    assert not form.embed_note.isVisible()
    choose(dialog, Document.PACKAGE)
    assert form.embed_note.isVisible()
    assert "bara om alla uppger att de är PDF/A-2 eller 3" in form.embed_note.text()
    form.embed_check.setChecked(True)
    assert "Filen är PDF/A-3a och tillgänglig" in form.embed_note.text()
    assert form.embed_check.accessibleDescription() == form.embed_note.text()


def test_an_extract_takes_the_ticked_items_and_may_name_them(
    dialog, desktop, qtbot, tmp_path
) -> None:
    choose(dialog, Document.EXTRACT)
    entries = dialog.form.items_list
    assert entries.item(0).text() == "§\u00a052 Mötets öppnande"
    for row in range(entries.count()):
        ticked = Qt.CheckState.Checked if row == 3 else Qt.CheckState.Unchecked
        entries.item(row).setCheckState(ticked)
    dialog.files.pattern_edit.setText("{dokument} § {paragrafer} {datum}")
    assert dialog.files.name_label.text() == "Protokollsutdrag § 55 2026-11-12.pdf"
    written(dialog, desktop, qtbot)
    assert (tmp_path / "Protokollsutdrag § 55 2026-11-12.pdf").exists()
    assert desktop.preferences.export_pattern == "{dokument} § {paragrafer} {datum}"


def test_other_kinds_of_file_and_languages(dialog, desktop, qtbot, tmp_path) -> None:
    form = dialog.form
    form.ending_box.setCurrentIndex(form.ending_box.findData(".docx"))
    form.language_box.setCurrentIndex(form.language_box.findData("en"))
    assert dialog.files.name_label.text() == "Minutes Styrelsen 2026-11-12.docx"
    written(dialog, desktop, qtbot)
    assert (tmp_path / "Minutes Styrelsen 2026-11-12.docx").read_bytes().startswith(b"PK")


def test_a_kallelse_that_was_sent_is_made_again_as_it_was(
    dialog, desktop, qtbot, tmp_path, sample_path
) -> None:
    bridge = desktop.window.meeting.bridge
    desktop.window.meeting.selection.lead_to("head", bridge.records.root_id, "place")
    head = desktop.window.workspace.all_panes()["head"]
    qtbot.mouseClick(head.form.early_days.summonses.send_button, Qt.MouseButton.LeftButton)
    item = bridge.records.children(bridge.records.root_id, Item)[2]
    bridge.perform(rename_item(bridge.records, item.id, "Något helt annat"))
    choose(dialog, Document.SUMMONS)
    written(dialog, desktop, qtbot)
    said = hear((tmp_path / "Kallelse Styrelsen 2026-11-12.pdf").read_bytes()).text
    assert item.title in said.replace("\u00a0", " ")
    assert "Något helt annat" not in said.replace("\u00a0", " ")
    path = tmp_path / "again.txt"
    words = ["export", "--library", str(sample_path), "--document", "summons"]
    desktop.library.drain()
    assert main([*words, "--meeting", bridge.records.root_id, "-o", str(path)]) == 0
    assert item.title in path.read_text("utf-8")
    assert "Något helt annat" not in path.read_text("utf-8")


def test_what_is_out_for_signature_is_made_with_the_body_as_it_was(
    dialog, desktop, qtbot, tmp_path
) -> None:
    meeting = desktop.window.meeting
    for approval in meeting.bridge.records.all(Approval):
        signing.send(meeting, approval.id)
    body = meeting.body_bridge
    body.perform(edit_body(body.records, organisation="Ett annat förbund"))
    dialog.files.pattern_edit.setText("ut")
    written(dialog, desktop, qtbot)
    said = hear((tmp_path / "ut.pdf").read_bytes()).text
    assert "Samordningsförbundet Älvdalarna" in said.replace("\u00a0", " ")
    assert "Ett annat förbund" not in said.replace("\u00a0", " ")


def test_a_year_for_an_archive(dialog, desktop, qtbot, tmp_path) -> None:
    choose(dialog, Document.YEARBOOK)
    form = dialog.form
    form.ending_box.setCurrentIndex(form.ending_box.findData(".zip"))
    assert dialog.files.name_label.text() == "Årsvolym Styrelsen 2026.zip"
    written(dialog, desktop, qtbot)
    assert (tmp_path / "Årsvolym Styrelsen 2026.zip").read_bytes().startswith(b"PK")


def test_without_a_copy_or_a_folder_nothing_can_be_written(dialog) -> None:
    dialog.form.internal_check.setChecked(False)
    assert not dialog.export_button.isEnabled()
    dialog.form.internal_check.setChecked(True)
    dialog.files.folder_edit.setText("/nowhere/at/all")
    assert dialog.files.name_label.text() == "Mappen finns inte."
    assert not dialog.export_button.isEnabled()


def test_everything_has_a_name_and_fits_a_small_screen(dialog) -> None:
    form = dialog.form
    for field in (form.document_box, form.language_box, form.ending_box, form.items_list):
        assert field.accessibleName()
    assert dialog.minimumSizeHint().width() <= 1000
    assert dialog.minimumSizeHint().height() <= 720
