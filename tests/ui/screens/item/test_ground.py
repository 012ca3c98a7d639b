"""A letter is painted alone: the text brings its ground along, in whatever colours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPaintEvent
from PySide6.QtWidgets import QApplication

from kcdesk.ui.qt.color import COLORS, ColorMode
from kcdesk.ui.qt.theme import apply_theme
from kcdesk.ui.screens.item.item_panel import ItemPanel
from kcdesk.ui.screens.item.paper import Paper
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit
from tests.ui.editing import write
from tests.ui.screens.meeting import body, context, meeting


@pytest.fixture
def text(qapp: QApplication, qtbot, monkeypatch) -> Iterator[tuple[RichTextEdit, list[str]]]:
    painted: list[str] = []
    paint = Paper.paintEvent

    def watched(paper: Paper, event: QPaintEvent) -> None:
        painted.append(str(event.rect()))
        paint(paper, event)

    monkeypatch.setattr(Paper, "paintEvent", watched)
    apply_theme(qapp, ColorMode.LIGHT)
    here = context(meeting(items=1), body())
    panel = ItemPanel(here)
    qtbot.addWidget(panel)
    panel.resize(800, 700)
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()
    here.selection.select("i0")
    here.selection.write()
    qapp.processEvents()
    yield next(each for each in panel.findChildren(RichTextEdit) if each.hasFocus()), painted
    apply_theme(qapp, ColorMode.LIGHT)


@pytest.mark.parametrize("modes", [(), (ColorMode.DARK,), (ColorMode.DARK, ColorMode.LIGHT)])
def test_a_letter_leaves_the_sheet_alone(text, modes, qapp: QApplication) -> None:
    edit, painted = text
    for mode in modes:
        apply_theme(qapp, mode)
        qapp.processEvents()
    write(edit, "ab")
    for _ in range(5):  # the sheet's height is settled over a few turns of the event loop
        qapp.processEvents()
    painted.clear()
    write(edit, "c")
    qapp.processEvents()
    assert painted == []
    viewport = edit.viewport()
    ground = edit.screen().grabWindow(edit.window().winId()).toImage()
    place = viewport.mapTo(edit.window(), QPoint(viewport.width() - 5, 5))
    colors = COLORS[modes[-1] if modes else ColorMode.LIGHT]
    assert ground.pixelColor(place) == QColor(colors.paper)
