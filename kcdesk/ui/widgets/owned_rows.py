"""Rows that the meeting owns, one under the other, with the way to add one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.ui.qt.as_written import plain_tip
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role


class OwnedRow(QWidget):
    """Fields for one row; a subclass places them and says what Tab visits."""

    def __init__(self, context: MeetingContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.id = id

    @property
    def records(self) -> Records:
        """The meeting's rows, newest."""
        return self.context.bridge.records

    def refresh(self) -> None:
        """Show the row as it is now."""
        raise NotImplementedError

    def stops(self) -> list[QWidget]:
        """Return what the Tab key visits, in order; the first one is written in first."""
        raise NotImplementedError

    def enter(self) -> None:
        """Put the caret into the row."""
        self.stops()[0].setFocus()

    def perform(self, group: Group) -> None:
        """Make a change."""
        self.context.bridge.perform(group)


class OwnedRows(QWidget):
    """All rows of ``row_class`` that the meeting owns, each shown by a ``row_editor``."""

    def __init__(
        self,
        context: MeetingContext,
        row_class: type[Row],
        row_editor: type[OwnedRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.rows: dict[str, OwnedRow] = {}
        self._row_class = row_class
        self._row_editor = row_editor
        self._buttons: list[QPushButton] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID // 2)
        self._line = QHBoxLayout()
        self._line.addStretch()
        self._layout.addLayout(self._line)

    def offer(self, words: str) -> QPushButton:
        """Add a button beneath the rows."""
        button = QPushButton(icon("add", "accent"), words)
        set_role(button, WidgetRole.QUIET)
        self._line.insertWidget(len(self._buttons), button)
        self._buttons.append(button)
        if len(self._buttons) == 1:
            self.setFocusProxy(button)
        return button

    def refresh(self) -> None:
        """Show the rows as they are now; widgets of rows that stay are kept."""
        records = self.context.bridge.records
        ids = [each.id for each in records.children(records.root_id, self._row_class)]
        before = list(self.rows)
        for id in [each for each in self.rows if each not in ids]:
            self._drop(self.rows.pop(id))
        for place, id in enumerate(ids):
            if id not in self.rows:
                self.rows[id] = self._row_editor(self.context, id)
            if self._layout.indexOf(self.rows[id]) != place:
                self._layout.insertWidget(place, self.rows[id])
                self.rows[id].show()  # at once, so that it can take the focus
            self.rows[id].refresh()
        self.rows = {id: self.rows[id] for id in ids}
        if ids != before:
            self._order_tabs()

    def make(self, verb: Callable[[Records], Group]) -> None:
        """Add a row and put the caret into it."""
        known = set(self.rows)
        self.context.bridge.perform(verb(self.context.bridge.records))
        self.refresh()
        for id in set(self.rows) - known:
            self.rows[id].enter()

    def _drop(self, row: OwnedRow) -> None:
        if row.isAncestorOf(self.focusWidget() or self):
            self._buttons[0].setFocus()
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _order_tabs(self) -> None:
        """Rows come before the buttons, in the order in which they are shown."""
        last: QWidget = self._buttons[0]
        for stop in (stop for row in self.rows.values() for stop in row.stops()):
            QWidget.setTabOrder(last, stop)
            last = stop
        for button in self._buttons:
            if last is not button:
                QWidget.setTabOrder(last, button)
            last = button


def lay_in_line(parent: QWidget, *fields: QWidget) -> QHBoxLayout:
    """Put fields beside each other."""
    line = QHBoxLayout(parent)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(GRID)
    for field in fields:
        line.addWidget(field)
    return line


def remove_button(words: str) -> QToolButton:
    """Return the small button at the end of a row."""
    button = QToolButton()
    button.setIcon(icon("remove", "soft"))
    button.setToolTip(plain_tip(words))
    button.setAccessibleName(words)
    set_role(button, WidgetRole.QUIET)
    return button
