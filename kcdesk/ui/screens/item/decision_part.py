"""A decision, set apart by a thin rule; and a reservation."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from kcdesk.domain.block import BlockKind
from kcdesk.domain.decision import Decision, Reservation
from kcdesk.domain.records import Records
from kcdesk.i18n import _, render
from kcdesk.services.edit_decision import change_decision, change_reservation, set_reserving
from kcdesk.services.read_people import NamedPeople, named, written
from kcdesk.ui.qt.key_words import key_words
from kcdesk.ui.qt.theme import WidgetRole, current_colors, set_role
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.part import Part, like_label, like_small
from kcdesk.ui.screens.item.row_secrecy import RowSecrecy
from kcdesk.ui.screens.item.secrecy_line import SecrecyLine
from kcdesk.ui.screens.item.text_part import add_text
from kcdesk.ui.screens.item.word import APPEALS, RESERVATION_KINDS
from kcdesk.ui.widgets.exact_day_edit import ExactDayEdit
from kcdesk.ui.widgets.field import ChoiceField
from kcdesk.ui.widgets.flow_layout import FlowLayout
from kcdesk.ui.widgets.inline_field import InlineField
from kcdesk.ui.widgets.people_field import PeopleField
from kcdesk.ui.widgets.rich_text.command import CLAUSE_KEY

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
        self.marks = QLabel(self)
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

    def refresh(self, records: Records) -> None:
        """Show heading and marks; the words follow by themselves."""
        decision = records.get(Decision, self.row_id)
        self.lead_in.show_text(decision.lead_in)
        self.secrecy.show_secrecy(decision.secret, decision.secrecy_ground)
        said = [
            text
            for holds, text in (
                (decision.as_proposed, _("as proposed")),
                (decision.handed_on, _("to be taken by others")),
                (decision.before_notes, _("printed before the notes")),
            )
            if holds
        ]
        self.marks.setText(" · ".join(said))

    def stops(self) -> list[QWidget]:
        """Heading, ground, words."""
        return [self.lead_in, self.secrecy.ground, self.text]

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
        for route, word in APPEALS:
            change = partial(self._change, appeal=route)
            self.add_action(menu, render(word), change, on=row.appeal is route)

    def _change(self, _checked: object = None, **fields: object) -> None:
        self.editing.perform(change_decision(self.editing.records, self.row_id, **fields))

    def _on_led_in(self, text: str) -> None:
        self._change(lead_in=text)

    def _on_grounded(self, ground: str) -> None:
        self._change(secrecy_ground=ground)


class ReservationPart(Part):
    """A reservation or another note on record: by whom, and the reasons."""

    def __init__(self, editing: ItemEditing, row_id: str) -> None:
        super().__init__(editing, row_id)
        self.kind = ChoiceField(RESERVATION_KINDS, self)
        self.kind.setAccessibleName(_("Kind of note on record"))
        set_role(self.kind, WidgetRole.FIELD)
        self.people = PeopleField(_("Who reserves"), _("Who?"), editing.read_people, self)
        self.said = InlineField(_("Reservation in one line"), _("In one line"), self)
        self.handed_in_word = QLabel(_("Handed in"), self)
        set_role(self.handed_in_word, WidgetRole.SOFT)
        self.handed_in = ExactDayEdit(_("Day it was handed in"), editing.today, self)
        self._day_asked = False
        self.secrecy = RowSecrecy(editing, row_id, self)
        head = QWidget(self)
        flow = FlowLayout(head)
        for each in (self.kind, self.people, self.said, self.handed_in_word, self.handed_in):
            flow.addWidget(each)
        self.body.addWidget(head)
        self.body.addWidget(self.secrecy)
        self.text = add_text(self, _("Reasons"), _("Reasons, where they were handed in"))
        self.kind.edited.connect(self._on_kind_edited)
        self.people.named.connect(self._on_named)
        self.said.edited.connect(self._on_said)
        self.handed_in.edited.connect(self._on_handed_in)

    def refresh(self, records: Records) -> None:
        """Show kind, people and the line."""
        row = records.get(Reservation, self.row_id)
        self.kind.show_value(row.kind)
        self.people.offer(self.editing.names())
        self.people.show_text(written(named(records, row.participants)))
        self.said.show_text(row.text)
        if self.handed_in.day != row.handed_in:
            self.handed_in.show_day(row.handed_in)
        for each in (self.handed_in_word, self.handed_in):
            each.setVisible(self._day_asked or row.handed_in is not None)
        self.secrecy.refresh(row)

    def stops(self) -> list[QWidget]:
        """Kind, people, line, reasons."""
        return [self.kind, self.people, self.said, self.handed_in, self.secrecy.ground, self.text]

    def fill_menu(self, menu: QMenu) -> None:
        """Secrecy, and the day."""
        self.secrecy.fill_menu(menu)
        self.add_action(menu, _("Day it was handed in"), self._open_day)

    def focus_first(self) -> None:
        """Who reserves comes first."""
        self.people.setFocus()

    def _on_kind_edited(self, kind: object) -> None:
        records = self.editing.records
        self.editing.perform(change_reservation(records, self.row_id, kind=kind))

    def _on_named(self, people: NamedPeople) -> None:
        self.editing.perform(set_reserving(self.editing.records, self.row_id, people))
        self.refresh(self.editing.records)  # who was not at the meeting cannot reserve

    def _open_day(self) -> None:
        self._day_asked = True
        self.refresh(self.editing.records)
        self.handed_in.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_handed_in(self, day: object) -> None:
        records = self.editing.records
        self.editing.perform(change_reservation(records, self.row_id, handed_in=day))

    def _on_said(self, text: str) -> None:
        records = self.editing.records
        self.editing.perform(change_reservation(records, self.row_id, text=text))
