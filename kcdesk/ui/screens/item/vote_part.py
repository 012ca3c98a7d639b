"""A vote: what yes and no mean, who voted how, counted by the program."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QWidget,
)

from kcdesk.domain.decision import Choice, Vote, VoteMethod
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.domain.tally import tally
from kcdesk.i18n import _
from kcdesk.services.edit_vote import change_vote, fill_ballots
from kcdesk.services.read_people import NamedPeople, whole_name
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.screens.item.ballot_grid import BallotGrid
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.part import INSET, Part
from kcdesk.ui.screens.item.row_secrecy import RowSecrecy
from kcdesk.ui.screens.item.word import VOTE_METHODS
from kcdesk.ui.widgets.field import ChoiceField, NumberField
from kcdesk.ui.widgets.line_text import LineText
from kcdesk.ui.widgets.people_field import PeopleField

_COUNTS = ("yes_count", "no_count", "abstain_count")


class VotePart(Part):
    """One vote."""

    def __init__(self, editing: ItemEditing, row_id: str) -> None:
        super().__init__(editing, row_id, _("Vote"))
        self.method = ChoiceField(VOTE_METHODS, self)
        self.secrecy = RowSecrecy(editing, row_id, self)
        self.yes = LineText(_("Yes means"), _("what yes means"), self)
        self.no = LineText(_("No means"), _("what no means"), self)
        self.ballots = BallotGrid(editing, row_id)
        self.counts = [NumberField(999, "–", self) for _name in _COUNTS]
        self.count = QLabel(self)
        self.casting = PeopleField(
            _("Casting vote"), _("Casting vote by"), editing.read_people, self
        )
        self.lots = QCheckBox(_("Drawn by lot"), self)
        self.result = LineText(_("Result of the vote"), _("Result in words"), self)
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        self.method.setAccessibleName(_("Way of voting"))
        set_role(self.method, WidgetRole.FIELD)
        set_role(self.count, WidgetRole.HEADING)
        self.count.setContentsMargins(INSET, 0, 0, 0)
        means = QGridLayout()
        means.setContentsMargins(INSET, 0, 0, 0)
        means.setHorizontalSpacing(8)
        means.setVerticalSpacing(0)
        for line, (word, field) in enumerate(((_("Yes"), self.yes), (_("No"), self.no))):
            label = QLabel(word, self)
            set_role(label, WidgetRole.LABEL)
            means.addWidget(label, line, 0)
            means.addWidget(field, line, 1)
        means.setColumnStretch(1, 1)
        self.by_hand = QWidget(self)
        hand = QHBoxLayout(self.by_hand)
        hand.setContentsMargins(INSET, 4, 0, 4)
        for word, box in zip((_("Yes"), _("No"), _("Abstain")), self.counts, strict=True):
            box.setAccessibleName(_("Number of votes: {word}", word=word))
            hand.addWidget(QLabel(word, self))
            hand.addWidget(box)
        hand.addStretch(1)
        last = QHBoxLayout()
        last.addWidget(self.count)
        last.addWidget(self.casting)
        last.addWidget(self.lots)
        last.addStretch(1)
        self.body.addWidget(self.method)
        self.body.addWidget(self.secrecy)
        self.body.addLayout(means)
        self.body.addWidget(self.ballots)
        self.body.addWidget(self.by_hand)
        self.body.addLayout(last)
        self.body.addWidget(self.result)

    def _connect(self) -> None:
        self.method.edited.connect(self._on_method_edited)
        self.yes.edited.connect(self._on_yes_edited)
        self.no.edited.connect(self._on_no_edited)
        self.result.edited.connect(self._on_result_edited)
        self.casting.named.connect(self._on_casting_named)
        self.lots.clicked.connect(self._on_lots_clicked)
        for name, box in zip(_COUNTS, self.counts, strict=True):
            box.edited.connect(partial(self._on_count_edited, name))

    def refresh(self, records: Records) -> None:
        """Show the vote, its ballots and their count."""
        vote = records.get(Vote, self.row_id)
        by_name = vote.method is VoteMethod.OPEN
        self.method.show_value(vote.method)
        self.secrecy.refresh(vote)
        self.yes.show_text(vote.yes_means)
        self.no.show_text(vote.no_means)
        self.result.show_text(vote.result)
        self.ballots.setVisible(by_name)
        self.by_hand.setVisible(vote.method is VoteMethod.SECRET)
        if by_name:
            self.ballots.refresh(records)
        for name, box in zip(_COUNTS, self.counts, strict=True):
            box.show_number(getattr(vote, name))
        self._show_count(records, vote)

    def _show_count(self, records: Records, vote: Vote) -> None:
        found = tally(records, vote)
        self.count.setVisible(vote.method is not VoteMethod.ACCLAMATION)
        self.count.setText(
            _(
                "Yes {yes} · No {no} · Abstain {abstain}",
                yes=found.yes,
                no=found.no,
                abstain=found.abstain,
            )
        )
        caster = records.find(Participant, vote.casting_participant_id)
        self.casting.offer(self.editing.names())
        self.casting.show_text(whole_name(caster.name) if caster else "")
        self.casting.setVisible(found.is_tie or caster is not None)
        self.lots.setChecked(vote.drawn_by_lot)
        self.lots.setVisible(vote.drawn_by_lot or (found.is_tie and not caster))

    def stops(self) -> list[QWidget]:
        """In the order of reading."""
        first: list[QWidget] = [self.method, self.secrecy.ground, self.yes, self.no]
        return [*first, *self.ballots.stops(), *self.counts, self.casting, self.lots, self.result]

    def focus_first(self) -> None:
        """What yes means comes first."""
        self.yes.setFocus()

    def fill_menu(self, menu: QMenu) -> None:
        """All who have not voted yet, alike."""
        for choice, text in (
            (Choice.YES, _("The remaining vote yes")),
            (Choice.NO, _("The remaining vote no")),
            (Choice.ABSTAIN, _("The remaining abstain")),
        ):
            self.add_action(menu, text, partial(self._fill, choice))
        menu.addSeparator()
        self.secrecy.fill_menu(menu)

    def _fill(self, choice: Choice) -> None:
        self.editing.perform(fill_ballots(self.editing.records, self.row_id, choice))

    def _change(self, **fields: object) -> None:
        self.editing.perform(change_vote(self.editing.records, self.row_id, **fields))

    def _on_method_edited(self, method: object) -> None:
        self._change(method=method)

    def _on_yes_edited(self, text: str) -> None:
        self._change(yes_means=text)

    def _on_no_edited(self, text: str) -> None:
        self._change(no_means=text)

    def _on_result_edited(self, text: str) -> None:
        self._change(result=text)

    def _on_casting_named(self, people: NamedPeople) -> None:
        ids = [each.participant_id for each in people.people if each.participant_id]
        self._change(casting_participant_id=ids[0] if ids else None)
        self.refresh(self.editing.records)

    def _on_lots_clicked(self, drawn: bool) -> None:  # Qt's signal
        self._change(drawn_by_lot=drawn)

    def _on_count_edited(self, name: str, number: object) -> None:
        self._change(**{name: number})
