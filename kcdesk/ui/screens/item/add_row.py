"""The quiet row beneath the text from which parts are added, and its menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Signal
from PySide6.QtGui import QAction, QKeySequence, Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget

from kcdesk.domain.message import Message
from kcdesk.i18n import _, render
from kcdesk.ui.qt.key_words import key_words
from kcdesk.ui.qt.palette_entry import PaletteEntry
from kcdesk.ui.qt.theme import SMALL, WidgetRole, set_role
from kcdesk.ui.screens.item.addition import ADD_KEY, FOLDED, Addition, additions
from kcdesk.ui.widgets.flow_layout import FlowLayout
from kcdesk.ui.widgets.menu_letter import with_letters


class AddRow(QWidget):
    """``asked`` carries the name of what to add. Its keys work anywhere in ``scope``."""

    asked = Signal(str)

    def __init__(self, scope: QWidget) -> None:
        super().__init__(scope)
        self._flow = FlowLayout(self, gap=4)
        self._menu_action = QAction(_("Add a part"), scope)
        self._menu_action.setShortcut(QKeySequence(ADD_KEY))
        self._menu_action.triggered.connect(self.open_menu)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self._menu_action.setShortcutContext(context)
        scope.addAction(self._menu_action)
        for each in additions():
            if each.key:
                action = QAction(plain(each.word), scope)
                action.setShortcut(QKeySequence(each.key))
                action.setShortcutContext(context)
                action.triggered.connect(partial(self._ask, each.name))
                scope.addAction(action)
            if each.often:
                self._add_button(f"+ {plain(each.word)}", each.key, partial(self._ask, each.name))
        self.more = self._add_button(_("More…"), ADD_KEY, self.open_menu)
        self.more.setAccessibleName(_("Add a part"))

    def open_menu(self) -> None:
        """Show all that can be added; one letter chooses."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fields = [each for each in additions() if each.name in FOLDED]
        offered = [each for each in additions() if each not in fields]
        *words, last = with_letters(
            [*(render(each.word) for each in offered), _("More on the item")]
        )
        self._fill(menu, offered, words)
        inside = QMenu(last, menu)
        self._fill(inside, fields, with_letters([render(each.word) for each in fields]))
        menu.addMenu(inside)
        menu.popup(self._menu_place())

    def _fill(self, menu: QMenu, offered: Sequence[Addition], words: Sequence[str]) -> None:
        for each, word in zip(offered, words, strict=True):
            action = menu.addAction(word)
            action.setShortcut(QKeySequence(each.key))
            action.setShortcutVisibleInContextMenu(True)  # Qt's own signature
            action.triggered.connect(partial(self._ask, each.name))

    def _menu_place(self) -> QPoint:
        """Return where the menu opens: at its button, else where one writes."""
        if self.more.isVisible():
            return self.more.mapToGlobal(self.more.rect().bottomLeft())
        focus = QApplication.focusWidget() or self.window()
        caret = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        at = caret.bottomLeft() if isinstance(caret, QRect | QRectF) else focus.rect().center()
        return focus.mapToGlobal(QPointF(at).toPoint())

    def stops(self) -> list[QWidget]:
        """The buttons."""
        items = (self._flow.itemAt(at) for at in range(self._flow.count()))
        found = (item.widget() for item in items if item is not None)
        return [widget for widget in found if widget is not None]

    def _add_button(self, text: str, key: str, slot: object) -> QPushButton:
        button = QPushButton(text, self)
        set_role(button, WidgetRole.QUIET)
        button.setStyleSheet(f"QPushButton {{ font-size: {SMALL}px; }}")
        button.setToolTip(f"{text}  {key_words(key)}")
        button.clicked.connect(slot)
        self._flow.addWidget(button)
        return button

    def _ask(self, name: str, _checked: object = None) -> None:
        self.asked.emit(name)


def plain(word: Message) -> str:
    """Return a word of the menu without the mark of its letter."""
    return render(word).replace("&", "").rstrip("…")


def addition_entries(add: Callable[[str], None]) -> list[PaletteEntry]:
    """Return every part that can be added, for the command palette; ``add`` takes its name."""
    place = _("Add a part")
    return [
        PaletteEntry(
            f"add_{each.name}",
            plain(each.word),
            partial(add, each.name),
            place,
            key_words(each.key) if each.key else "",
        )
        for each in additions()
    ]
