"""The register of phrases holds the starting set; what is written there is for all bodies."""

from __future__ import annotations

from PySide6.QtWidgets import QListWidget

from kcdesk.domain.library import LIBRARY_ID
from kcdesk.domain.phrase import Phrase
from kcdesk.wording.phrase_book import shipped_phrases
from tests.ui.pressing import press


def test_a_shared_phrase_is_stored_with_the_library(desktop, sample_path, qtbot) -> None:
    desktop.start(sample_path)
    window = desktop.window
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_page("phrases")
    page = window._stack.currentWidget()
    listed = page.findChild(QListWidget)
    assert listed.count() == len(shipped_phrases("sv"))
    page.editor.add.click()
    press(page.editor.form.title, "Fika\n")
    page.editor.form.text.setFocus()
    press(page.editor.form.text, "Fika serverades.")
    listed.setFocus()
    (row,) = window.context.people_bridge.records.children(LIBRARY_ID, Phrase)
    assert (row.title, row.text) == ("Fika", "Fika serverades.")
