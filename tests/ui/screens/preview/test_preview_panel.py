"""The preview follows the writing with real PDFs from a real process, and leads back to items."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from kcdesk.documents.page_image import page_images
from kcdesk.domain.item import Item
from kcdesk.domain.message import Message
from kcdesk.domain.operation import Group, Insert, Set
from kcdesk.services.document_choice import Copy, Document
from kcdesk.services.edit_meeting import set_place
from kcdesk.ui.qt.theme import COLORS, ColorMode, apply_theme
from kcdesk.ui.screens.preview import PreviewPanel
from kcdesk.ui.widgets.pages.page_layout import Spot
from tests.ui.screens.meeting import body, context, meeting
from tests.ui.screens.preview.settling import PATIENCE, settle


def color_at(panel, x: int, y: int) -> str:
    return panel.stack.viewport().grab().toImage().pixelColor(x, y).name()


def test_it_shows_pages_and_says_where_we_are(panel):
    assert panel.place_label.text() == "1 of 4"
    assert panel.stack.accessibleDescription() == "Page 1 of 4"
    assert panel.stack._images[0][0].width == pytest.approx(panel.stack.viewport().width(), abs=20)


def test_it_follows_the_writing_and_keeps_its_place(qtbot, panel, desk):
    panel.stack.verticalScrollBar().setValue(panel.stack._layout.top(2) + 30)
    place = panel.stack.verticalScrollBar().value()
    revision = panel.stack._pages.revision
    desk.bridge.perform(set_place(desk.bridge.records, "Övre Forsa"))
    qtbot.waitUntil(lambda: panel.stack._pages.revision > revision, timeout=PATIENCE)
    settle(qtbot, panel)
    assert panel.stack.verticalScrollBar().value() == place
    assert panel.place_label.text() == "3 of 4"


def test_another_document_shows_the_item_that_is_in_view(qtbot, panel, desk):
    desk.selection.select("i0")
    panel.stack.verticalScrollBar().setValue(panel.stack._layout.top(3))
    actions = {each.text(): each for each in panel.choice_menu.menu().actions()}
    revision = panel.stack._pages.revision
    actions["Summons"].trigger()
    qtbot.waitUntil(lambda: panel.stack._pages.revision > revision, timeout=PATIENCE)
    settle(qtbot, panel)
    assert panel.place_label.text() == "1 of 4"


def test_hidden_it_makes_nothing_until_it_is_seen_again(qtbot, panel, desk):
    panel.hide()
    desk.bridge.perform(set_place(desk.bridge.records, "Elsewhere"))
    assert not panel._feed._timer.isActive()
    revision = panel._feed._revision
    panel.show()
    assert panel._feed._revision == revision + 1
    settle(qtbot, panel)


def test_a_click_selects_the_item_of_that_place(qtbot, panel, desk):
    layout = panel.stack._layout
    panel.stack.verticalScrollBar().setValue(layout.top(1))
    viewport = panel.stack.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(100, 250))
    assert desk.selection.id == "i1"


def test_selecting_an_item_brings_it_into_sight(panel, desk):
    desk.selection.select("i3")
    beginning = panel.stack._layout.y(Spot(3, 40))
    assert beginning in range(
        panel.stack.verticalScrollBar().value(),
        panel.stack.verticalScrollBar().value() + panel.stack.viewport().height(),
    )
    at = panel.stack.verticalScrollBar().value()
    desk.selection.select("unknown")
    assert panel.stack.verticalScrollBar().value() == at


def test_zoom_by_keys(qtbot, panel):
    fitted = panel.stack.zoom
    panel.stack.setFocus()
    qtbot.keyClick(panel.stack, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    smaller = panel.stack.zoom
    assert smaller < fitted
    qtbot.keyClick(panel.stack, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(panel.stack, Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier)
    assert panel.stack.zoom > smaller
    assert panel.zoom_label.text().endswith(" %")
    qtbot.keyClick(panel.stack, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert panel.stack.zoom == pytest.approx(fitted)
    for _ in range(20):
        panel.larger.click()
    assert panel.stack.zoom == pytest.approx(3.0)
    for _ in range(20):
        panel.smaller.click()
    assert panel.stack.zoom == pytest.approx(0.5)
    settle(qtbot, panel)


def test_trouble_is_told_in_words_and_the_last_picture_stays(qtbot, panel, desk):
    desk.bridge.perform(set_place(desk.bridge.records, "trouble"))
    qtbot.waitUntil(panel.trouble_label.isVisible, timeout=PATIENCE)
    text = panel.trouble_label.text()
    assert "No font has that letter." in text
    assert "Below is how it last looked." in text
    assert panel.stack.page == 1
    desk.bridge.perform(set_place(desk.bridge.records, "mended"))
    qtbot.waitUntil(lambda: not panel.trouble_label.isVisible(), timeout=PATIENCE)
    settle(qtbot, panel)


def test_document_copy_and_language_are_chosen_in_one_menu(qtbot, panel):
    assert panel.choice_menu.text() == "Minutes · internal · sv"
    actions = {each.text(): each for each in panel.choice_menu.menu().actions() if each.text()}
    assert [text for text, each in actions.items() if each.isChecked()] == [
        "Minutes",
        "Internal copy",
        "In Swedish",
    ]
    actions["Meeting notes, two columns"].trigger()
    actions["Public copy, without what is secret"].trigger()
    actions["In English"].trigger()
    choice = panel._feed.choice
    assert (choice.document, choice.copy, choice.language) == (
        Document.NOTES,
        Copy.PUBLIC,
        "en",
    )
    assert panel.choice_menu.text() == "Meeting notes · public · en"
    actions["Summons"].trigger()
    assert (panel._feed.choice.document, panel._feed.choice.layout) == (Document.SUMMONS, None)
    assert panel.choice_menu.text() == "Summons · public · en"
    settle(qtbot, panel)


def test_informal_bodies_begin_with_notes(qtbot, preview):
    panel = PreviewPanel(
        context(meeting(), body(formal=False, language="en")), preview, page_images
    )
    qtbot.addWidget(panel)
    assert panel._feed.choice.document is Document.NOTES
    assert panel._feed.choice.language == "en"


def test_many_quick_changes_end_with_the_last_one(qtbot, panel, desk):
    for n in range(30):
        item = Item(id=f"x{n}", owner_id="m", position=f"b{n:02}V", title=f"New {n}")
        desk.bridge.perform(Group(Message("Add"), (Insert(item),)))
    qtbot.waitUntil(lambda: len(panel.stack._layout) == 34, timeout=PATIENCE)
    settle(qtbot, panel)
    assert panel._feed._revision < 10


def test_a_shorter_document_shows_its_end(qtbot, panel, desk):
    bar = panel.stack.verticalScrollBar()
    bar.setValue(bar.maximum())
    records = desk.bridge.records
    desk.bridge.perform(Group(Message("Remove"), (*records.removal("i3"), *records.removal("i2"))))
    qtbot.waitUntil(lambda: len(panel.stack._layout) == 2, timeout=PATIENCE)
    settle(qtbot, panel)
    assert panel.place_label.text() == "2 of 2"


def test_the_pages_are_paper_in_both_modes(panel):
    assert color_at(panel, 60, 150) == "#ffffff"


def test_a_closed_panel_hears_no_more(qtbot, desk, preview):
    panel = PreviewPanel(desk, preview, page_images)
    assert len(preview._listeners) == 1
    panel.show()
    panel.deleteLater()
    del panel
    qtbot.waitUntil(lambda: not preview._listeners)
    desk.bridge.perform(set_place(desk.bridge.records, "Nobody looks"))
    desk.bridge.perform(Group(Message("Set"), (Set("meeting", "m", "note", "", "x"),)))


def test_ctrl_and_wheel_zoom(qtbot, panel):
    def turn(steps: int, keys) -> None:
        at = QPointF(100, 100)
        event = QWheelEvent(
            at,
            panel.stack.viewport().mapToGlobal(at),
            QPoint(),
            QPoint(0, steps * 120),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003  # Qt: not inverted
        )
        QApplication.sendEvent(panel.stack.viewport(), event)

    fitted = panel.stack.zoom
    turn(1, Qt.KeyboardModifier.ControlModifier)
    larger = panel.stack.zoom
    assert larger > fitted
    turn(-1, Qt.KeyboardModifier.ControlModifier)
    assert panel.stack.zoom < larger
    turn(-1, Qt.KeyboardModifier.NoModifier)
    assert panel.stack.verticalScrollBar().value() > 0
    settle(qtbot, panel)


def test_opened_at_an_item_it_shows_that_item_first(qtbot, desk, preview):
    desk.selection.select("i3")
    panel = PreviewPanel(desk, preview, page_images)
    qtbot.addWidget(panel)
    panel.resize(440, 400)
    panel.show()
    settle(qtbot, panel)
    assert panel.stack.page == 4


def test_a_new_mode_paints_anew(qtbot, panel):
    apply_theme(QApplication.instance(), ColorMode.DARK)
    assert color_at(panel, 2, 2) == COLORS[ColorMode.DARK].background
    apply_theme(QApplication.instance(), ColorMode.LIGHT)


def test_the_window_side_imports_nothing_heavy():
    heavy = ("reportlab", "pypdfium2", "pikepdf", "holidays", "multiprocessing")
    code = (
        "import sys, kcdesk.documents.preview, kcdesk.documents.preview_printer;"
        f"print([m for m in {heavy} if m in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
