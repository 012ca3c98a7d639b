"""The actions of the item as a table to write in: what, who, when, and how far it has come."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from kcdesk.domain.action import Action, ActionOwner, ActionState
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.edit_action import (
    add_action,
    change_action,
    name_of,
    owners_of,
    set_owner_state,
    set_owners,
)
from kcdesk.services.read_people import NamedPeople, written
from kcdesk.ui.qt.as_written import PlainLabel, plain_tip
from kcdesk.ui.qt.theme import WidgetRole, current_colors, set_role
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.part import GUTTER, INSET
from kcdesk.ui.screens.item.row_list import RowEditor, RowList
from kcdesk.ui.screens.item.row_secrecy import RowSecrecy
from kcdesk.ui.widgets.day_edit import said_of
from kcdesk.ui.widgets.day_edit import written as written_day
from kcdesk.ui.widgets.inline_field import InlineField
from kcdesk.ui.widgets.line_text import LineText
from kcdesk.ui.widgets.people_field import PeopleField

STRETCHES = (50, 28, 22)
"""How what, who and when share the width."""

_STATE_WIDTH = 44
_DAY_MARGIN = 8  # what a field keeps free at either side of its letters

NARROW = 460
"""Pixels below which who and when stand under what is to be done."""


def due_width(field: QWidget) -> int:
    """Return the room that keeps any date, or a time of day, in one line."""
    return field.fontMetrics().horizontalAdvance("0000-00-00n") + 2 * _DAY_MARGIN


class ActionEditor(RowEditor):
    """One action."""

    def __init__(self, editing: ItemEditing, row_id: str) -> None:
        super().__init__(editing, row_id)
        self.text = LineText(_("What is to be done"), _("What?"), self)
        self.owners = PeopleField(_("Who is to act"), _("Who?"), editing.read_people, self)
        self.due = InlineField(_("When it is due"), _("When?"), self, pausing=False)
        self.read_as = PlainLabel(parent=self)  # the day that is meant, while it is written
        self.read_as.setWordWrap(True)
        set_role(self.read_as, WidgetRole.SOFT)
        self.read_as.hide()
        self.state = QToolButton(self)
        set_role(self.state, WidgetRole.QUIET)
        self.state.setFixedSize(_STATE_WIDTH, 26)
        self.state.clicked.connect(self._on_state_clicked)
        self.secrecy = RowSecrecy(editing, row_id, self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        for field in (self.text, self.owners, self.due):
            policy = field.sizePolicy()
            policy.setHorizontalPolicy(policy.Policy.Ignored)
            field.setSizePolicy(policy)
        self._is_narrow: bool | None = None
        self._arrange(narrow=False)
        self.text.edited.connect(self._on_text_edited)
        self.text.finished.connect(self.owners.setFocus)
        self.owners.named.connect(self._on_named)
        self.owners.returnPressed.connect(self.due.setFocus)
        self.due.textEdited.connect(self._on_due_typed)
        self.due.editingFinished.connect(self.read_as.hide)
        self.due.edited.connect(self._on_due_edited)

    def _arrange(self, *, narrow: bool) -> None:
        """Put what, who and when beside each other, or who and when below, where it is narrow."""
        if self._is_narrow is narrow:
            return
        self._is_narrow = narrow
        top = Qt.AlignmentFlag.AlignTop
        grid, columns = self._grid, STRETCHES
        if narrow:
            columns = (0, STRETCHES[1], STRETCHES[2])
            grid.addWidget(self.text, 0, 0, 1, 3, top)
            grid.addWidget(self.owners, 1, 0, 1, 2, top)
            grid.addWidget(self.due, 1, 2, top)
        else:
            for column, field in enumerate((self.text, self.owners, self.due)):
                grid.addWidget(field, 0, column, top)
        for column, stretch in enumerate(columns):
            grid.setColumnStretch(column, stretch)
        grid.addWidget(self.state, int(narrow), 3, top)
        grid.addWidget(self.read_as, 1 + int(narrow), 2, top)
        grid.addWidget(self.secrecy, 3, 0, 1, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may ask for another arrangement."""
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < NARROW)

    def refresh(self, records: Records) -> None:
        """Show the action as it is."""
        action = records.get(Action, self.row_id)
        either = _("or") if action.any_owner else ""
        self.text.show_text(action.text)
        self.owners.offer(self.editing.names())
        self.owners.show_text(written(owners_of(records, action.id), either=either))
        self.owners.setToolTip(plain_tip(self.owners.text() or _("Who is to act")))
        self.due.show_text(written_day(action.due))
        self.due.setMinimumWidth(due_width(self.due))
        self.secrecy.refresh(action)
        self._show_state(records.children(action.id, ActionOwner))

    def field(self, name: str) -> QWidget | None:
        """What an action's fields are edited in."""
        fields: dict[str, QWidget] = {
            "text": self.text,
            "owners": self.owners,
            "due": self.due,
            "secrecy_ground": self.secrecy.ground,
        }
        return fields.get(name)

    def stops(self) -> list[QWidget]:
        """In the order of reading."""
        return [self.text, self.owners, self.due, self.state, self.secrecy.ground]

    def is_blank(self) -> bool:
        """Whether neither what nor who nor when is said."""
        written = (self.text.toPlainText(), self.owners.text(), self.due.text())
        return not any(each.strip() for each in written)

    def fill_menu(self, menu: QMenu) -> None:
        """Secrecy."""
        self.secrecy.fill_menu(menu)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A hair line above each row."""
        painter = QPainter(self)
        painter.fillRect(INSET, 0, self.width() - INSET, 1, QColor(current_colors().line))
        painter.end()

    def _show_state(self, owners: tuple[ActionOwner, ...]) -> None:
        settled = sum(owner.state is not ActionState.OPEN for owner in owners)
        some = f"{settled}/{len(owners)}" if len(owners) > 1 and settled else "○"
        self.state.setText("✓" if owners and settled == len(owners) else some)
        names = {
            ActionState.OPEN: _("open"),
            ActionState.DONE: _("done"),
            ActionState.DROPPED: _("dropped"),
        }
        told = ", ".join(f"{name_of(self.editing.records, o)}: {names[o.state]}" for o in owners)
        self.state.setAccessibleName(_("State: {states}", states=told or _("open")))
        self.state.setToolTip(plain_tip(told or _("Say first who is to act")))
        self.state.setEnabled(bool(owners))

    def _on_state_clicked(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        records = self.editing.records
        words = (
            (ActionState.OPEN, _("Open")),
            (ActionState.DONE, _("Done")),
            (ActionState.DROPPED, _("Dropped")),
        )
        for owner in records.children(self.row_id, ActionOwner):
            menu.addSection(name_of(records, owner))
            for state, word in words:
                action = menu.addAction(word)
                action.setCheckable(True)
                action.setChecked(owner.state is state)
                action.triggered.connect(partial(self._set_state, owner.id, state))
        menu.popup(self.state.mapToGlobal(self.state.rect().bottomLeft()))

    def _set_state(self, owner_id: str, state: ActionState) -> None:
        group = set_owner_state(self.editing.records, owner_id, state, self.editing.today())
        self.editing.perform(group)

    def _on_text_edited(self, text: str) -> None:
        self.editing.perform(change_action(self.editing.records, self.row_id, text=text))

    def _on_named(self, people: NamedPeople) -> None:
        self.editing.perform(set_owners(self.editing.records, self.row_id, people))

    def _on_due_typed(self, text: str) -> None:
        said = said_of(self.editing.read_day(text))
        self.read_as.setText(said)
        self.read_as.setVisible(bool(said))
        self.due.setAccessibleDescription(said)

    def _on_due_edited(self, text: str) -> None:
        self.read_as.hide()
        due = self.editing.read_day(text)
        self.editing.perform(change_action(self.editing.records, self.row_id, due=due))
        self.due.show_text(written_day(due))


class ActionList(RowList):
    """All actions of the item; Enter in the last field begins another one."""

    row_class = Action
    row_editor = ActionEditor

    def __init__(self, editing: ItemEditing) -> None:
        super().__init__(editing, _("Actions"))

    def build_above(self) -> None:
        """The names of the columns."""
        self._columns = QWidget(self)
        head = QHBoxLayout(self._columns)
        head.setContentsMargins(INSET, 0, 0, 2)
        head.setSpacing(8)
        for text, stretch in zip((_("What"), _("Who"), _("When")), STRETCHES, strict=True):
            label = QLabel(text, self)
            set_role(label, WidgetRole.LABEL)
            head.addWidget(label, stretch)
        self._when = label  # the last one stands above the days
        head.addSpacing(_STATE_WIDTH)
        self.body.addWidget(self._columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where who and when stand under what, the names of the columns say nothing."""
        super().resizeEvent(event)
        self._columns.setVisible(self.width() - GUTTER >= NARROW)

    def refresh(self, records: Records) -> None:
        """Show the rows; the last one leads on to a new one."""
        known = set(self.editors)
        super().refresh(records)
        for id, editor in self.editors.items():
            if id not in known and isinstance(editor, ActionEditor):
                editor.due.returnPressed.connect(partial(self._on_row_finished, id))
                self._when.setMinimumWidth(editor.due.minimumWidth())

    def _on_row_finished(self, id: str) -> None:
        ids = list(self.editors)
        after = ids.index(id) + 1
        if after < len(ids):
            self.focus_row(ids[after])
        elif self.editing.records.get(Action, id).text:
            made = self.editing.perform(add_action(self.editing.records, self.editing.item_id))
            self.focus_row(made)
