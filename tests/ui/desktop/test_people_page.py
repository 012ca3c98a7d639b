"""The register of people: long names give way to their tip, and nobody is said in words."""

from __future__ import annotations

from PySide6.QtWidgets import QListView, QPushButton

from kcdesk.services.create_person import create_person
from kcdesk.services.edit_person import edit_person
from kcdesk.ui.screens.people.people_page import PeoplePage

LONG = "Ann-Charlotte Lindström Bergengren-Åkerblom af Wetterstedt Hammarskjöld"


def page_of(desktop) -> PeoplePage:
    desktop.window.open_page("people")
    page = desktop.window._stack.currentWidget()
    assert isinstance(page, PeoplePage)
    return page


def test_a_library_without_people_offers_to_add_one_and_no_empty_form(desktop, tmp_path) -> None:
    desktop.start(tmp_path / "tom.kcdesk")
    page = page_of(desktop)
    assert page._empty.isVisible()
    assert not page._form.isVisible()
    assert not page._remove.isVisible()
    page._empty.findChild(QPushButton).click()
    assert page._form.isVisible()
    assert page._remove.isVisible()


def test_a_search_that_finds_nobody_says_so(desktop, sample_path) -> None:
    desktop.start(sample_path)
    page = page_of(desktop)
    assert page._form.isVisible()
    page._list._search.setText("qqq")
    assert page._nobody.isVisible()
    assert not page._empty.isVisible()
    page._list._search.clear()
    assert page._form.isVisible()


def test_a_long_name_is_cut_at_the_lists_edge_and_whole_in_its_tip(desktop, sample_path) -> None:
    desktop.start(sample_path)
    bridge = desktop.window.context.people_bridge
    group = create_person(bridge.records, LONG)
    bridge.perform(group)
    person = group.operations[0].row
    bridge.perform(edit_person(bridge.records, person.id, organisation="Norråsa kommun"))
    page = page_of(desktop)
    view = page.findChild(QListView)
    index = view.model().index(view.model().place_of(person.id), 0)
    assert view.visualRect(index).width() <= view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0
    tip = view.model().data(index, 3)  # Qt.ItemDataRole.ToolTipRole
    assert tip == f"{LONG}, Norråsa kommun"
