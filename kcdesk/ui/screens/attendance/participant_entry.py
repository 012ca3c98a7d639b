"""The field that adds people: a few letters, the best match first, Enter."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from kcdesk.domain.person import Person
from kcdesk.i18n import _
from kcdesk.services.find_person import find_people
from kcdesk.services.list_people import listed_already, read_participant
from kcdesk.ui.qt.as_written import plain_tip
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID
from kcdesk.ui.widgets.growing_text import is_history_key

_ID = Qt.ItemDataRole.UserRole
_LISTED = Qt.ItemDataRole.UserRole + 1


class NameEdit(QLineEdit):
    """A line edit whose up and down keys are somebody else's, and undo while nothing stands in it:
    what was entered from it is what one takes back then.
    """

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

    def event(self, event: QEvent) -> bool:
        """Leave undo to the session once the name has been handed over."""
        if isinstance(event, QKeyEvent) and not self.text() and is_history_key(event):
            event.ignore()
            return False
        return super().event(event)


class ParticipantEntry(QWidget):
    """``person_chosen`` carries a person's id, ``listed_chosen`` that of a participant who stands
    on the list already, ``name_entered`` a new name as typed, or several lines as pasted.

    The matches stand over the field, in the panel: no window of their own takes the keyboard.
    """

    person_chosen = Signal(str)
    listed_chosen = Signal(str)
    name_entered = Signal(str)

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.field = NameEdit()
        self.field.setPlaceholderText(_("Add somebody…"))
        self.field.setAccessibleName(_("Add somebody"))
        self.field.setAccessibleDescription(_how())
        self.field.setToolTip(_how())
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
        if text.count("\n") > text.strip().count("\n"):  # Qt keeps the line breaks of a paste
            self.field.setText(text.strip())
            return
        if "\n" in text:
            self._hand_over(text)
            return
        self.matches.clear()
        context = self._context
        records = context.bridge.records
        written = read_participant(text)
        if listed := listed_already(records, written):
            self._offer(_("Already on the list: {name}", name=listed.name), listed.id, _LISTED)
        found = find_people(written.name, records, context.people, context.body)
        for person in found:
            self._offer(_detailed(person), person.id)
        if written.name:
            self._offer(_("New: {name}", name=written.name), "")
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
        text, id, listed = self.field.text(), item.data(_ID), item.data(_LISTED)
        if listed:
            self.field.setText("")
            self.listed_chosen.emit(listed)
        elif id:
            self.field.setText("")
            self.person_chosen.emit(id)
        else:
            self._hand_over(text)

    def _hand_over(self, text: str) -> None:
        self.field.setText("")  # not cleared: that would leave the name for undo to bring back
        self.name_entered.emit(text)

    def _offer(self, text: str, id: str, role: int = _ID) -> None:
        item = QListWidgetItem(text, self.matches)
        item.setData(role, id)
        item.setToolTip(plain_tip(text))

    def _say(self) -> None:
        """Let a screen reader say which match Enter would add."""
        item = self.matches.currentItem()
        said = _("Enter adds {name}", name=item.text()) if item else ""
        self.field.setAccessibleDescription(said or _how())


def _how() -> str:
    return _("A few letters of the name, then Enter. A pasted list adds everyone on it.")


def _detailed(person: Person) -> str:
    return " · ".join(filter(None, (person.name, person.organisation, person.title)))
