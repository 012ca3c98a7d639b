"""A new body, step by step: which rules, what it is called, who belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from kcdesk.domain.body import Regime, TakeDown
from kcdesk.domain.profile import DEFAULT_NUMBERING
from kcdesk.i18n import _
from kcdesk.ui.screens.bodies.profile_form import MOST_SEATS
from kcdesk.ui.screens.bodies.profile_word import LAYOUTS, NUMBERINGS
from kcdesk.ui.widgets.field import ChoiceField, NumberField, TextField
from kcdesk.ui.widgets.form_dialog import FormDialog
from kcdesk.ui.widgets.rule_word import REGIMES, TAKE_DOWNS


@dataclass(frozen=True, slots=True)
class BodyDraft:
    """What was entered: fields of ``Body``, boards (name, address), people as they were written."""

    name: str
    regime: Regime
    profile: dict[str, Any]
    boards: tuple[tuple[str, str], ...]
    members: tuple[str, ...]


class NewBodyDialog(FormDialog):
    """``entered`` carries a ``BodyDraft``."""

    entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("New body"), _("Create the body"), parent)
        self._regime = ChoiceField(REGIMES)
        self._follows = QLabel(wordWrap=True)
        self._organisation = TextField(_("e.g. Norråsa kommun"))
        self._name = TextField(_("e.g. Kommunstyrelsen"))
        self._seats = NumberField(MOST_SEATS, _("not known"))
        self._numbering = ChoiceField(NUMBERINGS)
        self._layout_choice = ChoiceField(LAYOUTS)
        self._boards = QPlainTextEdit(placeholderText=_("One a line"), tabChangesFocus=True)
        self._storage = TextField(_("e.g. Kommunkansliet"))
        self._take_down = ChoiceField(TAKE_DOWNS)
        self._members = QPlainTextEdit(
            placeholderText=_("One a line: name, organisation, role"), tabChangesFocus=True
        )
        self._build_ui()
        self._regime.edited.connect(self._on_regime_edited)
        self._name.textChanged.connect(self._on_name_changed)
        self._regime.show_value(Regime.COMMITTEE)
        self._on_regime_edited(Regime.COMMITTEE)
        self._on_name_changed("")
        self._regime.setFocus()

    def _build_ui(self) -> None:
        self.add_row(_("Rules"), self._regime)
        self.add_note(self._follows)
        self.add_row(_("Organisation"), self._organisation)
        self.add_row(_("Name"), self._name)
        self.add_row(_("Seats"), self._seats)
        self.add_row(_("Numbering"), self._numbering)
        self.add_row(_("Layout of the minutes"), self._layout_choice)
        self.add_row(_("Notice boards"), self._boards)
        self.add_row(_("Minutes are kept at"), self._storage)
        self.add_row(_("Notices come down"), self._take_down)
        self.add_row(_("Members"), self._members)
        self._members.setFixedHeight(self.fontMetrics().lineSpacing() * 6)
        self._boards.setFixedHeight(self.fontMetrics().lineSpacing() * 3)

    def _on_regime_edited(self, regime: object) -> None:
        assert isinstance(regime, Regime)
        self._numbering.show_value(DEFAULT_NUMBERING[regime])
        formal = regime.is_formal
        self._boards.setPlainText(_("Notice board on the web") if formal else "")
        for field in (self._seats, self._boards, self._storage, self._take_down):
            self.show_row(field, shown=formal)
        self._follows.setText(
            _("Its minutes have §§, approval, notice and appeal, with the dates of the law.")
            if formal
            else _("Its notes are numbered 1, 2, 3; nothing is approved or posted.")
        )

    def _on_name_changed(self, text: str) -> None:
        self.accept_button.setEnabled(bool(text.strip()))

    def accept(self) -> None:
        """Tell what was entered and close."""
        regime, take_down = self._regime.value(), self._take_down.value()
        assert isinstance(regime, Regime)
        assert isinstance(take_down, TakeDown)
        profile = {
            "organisation": self._organisation.text().strip(),
            "numbering": self._numbering.value(),
            "layout": self._layout_choice.value(),
            "seats": self._seats.number() if regime.is_formal else None,
            "storage_location": self._storage.text().strip(),
            "take_down": take_down,
        }
        written = self._boards.toPlainText().replace(";", "\n").splitlines()
        lines = self._members.toPlainText().splitlines()
        members = tuple(line.strip() for line in lines if line.partition(",")[0].strip())
        named = tuple((board.strip(), "") for board in written if board.strip())
        boards = named if regime.is_formal else ()
        name = self._name.text().strip()
        super().accept()
        self.entered.emit(BodyDraft(name, regime, profile, boards, members))
