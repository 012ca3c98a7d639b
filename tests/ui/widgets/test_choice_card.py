"""A card is as high as its words need where they wrap."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget

from kcdesk.ui.qt.theme import ColorMode
from kcdesk.ui.screens.start.start_page import StartPage
from kcdesk.ui.widgets.choice_card import ChoiceCard


@pytest.mark.parametrize("width", [800, 1280, 1600])
def test_no_explanation_is_cut(qtbot, theme, width: int) -> None:
    theme(ColorMode.LIGHT)
    page = StartPage(has_sample=True, has_import=True)
    qtbot.addWidget(page)
    page.resize(width, 700)
    page.show()
    QApplication.processEvents()
    for card in page.findChildren(ChoiceCard):
        for label in card.findChildren(QLabel):
            if label.wordWrap():
                assert label.height() >= label.heightForWidth(label.width()), label.text()
        assert card.height() >= card.heightForWidth(card.width())


def test_the_first_card_of_a_page_that_is_turned_to_is_laid_out_whole(qtbot, theme) -> None:
    """It is styled, measured and resized all at once: its words were laid out for less."""
    theme(ColorMode.LIGHT)
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.resize(1436, 870)
    stack.show()
    page = StartPage(has_sample=True, has_import=True)
    stack.addWidget(page)
    stack.setCurrentWidget(page)
    page.setFocus()
    for _ in range(5):
        QApplication.processEvents()
    for card in page.findChildren(ChoiceCard):
        assert card.layout().geometry() == card.rect()
