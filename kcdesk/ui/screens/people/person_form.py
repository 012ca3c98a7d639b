"""One person: names, organisation, title, and the parties she has stood for."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kcdesk.domain.message import Message
from kcdesk.domain.person import PartyMembership, Person, PersonAlias
from kcdesk.i18n import _
from kcdesk.services.edit_person import (
    add_party,
    edit_party,
    edit_person,
    remove_party,
    set_aliases,
)
from kcdesk.services.ports import Clock
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.session_bridge import SessionBridge
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.widgets.day_text import day_text, read_day
from kcdesk.ui.widgets.field import TextField
from kcdesk.ui.widgets.labelled_form import LabelledForm
from kcdesk.ui.widgets.row_table import RowTable
from kcdesk.ui.widgets.row_table_model import Column


class PersonForm(QWidget):
    """Each field is kept as it is left."""

    def __init__(self, bridge: SessionBridge, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._clock = clock
        self._id = ""
        self._fields: dict[str, TextField] = {}
        self._aliases = TextField(_("other spellings, with commas between"))
        self._parties = RowTable(_("Parties"), self._columns())
        self._add_party = QPushButton(icon("add", "accent"), _("Add a party"))
        self._refused = PlainLabel(wraps=True)
        self._form = LabelledForm(self)
        self._build_ui()
        self._aliases.edited.connect(self._on_aliases_edited)
        self._add_party.clicked.connect(self._on_add_party)
        self._parties.removal_wanted.connect(self._on_removal_wanted)
        self._parties.refused.connect(self._on_refused)

    def show_person(self, id: str) -> None:
        """Show another person, or the same one as she is now."""
        person = self._bridge.records.find(Person, id)
        if person is None:
            return
        self._id = id
        for name, field in self._fields.items():
            field.show_text(getattr(person, name))
        aliases = self._bridge.records.children(id, PersonAlias)
        self._aliases.show_text(", ".join(alias.name for alias in aliases))
        parties = self._bridge.records.children(id, PartyMembership)
        self._parties.show_rows(parties)
        self._parties.setVisible(bool(parties))

    def focus_name(self) -> None:
        """Put the caret into the name, all of it selected."""
        self._fields["name"].setFocus()
        self._fields["name"].selectAll()

    def _build_ui(self) -> None:
        for name, label in (
            ("name", _("Name")),
            ("organisation", _("Organisation")),
            ("title", _("Job title")),
            ("initials", _("Initials")),
            ("email", _("E-mail")),
        ):
            field = self._fields[name] = TextField()
            field.edited.connect(partial(self._write, name))
            self._add_row(label, field)
        self._add_row(_("Also written"), self._aliases)
        set_role(self._add_party, WidgetRole.QUIET)
        parties = QWidget()
        column = QVBoxLayout(parties)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._parties)
        column.addWidget(self._add_party, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_row(_("Parties"), parties)
        set_role(self._refused, WidgetRole.LATE)
        self._refused.hide()
        self._form.addRow("", self._refused)

    def _add_row(self, label: str, field: QWidget) -> None:
        field.setAccessibleName(label)
        self._form.add_field(label, field)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(Message("Party"), _party, partial(self._write_party, "party")),
            Column(Message("From"), _from, partial(self._write_day, "from_day"), width=120),
            Column(Message("Until"), _until, partial(self._write_day, "until_day"), width=120),
        )

    def _write(self, name: str, value: str) -> None:
        self._bridge.perform(edit_person(self._bridge.records, self._id, **{name: value}))

    def _write_party(self, name: str, row: PartyMembership, value: Any) -> None:
        self._bridge.perform(edit_party(self._bridge.records, row.id, **{name: value}))

    def _write_day(self, name: str, row: PartyMembership, text: str) -> None:
        self._write_party(name, row, read_day(text, self._clock.today()))

    def _on_aliases_edited(self, text: str) -> None:
        self._bridge.perform(set_aliases(self._bridge.records, self._id, text.split(",")))

    def _on_add_party(self) -> None:
        if not self._bridge.perform(add_party(self._bridge.records, self._id)):
            return
        parties = self._bridge.records.children(self._id, PartyMembership)
        self._parties.choose(parties[-1].id)
        self._parties.setFocus()
        self._parties.edit(self._parties.currentIndex())

    def _on_removal_wanted(self, id: str) -> None:
        self._bridge.perform(remove_party(self._bridge.records, id))

    def _on_refused(self, why: str) -> None:
        self._refused.setText(why)
        self._refused.setVisible(bool(why))


def _party(row: PartyMembership) -> str:
    return row.party


def _from(row: PartyMembership) -> str:
    return day_text(row.from_day)


def _until(row: PartyMembership) -> str:
    return day_text(row.until_day)
