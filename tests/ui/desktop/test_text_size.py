"""Text at 150 %, as who sees poorly chooses it: all of it grows, and nothing is cut for it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

from kcdesk.ui.qt.reading import scaled
from kcdesk.ui.qt.theme import NORMAL, ColorMode, apply_theme
from kcdesk.ui.screens.meeting_mode.person_chip import PersonChip
from kcdesk.ui.screens.meeting_mode.person_state import Mark, PersonState
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit


@pytest.fixture
def large(desktop, preferences):
    preferences.text_scale = 1.5
    desktop.apply_looks()
    yield
    apply_theme(desktop.application, ColorMode.LIGHT)


def test_running_text_grows_with_the_rest(desktop, large, sample_path, qtbot) -> None:
    desktop.start(sample_path)
    window = desktop.window
    text = window.workspace.panes["item"].findChild(RichTextEdit)

    def size() -> int:
        return text.document().begin().begin().fragment().charFormat().font().pixelSize()

    before = size()
    assert before >= round(1.5 * NORMAL)
    desktop.preferences.text_scale = 1.0
    desktop.apply_looks()
    qtbot.waitUntil(lambda: size() < before)
    assert scaled(NORMAL) == NORMAL


def test_days_and_times_in_tables_are_whole(desktop, large, sample_path, qtbot) -> None:
    desktop.start(sample_path)
    window = desktop.window
    window.resize(1280, 720)
    page = window.open_body(window.meeting.body.root_id)
    qtbot.waitUntil(page.isVisible)
    for table in page.findChildren(QTableView):
        metrics, model = QFontMetrics(table.font()), table.model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                said = str(model.index(row, column).data() or "")
                if said[:1].isdigit():
                    wanted = metrics.horizontalAdvance(said)
                    assert table.columnWidth(column) >= wanted + 20, said


def test_the_room_that_is_left_goes_to_what_is_cut(desktop, sample_path, qtbot) -> None:
    desktop.start(sample_path)
    window = desktop.window
    window.resize(1440, 900)
    page = window.open_body(window.meeting.body.root_id)
    qtbot.waitUntil(page.isVisible)
    plan = page.findChildren(QTableView)[0]
    place = plan.model().index(0, 4)
    assert "Sessionssalen" in place.data()
    wanted = QFontMetrics(plan.font()).horizontalAdvance("Sessionssalen, Norr")
    assert plan.columnWidth(4) >= wanted


def test_who_is_there_has_room_for_name_and_words(large, qtbot) -> None:
    chip = PersonChip()
    qtbot.addWidget(chip)
    small = chip.sizeHint().height()
    chip.show_person(
        PersonState("p", "MH", "Maria Haglund", Mark.LEADS, words="ordförande", named=True)
    )
    assert chip.sizeHint().height() >= 2 * QFontMetrics(chip.font()).height() - 6
    assert chip.minimumSizeHint().height() >= small
