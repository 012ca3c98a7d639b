"""A new meeting: of which body, when, where, of what kind. The roster comes along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from kcdesk.domain.moment import ClockTime
from kcdesk.i18n import _
from kcdesk.services.ports import Clock, Shelf
from kcdesk.services.read_clock import read_clock
from kcdesk.services.summary import BodySummary
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.screens.bodies.profile_word import MEETING_KINDS
from kcdesk.ui.widgets.day_edit import DayEdit
from kcdesk.ui.widgets.field import ChoiceField, TextField
from kcdesk.ui.widgets.form_dialog import FormDialog


class NewMeetingDialog(FormDialog):
    """``entered`` carries the body's id, the day (``Moment``) and other fields of ``Meeting``."""

    entered = Signal(str, object, object)

    def __init__(
        self, shelf: Shelf, clock: Clock, body_id: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(_("New meeting"), _("Create the meeting"), parent)
        self._shelf = shelf
        self._bodies = shelf.bodies()
        self._body = QComboBox()
        self._body.addItems([_body_name(body) for body in self._bodies])
        self._body.setCurrentIndex(_place(self._bodies, body_id))
        self._day = DayEdit(clock.today)
        self._start = TextField(_("e.g. 8.30"))
        self._end = TextField(_("e.g. 12"))
        self._place = TextField(_("e.g. Sessionssalen, kommunhuset"))
        self._remote = QCheckBox(_("Some take part from a distance"))
        self._kind = ChoiceField(MEETING_KINDS)
        self._refused = QLabel(wordWrap=True)
        self._build_ui()
        self._body.activated.connect(self._on_body_chosen)
        self._on_body_chosen(self._body.currentIndex())
        self._day.setFocus()

    def _build_ui(self) -> None:
        self.add_row(_("Body"), self._body)
        self.add_row(_("Day"), self._day)
        self.add_row(_("Begins"), self._start)
        self.add_row(_("Ends"), self._end)
        self.add_row(_("Place"), self._place)
        self.add_row(_("At a distance"), self._remote)
        self.add_row(_("Kind of meeting"), self._kind)
        self.add_note(self._refused)
        set_role(self._refused, WidgetRole.LATE)
        self._refused.hide()

    def _on_body_chosen(self, index: int) -> None:
        """Suggest the place of the body's last meeting."""
        before = self._shelf.meetings(self._bodies[index].id)
        if before and not self._place.isModified():
            self._place.setText(before[0].place)

    def accept(self) -> None:
        """Tell what was entered and close; a time that makes no sense is said instead."""
        try:
            head = self._head()
        except ValueError as error:
            self._refused.setText(
                _("“{text}” is no time of day. Write it like 8.30.", text=str(error))
            )
            self._refused.show()
            return
        body_id = self._bodies[self._body.currentIndex()].id
        day = self._day.moment()
        super().accept()
        self.entered.emit(body_id, day, head)

    def _head(self) -> dict[str, Any]:
        start, end = _clock(self._start.text()), _clock(self._end.text())
        return {
            "planned_start": start,
            "planned_end": end,
            "place": self._place.text().strip(),
            "remote": self._remote.isChecked(),
            "kind": self._kind.value(),
        }


def _clock(text: str) -> ClockTime | None:
    try:
        return read_clock(text)
    except ValueError as error:
        raise ValueError(text) from error


def _body_name(body: BodySummary) -> str:
    return " · ".join(part for part in (body.name, body.organisation) if part) or _("Unnamed body")


def _place(bodies: Sequence[BodySummary], body_id: str) -> int:
    ids = [body.id for body in bodies]
    return ids.index(body_id) if body_id in ids else 0
