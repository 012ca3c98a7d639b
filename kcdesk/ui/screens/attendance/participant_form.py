"""What is said of a participant: name, party, organisation, list, attendance."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from kcdesk.domain.body import MemberKind
from kcdesk.domain.participant import Attendance, Participant, Standing
from kcdesk.i18n import _
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.attendance.span_row import Choice
from kcdesk.ui.widgets.field import TextField


class ParticipantForm(QWidget):
    """``edited`` carries the name of a field and its new value."""

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.texts = {
            "name": (TextField(), _("Name")),
            "party": (TextField(), _("Party")),
            "organisation": (TextField(), _("Organisation")),
            "title": (TextField(), _("Title or office")),
            "note": (TextField(), _("Note")),
        }
        self.choices = {
            "standing": (Choice(_("List"), standings()), _("List")),
            "kind": (Choice(_("Belongs as"), kinds()), _("Belongs as")),
            "attendance": (Choice(_("Attendance"), attendances()), _("Attendance")),
        }
        self.remote = QCheckBox(_("Takes part at a distance"))
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(2 * GRID)
        self._layout.setVerticalSpacing(GRID // 2)
        self._layout.setColumnStretch(0, 1)
        self._layout.setColumnStretch(1, 1)
        places = ("name", "party", "organisation", "title", "standing", "kind", "attendance")
        fields: dict[str, tuple[QWidget, str]] = {**self.texts, **self.choices}
        for number, field in enumerate(places):
            self._place(*fields[field], number // 2 * 2, number % 2)
        self._layout.addWidget(self.remote, 7, 1)
        self._place(*self.texts["note"], 8, 0, 2)
        for field, (text, _label) in self.texts.items():
            text.edited.connect(partial(self.edited.emit, field))
        for field, (choice, _label) in self.choices.items():
            choice.chosen.connect(partial(self._on_chosen, field))
        self.remote.clicked.connect(self._on_remote)

    def show_participant(self, participant: Participant) -> None:
        """Show somebody; what is being typed stays."""
        for field, (text, _label) in self.texts.items():
            text.show_text(getattr(participant, field))
        for field, (choice, _label) in self.choices.items():
            choice.show_value(getattr(participant, field))
        self.remote.setChecked(participant.remote)

    def _place(self, widget: QWidget, label: str, row: int, column: int, span: int = 1) -> None:
        said = QLabel(label)
        set_role(said, WidgetRole.LABEL)
        said.setBuddy(widget)
        widget.setAccessibleName(label)
        self._layout.addWidget(said, row, column, 1, span)
        self._layout.addWidget(widget, row + 1, column, 1, span)

    def _on_remote(self) -> None:
        self.edited.emit("remote", self.remote.isChecked())

    def _on_chosen(self, field: str) -> None:
        self.edited.emit(field, self.choices[field][0].value())


def standings() -> list[tuple[object, str]]:
    """Return the lists somebody may stand in."""
    return [
        (Standing.DECISION_MAKER, _("Decision-makers")),
        (Standing.OTHER, _("Others")),
        (Standing.ITEM_GUEST, _("Guest at an item")),
    ]


def kinds() -> list[tuple[object, str]]:
    """Return the ways to belong to a body."""
    return [
        (None, _("does not belong to the body")),
        (MemberKind.MEMBER, _("member")),
        (MemberKind.SUBSTITUTE, _("substitute")),
        (MemberKind.STAFF, _("staff")),
    ]


def attendances() -> list[tuple[object, str]]:
    """Return what may be known of somebody's presence."""
    return [
        (Attendance.EXPECTED, _("expected")),
        (Attendance.PRESENT, _("present")),
        (Attendance.ABSENT, _("absent")),
        (Attendance.ABSENT_WITH_NOTICE, _("sent notice of absence")),
    ]
