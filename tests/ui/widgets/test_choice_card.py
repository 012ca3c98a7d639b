"""A card is as high as its words need where they wrap."""

from __future__ import annotations

import pytest

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
    for card in page.findChildren(ChoiceCard):
        assert card.height() >= card.heightForWidth(card.width())
