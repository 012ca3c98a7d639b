"""Finding a text in the pages by keys, and printing them, with real PDFs."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog

from kcdesk.documents.page_image import page_images
from kcdesk.services.edit_meeting import set_place
from kcdesk.ui.screens.preview.paper import Paper
from tests.ui.pressing import press, press_key
from tests.ui.screens.preview.settling import PATIENCE, settle

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def panel(panel, qtbot, desk):
    """Let each page name a place to look for."""
    desk.bridge.perform(set_place(desk.bridge.records, "Kansliet"))
    settle(qtbot, panel)
    return panel


def find(qtbot, panel, text: str, told: str) -> None:
    press_key(panel.stack, Qt.Key.Key_F, CTRL)
    assert panel.find_bar.line.line.hasFocus()
    panel.find_bar.line.line.clear()
    press(panel.find_bar.line.line, text)
    qtbot.waitUntil(lambda: panel.find_bar.line.told.text() == told, timeout=PATIENCE)


def test_enter_leads_from_place_to_place_and_round(qtbot, panel):
    find(qtbot, panel, "kansliet", "1 of 4")
    assert panel.place_label.text() == "1 of 4"
    press_key(panel.find_bar.line.line, Qt.Key.Key_Return, SHIFT)
    assert panel.find_bar.line.told.text() == "4 of 4"
    assert panel.place_label.text() == "4 of 4"
    press_key(panel.find_bar.line.line, Qt.Key.Key_Return)
    assert panel.find_bar.line.told.text() == "1 of 4"


def test_what_is_found_is_marked_on_the_page(qtbot, panel):
    find(qtbot, panel, "kansliet", "1 of 4")
    settle(qtbot, panel)
    rect = panel.stack._patch_rect(panel.stack._hits[0][0])
    shown = panel.stack.viewport().grab().toImage()
    ratio = shown.devicePixelRatio()
    colors = {
        shown.pixelColor(round(x * ratio), round((rect.top() + 2) * ratio)).name()
        for x in range(rect.left() + 2, rect.right() - 2)
    }
    assert "#ffe08a" in colors


def test_what_is_not_there_is_said(qtbot, panel):
    find(qtbot, panel, "Rovaniemi", "not found")
    assert panel.stack._hits == ()
    press_key(panel.find_bar.line.line, Qt.Key.Key_Return)


def test_escape_takes_the_marks_away(qtbot, panel):
    find(qtbot, panel, "kansliet", "1 of 4")
    press_key(panel.find_bar.line.line, Qt.Key.Key_Escape)
    assert not panel.find_bar.isVisible()
    assert panel.stack._hits == ()
    assert panel.stack.hasFocus()


def test_a_new_document_is_searched_again(qtbot, panel, desk):
    find(qtbot, panel, "kansliet", "1 of 4")
    desk.bridge.perform(set_place(desk.bridge.records, "Salen"))
    qtbot.waitUntil(lambda: panel.find_bar.line.told.text() == "not found", timeout=PATIENCE)
    panel.find_bar.line.line.clear()
    press(panel.find_bar.line.line, " ")
    qtbot.waitUntil(lambda: panel.find_bar.line.told.text() == "")


def test_without_waiting_enter_looks_at_once(qtbot, panel):
    press_key(panel.stack, Qt.Key.Key_F, CTRL)
    press(panel.find_bar.line.line, "kansliet\n")
    assert not panel.find_bar.line._pause.isActive()
    qtbot.waitUntil(lambda: panel.find_bar.line.told.text() == "1 of 4", timeout=PATIENCE)


def test_ctrl_p_asks_for_a_printer(qtbot, panel):
    press_key(panel.stack, Qt.Key.Key_P, CTRL)
    dialog = next(iter(panel.findChildren(QPrintDialog)))
    assert dialog.isVisible()
    dialog.reject()
    qtbot.waitUntil(lambda: not panel.findChildren(Paper))


def test_what_is_shown_is_printed_page_by_page(qtbot, panel, tmp_path):
    paper = Paper(panel._pdf, panel.stack.count, page_images, panel)
    told = []
    paper.progressed.connect(lambda page, count: told.append((page, count)))
    with qtbot.waitSignal(paper.ended, timeout=PATIENCE):
        paper.print_to(str(tmp_path / "ut.pdf"))
    document = pypdfium2.PdfDocument(tmp_path / "ut.pdf")
    assert len(document) == 4
    document.close()
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_some_pages_are_printed_alone(qtbot, panel, tmp_path):
    paper = Paper(panel._pdf, panel.stack.count, page_images, panel)
    paper._printer.setFromTo(2, 3)
    with qtbot.waitSignal(paper.ended, timeout=PATIENCE):
        paper.print_to(str(tmp_path / "ut.pdf"))
    document = pypdfium2.PdfDocument(tmp_path / "ut.pdf")
    assert len(document) == 2
    document.close()
