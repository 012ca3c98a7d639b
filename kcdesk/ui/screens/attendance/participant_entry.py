"""The field that adds people: a few letters, the best match first, Enter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kcdesk.domain.person import Person
from kcdesk.i18n import _
from kcdesk.services.find_person import find_people, read_name
from kcdesk.ui.qt.as_written import plain_tip
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID

_ID = Qt.ItemDataRole.UserRole


class NameEdit(QLineEdit):
    """A line edit whose up and down keys are somebody else's."""

    stepped = Signal(int)
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through the matches; Escape empties the field."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class ParticipantEntry(QWidget):
    """``person_chosen`` carries a person's id, ``name_entered`` a new name as typed.

    The matches stand over the field, in the panel: no window of their own takes the keyboard.
    """

    person_chosen = Signal(str)
    name_entered = Signal(str)

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.field = NameEdit()
        self.field.setPlaceholderText(_("Add somebody…"))
        self.field.setAccessibleName(_("Add somebody"))
        self.field.setAccessibleDescription(_("A few letters of the name, then Enter."))
        self.field.setToolTip(_("A few letters of the name, then Enter."))
        self.matches = QListWidget()
        self.matches.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.matches.setAccessibleName(_("Matching people"))
        self.matches.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.matches.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.matches.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.matches)
        layout.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._on_text)
        self.field.stepped.connect(self._on_stepped)
        self.field.returnPressed.connect(self._on_entered)
        self.matches.itemClicked.connect(self._on_clicked)

    def _on_text(self, text: str) -> None:
        self.matches.clear()
        context = self._context
        found = find_people(text, context.bridge.records, context.people, context.body)
        for person in found:
            self._offer(_detailed(person), person.id)
        if written := read_name(text).name:
            self._offer(_("New: {name}", name=written), "")
        self.matches.setVisible(self.matches.count() > 0)
        self.matches.setCurrentRow(0)
        rows = sum(self.matches.sizeHintForRow(row) for row in range(self.matches.count()))
        self.matches.setFixedHeight(rows + 2 * self.matches.frameWidth())
        self._say()

    def _on_stepped(self, step: int) -> None:
        last = self.matches.count() - 1
        self.matches.setCurrentRow(min(max(self.matches.currentRow() + step, 0), last))
        self._say()

    def _on_entered(self) -> None:
        if (item := self.matches.currentItem()) is not None:
            self._on_clicked(item)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        text, id = self.field.text(), item.data(_ID)
        self.field.clear()
        if id:
            self.person_chosen.emit(id)
        else:
            self.name_entered.emit(text)

    def _offer(self, text: str, id: str) -> None:
        item = QListWidgetItem(text, self.matches)
        item.setData(_ID, id)
        item.setToolTip(plain_tip(text))

    def _say(self) -> None:
        """Let a screen reader say which match Enter would add."""
        item = self.matches.currentItem()
        said = _("Enter adds {name}", name=item.text()) if item else ""
        self.field.setAccessibleDescription(said or _("A few letters of the name, then Enter."))


def _detailed(person: Person) -> str:
    return " · ".join(filter(None, (person.name, person.organisation, person.title)))
