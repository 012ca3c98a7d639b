"""The coming meetings, in the item that is called so: here they are told, so here they are written.

The same rows stand in the head of the meeting.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kcdesk.domain.coming_meetings import coming_meetings_item
from kcdesk.domain.meeting import NextMeeting
from kcdesk.domain.records import Records
from kcdesk.i18n import _, current
from kcdesk.ui.qt.in_use import in_use
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.part import INSET, Part
from kcdesk.ui.widgets.elided import ElidedButton
from kcdesk.ui.widgets.next_meeting_rows import NextMeetingRow, NextMeetingRows
from kcdesk.wording.coming_meeting import what, when_and_where


class ComingRow(NextMeetingRow):
    """One coming meeting in words, as it will be printed; its fields while it is used."""

    def place_fields(self) -> None:
        """Put the words above, the fields in lines below them."""
        self.words = ElidedButton(self)
        set_role(self.words, WidgetRole.SOFT)
        self.words.clicked.connect(self._on_words_clicked)
        self._dash = QLabel("–", self)
        self._used = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self.words)
        top = Qt.AlignmentFlag.AlignTop
        for fields in (
            ((self.day_edit, 1), (self.start_edit, 0), (self._dash, 0), (self.end_edit, 0)),
            ((self.place_edit, 1), (self.kind_box, 0)),
            ((self.title_edit, 1), (self.note_edit, 1), (self.remove_button, 0)),
        ):
            line = QHBoxLayout()
            line.setSpacing(GRID)
            for field, stretch in fields:
                line.addWidget(field, stretch, top)
            column.addLayout(line)

    def refresh(self) -> None:
        """Say what is known."""
        super().refresh()
        row = self.records.get(NextMeeting, self.id)
        said = (when_and_where(current(), row), what(current(), row))
        self.words.say(" · ".join(filter(None, said)) or _("A coming meeting"))
        self._show_fields()

    def stops(self) -> list[QWidget]:
        """The words that unfold the fields; else the fields."""
        return [self.words, *super().stops()]

    def enter(self) -> None:
        """Show the fields and put the caret into the first."""
        self._used = True
        self._show_fields()
        self.day_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def fold(self) -> None:
        """Show the words alone once somebody has gone on."""
        if self._used and not in_use(self, before=True):
            self._used = False
            self._show_fields()

    def _show_fields(self) -> None:
        self.words.setHidden(self._used)
        for field in (*super().stops(), self._dash):
            field.setVisible(self._used)

    def _on_words_clicked(self) -> None:
        self.enter()


class ComingPart(Part):
    """All coming meetings, and the way to add one."""

    def __init__(self, editing: ItemEditing) -> None:
        super().__init__(editing, "", _("Coming meetings"))
        self.rows = NextMeetingRows(editing.context, self, row_editor=ComingRow)
        self.rows.setContentsMargins(INSET, 0, 0, 0)
        self.body.addWidget(self.rows)

    def refresh(self, _records: Records) -> None:
        """Show the rows as they are."""
        self.rows.refresh()
        self.rows.add_button.setHidden(self.editing.calm)

    def stops(self) -> list[QWidget]:
        """In the order of reading; what adds one comes last."""
        stops = [stop for row in self.rows.rows.values() for stop in row.stops()]
        return [*stops, self.rows.add_button]

    def show_tools(self) -> None:
        """A row that nobody is in any more is folded."""
        super().show_tools()
        for row in self.rows.rows.values():
            if isinstance(row, ComingRow):
                row.fold()

    def row_in_focus(self) -> str:
        """Return the meeting that the focus is in."""
        focus = QApplication.focusWidget()
        rows = self.rows.rows.items()
        return next((id for id, row in rows if focus and row.isAncestorOf(focus)), "")

    def field_of(self, row_id: str, _name: str) -> QWidget | None:
        """Return where a coming meeting is written."""
        row = self.rows.rows.get(row_id)
        return row.stops()[0] if row is not None else None


def tells_of_meetings(editing: ItemEditing, records: Records) -> bool:
    """Whether the item is the one for the coming meetings; at the meeting, if there are any."""
    item = coming_meetings_item(records)
    if item is None or item.id != editing.item_id:
        return False
    return not editing.calm or bool(records.children(records.root_id, NextMeeting))
