"""The coming meetings that are announced: day, times, place, kind, which, and a note."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from kcdesk.domain.meeting import Meeting, NextMeeting
from kcdesk.i18n import _
from kcdesk.services.edit_next_meeting import (
    add_next_meeting,
    change_next_meeting,
    remove_next_meeting,
)
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID
from kcdesk.ui.widgets.clock_edit import ClockEdit
from kcdesk.ui.widgets.day_edit import DayEdit
from kcdesk.ui.widgets.field import ChoiceField, TextField
from kcdesk.ui.widgets.meeting_kind import MEETING_KINDS
from kcdesk.ui.widgets.owned_rows import OwnedRow, OwnedRows, remove_button


class NextMeetingRow(OwnedRow):
    """One coming meeting."""

    def __init__(self, context: MeetingContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(context, id, parent)
        self.day_edit = DayEdit(context.clock.today, self._held_on)
        self.day_edit.setAccessibleName(_("Day of the coming meeting"))
        self.start_edit = ClockEdit(_("Start of the coming meeting"))
        self.end_edit = ClockEdit(_("End of the coming meeting"))
        self.place_edit = _line(_("Place of the coming meeting"), _("Place"))
        self.kind_box = ChoiceField(MEETING_KINDS)
        self.kind_box.setAccessibleName(_("Kind of the coming meeting"))
        self.title_edit = _line(_("Title of the coming meeting"), _("Title"))
        self.note_edit = _line(_("Note on the coming meeting"), _("Note"))
        self.remove_button = remove_button(_("Remove the coming meeting"))
        self.place_fields()
        self._connect()

    def place_fields(self) -> None:
        """Put the fields beside each other."""
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID)
        fields = (
            (self.day_edit, 3),
            (self.start_edit, 0),
            (QLabel("–"), 0),
            (self.end_edit, 0),
            (self.place_edit, 2),
            (self.kind_box, 0),
            (self.title_edit, 3),
            (self.note_edit, 2),
            (self.remove_button, 0),
        )
        for column, (field, stretch) in enumerate(fields):
            grid.addWidget(field, 0, column, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(column, stretch)

    def _connect(self) -> None:
        fields = (
            ("day", self.day_edit),
            ("start", self.start_edit),
            ("end", self.end_edit),
            ("place", self.place_edit),
            ("kind", self.kind_box),
            ("title", self.title_edit),
            ("note", self.note_edit),
        )
        for name, field in fields:
            field.edited.connect(partial(self._on_edited, name))
        self.remove_button.clicked.connect(self._on_removed)

    def refresh(self) -> None:
        """Show the row as it is now; a field somebody is writing in is left alone."""
        row = self.records.get(NextMeeting, self.id)
        if self.day_edit.moment() != row.day:
            self.day_edit.show_moment(row.day)
        for edit, clock in ((self.start_edit, row.start), (self.end_edit, row.end)):
            if edit.clock != clock:
                edit.show_clock(clock)
        self.place_edit.show_text(row.place)
        self.kind_box.show_value(row.kind)
        self.title_edit.show_text(row.title)
        self.note_edit.show_text(row.note)

    def stops(self) -> list[QWidget]:
        """In the order of reading."""
        return [
            self.day_edit,
            self.start_edit,
            self.end_edit,
            self.place_edit,
            self.kind_box,
            self.title_edit,
            self.note_edit,
            self.remove_button,
        ]

    def _held_on(self) -> date | None:
        return self.records.root(Meeting).day.day

    def _on_edited(self, field: str, value: object) -> None:
        self.perform(change_next_meeting(self.records, self.id, **{field: value}))

    def _on_removed(self) -> None:
        self.perform(remove_next_meeting(self.records, self.id))


class NextMeetingRows(OwnedRows):
    """All coming meetings, and the way to add one."""

    def __init__(
        self,
        context: MeetingContext,
        parent: QWidget | None = None,
        *,
        row_editor: type[NextMeetingRow] = NextMeetingRow,
    ) -> None:
        super().__init__(context, NextMeeting, row_editor, parent)
        self.add_button = self.offer(_("Add a coming meeting"))
        self.add_button.clicked.connect(self._on_add)

    def _on_add(self) -> None:
        self.make(add_next_meeting)


def _line(name: str, placeholder: str) -> TextField:
    line = TextField(placeholder)
    line.setAccessibleName(name)
    return line
