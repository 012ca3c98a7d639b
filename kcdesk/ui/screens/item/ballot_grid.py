"""Who voted how: a line for each who serves, three buttons, or one letter as each is called."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.body import Body
from kcdesk.domain.broken_service import has_broken_off
from kcdesk.domain.decision import Choice
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.i18n import _, render
from kcdesk.services.edit_vote import ballots_by_voter, set_ballot
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.part import INSET
from kcdesk.ui.screens.item.word import CHOICES

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


def _letters() -> dict[str, Choice]:
    """Return the letter of each choice: its word's first, in the language of the window."""
    return {render(word)[0].upper(): choice for choice, word in CHOICES}


def _hint() -> str:
    said = (f"{render(word)[0].upper()} {render(word).lower()}" for _choice, word in CHOICES)
    return "\u00a0· ".join(part.replace(" ", "\u00a0") for part in said)


class BallotGrid(QWidget):
    """The ballots of one vote. Pressing a pressed button takes the ballot away.

    A roll is called faster than Tab goes: on any button a choice's letter gives the ballot and goes
    on to the next voter, the arrow keys go from line to line and from choice to choice.
    """

    def __init__(self, editing: ItemEditing, vote_id: str) -> None:
        super().__init__(editing.host)
        self._editing = editing
        self._vote_id = vote_id
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(INSET, 4, 0, 4)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self.buttons: dict[tuple[str, Choice], QToolButton] = {}
        self._names: dict[str, QLabel] = {}
        self._hint = QLabel(_hint(), self)
        set_role(self._hint, WidgetRole.SOFT)

    def refresh(self, records: Records) -> None:
        """Show those who serve at the item, and whoever has a ballot all the same."""
        ballots = ballots_by_voter(records, self._vote_id)
        serving = {each.id: each for each in self._serving(records)}
        voters = dict(serving)
        for id in ballots:
            participant = records.find(Participant, id)
            if participant is not None:
                voters.setdefault(id, participant)
        if list(voters) != list(self._names):
            self._rebuild(list(voters.values()))
        for id, participant in voters.items():
            name = self._name(records, participant, serves=id in serving)
            self._names[id].setText(name)
            ballot = ballots.get(id)
            for choice, _word in CHOICES:
                self.buttons[id, choice].setChecked(ballot is not None and ballot.choice is choice)

    def _name(self, records: Records, participant: Participant, *, serves: bool) -> str:
        if not serves:
            return _("{name} (does not serve here)", name=participant.name)
        again = self._editing.context.body.root(Body).may_serve_again
        if not again and has_broken_off(records, participant, self._editing.item):
            return _("{name} (has broken off service today, KL 5:20)", name=participant.name)
        return participant.name

    def stops(self) -> list[QWidget]:
        """The buttons, line by line."""
        return list(self.buttons.values())

    def _serving(self, records: Records) -> tuple[Participant, ...]:
        return AttendanceRegister(records).serving(self._editing.item)

    def _rebuild(self, voters: list[Participant]) -> None:
        for old in (*self._names.values(), *self.buttons.values()):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._names, self.buttons = {}, {}
        for line, participant in enumerate(voters):
            label = self._names[participant.id] = PlainLabel(participant.name, self)
            label.setWordWrap(True)  # whoever votes is named in full
            self._grid.addWidget(label, line, 0)
            for column, (choice, word) in enumerate(CHOICES, 1):
                button = QToolButton(self)
                button.setText(render(word))
                button.setCheckable(True)
                button.setAutoExclusive(False)  # Qt's own signature
                button.setAccessibleName(f"{participant.name}: {render(word)}")
                button.clicked.connect(partial(self._on_clicked, participant.id, choice))
                button.installEventFilter(self)
                self._grid.addWidget(button, line, column, Qt.AlignmentFlag.AlignRight)
                self.buttons[participant.id, choice] = button
        self._grid.addWidget(self._hint, len(voters), 0, 1, 1 + len(CHOICES))
        self._hint.setVisible(bool(voters))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take letters and arrow keys on the buttons."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            here = next((key for key, each in self.buttons.items() if each is watched), None)
            if here is not None and self._press(here, event):
                return True
        return super().eventFilter(watched, event)

    def _press(self, here: tuple[str, Choice], event: QKeyEvent) -> bool:
        if event.modifiers() not in _PLAIN:
            return False
        voter, choice = here
        if (chosen := _letters().get(event.text().upper())) is not None:
            records = self._editing.records
            ballot = ballots_by_voter(records, self._vote_id).get(voter)
            if ballot is None or ballot.choice is not chosen:
                self._editing.perform(set_ballot(records, self._vote_id, voter, chosen))
            self._go((voter, chosen), 1, 0)
            return True
        if (by := _ARROWS.get(Qt.Key(event.key()))) is not None:
            self._go((voter, choice), *by)
            return True
        return False

    def _go(self, here: tuple[str, Choice], lines: int, columns: int) -> None:
        """Move the focus, no further than the outermost line and column."""
        voters, choices = list(self._names), [choice for choice, _word in CHOICES]
        line = min(max(voters.index(here[0]) + lines, 0), len(voters) - 1)
        column = min(max(choices.index(here[1]) + columns, 0), len(choices) - 1)
        reason = Qt.FocusReason.TabFocusReason
        self.buttons[voters[line], choices[column]].setFocus(reason)

    def _on_clicked(self, participant_id: str, choice: Choice) -> None:
        wanted = choice if self.buttons[participant_id, choice].isChecked() else None
        records = self._editing.records
        self._editing.perform(set_ballot(records, self._vote_id, participant_id, wanted))
