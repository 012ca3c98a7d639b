"""The dialog's pages show what will be made: other meetings of the body and files as well."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kcdesk.exchange.reader import read_meeting
from kcdesk.paths import resource
from kcdesk.services.attach_file import attach_file
from kcdesk.services.document_choice import Document
from kcdesk.services.import_meeting import import_meeting
from kcdesk.services.preview import PrintedPages
from kcdesk.storage.library_file import LibraryFile
from kcdesk.ui.screens.export.export_dialog import ExportDialog
from tests.documents.second_reading import pages_heard
from tests.documents.test_package import other_pdf
from tests.ui.desktop.exporting import choose, export_dialog


@pytest.fixture
def year_path(sample_path: Path) -> Path:
    """The library with a second meeting of the body, in the spring of the same year."""
    sample = json.loads(resource("sample", "meeting.json").read_bytes())
    item = {"title": "Budget", "actions": [{"text": "Räkna om budgeten"}]}
    meeting = {"id": "spring", "day": {"day": "2026-03-02"}, "first_paragraph": 1, "items": [item]}
    other = {**sample, "persons": [], "meeting": meeting}
    other["body"] = {key: value for key, value in sample["body"].items() if key != "memberships"}
    library = LibraryFile.open(sample_path)
    try:
        import_meeting(read_meeting(json.dumps(other).encode()), library)
    finally:
        library.close()
    return sample_path


@pytest.fixture
def dialog(desktop, year_path, qtbot, tmp_path):
    """The dialog of the sample meeting in a year of two."""
    desktop.start(year_path)
    if desktop.window.meeting.bridge.records.root_id == "spring":
        pytest.fail("the newest meeting is to be in view")
    with export_dialog(desktop, qtbot, tmp_path) as shown:
        yield shown


def seen(dialog: ExportDialog, qtbot, holds: str) -> str:
    """What the pages in the dialog say, once they say what is looked for."""
    said: list[str] = []

    def is_there() -> bool:
        return bool(said) and holds in said[-1]

    def take(pages: PrintedPages) -> None:
        said.append("".join(pages_heard(pages.pdf)).replace("\u00a0", " "))

    dialog._feed.printed.connect(take)
    qtbot.waitUntil(is_there, timeout=20_000)
    dialog._feed.printed.disconnect(take)
    return said[-1]


def test_until_the_pages_are_there_it_says_that_they_are_made(dialog, qtbot) -> None:
    assert dialog.reading.text() == "Sidorna görs …"
    assert dialog.reading.isVisible() is not dialog._has_pages
    qtbot.waitUntil(lambda: dialog._has_pages, timeout=20_000)
    assert not dialog.reading.isVisible()


def test_the_year_is_seen_with_all_its_meetings(dialog, qtbot) -> None:
    choose(dialog, Document.YEARBOOK)
    assert dialog.reading.isVisible()
    assert not dialog.pages.isVisible()
    said = seen(dialog, qtbot, "Årsvolym 2026")
    assert "måndagen den 2 mars 2026" in said
    assert "torsdagen den 12 november 2026" in said
    assert "Räkna om budgeten" in said
    assert dialog.pages.isVisible()
    assert not dialog.reading.isVisible()


def test_actions_of_all_meetings_are_seen_once_they_are_asked_for(dialog, qtbot) -> None:
    choose(dialog, Document.ACTIONS)
    assert "Räkna om budgeten" not in seen(dialog, qtbot, "Åtgärdslista")
    dialog.form.over_time_check.setChecked(True)
    seen(dialog, qtbot, "Räkna om budgeten")
    dialog.form.over_time_check.setChecked(False)
    assert not dialog.reading.isVisible()
    dialog.form.over_time_check.setChecked(True)
    assert not dialog.reading.isVisible()  # what was read once is not read again


def test_a_package_is_seen_with_the_pages_of_its_attachments(
    dialog, desktop, qtbot, tmp_path
) -> None:
    bridge, path = desktop.window.meeting.bridge, tmp_path / "Rapport.pdf"
    path.write_bytes(other_pdf("Rapportens sida", 3))
    key, size = desktop.library.put_file(path)
    bridge.perform(attach_file(bridge.records, bridge.records.root_id, path.name, key, size))
    seen(dialog, qtbot, "Rapport.pdf")
    pages = dialog.pages.count
    choose(dialog, Document.PACKAGE)
    qtbot.waitUntil(lambda: dialog.pages.count == pages + 3, timeout=20_000)


def test_fields_to_sign_in_are_offered_where_there_are_any(dialog) -> None:
    form = dialog.form
    assert form.fields_check.isVisible()
    form.ending_box.setCurrentIndex(form.ending_box.findData(".docx"))
    assert not form.fields_check.isVisible()
    form.ending_box.setCurrentIndex(form.ending_box.findData(".pdf"))
    assert form.fields_check.isVisible()
    choose(dialog, Document.SUMMONS)
    assert not form.fields_check.isVisible()


def test_what_is_read_for_a_dialog_that_has_gone_is_dropped(dialog, desktop, qtbot) -> None:
    with qtbot.waitSignal(desktop.window.tasks.started) as started:
        choose(dialog, Document.YEARBOOK)
    task = started.args[0]
    with qtbot.waitSignal(task.ended, timeout=20_000):
        dialog.reject()
    assert desktop.window.isVisible()


def test_notes_can_be_signed_too(desktop, tmp_path, qtbot) -> None:
    path = tmp_path / "Anteckningar.kcdesk"
    library = LibraryFile.new(path)
    try:
        import_meeting(read_meeting(resource("sample", "notes.json").read_bytes()), library)
    finally:
        library.close()
    desktop.start(path)
    desktop.preferences.export_folder = tmp_path
    desktop.window.menus.action("make_document").trigger()
    shown = next(each for each in QApplication.topLevelWidgets() if isinstance(each, ExportDialog))
    qtbot.waitExposed(shown)
    assert shown.form.document is Document.NOTES
    seen(shown, qtbot, "/Tove Mellberg, samordnare")
    assert shown.form.fields_check.isVisible()
    shown.form.fields_check.setChecked(True)
    assert "/Tove Mellberg" not in seen(shown, qtbot, "Tove Mellbergsekreterare")
    shown.close()
