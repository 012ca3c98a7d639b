"""A decision, set apart by a thin rule; what it does with the matter, and why."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from kcdesk.domain.block import BlockKind
from kcdesk.domain.decision import AppealRoute, Decision, DecisionOutcome
from kcdesk.domain.records import Records
from kcdesk.i18n import _, render
from kcdesk.services.edit_decision import change_decision, set_outcome
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.key_words import key_words
from kcdesk.ui.qt.theme import WidgetRole, current_colors, set_role
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.part import Part, like_label, like_small
from kcdesk.ui.screens.item.secrecy_line import SecrecyLine, marked_secret
from kcdesk.ui.screens.item.text_part import add_text
from kcdesk.ui.screens.item.word import APPEALS, OUTCOMES
from kcdesk.ui.widgets.inline_field import InlineField
from kcdesk.ui.widgets.line_text import LineText
from kcdesk.ui.widgets.rich_text.command import CLAUSE_KEY
from kcdesk.wording.decision import waiting_sentence

_RULE = 3


class Ruled(QWidget):
    """A stretch of the sheet with a thin accent rule at its left."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rule."""
        painter = QPainter(self)
        painter.fillRect(5, 0, _RULE, self.height(), QColor(current_colors().accent))
        painter.end()


class DecisionPart(Part):
    """One decision: its heading where it is not the customary one, and its words."""

    def __init__(self, editing: ItemEditing, row_id: str) -> None:
        super().__init__(editing, row_id)
        self.lead_in = InlineField(_("Heading of the decision"), _("Decision"), self)
        self.lead_in.edited.connect(self._on_led_in)
        like_label(self.lead_in)
        self.marks = PlainLabel(parent=self)
        set_role(self.marks, WidgetRole.SOFT)
        self.secrecy = SecrecyLine(self)
        self.secrecy.grounded.connect(self._on_grounded)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.lead_in)
        head.addWidget(self.marks)
        head.addStretch(1)
        self.hint = QLabel(_("Clause: att … or {key}", key=key_words(CLAUSE_KEY)), self)
        set_role(self.hint, WidgetRole.SOFT)
        like_small(self.hint)
        self.hint.hide()
        head.addWidget(self.hint)
        ruled = Ruled(self)
        inside = QVBoxLayout(ruled)
        inside.setContentsMargins(16, 2, 0, 2)
        self.body.addLayout(head)
        self.body.addWidget(self.secrecy)
        self.body.addWidget(ruled)
        self.text = add_text(
            self,
            _("Decision"),
            _("What is decided"),
            clause=BlockKind.CLAUSE,
            layout=inside,
        )
        self.reasons = LineText(
            _("Reasons why the item waits"), _("Reasons (KL 5:50 asks for them)"), self
        )
        self.reasons.edited.connect(self._on_reasons)
        self.reasons_word = QLabel(_("Reasons"), self)
        set_role(self.reasons_word, WidgetRole.LABEL)
        why = QHBoxLayout()
        why.setSpacing(8)
        why.addWidget(self.reasons_word)
        why.addWidget(self.reasons, 1)
        inside.addLayout(why)

    def refresh(self, records: Records) -> None:
        """Show heading and marks; the words follow by themselves."""
        decision = records.get(Decision, self.row_id)
        self.lead_in.show_text(decision.lead_in)
        marked = marked_secret(records, self.row_id)
        self.secrecy.show_secrecy(decision.secret, decision.secrecy_ground, marked=marked)
        waits = decision.outcome is not DecisionOutcome.DECIDED
        route = decision.appeal if self.editing.is_formal else None
        said = [
            text
            for holds, text in (
                (decision.as_proposed, _("as proposed")),
                (decision.handed_on, _("to be taken by others")),
                (decision.before_notes, _("printed before the notes")),
                (decision.outcome is DecisionOutcome.TABLED, _("tabled")),
                (decision.outcome is DecisionOutcome.REFERRED_BACK, _("referred back")),
                (waits and decision.by_minority, _("at the request of a minority")),
                (route is AppealRoute.ADMINISTRATIVE, _("appealed by the parties (FL 44)")),
                (route is AppealRoute.NONE, _("cannot be appealed")),
            )
            if holds
        ]
        self.reasons.show_text(decision.reasons)
        for each in (self.reasons, self.reasons_word):
            each.setVisible(waits or bool(decision.reasons))
        customary = waiting_sentence(self.editing.texts, decision.outcome, self.editing.subject)
        self.text.setPlaceholderText(customary or _("What is decided"))
        self.marks.setText(" · ".join(said))

    def field(self, name: str) -> QWidget | None:
        """What a decision's fields are edited in."""
        fields: dict[str, QWidget] = {
            "lead_in": self.lead_in,
            "secrecy_ground": self.secrecy.ground,
            "reasons": self.reasons,
        }
        return fields.get(name)

    def stops(self) -> list[QWidget]:
        """Heading, ground, words."""
        return [self.lead_in, self.secrecy.ground, self.text, self.reasons]

    def offer_lead_in(self) -> None:
        """Let what is typed next take the place of the words offered."""
        self.text.selectAll()

    def show_tools(self) -> None:
        """How a clause is made is said as long as one writes here."""
        super().show_tools()
        self.hint.setVisible(self.text.hasFocus())

    def focus_first(self) -> None:
        """Writing begins with the words."""
        self.text.setFocus()

    def fill_menu(self, menu: QMenu) -> None:
        """What else a decision can be."""
        row = self.editing.records.get(Decision, self.row_id)
        for text, field in (
            (_("As proposed"), "as_proposed"),
            (_("To be taken by others"), "handed_on"),
            (_("Before the notes"), "before_notes"),
            (_("Secret"), "secret"),
        ):
            on = bool(getattr(row, field))
            self.add_action(menu, text, partial(self._change, **{field: not on}), on=on)
        menu.addSeparator()
        for outcome, word in OUTCOMES:
            change = partial(self._set_outcome, outcome)
            self.add_action(menu, render(word), change, on=row.outcome is outcome)
        if row.outcome is not DecisionOutcome.DECIDED:
            by = partial(self._change, by_minority=not row.by_minority)
            words = _("At the request of one third (KL 5:50)")
            self.add_action(menu, words, by, on=row.by_minority)
        menu.addSeparator()
        for route, word in APPEALS:
            change = partial(self._change, appeal=route)
            self.add_action(menu, render(word), change, on=row.appeal is route)

    def _change(self, _checked: object = None, **fields: object) -> None:
        self.editing.perform(change_decision(self.editing.records, self.row_id, **fields))

    def _set_outcome(self, outcome: DecisionOutcome, _checked: object = None) -> None:
        sentence = waiting_sentence(self.editing.texts, outcome, self.editing.subject)
        self.editing.perform(set_outcome(self.editing.records, self.row_id, outcome, sentence))

    def _on_reasons(self, text: str) -> None:
        self._change(reasons=text)

    def _on_led_in(self, text: str) -> None:
        self._change(lead_in=text)

    def _on_grounded(self, ground: str) -> None:
        self._change(secrecy_ground=ground)
