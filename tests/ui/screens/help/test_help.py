"""The help: every page in both languages, links that lead somewhere, figures, and finding words."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor, QFont, QImage

from kcdesk import i18n
from kcdesk.paths import resource, shipped
from kcdesk.services.line_command import CommandWord, written_word
from kcdesk.system.holidays import SwedishCalendar
from kcdesk.ui.qt.color import COLORS, ColorMode
from kcdesk.ui.screens.help.help_figure import timeline_figure
from kcdesk.ui.screens.help.help_page import key_page, shipped_pages
from kcdesk.ui.screens.help.help_window import HelpWindow
from tests.ui.pressing import press

KEYS = [("Arkiv", ""), ("Nytt möte", "Ctrl+N"), ("<b>Fet</b>", "Ctrl+B")]
LANGUAGES = ("sv", "en")


def pages(language: str):
    return (*shipped_pages(language), key_page("Tangenter", "Vad & var", KEYS))


@pytest.fixture
def shown(qtbot):
    i18n.use("sv")
    window = HelpWindow(pages("sv"), SwedishCalendar())
    qtbot.addWidget(window)
    window.show_page("dates")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_no_text_ever_calls_a_decision_invalid() -> None:
    # Only a court says that: the check says what the minutes deviate from, and by which law.
    catalogue = shipped("translations") / "sv" / "LC_MESSAGES" / "kcdesk.po"
    told = catalogue.read_text("utf-8").replace('"\n"', "")
    told += " ".join(page.words for language in LANGUAGES for page in shipped_pages(language))
    assert "avviker från" in told.casefold()
    assert re.findall(r"\w*ogiltig\w*|\binvalid\w*", told, re.IGNORECASE) == []


def test_both_languages_have_the_same_pages_about_the_same_things() -> None:
    swedish, english = (shipped_pages(language) for language in LANGUAGES)
    assert [page.key for page in swedish] == [page.key for page in english]
    assert [page.about for page in swedish] == [page.about for page in english]
    assert all(one.title != other.title for one, other in zip(swedish, english, strict=True))
    names = [file.name for file in sorted(resource("help", "sv").glob("*"))]
    assert all(re.fullmatch(r"\d\d-[a-z]+\.md", name) for name in names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_leads_to_a_page_and_every_figure_is_drawn(language) -> None:
    known = {page.key for page in pages(language)}
    for page in shipped_pages(language):
        links = re.findall(r'href="help:([^"#]*)', page.html)
        assert set(links) <= known, page.key
        figures = re.findall(r'<img src="([^"]*)" alt="([^"]*)"', page.html)
        assert all(source == "figure:timeline" and words for source, words in figures)
        assert page.html.startswith("<h1>")
        assert "<!--" not in page.html


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_name_their_laws(language) -> None:
    rules = next(page for page in shipped_pages(language) if page.key == "rules")
    for law in ("KL 5:69", "KL 8:12", "KL 13:5", "KL 13:6", "1930:173", "2003:1210", "KL 5:13–15"):
        assert law in rules.html, law
    force = next(page for page in shipped_pages(language) if page.key == "force")
    assert "FL 44" in force.html
    seal = next(page for page in shipped_pages(language) if page.key == "seal")
    assert "TF 2:12" in seal.html
    assert "JO 581-2013" in seal.html


def test_keys_are_a_page_made_from_code_and_never_read_as_markup() -> None:
    page = key_page("Tangenter", "Vad & var", KEYS)
    assert "Vad &amp; var" in page.html
    assert "&lt;b&gt;Fet&lt;/b&gt;" in page.html
    assert "<h2>Arkiv</h2>" in page.html
    assert "ctrl+n" in page.words


def test_the_figure_draws_the_days_that_its_words_tell(qapp) -> None:
    colors = COLORS[ColorMode.LIGHT]
    image = timeline_figure(SwedishCalendar(), QFont(), colors, 640, 2.0)
    assert image.width() == 1280
    assert image.devicePixelRatio() == 2.0
    seen = {
        image.pixelColor(x, y).name()
        for x in range(0, 1280, 2)
        for y in range(0, image.height(), 2)
    }
    assert {colors.accent, colors.ink} <= seen
    text = next(page for page in shipped_pages("sv") if page.key == "dates").html
    assert "12 november" in text
    assert "den 26" in text
    assert "4 december" in text


def test_a_page_shows_its_figure_and_links_go_on_and_back(qtbot, shown) -> None:
    assert shown.browser.source() == QUrl("help:dates")
    assert shown.list.currentItem().text() == "Datum"
    assert "Omedelbar justering" in shown.browser.toPlainText()
    figure = shown.browser.loadResource(2, QUrl("figure:timeline"))
    assert isinstance(figure, QImage)
    shown.browser.setSource(QUrl("help:rules#weekend"))
    assert shown.list.currentItem().text() == "Reglerna bakom datumen"
    shown.browser.backward()
    assert shown.list.currentItem().text() == "Datum"
    shown.show_page("no such page")
    assert shown.browser.source() == QUrl("help:dates")
    assert shown.browser.loadResource(1, QUrl("help:gone")) == ""


def test_the_arrow_keys_turn_pages(qtbot, shown) -> None:
    shown.list.setFocus()
    qtbot.keyClick(shown.list, Qt.Key.Key_Down)
    assert shown.browser.source() == QUrl("help:rules")


def test_words_are_found_in_the_pages(qtbot, shown) -> None:
    qtbot.keyClick(shown, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert shown.focusWidget() is shown.search
    qtbot.keyClicks(shown.search, "trettondagsafton")
    seen = [shown.list.item(row) for row in range(shown.list.count())]
    assert [line.text() for line in seen if not line.isHidden()] == ["Reglerna bakom datumen"]
    assert shown.browser.source() == QUrl("help:rules")
    qtbot.keyClick(shown.search, Qt.Key.Key_Return)
    assert shown.focusWidget() is shown.browser
    shown.search.setText("xyzzy")
    assert shown.nothing.isVisible()
    shown.search.clear()
    assert not any(shown.list.item(row).isHidden() for row in range(shown.list.count()))


def test_letters_typed_over_a_page_are_sought(qtbot, shown) -> None:
    shown.browser.setFocus()
    qtbot.keyClick(shown.browser, "t")
    assert shown.focusWidget() is shown.search
    qtbot.keyClicks(shown.search, "rettondag")
    assert shown.search.text() == "trettondag"
    shown.browser.setFocus()
    qtbot.keyClick(shown.browser, Qt.Key.Key_Space)
    assert shown.search.text() == "trettondag", "a blank turns the page"


def test_a_page_found_opens_at_what_was_sought(qtbot, shown) -> None:
    shown.search.setFocus()
    qtbot.keyClicks(shown.search, "telegram")
    assert shown.nothing.isVisible()
    shown.search.clear()
    qtbot.keyClicks(shown.search, "webbadress")
    assert shown.browser.source() == QUrl("help:writing")
    browser = shown.browser
    assert browser.textCursor().selectedText() == "webbadress"
    assert browser.viewport().rect().contains(browser.cursorRect().center())
    assert browser.verticalScrollBar().value() > 0
    shown.search.clear()
    press(shown.search, "föredragande rådgivare")
    assert browser.textCursor().selectedText() == "föredragande"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_on_writing_names_every_line_command(language) -> None:
    page = next(each for each in shipped_pages(language) if each.key == "writing")
    for word in CommandWord:
        assert written_word(word, language) in page.words


def test_escape_closes_it(qtbot) -> None:
    window = HelpWindow(pages("sv"), SwedishCalendar())
    window.show()
    with qtbot.waitSignal(window.destroyed):
        qtbot.keyClick(window, Qt.Key.Key_Escape)


def test_another_text_size_is_worn(shown) -> None:
    before = shown.browser.document().defaultStyleSheet()
    font = QFont(shown.browser.font())
    font.setPixelSize(font.pixelSize() + 4)
    shown.browser.setFont(font)
    assert shown.browser.document().defaultStyleSheet() != before
    assert QColor(COLORS[ColorMode.LIGHT].ink).isValid()
