"""Who voted how: a line for each who serves, three buttons to press."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
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
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.part import INSET
from kcdesk.ui.screens.item.word import CHOICES


class BallotGrid(QWidget):
    """The ballots of one vote. Pressing a pressed button takes the ballot away."""

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
            self._grid.addWidget(label, line, 0)
            for column, (choice, word) in enumerate(CHOICES, 1):
                button = QToolButton(self)
                button.setText(render(word))
                button.setCheckable(True)
                button.setAutoExclusive(False)  # Qt's own signature
                button.setAccessibleName(f"{participant.name}: {render(word)}")
                button.clicked.connect(partial(self._on_clicked, participant.id, choice))
                self._grid.addWidget(button, line, column, Qt.AlignmentFlag.AlignRight)
                self.buttons[participant.id, choice] = button

    def _on_clicked(self, participant_id: str, choice: Choice) -> None:
        wanted = choice if self.buttons[participant_id, choice].isChecked() else None
        records = self._editing.records
        self._editing.perform(set_ballot(records, self._vote_id, participant_id, wanted))
