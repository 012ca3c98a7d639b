"""The dialog that makes documents, opened from the menu."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kcdesk.services.document_choice import Document
from kcdesk.ui.screens.export.export_dialog import ExportDialog


@contextmanager
def export_dialog(desktop, qtbot, folder: Path) -> Iterator[ExportDialog]:
    """Open the dialog on the meeting in view, writing to a folder; it is closed in the end."""
    desktop.preferences.export_folder = folder
    desktop.window.menus.action("make_document").trigger()
    shown = next(each for each in QApplication.topLevelWidgets() if isinstance(each, ExportDialog))
    qtbot.waitExposed(shown)
    yield shown
    if any(each is shown for each in QApplication.topLevelWidgets()):
        shown.close()


def choose(dialog: ExportDialog, document: Document) -> None:
    """Choose a document."""
    box = dialog.form.document_box
    box.setCurrentIndex(box.findData(document.value))
