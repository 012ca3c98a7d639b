"""A vote: what yes and no mean, who voted how, counted by the program."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)

from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.decision import Choice, Vote, VoteMethod
from kcdesk.domain.participant import Participant
from kcdesk.domain.records import Records
from kcdesk.domain.tally import lots_decide, tally, winner
from kcdesk.i18n import _
from kcdesk.services.edit_vote import break_tie_by_chair, change_vote, fill_ballots
from kcdesk.services.read_people import NamedPeople, whole_name
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.screens.item.ballot_grid import BallotGrid
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.part import INSET, Part
from kcdesk.ui.screens.item.row_secrecy import RowSecrecy
from kcdesk.ui.screens.item.sentence_line import RowSentence
from kcdesk.ui.screens.item.word import TIE_SIDES, VOTE_METHODS
from kcdesk.ui.widgets.field import ChoiceField, NumberField
from kcdesk.ui.widgets.line_text import LineText
from kcdesk.ui.widgets.people_field import PeopleField
from kcdesk.wording.vote import account_sentences, result_sentence

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
        self.count = PlainLabel(parent=self)
        self.casting = PeopleField(
            _("Casting vote"), _("Casting vote by"), editing.read_people, self
        )
        self.lots = QCheckBox(_("Drawn by lot"), self)
        self.broken = ChoiceField(TIE_SIDES, self)
        self.chair_casts = QPushButton(self)
        self.rule = QLabel(_("Ballots are secret in elections and employment only (KL 5:54)"), self)
        name = _("Account of the vote")
        self.account = RowSentence(editing, row_id, "account", name, self._account, self)
        name = _("Result of the vote")
        in_words = _("Result in words")
        self.result = RowSentence(
            editing, row_id, "result", name, self._result, self, placeholder=in_words
        )
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
        for each in (self.chair_casts, self.lots, self.broken):
            last.addWidget(each)
        last.addStretch(1)
        set_role(self.broken, WidgetRole.FIELD)
        self.broken.setAccessibleName(_("What broke the tie chose"))
        set_role(self.chair_casts, WidgetRole.QUIET)
        set_role(self.rule, WidgetRole.SOON)
        self.body.addWidget(self.method)
        self.body.addWidget(self.rule, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.secrecy)
        self.body.addLayout(means)
        self.body.addWidget(self.ballots)
        self.body.addWidget(self.by_hand)
        self.body.addLayout(last)
        self.body.addWidget(self.account)
        self.body.addWidget(self.result)

    def _connect(self) -> None:
        self.method.edited.connect(self._on_method_edited)
        self.yes.edited.connect(self._on_yes_edited)
        self.no.edited.connect(self._on_no_edited)
        self.broken.edited.connect(self._on_broken)
        self.chair_casts.clicked.connect(self._on_chair_casts)
        self.casting.named.connect(self._on_casting_named)
        self.lots.clicked.connect(self._on_lots_clicked)
        for name, box in zip(_COUNTS, self.counts, strict=True):
            box.edited.connect(partial(self._on_count_edited, name))

    def field(self, name: str) -> QWidget | None:
        """What a vote's fields are edited in."""
        fields: dict[str, QWidget] = {
            "method": self.method,
            "result": self.result,
            "casting_participant_id": self.casting,
            "secrecy_ground": self.secrecy.ground,
        }
        return fields.get(name)

    def refresh(self, records: Records) -> None:
        """Show the vote, its ballots and their count."""
        vote = records.get(Vote, self.row_id)
        by_name = vote.method is VoteMethod.OPEN
        self.method.show_value(vote.method)
        self.secrecy.refresh(vote)
        self.yes.show_text(vote.yes_means)
        self.no.show_text(vote.no_means)
        self.account.refresh(records)
        self.result.refresh(records)
        barred = vote.method is VoteMethod.SECRET and self.editing.is_formal
        self.rule.setVisible(barred and not self.editing.item.kind.allows_secret_ballot)
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
        self.lots.setChecked(vote.drawn_by_lot)
        self._show_tie(records, vote, caster)

    def _show_tie(self, records: Records, vote: Vote, caster: Participant | None) -> None:
        """At a tie the chair has the casting vote; in an election lots are drawn (KL 5:56)."""
        is_tie, by_lot = tally(records, vote).is_tie, lots_decide(records, vote)
        self.casting.setVisible(caster is not None or (is_tie and not by_lot))
        self.lots.setVisible(vote.drawn_by_lot or (is_tie and by_lot and caster is None))
        chair = AttendanceRegister(records).chair_at(self.editing.item)
        offered = is_tie and not by_lot and caster is None and chair is not None
        self.chair_casts.setVisible(offered and not vote.drawn_by_lot)
        if chair is not None:
            words = _("Casting vote of the chair, {name}", name=chair.name)
            self.chair_casts.setText(words)
        settled = vote.drawn_by_lot or caster is not None
        open_side = vote.tie_broken_for is not None or winner(records, vote) is None
        self.broken.setVisible(is_tie and settled and open_side)
        self.broken.show_value(vote.tie_broken_for)

    def _account(self, records: Records) -> str:
        vote = records.get(Vote, self.row_id)
        return " ".join(account_sentences(self.editing.texts, records, vote))

    def _result(self, records: Records) -> str:
        vote = records.get(Vote, self.row_id)
        subject = self.editing.subject if self.editing.is_formal else ""
        return result_sentence(self.editing.texts, records, vote, subject)

    def stops(self) -> list[QWidget]:
        """In the order of reading."""
        first: list[QWidget] = [self.method, self.secrecy.ground, self.yes, self.no]
        tie: list[QWidget] = [self.casting, self.chair_casts, self.lots, self.broken]
        told = [*self.account.stops(), *self.result.stops()]
        return [*first, *self.ballots.stops(), *self.counts, *tie, *told]

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

    def _on_broken(self, side: object) -> None:
        self._change(tie_broken_for=side)

    def _on_chair_casts(self) -> None:
        self.casting.show()
        self.casting.setFocus()
        self.editing.perform(break_tie_by_chair(self.editing.records, self.row_id))

    def _on_casting_named(self, people: NamedPeople) -> None:
        ids = [each.participant_id for each in people.people if each.participant_id]
        self._change(casting_participant_id=ids[0] if ids else None)
        self.refresh(self.editing.records)

    def _on_lots_clicked(self, drawn: bool) -> None:  # Qt's signal
        self._change(drawn_by_lot=drawn)

    def _on_count_edited(self, name: str, number: object) -> None:
        self._change(**{name: number})
