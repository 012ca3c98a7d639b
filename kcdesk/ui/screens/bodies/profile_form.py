"""A body's profile as a form; each field is kept as it is left."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from kcdesk.domain.body import Body, Regime
from kcdesk.domain.message import Message
from kcdesk.i18n import _
from kcdesk.services.edit_body import edit_body
from kcdesk.ui.qt.session_bridge import SessionBridge
from kcdesk.ui.screens.bodies.profile_word import (
    LANGUAGES,
    LAYOUTS,
    NUMBERINGS,
)
from kcdesk.ui.widgets.field import ChoiceField, NumberField, TextField
from kcdesk.ui.widgets.labelled_form import LabelledForm
from kcdesk.ui.widgets.rule_word import REGIMES, TAKE_DOWNS

MOST_SEATS = 999
MOST_DAYS = 60


class ProfileForm(QWidget):
    """Everything about a body but its boards and people."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._texts: dict[str, TextField] = {}
        self._choices: dict[str, ChoiceField] = {}
        self._seats = NumberField(MOST_SEATS, _("not known"))
        self._seats.setAccessibleName(_("Seats"))
        self._seats.edited.connect(partial(self._write, "seats"))
        self._summons = NumberField(MOST_DAYS, _("no rule of its own"))
        self._summons.setAccessibleName(_("Summons, days before the meeting"))
        self._summons.edited.connect(partial(self._write, "summons_days"))
        self._grouped = QCheckBox(_("grouped by organisation"))
        self._grouped.setAccessibleName(_("Group decision makers by organisation"))
        self._grouped.clicked.connect(self._on_grouped)
        self._again = QCheckBox(_("whoever has broken off service may serve again the same day"))
        self._again.setAccessibleName(_("Serving again (KL 5:20)"))
        self._again.clicked.connect(self._on_again)
        self._prepares = QCheckBox(_("only prepares matters for others: nothing can be appealed"))
        self._prepares.setAccessibleName(_("Only prepares (KL 13:2)"))
        self._prepares.clicked.connect(self._on_prepares)
        self._form = LabelledForm(self)
        self._build_ui()
        self.refresh()

    def refresh(self) -> None:
        """Show the body as it is."""
        body = self._bridge.records.root(Body)
        for name, text in self._texts.items():
            text.show_text(getattr(body, name))
        for name, choice in self._choices.items():
            choice.show_value(getattr(body, name))
        self._seats.show_number(body.seats)
        self._summons.show_number(body.summons_days)
        self._grouped.setChecked(body.group_by_organisation)
        self._again.setChecked(body.may_serve_again)
        self._prepares.setChecked(body.only_prepares)
        self._form.setRowVisible(self._prepares, body.regime is Regime.SUBCOMMITTEE)
        for formal in (
            self._again,
            self._seats,
            self._choices["take_down"],
            self._texts["storage_location"],
        ):
            self._form.setRowVisible(formal, body.regime.is_formal)

    def field(self, name: str) -> QWidget | None:
        """Return the field of a body's fact, None for what is not entered here."""
        own = {"seats": self._seats, "summons_days": self._summons}
        found: dict[str, QWidget] = {**self._texts, **self._choices, **own}
        return found.get(name)

    def _build_ui(self) -> None:
        self._add_text("organisation", _("Organisation"), _("e.g. Norråsa kommun"))
        self._add_text("name", _("Name"), _("e.g. Kommunstyrelsen"))
        self._add_text("subject", _("Decisions begin with"), _("e.g. Kommunstyrelsen"))
        self._add_choice("regime", _("Rules"), REGIMES)
        self._add_row(_("Only prepares (KL 13:2)"), self._prepares)
        self._add_row(_("Seats"), self._seats)
        self._add_row(_("Serving again (KL 5:20)"), self._again)
        self._add_choice("numbering", _("Numbering"), NUMBERINGS)
        self._add_choice("layout", _("Layout of the minutes"), LAYOUTS)
        self._add_row(_("Decision makers"), self._grouped)
        self._add_choice("language", _("Language of the minutes"), LANGUAGES)
        self._add_text("case_prefix", _("Case numbers begin with"), _("e.g. KS"))
        self._add_text("storage_location", _("Minutes are kept at"), _("e.g. Kommunkansliet"))
        self._add_choice("take_down", _("Notices come down"), TAKE_DOWNS)
        self._add_row(_("Summons, days before the meeting"), self._summons)

    def _add_text(self, name: str, label: str, example: str) -> None:
        field = self._texts[name] = TextField(example)
        field.setAccessibleName(label)
        field.edited.connect(partial(self._write, name))
        self._add_row(label, field)

    def _add_choice(self, name: str, label: str, choices: Sequence[tuple[object, Message]]) -> None:
        field = self._choices[name] = ChoiceField(choices)
        field.setAccessibleName(label)
        field.edited.connect(partial(self._write, name))
        self._add_row(label, field)

    def _add_row(self, label: str, field: QWidget) -> None:
        self._form.add_field(label, field)

    def _on_grouped(self) -> None:
        self._write("group_by_organisation", self._grouped.isChecked())

    def _on_again(self) -> None:
        self._write("may_serve_again", self._again.isChecked())

    def _on_prepares(self) -> None:
        self._write("only_prepares", self._prepares.isChecked())

    def _write(self, name: str, value: object) -> None:
        self._bridge.perform(edit_body(self._bridge.records, **{name: value}))
