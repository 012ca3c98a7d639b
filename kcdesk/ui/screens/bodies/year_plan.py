"""The body's year: when it means to meet, until when material is taken in, what came of it."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from kcdesk.domain.message import Message
from kcdesk.domain.planned_meeting import PlannedMeeting
from kcdesk.i18n import _
from kcdesk.services.next_planned import meetings_by_day
from kcdesk.services.ports import Clock, Shelf
from kcdesk.services.read_clock import read_clock
from kcdesk.ui.qt.session_bridge import SessionBridge
from kcdesk.ui.screens.bodies.plan_table import PlanTable, title_of
from kcdesk.ui.widgets.clock_edit import clock_text
from kcdesk.ui.widgets.day_text import day_text, read_day
from kcdesk.ui.widgets.row_table_model import Column


class YearPlanTable(PlanTable):
    """The last cell of a day makes its meeting, or leads to it.

    ``planned_wanted`` carries the ``PlannedMeeting`` that is to be made, ``meeting_chosen`` the id
    of a meeting that is there.
    """

    row_class = PlannedMeeting

    planned_wanted = Signal(object)
    meeting_chosen = Signal(str)

    def __init__(self, bridge: SessionBridge, shelf: Shelf, clock: Clock) -> None:
        self._shelf, self._clock = shelf, clock
        self._made = meetings_by_day(shelf, bridge.records.root_id)
        columns = (
            Column(Message("Title"), title_of, self.writer("title"), width=140),
            Column(Message("Day"), _day, self._day_writer("day"), width=112),
            Column(Message("Begins"), _start, self._clock_writer("start"), width=72),
            Column(Message("Ends"), _end, self._clock_writer("end"), width=72),
            Column(Message("Place"), _place, self.writer("place"), width=150, least=72),
            Column(
                Message("Material by"), _material_by, self._day_writer("material_by"), width=112
            ),
            Column(Message("Meeting"), self._meeting, width=128, least=116, act=self._act),
        )
        super().__init__(bridge, _("Year plan"), _("Add a day"), columns)

    def refresh(self) -> None:
        """Show the rows, and which of them have a meeting, as they are."""
        self._made = meetings_by_day(self._shelf, self._bridge.records.root_id)
        super().refresh()

    def show_row(self, id: str) -> None:
        """Put the focus on what makes the meeting of a day."""
        self._table.choose(id, self._table.model().columnCount() - 1)
        self._table.setFocus()

    def _day_writer(self, field: str) -> Any:
        return partial(self._write_day, field)

    def _write_day(self, field: str, row: PlannedMeeting, text: str) -> None:
        self.write(field, row, read_day(text, self._clock.today()))

    def _clock_writer(self, field: str) -> Any:
        return partial(self._write_clock, field)

    def _write_clock(self, field: str, row: PlannedMeeting, text: str) -> None:
        try:
            clock = read_clock(text)
        except ValueError as error:
            words = _("“{text}” is no time of day. Write it like 8.30.", text=text)
            raise ValueError(words) from error
        self.write(field, row, clock)

    def _meeting(self, row: PlannedMeeting) -> str:
        if row.day is None:
            return ""
        return _("Open the meeting") if row.day in self._made else _("Create the meeting…")

    def _act(self, row: PlannedMeeting) -> None:
        if row.day in self._made:
            self.meeting_chosen.emit(self._made[row.day])
        else:
            self.planned_wanted.emit(row)


def _day(row: PlannedMeeting) -> str:
    return day_text(row.day)


def _start(row: PlannedMeeting) -> str:
    return clock_text(row.start)


def _end(row: PlannedMeeting) -> str:
    return clock_text(row.end)


def _place(row: PlannedMeeting) -> str:
    return row.place


def _material_by(row: PlannedMeeting) -> str:
    return day_text(row.material_by)
