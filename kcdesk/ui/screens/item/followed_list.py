"""The actions of earlier meetings that this item looks back at, each with how far it has come."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from kcdesk.domain.action import ActionState
from kcdesk.domain.followed_action import FollowedAction, is_same
from kcdesk.domain.records import Records
from kcdesk.i18n import _, current
from kcdesk.services.edit_followed import change_followed, set_followed_state
from kcdesk.ui.qt.theme import WidgetRole, current_colors, set_role
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.part import INSET
from kcdesk.ui.screens.item.row_list import RowEditor, RowList
from kcdesk.ui.screens.item.row_secrecy import RowSecrecy
from kcdesk.ui.widgets.day_edit import written
from kcdesk.ui.widgets.line_text import LineText
from kcdesk.wording.action import action_state

_SIGN = {ActionState.OPEN: "○", ActionState.DONE: "✓", ActionState.DROPPED: "–"}


class FollowedEditor(RowEditor):
    """One action: its state, which Space turns, what it is, and what was said about it now."""

    def __init__(self, editing: ItemEditing, row_id: str) -> None:
        super().__init__(editing, row_id)
        self.state = QToolButton(self)
        set_role(self.state, WidgetRole.QUIET)
        self.state.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.text = QLabel(self, wordWrap=True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.detail = QLabel(self, wordWrap=True)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.detail, WidgetRole.SOFT)
        self.note = LineText(_("What was said about it"), _("What was said about it?"), self)
        self.secrecy = RowSecrecy(editing, row_id, self)
        self.text.setContentsMargins(INSET, 5, 0, 0)  # on one line with the words of the button
        self.detail.setContentsMargins(INSET, 0, 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        self._goes_on = False
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 6, 0, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.text)
        words.addWidget(self.detail)
        grid.addLayout(words, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.state, 0, 1, top | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.note, 1, 0, 1, 2)
        grid.addWidget(self.secrecy, 2, 0, 1, 2)
        self.state.clicked.connect(self._on_state_clicked)
        self.note.edited.connect(self._on_note_edited)

    def refresh(self, records: Records) -> None:
        """Show the action as it is."""
        row = records.get(FollowedAction, self.row_id)
        before = _before(records, row)
        self._goes_on = before is not None and is_same(before, row)
        due = _("due {day}", day=written(row.due)) if not row.due.is_unknown else ""
        parts = (row.who,) if self._goes_on else (row.who, due, row.origin)
        self.text.setText(row.text)
        self.text.setHidden(self._goes_on)
        self.detail.setText(" · ".join(part for part in parts if part))
        self.note.show_text(row.note)
        self.secrecy.refresh(row)
        self._grid.setContentsMargins(0, 0 if self._goes_on else 2, 0, 4)
        told = action_state(current(), row.state, row.done_on)
        self.state.setText(f"{_SIGN[row.state]} {told}")
        action = ", ".join(part for part in (row.text, row.who) if part)
        self.state.setAccessibleName(_("{action}: {state}", action=action, state=told))
        self.state.setEnabled(bool(row.target))
        self.state.setToolTip(
            _("Space marks it done, here and where it was agreed")
            if row.target
            else _("Nobody was named to act: say who, in that meeting")
        )

    def stops(self) -> list[QWidget]:
        """In the order of reading."""
        return [self.state, self.note, self.secrecy.ground]

    def unfold(self, *, used: bool) -> None:
        """Ask what was said only while somebody is here, or where something was."""
        self.note.setVisible(used or bool(self.note.toPlainText().strip()))

    def fill_menu(self, menu: QMenu) -> None:
        """How far it has come, and secrecy."""
        row = self.editing.records.get(FollowedAction, self.row_id)
        words = (
            (ActionState.OPEN, _("Open")),
            (ActionState.DONE, _("Done")),
            (ActionState.DROPPED, _("Dropped")),
        )
        for state, word in words:
            action = menu.addAction(word)
            action.setCheckable(True)
            action.setChecked(row.state is state)
            action.setEnabled(bool(row.target))
            action.triggered.connect(partial(self._set_state, state))
        menu.addSeparator()
        self.secrecy.fill_menu(menu)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hair line above each action, however many are to do it."""
        if self._goes_on:
            return
        painter = QPainter(self)
        painter.fillRect(INSET, 0, self.width() - INSET, 1, QColor(current_colors().line))
        painter.end()

    def _on_state_clicked(self) -> None:
        row = self.editing.records.get(FollowedAction, self.row_id)
        is_open = row.state is ActionState.OPEN
        self._set_state(ActionState.DONE if is_open else ActionState.OPEN)

    def _set_state(self, state: ActionState, _checked: bool = False) -> None:  # Qt's signal
        records, today = self.editing.records, self.editing.today()
        self.editing.perform(set_followed_state(records, self.row_id, state, today))

    def _on_note_edited(self, note: str) -> None:
        self.editing.perform(change_followed(self.editing.records, self.row_id, note=note))


def _before(records: Records, row: FollowedAction) -> FollowedAction | None:
    rows = records.children(row.owner_id, FollowedAction)
    at = [each.id for each in rows].index(row.id)
    return rows[at - 1] if at else None


class FollowedList(RowList):
    """All actions that the item looks back at."""

    row_class = FollowedAction
    row_editor = FollowedEditor

    def __init__(self, editing: ItemEditing) -> None:
        super().__init__(editing, _("Actions of earlier meetings"))
