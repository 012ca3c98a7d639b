"""In an item longer than the window, what one writes in is seen, wherever it comes to be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kcdesk.domain.section import Section, SectionKind
from kcdesk.ui.screens.item.item_panel import ItemPanel
from kcdesk.ui.screens.item.text_part import SectionPart
from kcdesk.ui.shell.pane_ring import PaneRing
from kcdesk.ui.widgets.growing_text import GrowingText
from tests.ui.editing import key, write
from tests.ui.screens.item.whole_item import context, text

K = Qt.Key
LONG = [f"Stycke {number}: " + "något sades om frågan. " * 12 for number in range(12)]


@pytest.fixture
def panel(qtbot: QtBot) -> ItemPanel:
    notes = Section(id="no", owner_id="empty", position="V", kind=SectionKind.NOTES)
    made = ItemPanel(context(notes, *text("no", *LONG)))
    qtbot.addWidget(made)
    made.resize(700, 500)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.context.selection.select("empty")
    turn()
    made.write()
    turn()
    return made


def turn() -> None:
    for _ in range(8):
        QApplication.processEvents()


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def is_seen(panel: ItemPanel) -> bool:
    """Whether the line that is written in is whole within the window."""
    widget = focus()
    line = widget.cursorRect() if isinstance(widget, GrowingText) else widget.rect()
    place = QRect(widget.mapTo(panel.viewport(), line.topLeft()), line.size())
    return panel.viewport().rect().contains(place)


@pytest.mark.parametrize(
    "name",
    ["decision", "action", "motion", "vote", "reservation", "labelled", "proposal", "contribution",
     "recipient"],
)  # fmt: skip
def test_a_part_added_to_a_long_item_is_seen_at_once(panel: ItemPanel, name: str) -> None:
    scrolled: list[int] = []
    panel.verticalScrollBar().valueChanged.connect(scrolled.append)
    panel.add_part(name)
    turn()
    assert sorted(scrolled) == scrolled, "it never jumps to the top in between"
    assert panel.sheet is not None
    assert focus() is not panel.sheet.texts()["no"]
    assert is_seen(panel)
    write(focus(), "Det som skrivs")
    turn()
    assert is_seen(panel), "and stays seen while one writes"


def test_a_long_paste_ends_where_the_caret_is_seen(panel: ItemPanel) -> None:
    panel.sheet.show_place("empty", "")
    pasted = QMimeData()
    pasted.setText("\n".join(LONG))
    focus().insertFromMimeData(pasted)
    turn()
    assert is_seen(panel)


def test_a_line_begun_at_the_foot_of_the_sheet_is_whole(panel: ItemPanel) -> None:
    for _ in range(3):
        key(focus(), K.Key_Return)
        turn()
        assert is_seen(panel)


def test_undo_of_a_part_leads_back_to_a_text_that_is_seen(panel: ItemPanel) -> None:
    panel.add_part("labelled")
    turn()
    panel.context.bridge.undo()
    turn()
    assert isinstance(focus(), GrowingText)
    assert is_seen(panel)


def test_who_scrolls_away_is_left_there(panel: ItemPanel) -> None:
    panel.add_part("decision")
    turn()
    panel.verticalScrollBar().setValue(0)
    turn()
    assert panel.verticalScrollBar().value() == 0
    write(focus(), "B")
    turn()
    assert is_seen(panel)


def test_enter_in_a_heading_of_ones_own_goes_on_to_its_text(panel: ItemPanel) -> None:
    panel.add_part("labelled")
    turn()
    write(focus(), "Kostnad")
    key(focus(), K.Key_Return)
    write(focus(), "60 000 kronor")
    sections = panel.context.bridge.records.children("empty", Section)
    made = next(each for each in sections if each.kind is SectionKind.LABELLED)
    assert made.label == "Kostnad"
    part = panel.sheet.parts[made.id]
    assert isinstance(part, SectionPart)
    assert part.text.toPlainText() == "60 000 kronor"
    assert focus() is part.text


def test_the_panels_key_leads_from_a_decision_back_to_the_notes(panel: ItemPanel) -> None:
    ring = PaneRing(lambda: [panel], panel)
    panel.add_part("decision")
    decision = focus()
    panel.sheet.head.heading.setFocus()
    ring.enter(panel)
    assert focus() is decision, "back to where one wrote"
    ring.enter(panel)
    assert focus() is panel.sheet.texts()["no"], "and once more: to the notes"
    assert panel.focusProxy() is focus()
