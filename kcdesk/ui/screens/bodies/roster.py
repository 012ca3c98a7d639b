"""A body's roster: who belongs to it, edited in place, and a line to add people by name."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kcdesk.domain.body import Body, MemberKind, Membership
from kcdesk.domain.message import Message
from kcdesk.domain.person import Person
from kcdesk.i18n import _, render
from kcdesk.services.edit_attendance import roster
from kcdesk.services.edit_roster import (
    add_membership,
    edit_membership,
    move_membership,
    remove_membership,
)
from kcdesk.services.enlist_member import enlist_person
from kcdesk.services.ports import Clock
from kcdesk.services.read_member import read_member
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.session_bridge import SessionBridge
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.bodies.profile_word import MEMBER_KINDS, ROLES
from kcdesk.ui.widgets.day_text import day_text, read_day
from kcdesk.ui.widgets.field import ChoiceField, TextField
from kcdesk.ui.widgets.row_table import RowTable
from kcdesk.ui.widgets.row_table_model import Column
from kcdesk.ui.widgets.row_tools import RowTools

_KIND_WORD = dict(MEMBER_KINDS)
_ROLE_WORD = dict(ROLES)


class Roster(QWidget):
    """Table and entry line. People live in the library, memberships in the body."""

    def __init__(
        self,
        bridge: SessionBridge,
        people: SessionBridge,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._people = people
        self._clock = clock
        self._table = RowTable(_("Members"), self._columns())
        self._tools = RowTools(self._table, moves=True)
        self._entry = TextField(_("Add a member: name, organisation"))
        self._kind = ChoiceField(MEMBER_KINDS)
        self._too_many = PlainLabel(wraps=True)
        self._empty = QLabel(_("Nobody yet. Write a name below and press Enter."))
        self._refused = PlainLabel(wraps=True)
        self._build_ui()
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        """Show the roster as it is."""
        members = self._bridge.records.children(self._bridge.records.root_id, Membership)
        self._table.show_rows(members)
        self._table.setVisible(bool(members))
        self._tools.setVisible(bool(members))
        self._empty.setVisible(not members)
        self._show_too_many()

    def _show_too_many(self) -> None:
        """Ask who is no member, where more are than the body has seats: that is never right."""
        records = self._bridge.records
        now = roster(records, self._clock.today())
        members = sum(each.kind is MemberKind.MEMBER for each in now)
        seats = records.root(Body).seats
        self._too_many.setVisible(bool(seats) and members > (seats or 0))
        words = _(
            "{members} members, {seats} seats: is somebody staff or a substitute?",
            members=members,
            seats=seats or 0,
        )
        self._too_many.setText(words)

    def focus_entry(self) -> None:
        """Put the caret where a name is written."""
        self._entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_ui(self) -> None:
        set_role(self._empty, WidgetRole.SOFT)
        set_role(self._refused, WidgetRole.LATE)
        self._refused.hide()
        set_role(self._too_many, WidgetRole.SOON)
        self._kind.setAccessibleName(_("What whoever is added belongs as"))
        self._kind.setToolTip(_("What whoever is added belongs as"))
        self._entry.setAccessibleName(_("Add a member"))
        names = [each.name for each in self._people.records.all(Person)]
        completer = QCompleter(names, self._entry)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._entry.setCompleter(completer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for widget in (self._empty, self._table, self._too_many, self._refused):
            layout.addWidget(widget)
        foot = QHBoxLayout()
        foot.setSpacing(GRID)
        foot.addWidget(self._kind)
        foot.addWidget(self._entry, 1)
        foot.addWidget(self._tools)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self._entry.returnPressed.connect(self._on_entered)
        self._table.removal_wanted.connect(self._on_removal_wanted)
        self._table.move_wanted.connect(self._on_move_wanted)
        self._table.refused.connect(self._on_refused)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(Message("Name"), self._name_of),
            Column(Message("Belongs as"), _kind_text, self._writer("kind"), MEMBER_KINDS, 130, 112),
            Column(Message("Role"), _role_text, self._writer("role"), ROLES, 140, 120),
            Column(
                Message("Represents"), _represents, self._writer("represents"), width=200, least=150
            ),
            Column(Message("Order"), _order_text, self._write_order, width=84, least=68),
            Column(Message("From"), _from_text, self._day_writer("from_day"), width=120, least=104),
            Column(
                Message("Until"), _until_text, self._day_writer("until_day"), width=120, least=104
            ),
        )

    def _writer(self, field: str) -> Any:
        return partial(self._write, field)

    def _day_writer(self, field: str) -> Any:
        return partial(self._write_day, field)

    def _write(self, field: str, row: Membership, value: Any) -> None:
        name = self._name_of(row)
        self._bridge.perform(edit_membership(self._bridge.records, row.id, name, **{field: value}))

    def _write_day(self, field: str, row: Membership, text: str) -> None:
        self._write(field, row, read_day(text, self._clock.today()))

    def _write_order(self, row: Membership, text: str) -> None:
        if text and not text.isdigit():
            raise ValueError(_("The order of service is a whole number: 1 serves first."))
        self._write("service_order", row, int(text) if text else None)

    def _name_of(self, row: Membership) -> str:
        person = self._people.records.find(Person, row.person_id)
        return person.name if person is not None else _("(no longer in the library)")

    def _on_entered(self) -> None:
        text = self._entry.text().strip()
        if not text:
            return
        person = enlist_person(self._people.session, text)
        records = self._bridge.records
        place = read_member(text).place
        if place["kind"] is MemberKind.MEMBER:  # the line names no other kind
            place["kind"] = self._kind.value()
        self._bridge.perform(add_membership(records, person.id, person.name, **place))
        self._entry.clear()

    def _on_removal_wanted(self, id: str) -> None:
        records = self._bridge.records
        name = self._name_of(records.get(Membership, id))
        self._bridge.perform(remove_membership(records, id, name))

    def _on_move_wanted(self, id: str, step: int) -> None:
        records = self._bridge.records
        name = self._name_of(records.get(Membership, id))
        self._bridge.perform(move_membership(records, id, name, step))

    def _on_refused(self, why: str) -> None:
        self._refused.setText(why)
        self._refused.setVisible(bool(why))


def _kind_text(row: Membership) -> str:
    return render(_KIND_WORD[row.kind])


def _role_text(row: Membership) -> str:
    return render(_ROLE_WORD[row.role]) if row.role in _ROLE_WORD and row.role else ""


def _represents(row: Membership) -> str:
    return row.represents


def _order_text(row: Membership) -> str:
    substitute = row.kind is MemberKind.SUBSTITUTE
    return str(row.service_order) if substitute and row.service_order else ""


def _from_text(row: Membership) -> str:
    return day_text(row.from_day)


def _until_text(row: Membership) -> str:
    return day_text(row.until_day)
