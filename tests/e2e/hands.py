"""Eyes and hands of somebody before the window: what is seen is clicked, what is typed goes where
the caret is. Nothing here calls the program itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QMainWindow,
    QMenu,
    QScrollArea,
    QTableView,
    QWidget,
)

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


class Hands:
    """``wait`` waits until something holds (``qtbot.waitUntil``)."""

    def __init__(self, wait: Callable[[Callable[[], bool]], None]) -> None:
        self.wait = wait

    # ---- eyes ----------------------------------------------------------------------------

    @property
    def window(self) -> QWidget:
        """The dialog in front, else the window."""
        return front()

    def all(
        self, name: str, kind: type[QWidget] = QWidget, within: QWidget | None = None
    ) -> list[QWidget]:
        """Return what can be seen under a name, spoken or written on it, and used."""
        place = within or self.window
        found = [each for each in place.findChildren(kind) if each.isVisible()]
        if kind is QWidget:  # not the label beside a field, nor what holds it
            found = [each for each in found if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
        return [each for each in found if name in names_of(each)]

    def see(
        self, name: str, kind: type[QWidget] = QWidget, within: QWidget | None = None
    ) -> QWidget:
        """Return the one thing with a name that can be seen."""
        found = self.all(name, kind, within)
        assert len(found) == 1, f"{len(found)} things called “{name}” can be seen: {found}"
        return found[0]

    # ---- keys ----------------------------------------------------------------------------

    def write(self, text: str) -> None:
        """Type where the caret is; letters beyond ASCII go in as events of their own."""
        for word in re.findall(r"[ -~]+|[^ -~]", text):
            place = keyboard()
            if word.isascii():
                for letter in word:
                    QTest.keyClicks(QApplication.activePopupWidget() or place, letter)
            else:
                QTest.sendKeyEvent(QTest.KeyAction.Click, place, K.Key_unknown, word, PLAIN)

    def press(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier, times: int = 1) -> None:
        """Press a key where the focus is, with others held down."""
        together = PLAIN
        for each in modifiers:
            together |= each
        for _time in range(times):
            QTest.keyClick(keyboard(), key, together)

    def line(self, text: str) -> None:
        """Type and press Enter."""
        self.write(text)
        self.press(K.Key_Return)

    # ---- mouse ---------------------------------------------------------------------------

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on a widget through the window that it is in: what covers it gets the click."""
        self.bring_into_view(widget)
        self._click(widget, at or widget.rect().center(), Qt.MouseButton.LeftButton)

    def tick(self, name: str, within: QWidget | None = None) -> None:
        """Click on the box of a choice."""
        box = self.see(name, QCheckBox, within)
        self.click(box, QPoint(8, box.height() // 2))

    def push(self, name: str, within: QWidget | None = None) -> None:
        """Click on a button by its name."""
        self.click(self.see(name, QAbstractButton, within))

    def bring_into_view(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Scroll the pages around a widget until its middle, or another place in it, is seen."""
        settle()
        for _turn in range(5):  # a page that grew is laid out over a few turns
            place = at or widget.rect().center()
            around = widget.parentWidget()
            while around is not None:
                if isinstance(around, QScrollArea) and around.widget().isAncestorOf(widget):
                    inside = widget.mapTo(around.widget(), place)
                    around.ensureVisible(inside.x(), inside.y())
                around = around.parentWidget()
            settle()
            if widget.visibleRegion().contains(at or widget.rect().center()):
                return

    def enter(self, name: str, text: str, within: QWidget | None = None) -> None:
        """Click into a field, replace what stands there, and leave it with Tab."""
        self.click(self.see(name, within=within))
        self.press(K.Key_A, CTRL)
        self.write(text)
        self.leave()

    def leave(self) -> None:
        """Go on to the next field; suggestions that still hang there are closed first."""
        settle()
        if QApplication.activePopupWidget() is not None:
            self.press(K.Key_Escape)
            settle()
        self.press(K.Key_Tab)

    # ---- lists ---------------------------------------------------------------------------

    def point(self, view: QAbstractItemView, text: str) -> QModelIndex:
        """Click on the line of a list or tree that shows a text; returns it."""
        index = line_of(view.model(), text)
        view.scrollTo(index)
        settle()
        place = view.visualRect(index).center()
        self.bring_into_view(view.viewport(), place)
        self._click(view.viewport(), place, Qt.MouseButton.LeftButton)
        return index

    def choose(self, box: QComboBox, text: str) -> None:
        """Open a list of choices and take one, with keys."""
        self.bring_into_view(box)
        box.setFocus(Qt.FocusReason.TabFocusReason)  # as Tab would
        self.press(K.Key_F4)
        self.take(box, text)

    def take(self, box: QComboBox, text: str) -> None:
        """Take a choice from a list that is open."""
        self.wait(lambda: box.view().isVisible())
        texts = [box.itemText(row) for row in range(box.count())]
        assert text in texts, f"“{text}” is not offered: {texts}"
        list_ = box.view()
        QTest.keyClick(list_, K.Key_Home)
        for _row in range(texts.index(text)):
            QTest.keyClick(list_, K.Key_Down)
        QTest.keyClick(list_, K.Key_Return)
        settle()

    def write_cells(self, table: QTableView, row: str, cells: dict[str, str]) -> None:
        """Go to a row of a table by its first cell, and along it by keys, writing into cells."""
        index = self.point(table, row)
        titles = titles_of(table.model())
        for title, text in cells.items():
            while titles[table.currentIndex().column()] != title:
                self.press(K.Key_Right)
            assert table.currentIndex().row() == index.row()
            self.write_cell(text)

    def write_cell(self, text: str) -> None:
        """Write into the cell that has the focus."""
        self.press(K.Key_Return)
        settle()
        editor = QApplication.focusWidget()
        popup = QApplication.activePopupWidget()
        boxes = [each for each in self.window.findChildren(QComboBox) if each.view().isVisible()]
        if popup is not None and boxes:
            self.take(boxes[0], text)
        else:
            assert editor is not None
            self.press(K.Key_A, CTRL)
            self.press(K.Key_Delete)
            self.line(text)
        settle()

    # ---- menus ---------------------------------------------------------------------------

    def menu(self, *words: str) -> None:
        """Choose from the menu bar."""
        bar = self.window.menuBar()  # type: ignore[attr-defined]
        action = action_of(bar.actions(), words[0])
        self._click(bar, bar.actionGeometry(action).center(), Qt.MouseButton.LeftButton)
        self.pick(*words[1:])

    def pick(self, *words: str) -> None:
        """Choose from the menu that is open, through its sub-menus."""
        for word in words:
            self.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            place = menu.actionGeometry(action_of(menu.actions(), word)).center()
            QTest.mouseClick(menu, Qt.MouseButton.LeftButton, PLAIN, place)
        settle()

    def context_menu(self, view: QAbstractItemView, text: str, *words: str) -> None:
        """Choose from the menu of the right mouse button on a line of a list."""
        index = self.point(view, text)
        # Qt's own loop runs while such a menu is open: the choice is made from within.
        QTimer.singleShot(0, view, partial(self._pick_within, words))
        place = view.visualRect(index).center()
        self._click(view.viewport(), place, Qt.MouseButton.RightButton)
        settle()

    def _pick_within(self, words: tuple[str, ...]) -> None:
        menu = QApplication.activePopupWidget()
        try:
            self.pick(*words)
        finally:
            if menu is not None:
                menu.close()

    def _click(self, widget: QWidget, at: QPoint, button: Qt.MouseButton) -> None:
        window = widget.window()
        place = widget.mapTo(window, at)
        under = window.childAt(place)
        seen = under is widget or (under is not None and widget.isAncestorOf(under))
        assert seen or under is None, f"{names_of(widget)} is covered by {under}"
        QTest.mouseClick(window.windowHandle(), button, PLAIN, place)
        settle()


def settle() -> None:
    """Let the window lay itself out and paint."""
    for _turn in range(3):
        QApplication.processEvents()


def front() -> QWidget:
    """Return the dialog in front, else the window.

    Nobody manages windows on an offscreen screen: when a list or dialog has closed, the window
    under it is brought to the front here.
    """
    found = QApplication.activeModalWidget()
    if found is None:
        shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        found = next(each for each in shown if isinstance(each, QMainWindow))
    if QApplication.activePopupWidget() is None and not found.isActiveWindow():
        found.activateWindow()
        settle()
    return found


def keyboard() -> QWidget:
    """Return what gets the keys: the list that popped up, else what has the focus."""
    front()
    found = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found


def names_of(widget: QWidget) -> set[str]:
    """Return what a widget can be found by."""
    names = {widget.accessibleName()}
    if isinstance(widget, QAbstractButton):
        names |= {plain(widget.text()), plain(widget.text()).removeprefix("+ "), widget.toolTip()}
    if isinstance(widget, QLabel):
        names.add(widget.text())
    return names - {""}


def plain(text: str) -> str:
    """Return the words of a button or menu entry."""
    return text.replace("&", "").rstrip("…").strip()


def action_of(actions: list[QAction], word: str) -> QAction:
    """Return a menu's entry by its words."""
    found = [each for each in actions if plain(each.text()) == plain(word) and each.isVisible()]
    assert found, f"“{word}” is not in the menu: {[each.text() for each in actions]}"
    return found[0]


def line_of(model: QAbstractItemModel, text: str, above: QModelIndex | None = None) -> QModelIndex:
    """Return the first line whose text begins so, looked for through all levels."""
    parent = above or QModelIndex()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        if str(index.data()).startswith(text):
            return index
        below = line_of(model, text, index)
        if below.isValid():
            return below
    if above is None:
        raise AssertionError(f"no line “{text}”")
    return QModelIndex()


def titles_of(model: QAbstractItemModel) -> list[str]:
    """Return the titles of a table's columns."""
    across = Qt.Orientation.Horizontal
    return [str(model.headerData(column, across)) for column in range(model.columnCount())]
