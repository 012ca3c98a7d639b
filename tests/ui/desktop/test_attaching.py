"""Files that are still being taken in when somebody goes on: they are attached all the same."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kcdesk.domain.attachment import Attachment
from kcdesk.domain.item import Item
from kcdesk.storage.library_file import LibraryFile


@pytest.fixture
def taking(window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of an item to which a file is being attached that takes its time."""
    take_in = LibraryFile.put_file

    def slowly(library: LibraryFile, path: Path) -> tuple[str, int]:
        time.sleep(0.3)
        return take_in(library, path)

    monkeypatch.setattr(LibraryFile, "put_file", slowly)
    records = window.meeting.bridge.records
    item_id = records.children(records.root_id, Item)[3].id
    window.meeting.selection.select(item_id)
    panel = window.workspace.all_panes()["item"]
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF")
    panel._take_files([str(path)])
    return item_id


def attached(library: LibraryFile, meeting_id: str, item_id: str) -> list[str]:
    rows = library.load(meeting_id).children(item_id, Attachment)
    return [each.name for each in rows if each.name == "plan.pdf"]


def test_when_another_page_is_opened(window, taking: str, qtbot) -> None:
    meeting_id = window.meeting.bridge.records.root_id
    window.open_body(window.meeting.body.root_id)
    qtbot.wait(1)
    assert attached(window.context.journal, meeting_id, taking) == ["plan.pdf"]


def test_when_the_window_is_closed(window, desktop, taking: str, sample_path: Path) -> None:
    meeting_id = window.meeting.bridge.records.root_id
    assert desktop.close_library()
    library = LibraryFile.open(sample_path)
    try:
        assert attached(library, meeting_id, taking) == ["plan.pdf"]
    finally:
        library.close()
