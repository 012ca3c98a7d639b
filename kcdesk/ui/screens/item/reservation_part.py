"""A reservation or another note on record: by whom, the reasons, and what the law asks of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from kcdesk.domain.block import Block
from kcdesk.domain.decision import Reservation, ReservationKind
from kcdesk.domain.participation import deciding, may_not_reserve
from kcdesk.domain.records import Records
from kcdesk.i18n import _, ngettext
from kcdesk.services.edit_decision import (
    change_reservation,
    set_reserving,
    set_reserving_kind,
)
from kcdesk.services.read_people import NamedPeople, named, written
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.theme import SMALL, WidgetRole, set_role
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.part import Part
from kcdesk.ui.screens.item.row_secrecy import RowSecrecy
from kcdesk.ui.screens.item.text_part import add_text
from kcdesk.ui.screens.item.word import RESERVATION_KINDS
from kcdesk.ui.widgets.exact_day_edit import ExactDayEdit
from kcdesk.ui.widgets.field import ChoiceField
from kcdesk.ui.widgets.flow_layout import FlowLayout
from kcdesk.ui.widgets.inline_field import InlineField
from kcdesk.ui.widgets.people_field import PeopleField


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
        self.handed_in = ExactDayEdit(
            _("Day it was handed in"), editing.today, editing.context.held_on, self
        )
        self._day_asked = False
        self.secrecy = RowSecrecy(editing, row_id, self)
        self.barred = QWidget(self)
        self.barred_word = PlainLabel(parent=self.barred)
        self.noted = QPushButton(_("Note the opinion instead"), self.barred)
        self.reasons_due = PlainLabel(parent=self)
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        head = QWidget(self)
        flow = FlowLayout(head)
        for each in (self.kind, self.people, self.said, self.handed_in_word, self.handed_in):
            flow.addWidget(each)
        set_role(self.barred_word, WidgetRole.SOON)
        set_role(self.noted, WidgetRole.QUIET)
        self.noted.setStyleSheet(f"QPushButton {{ font-size: {SMALL}px; }}")
        beside = FlowLayout(self.barred, gap=4)
        beside.addWidget(self.barred_word)
        beside.addWidget(self.noted)
        self.barred.hide()
        set_role(self.reasons_due, WidgetRole.SOFT)
        self.reasons_due.setContentsMargins(5, 0, 0, 0)
        self.body.addWidget(head)
        self.body.addWidget(self.barred)
        self.body.addWidget(self.secrecy)
        self.text = add_text(self, _("Reasons"), _("Reasons, where they were handed in"))
        self.body.addWidget(self.reasons_due)

    def _connect(self) -> None:
        self.kind.edited.connect(self._on_kind_edited)
        self.people.named.connect(self._on_named)
        self.said.edited.connect(self._on_said)
        self.handed_in.edited.connect(self._on_handed_in)
        self.noted.clicked.connect(self._on_noted)

    def refresh(self, records: Records) -> None:
        """Show kind, people and the line, and what stands in the way."""
        row = records.get(Reservation, self.row_id)
        self.kind.show_value(row.kind)
        self.people.offer(self._offered(records, row))
        self.people.show_text(written(named(records, row.participants)))
        self.said.show_text(row.text)
        if self.handed_in.day != row.handed_in:
            self.handed_in.show_day(row.handed_in)
        for each in (self.handed_in_word, self.handed_in):
            each.setVisible(self._day_asked or row.handed_in is not None)
        self.secrecy.refresh(row)
        self._show_rules(records, row)

    def field(self, name: str) -> QWidget | None:
        """What a reservation's fields are edited in."""
        fields: dict[str, QWidget] = {
            "participants": self.people,
            "handed_in": self.handed_in,
            "secrecy_ground": self.secrecy.ground,
        }
        return fields.get(name)

    def _offered(self, records: Records, row: Reservation) -> list[str]:
        """Return the names that complete: to reserve, of those who took part (KL 4:27)."""
        if row.kind is not ReservationKind.RESERVATION or not self.editing.is_formal:
            return self.editing.names()
        return [each.name for each in deciding(records, self.editing.item) if each.name]

    def _show_rules(self, records: Records, row: Reservation) -> None:
        barred = may_not_reserve(records, row) if self.editing.is_formal else ()
        self.barred.setVisible(bool(barred))
        names = ", ".join(each.name for each in barred)
        self.barred_word.setText(
            ngettext(
                "{names} took no part in the decision (KL 4:27)",
                "{names} took no part in the decision (KL 4:27)",
                len(barred),
                names=names,
            )
        )
        due = (
            row.kind is ReservationKind.RESERVATION
            and self.editing.is_formal
            and row.handed_in is None
            and not records.children(row.id, Block)
        )
        self.reasons_due.setText(_("Written reasons are handed in before the approval."))
        self.reasons_due.setVisible(due)

    def stops(self) -> list[QWidget]:
        """Kind, people, line, reasons."""
        first: list[QWidget] = [self.kind, self.people, self.said, self.handed_in]
        return [*first, self.noted, self.secrecy.ground, self.text]

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

    def _on_noted(self) -> None:
        """Those who took no part have their opinion noted (KL 6:17); the others still reserve."""
        records = self.editing.records
        row = records.get(Reservation, self.row_id)
        only = {each.id for each in may_not_reserve(records, row)}
        kind = ReservationKind.OPINION_NOTED
        self.people.setFocus()
        self.editing.perform(set_reserving_kind(records, self.row_id, kind, only))

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
