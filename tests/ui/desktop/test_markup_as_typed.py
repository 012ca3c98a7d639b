"""What somebody wrote is shown as she wrote it: a meeting file from elsewhere may hold markup, and
Qt's labels and tips would read it, and load the pictures that it names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QLabel, QListView

from kcdesk.domain.item import Item
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row, fields_kept_here, reference_fields, types_of
from kcdesk.exchange.limit import PATTERNS
from kcdesk.exchange.reader import read_meeting
from kcdesk.paths import resource
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.import_meeting import import_meeting
from kcdesk.storage.library_file import LibraryFile
from kcdesk.ui.desktop.history_dialog import HistoryDialog
from kcdesk.ui.desktop.history_scope import HistoryScope
from kcdesk.ui.qt.as_written import plain_tip

PICTURE = '<img src="file://elsewhere/x.png">'
MARKUP = f"{PICTURE}<b>x</b> "
NOT_WRITTEN = ("id", "owner_id", "position", "grid", "target", "snapshot", "logo", "fingerprint")


def with_markup(row: Row) -> Row:
    """Return a row with markup before all that is written in it."""
    left = (*NOT_WRITTEN, *reference_fields(type(row)), *fields_kept_here(type(row)))
    written = {
        each.name: MARKUP + getattr(row, each.name)
        for each in fields(row)
        if types_of(type(row))[each.name] is str
        and each.name not in left
        and (row.table, each.name) not in PATTERNS
    }
    return replace(row, **written)


def marked(records: Records) -> Records:
    return Records(records.root_id, [with_markup(row) for row in records])


@pytest.fixture
def sample_path(tmp_path: Path) -> Path:
    path = tmp_path / "Protokoll.kcdesk"
    library = LibraryFile.new(path)
    sample = read_meeting(resource("sample", "meeting.json").read_bytes())
    bundle = MeetingBundle(marked(sample.body), marked(sample.persons), marked(sample.meeting))
    try:
        import_meeting(bundle, library)
    finally:
        library.close()
    return path


def read_as_markup() -> set[str]:
    """Return what the widgets that there are would not show as it was written, each with what it
    stands in.
    """
    return set(_labels()) | set(_tips())


def _labels() -> Iterator[str]:
    for widget in QApplication.allWidgets():
        if not isinstance(widget, QLabel) or widget.textFormat() is Qt.TextFormat.PlainText:
            continue
        if QtGui.Qt.mightBeRichText(widget.text()):
            yield f"{type(widget.parentWidget()).__name__}: {widget.text()}"


def _tips() -> Iterator[str]:
    for widget in QApplication.allWidgets():
        if PICTURE in widget.toolTip():
            yield f"{type(widget).__name__}, tip: {widget.toolTip()}"
        if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
            for tip in _tips_of_cells(widget):
                yield f"{type(widget).__name__}, tip of a cell: {tip}"


def _tips_of_cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    columns = 1 if isinstance(view, QListView) or model is None else model.columnCount()
    for line in range(model.rowCount() if model is not None else 0):
        for column in range(columns):
            tip = model.index(line, column).data(Qt.ItemDataRole.ToolTipRole) or ""
            if PICTURE in tip:
                yield tip


def test_in_the_panels_of_a_meeting(window) -> None:
    found = read_as_markup()
    for key in window.workspace.all_panes():
        window._reveal(key)
        QApplication.processEvents()
        found |= read_as_markup()
    for item in window.meeting.bridge.records.all(Item):
        window.meeting.selection.select(item.id)
        QApplication.processEvents()
        found |= read_as_markup()
    assert not found


def test_on_the_pages_of_the_library(window) -> None:
    found = set()
    body = window.context.shelf.bodies()[0].id
    pages = ("watch", "people", "phrases", "bin")
    window.context.shelf.discard(window.meeting.bridge.records.root_id)
    for each in pages:
        window.open_page(each)
        QApplication.processEvents()
        found |= read_as_markup()
    window.open_body(body)
    QApplication.processEvents()
    assert not found | read_as_markup()


def test_in_dialogs_and_at_the_meeting(window, desktop, qtbot) -> None:
    records = window.meeting.bridge.records
    window.meeting.selection.select(records.children(records.root_id, Item)[4].id)
    someone = records.all(Participant)[0]
    dialog = window.workspace.all_panes()["attendance"].open_person(someone.id)
    found = read_as_markup()
    dialog.close()
    history = HistoryDialog(window.meeting, window.tasks, HistoryScope.ITEM, window)
    history.open()
    qtbot.waitUntil(lambda: "…" not in history.told.text())
    found |= read_as_markup()
    history.close()
    window.bar.announce(MARKUP)
    found |= read_as_markup()
    assert not found


def test_a_tip_keeps_its_lines() -> None:
    assert plain_tip("a\nb & c") == "a\nb & c"
    assert plain_tip("<i>a\nb") == '<p style="white-space: pre-wrap">&lt;i&gt;a\nb</p>'
