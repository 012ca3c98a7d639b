"""The window around a library, with panels and pages of the test's own."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.block import Block
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item
from kcdesk.domain.meeting import MeetingState
from kcdesk.domain.message import Message
from kcdesk.domain.moment import Moment
from kcdesk.domain.operation import Group, Remove
from kcdesk.domain.section import Section
from kcdesk.services.change_state import next_state, previous_state
from kcdesk.services.create_meeting import create_meeting
from kcdesk.services.edit_meeting import set_place
from kcdesk.services.remove_item import remove_item
from kcdesk.services.session import EditingSession
from kcdesk.system.clock import SystemClock
from kcdesk.ui.qt.action import ActionSpec, MenuPlace
from kcdesk.ui.qt.page import LibraryContext, PageSpec
from kcdesk.ui.qt.pane import PanePlace, PaneSpec
from kcdesk.ui.qt.session_pool import SessionPool
from kcdesk.ui.shell.main_window import MainWindow
from kcdesk.ui.shell.window_content import WindowContent
from tests.ui.pressing import press_key


class Pane(QWidget):
    """A panel with two fields and an action of its own."""

    def __init__(self, name: str, context) -> None:
        super().__init__()
        self.context = context
        self.fields = [QLineEdit(accessibleName=f"{name} {number}") for number in (1, 2)]
        layout = QVBoxLayout(self)
        for field in self.fields:
            layout.addWidget(field)
        if name == "agenda":
            self.addAction(QAction("Add an item", self))


def spec(key: str, place: PanePlace, shortcut: str = "") -> PaneSpec:
    return PaneSpec(key, Message(key), place, partial(Pane, key), shortcut)


PANES = (
    spec("head", PanePlace.HEAD),
    spec("agenda", PanePlace.LEFT, "Ctrl+2"),
    spec("item", PanePlace.CENTER),
    spec("attendance", PanePlace.RIGHT),
    replace(spec("preview", PanePlace.RIGHT, "Ctrl+6"), wide=True),
    spec("below", PanePlace.BOTTOM),
)


@pytest.fixture
def window(library, preferences, theme, qtbot):
    sessions = SessionPool(library)
    made = MainWindow(
        "Protokoll",
        LibraryContext(library, library, sessions, SystemClock(), None),
        WindowContent(
            panes=PANES,
            pages=(PageSpec("people", Message("People"), "people", _page),),
            body_page=_body_page,
            start_page=_page,
            present_text=_present,
        ),
        preferences.settings,
        lambda: True,
    )
    sessions.setParent(made)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    yield made
    made.close()


def _page(_context) -> QWidget:
    return QLabel("page")


def _body_page(_context, body_id: str) -> QWidget:
    return QLabel(body_id)


def _present(meeting) -> str:
    return f"{len(meeting.bridge.records)} rows"


def the_meeting(window) -> str:
    return window.context.shelf.meetings()[0].id


def test_opens_a_meeting_with_its_panes_in_place(window) -> None:
    window.open_meeting(the_meeting(window))
    panes = window.workspace.panes
    assert list(panes) == [each.key for each in PANES if each.key != "preview"]
    assert panes["head"].mapTo(window, panes["head"].rect().topLeft()).x() == 0
    across = [panes[key].mapTo(window, panes[key].pos()).x() for key in ("agenda", "item")]
    assert across == sorted(across)
    assert panes["attendance"].isVisible()


def test_a_tab_is_made_when_it_is_first_in_front(window) -> None:
    window.open_meeting(the_meeting(window))
    assert "preview" not in window.workspace.panes
    tabs = window.workspace.findChild(QTabWidget)
    tabs.setCurrentIndex(1)
    panes = window.workspace.panes
    assert list(panes) == [each.key for each in PANES]
    assert panes["preview"].isVisible()
    assert panes["preview"] in window.workspace.shown_panes()
    assert not panes["attendance"].isVisible()
    tabs.setCurrentIndex(0)
    tabs.setCurrentIndex(1)
    assert window.workspace.panes["preview"] is panes["preview"]


def test_every_pane_can_be_asked_for(window) -> None:
    window.open_meeting(the_meeting(window))
    assert list(window.workspace.all_panes()) == [each.key for each in PANES]
    assert not window.workspace.panes["preview"].isVisible()


def test_opening_the_same_meeting_again_keeps_it(window) -> None:
    window.open_meeting(the_meeting(window))
    before = window.workspace
    window.open_meeting(the_meeting(window))
    assert window.workspace is before


def test_f6_goes_round_the_panes_and_remembers_the_field(window) -> None:
    window.open_meeting(the_meeting(window))
    panes = window.workspace.panes
    panes["agenda"].fields[1].setFocus()
    window.ring.forward()
    assert QApplication.focusWidget() is panes["item"].fields[0]
    window.ring.back()
    assert QApplication.focusWidget() is panes["agenda"].fields[1]
    window.ring.back()
    assert isinstance(QApplication.focusWidget(), QTreeView)
    window.ring.back()
    assert QApplication.focusWidget().accessibleName() == "head 1"
    for _ in range(2):
        press_key(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is panes["agenda"].fields[1]


def test_a_shortcut_brings_a_tab_to_the_front(window) -> None:
    window.open_meeting(the_meeting(window))
    press_key(window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.panes["preview"].isVisible()
    assert QApplication.focusWidget() is window.workspace.panes["preview"].fields[0]


def test_undo_and_redo_are_named_after_the_step(window) -> None:
    window.open_meeting(the_meeting(window))
    undo, redo = window.undo.undo, window.undo.redo
    place = window.meeting.bridge.records.root(_meeting_class()).place
    window.meeting.bridge.perform(set_place(window.meeting.bridge.records, "Rotsjö"))
    assert undo.isEnabled()
    assert undo.text().startswith("Ångra: ")
    assert not redo.isEnabled()
    press_key(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.meeting.bridge.records.root(_meeting_class()).place == place
    assert redo.text().startswith("Gör om: ")
    press_key(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert window.meeting.bridge.records.root(_meeting_class()).place == "Rotsjö"
    window.open_start()
    assert undo.text() == "Ångra"
    assert not undo.isEnabled()
    window.undo.take_back()


def _meeting_class():
    from kcdesk.domain.meeting import Meeting

    return Meeting


def test_what_is_removed_can_be_taken_back_from_the_bar(window) -> None:
    window.open_meeting(the_meeting(window))
    bridge = window.meeting.bridge
    before = bridge.records
    item = before.children(before.root_id, Item)[3]
    bridge.perform(remove_item(before, item.id))
    assert window.bar.isVisible()
    assert item.id not in bridge.records
    window.bar.findChild(type(window.bar._button)).click()
    assert bridge.records == before
    assert not window.bar.isVisible()


def test_an_item_that_goes_with_its_text_is_announced_but_not_text_alone(window) -> None:
    window.open_meeting(the_meeting(window))
    bridge = window.meeting.bridge
    block = next(
        each for each in bridge.records.all(Block) if bridge.records.find(Section, each.owner_id)
    )
    section = bridge.records.get(Section, block.owner_id)
    bridge.perform(Group(Message("Text"), (Remove(block),)))
    assert not window.bar.isVisible()
    bridge.undo()
    group = remove_item(bridge.records, section.owner_id)
    assert any(isinstance(each, Remove) and each.row == block for each in group.operations)
    bridge.perform(group)
    assert window.bar.isVisible()


def test_the_status_line_tells_when_all_is_kept(window, qtbot) -> None:
    window.open_meeting(the_meeting(window))
    with qtbot.waitSignal(window.writer.committed):
        window.meeting.bridge.perform(set_place(window.meeting.bridge.records, "Rotsjö"))
    assert window.status_line._saved.text().startswith("✓ Sparat ")


def test_a_new_state_shows_in_the_navigation(window, qtbot, library) -> None:
    body = library.bodies()[0].id
    records = window.context.sessions.bridge(body).records
    new = create_meeting(records, library.load("00000000-0000-4000-8000-000000000001"), Moment())
    id = new.begin(library)
    window.navigation.refresh()
    window.open_meeting(id)
    tree = window.navigation._tree
    assert tree.node(tree.find(id)).detail == "Utkast"
    with qtbot.waitSignal(window.writer.committed):
        window.meeting.bridge.perform(next_state(window.meeting.bridge.records, formal=True))
    expected = window.meeting.bridge.records.root(_meeting_class()).state
    assert expected is MeetingState.REVIEW
    qtbot.waitUntil(lambda: tree.node(tree.find(id)).detail == "Granskning")
    elsewhere = EditingSession(id, library)  # as a command does, past the window
    elsewhere.perform(previous_state(elsewhere.records, formal=True))
    library.drain()
    assert tree.node(tree.find(id)).detail == "Granskning"
    window.meeting.bridge.reload()
    assert tree.node(tree.find(id)).detail == "Utkast"


def test_trouble_with_storing_is_red_and_has_a_way_out(window, qtbot) -> None:
    error = UserFacingError(Message("The disk is full."), safe=Message("Nothing was changed."))
    line = window.status_line
    line.show_failure(error)
    assert line._saved.text() == "⚠ Inte sparat"
    assert line.error is error
    with qtbot.waitSignal(line.copy_wanted):
        line._copy.click()
    line.show_saved(datetime(2026, 11, 12, 9, 46, 5, tzinfo=UTC))
    assert line._saved.text() == "⚠ Inte sparat"
    line.show_recovery()
    assert line.error is None
    assert not line._copy.isVisible()


def test_the_menus_follow_the_meeting(window) -> None:
    ran = []
    window.menus.add(
        [
            ActionSpec(
                "go",
                MenuPlace.MEETING,
                Message("Undo"),
                lambda: ran.append(1),
                "add",
                "F9",
                needs_meeting=True,
            )
        ]
    )
    window.open_page("people")
    assert not window.menus.action("go").isEnabled()
    window.open_meeting(the_meeting(window))
    window.menus.action("go").trigger()
    assert ran == [1]
    names = [action.text() for action in window.menus.menu(MenuPlace.MEETING).actions()]
    assert "Add an item" in names
    assert window.menus.menu(MenuPlace.MEETING).actions()[-1] is window.menus.action("go")
    assert window.menus.menu(MenuPlace.MEETING).actions()[-2].isSeparator()
    window.open_page("people")
    names = [action.text() for action in window.menus.menu(MenuPlace.MEETING).actions()]
    assert "Add an item" not in names


def test_the_tree_is_walked_by_keys(window, qtbot) -> None:
    window.open_start()
    window.navigation.focus_tree()
    view = window.navigation._view
    view.setCurrentIndex(window.navigation._tree.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().data() == "2026"
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert "12 november" in view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    with qtbot.waitSignal(window.meeting_opened):
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert window.meeting.bridge.session.stream_id == the_meeting(window)


def test_a_year_opens_and_closes(window) -> None:
    tree, view = window.navigation._tree, window.navigation._view
    year = tree.index(0, 0, tree.index(0, 0))
    assert view.isExpanded(year)
    view.clicked.emit(year)
    assert not view.isExpanded(year)
    window.navigation.refresh()
    assert not view.isExpanded(tree.index(0, 0, tree.index(0, 0)))


def test_registers_and_bodies_are_opened_from_the_navigation(window, qtbot) -> None:
    pages = window.navigation._pages
    with qtbot.waitSignal(window.meeting_opened):
        pages.itemActivated.emit(pages.item(0))
    assert window._stack.currentWidget().text() == "page"
    body = window.navigation._tree.index(0, 0)
    window.navigation._view.clicked.emit(body)
    assert window._stack.currentWidget().text() == window.context.shelf.bodies()[0].id


def test_sizes_and_tabs_come_back(window) -> None:
    window.open_meeting(the_meeting(window))
    window.workspace.reveal("preview")
    window.open_page("people")
    window.open_meeting(the_meeting(window))
    assert window.workspace.panes["preview"].isVisible()


def test_a_window_that_may_not_close_stays(library, preferences, qtbot) -> None:
    sessions = SessionPool(library)
    made = MainWindow(
        "x",
        LibraryContext(library, library, sessions, SystemClock(), None),
        WindowContent((), (), _body_page, _page, _present),
        preferences.settings,
        lambda: False,
        read_only=True,
    )
    sessions.setParent(made)
    made.show()
    assert not made.close()
    assert made.isVisible()
    assert made.status_line._saved.text() == "Skrivskyddat: inget ändras"
    made._closing = lambda: True
    assert made.close()
    made.deleteLater()


def test_each_tab_of_the_side_keeps_a_width_of_its_own(window, qtbot) -> None:
    window.resize(1440, 900)
    window.open_meeting(the_meeting(window))
    row = window.workspace._row
    qtbot.waitUntil(lambda: row.width() > 1000)
    agenda, item, narrow = row.sizes()
    window.workspace.reveal("preview")
    wide = row.sizes()
    assert wide[0] <= agenda
    assert wide[1] >= 500, "the text keeps its measure"
    assert wide[2] > narrow
    row.setSizes([wide[0], wide[1] + 20, wide[2] - 20])
    window.workspace.reveal("attendance")
    assert row.sizes() == [agenda, item, narrow]
    window.workspace.reveal("preview")
    assert row.sizes()[2] == wide[2] - 20
    window.workspace.remember()
    assert int(window._settings.value("workspace/width_preview")) == wide[2] - 20


def test_arrows_go_through_all_of_the_navigation(window) -> None:
    window.open_page("people")
    window.ring.back()
    tree, pages = window.navigation._view, window.navigation._pages
    pages.setFocus()
    assert pages.currentRow() == 0
    press_key(pages, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is tree
    assert tree.currentIndex().isValid()
    press_key(tree, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is pages


def test_the_title_says_body_and_day(window) -> None:
    assert window.windowTitle() == "Protokoll"
    window.open_meeting(the_meeting(window))
    body = window.context.shelf.bodies()[0]
    day = window.context.shelf.meetings()[0].day.day
    assert window.windowTitle() == f"{body.name} {day.isoformat()} – kcdesk"
    window.open_body(body.id)
    assert window.windowTitle() == f"{body.name} – kcdesk"
    window.open_page("people")
    assert window.windowTitle() == "Protokoll"


def test_enter_presses_the_button_with_the_focus(window) -> None:
    window.open_start()
    layout = QVBoxLayout(window._stack.currentWidget())
    for button in (QPushButton("Push"), QToolButton(text="Tool")):
        layout.addWidget(button)
        button.show()
        pressed: list[str] = []
        button.pressed.connect(partial(pressed.append, "pressed"))
        button.setFocus()
        press_key(button, Qt.Key.Key_Return)
        press_key(button, Qt.Key.Key_Space)
        assert len(pressed) == 2


def test_what_gets_the_focus_is_scrolled_into_view(window) -> None:
    window.open_start()
    inside, area = QWidget(), QScrollArea(widgetResizable=True)
    column = QVBoxLayout(inside)
    fields = [QLineEdit() for _ in range(80)]
    for field in fields:
        column.addWidget(field)
    area.setWidget(inside)
    layout = QVBoxLayout(window._stack.currentWidget())
    layout.addWidget(area)
    QApplication.processEvents()
    for field in (fields[-1], fields[0]):
        assert field.visibleRegion().isEmpty() or field is fields[-1]
        field.setFocus()
        QApplication.processEvents()
        assert not field.visibleRegion().isEmpty()


def test_a_small_screen_holds_the_whole_window(window, qtbot) -> None:
    window.open_meeting(the_meeting(window))
    window.resize(800, 500)
    qtbot.waitUntil(window.navigation.isHidden)
    assert (window.width(), window.height()) == (800, 500)
    assert all(pane.isVisible() for pane in window.workspace.shown_panes())
    window.resize(1280, 720)
    qtbot.waitUntil(window.navigation.isVisible)


def test_the_navigation_makes_way_for_a_page_in_a_narrow_window_and_comes_when_asked(
    window, qtbot
) -> None:
    window.resize(1280, 720)
    window.open_meeting(the_meeting(window))
    qtbot.waitUntil(window.navigation.isVisible)
    narrow = window.navigation.width()
    window.workspace.reveal("preview")
    qtbot.waitUntil(window.navigation.isHidden)
    window.fold.toggle()
    assert window.navigation.isVisible()
    assert window.navigation.isAncestorOf(QApplication.focusWidget())
    window.open_page("people")
    assert window.navigation.isVisible()
    window.open_meeting(the_meeting(window))
    qtbot.waitUntil(window.navigation.isHidden)
    window.workspace.reveal("attendance")
    qtbot.waitUntil(window.navigation.isVisible)
    window.resize(1600, 900)
    qtbot.waitUntil(lambda: window.navigation.width() > narrow)
    window.fold.toggle()
    assert window.navigation.isHidden()
    window.fold.toggle()
    assert window.navigation.isVisible()


def test_the_lines_of_the_meetings_menu_are_our_own_and_go_with_their_panes(window) -> None:
    menu = window.menus.menu(MenuPlace.MEETING)
    counts = []
    for _time in range(3):
        window.open_meeting(the_meeting(window))
        panes = list(window.workspace.panes.values())
        for pane in panes[:2]:
            pane.addAction(QAction("Något", pane))
        window.menus.follow_meeting(window.workspace)
        assert not menu.actions()[0].isSeparator()
        lines = [each for each in menu.actions() if each.isSeparator()]
        assert {each.parent() for each in lines if each.text()} == {window.menus}
        counts.append(len(menu.actions()))
        window.menuBar()  # another wrapper of the bar comes and goes
        gc.collect()
        window.open_page("people")
        assert not [each.text() for each in menu.actions() if each.isSeparator() and each.text()]
    assert len(set(counts)) == 1
