"""A list of choices shows all its entries, in one frame."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox

from kcdesk.ui.qt.theme import ColorMode


@pytest.mark.parametrize("mode", list(ColorMode))
def test_every_entry_of_a_short_list_is_seen(qtbot, theme, mode: ColorMode) -> None:
    theme(mode)
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["Ingen roll", "Ordförande", "Vice ordförande", "Sekreterare", "Föredragande"])
    box.show()
    box.showPopup()
    view = box.view()
    last = view.visualRect(box.model().index(box.count() - 1, 0))
    assert view.verticalScrollBar().maximum() == 0
    assert view.viewport().rect().contains(last)
    assert last.height() >= view.fontMetrics().height() + 6
    box.hidePopup()
