"""Each entry of a menu has a letter of its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QMenu, QWidget

from kcdesk import i18n
from kcdesk.ui.screens.item.add_row import AddRow
from kcdesk.ui.screens.item.addition import additions
from kcdesk.ui.widgets.menu_letter import with_letters


def letters(words: list[str]) -> list[str]:
    return [word.partition("&")[2][:1].casefold() for word in words if "&" in word]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_part_that_can_be_added_has_a_letter_of_its_own(qtbot, language) -> None:
    i18n.use(language)
    row = AddRow(scope := QWidget())
    qtbot.addWidget(scope)
    row.open_menu()
    (menu,) = (each for each in row.findChildren(QMenu) if each.parent() is row)
    inside = [each.menu() for each in menu.actions() if each.menu() is not None]
    i18n.use("sv")
    assert sum(len(each.actions()) for each in (menu, *inside)) == len(additions()) + 1
    for each in (menu, *inside):
        words = [action.text() for action in each.actions()]
        assert len(set(letters(words))) == len(words), words
    menu.close()


def test_a_marked_letter_stays_and_a_taken_one_gives_way() -> None:
    assert with_letters(["&Beslut", "&Bilaga", "Ö"]) == ["&Beslut", "B&ilaga", "&Ö"]
    assert with_letters(["ab", "a"]) == ["a&b", "&a"]
    assert with_letters(["a", "a"]) == ["&a", "a"], "there is none left"


@given(st.lists(st.text("abcåäö &", max_size=6).filter(lambda word: word.count("&") < 2)))
def test_no_letter_is_given_twice_and_no_word_changes(words) -> None:
    shown = with_letters(words)
    assert [word.replace("&", "") for word in shown] == [word.replace("&", "") for word in words]
    assert len(set(letters(shown))) == len(letters(shown))
