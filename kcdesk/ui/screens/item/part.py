"""A part of the sheet: a small label, its fields, and a quiet button at the right for the rest."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QEnterEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.edit_part import move_part, remove_part
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.theme import SMALL, WidgetRole, set_role
from kcdesk.ui.screens.item.editing import ItemEditing

GUTTER = 40
"""Pixels at the right of the sheet, where the buttons of the parts are."""

INSET = 5
"""Fields have an invisible frame: what has none moves in by as much, so that texts align."""

REMOVE_KEY = "Ctrl+Shift+Backspace"
MOVE_UP_KEY, MOVE_DOWN_KEY = "Alt+Up", "Alt+Down"


class Part(QWidget):
    """``row_id`` is the row that it edits (empty: the item itself, or several rows).

    ``caret_moved`` carries the widget and the place in it that should be seen.
    """

    caret_moved = Signal(QWidget, QRect)

    def __init__(self, editing: ItemEditing, row_id: str, title: str = "") -> None:
        super().__init__(editing.host)
        self.editing = editing
        self.row_id = row_id
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, GUTTER, 0)
        self.body.setSpacing(4)
        self.title = PlainLabel(title, self)
        self.title.setContentsMargins(INSET, 0, 0, 0)
        set_role(self.title, WidgetRole.LABEL)
        self.title.setVisible(bool(title))
        self.body.addWidget(self.title)
        self.tools = QToolButton(self)
        self._build_tools(title)

    def _build_tools(self, title: str) -> None:
        self.tools.setIcon(icon("more", "soft"))
        self.tools.setIconSize(QSize(16, 16))
        self.tools.setFixedSize(26, 26)
        self.tools.setAccessibleName(_("More about: {part}", part=title or _("text")))
        self.tools.setToolTip(_("More"))
        set_role(self.tools, WidgetRole.QUIET)
        self.tools.clicked.connect(self.open_menu)
        self.tools.hide()

    # ---- what a kind of part says of itself -------------------------------------------------

    def refresh(self, records: Records) -> None:
        """Show the rows as they are."""

    def stops(self) -> list[QWidget]:
        """Return what the Tab key visits, in order."""
        return []

    def fill_menu(self, menu: QMenu) -> None:
        """Add what else can be done; removing and moving come after it."""

    def focus_first(self) -> None:
        """Put the caret where writing begins."""
        stops = self.stops()
        if stops:
            stops[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def field(self, name: str) -> QWidget | None:  # noqa: ARG002  # some parts have fields
        """Return where a field of the row is edited; None: nowhere of its own."""
        return None

    def field_of(self, row_id: str, name: str) -> QWidget | None:
        """Return where a field of a row is edited that this part shows, among others or alone."""
        return self.field(name) if row_id == self.row_id else None

    def focus_row(self, row_id: str) -> None:  # noqa: ARG002  # lists of rows need it
        """Put the caret into a row of this part."""
        self.focus_first()

    def row_in_focus(self) -> str:
        """Return the row that the focus is in and that removing would remove."""
        return self.row_id

    # ---- the menu ------------------------------------------------------------------------------

    def open_menu(self) -> None:
        """Show what else can be done."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        if self.row_id and self.row_id in self.editing.records:
            menu.addSeparator()
            for word, by, key in (
                (_("Move up"), -1, MOVE_UP_KEY),
                (_("Move down"), 1, MOVE_DOWN_KEY),
            ):
                action = self.add_action(menu, word, partial(self.shift, by))
                action.setShortcut(QKeySequence(key))
        if self.row_in_focus():
            remove = self.add_action(menu, _("Remove"), self.remove)
            remove.setShortcut(QKeySequence(REMOVE_KEY))
        menu.popup(self.tools.mapToGlobal(self.tools.rect().bottomLeft()))

    def add_action(
        self, menu: QMenu, text: str, slot: object, *, on: bool | None = None
    ) -> QAction:
        """Add a line to a menu; ``on`` makes it one with a tick."""
        action = menu.addAction(text)
        if on is not None:
            action.setCheckable(True)
            action.setChecked(on)
        action.triggered.connect(slot)
        return action

    def remove(self) -> None:
        """Remove the row at once; undo brings it back."""
        row_id = self.row_in_focus()
        if row_id and row_id in self.editing.records:
            self.editing.perform(remove_part(self.editing.records, row_id))

    def shift(self, by: int) -> None:
        """Move the row up (-1) or down (1); the caret stays in it."""
        if self.row_id and self.row_id in self.editing.records:
            self.editing.perform(self.moving(self.editing.records, by))

    def moving(self, records: Records, by: int) -> Group:
        """Return the group that moves the row among its like."""
        return move_part(records, self.row_id, by)

    def tidy(self) -> None:
        """Take away what was begun and left without a word."""

    # ---- the button shows while the part is used ----------------------------------------

    def show_tools(self) -> None:
        """Show the button while mouse or focus is here."""
        focus = QApplication.focusWidget()
        used = focus is not None and (focus is self or self.isAncestorOf(focus))
        used = used and not self.editing.calm
        self.tools.setVisible(used or self.underMouse())

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse comes."""
        super().enterEvent(event)
        self.tools.show()

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse goes."""
        super().leaveEvent(event)
        self.show_tools()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The button keeps to the gutter."""
        super().resizeEvent(event)
        self.tools.move(self.width() - GUTTER + 8, 0)


def like_label(field: QWidget) -> None:
    """Let a field look like the small label of a part."""
    look = f"font-size: {SMALL}px; font-weight: 600; color: palette(placeholder-text);"
    field.setStyleSheet(f"QLineEdit {{ {look} }}")


def like_small(label: QLabel) -> None:
    """Let a label be as small as the words above a part."""
    label.setStyleSheet(f"QLabel {{ font-size: {SMALL}px; }}")
