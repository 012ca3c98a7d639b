"""The form for all that the head says; each field is kept when it is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from kcdesk.domain.lock import holder
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.operation import Group
from kcdesk.domain.profile import profile
from kcdesk.i18n import _
from kcdesk.services import edit_meeting
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.head.adjournment_rows import AdjournmentRows
from kcdesk.ui.screens.head.early_days import EarlyDays
from kcdesk.ui.screens.head.meeting_attachments import MeetingAttachments
from kcdesk.ui.screens.head.meeting_rules import MeetingRules
from kcdesk.ui.widgets.clock_edit import ClockEdit
from kcdesk.ui.widgets.day_edit import DayEdit
from kcdesk.ui.widgets.field import ChoiceField
from kcdesk.ui.widgets.lock_line import LockLine
from kcdesk.ui.widgets.meeting_kind import MEETING_KINDS
from kcdesk.ui.widgets.next_meeting_rows import NextMeetingRows
from kcdesk.ui.widgets.read_only import set_read_only
from kcdesk.ui.widgets.tipped import TippedEdit

Verb = Callable[..., Group]


class HeadForm(QWidget):
    """Day, times, place, kind and what the meeting overrides of its body's profile."""

    closed = Signal()

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._labels: dict[QWidget, QLabel] = {}
        self._build_ui()
        self._connect()
        self.refresh()

    # ---- building ------------------------------------------------------------------------

    def _build_ui(self) -> None:
        set_role(self, WidgetRole.PANEL)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.day_edit = DayEdit(self._context.clock.today)
        self.day_edit.setAccessibleName(_("Day"))
        self.planned_start = ClockEdit(_("Planned start"))
        self.planned_end = ClockEdit(_("Planned end"))
        self.actual_start = ClockEdit(_("Actual start"))
        self.actual_end = ClockEdit(_("Actual end"))
        self.place_edit = self._line(_("Place"))
        self.remote_box = QCheckBox(_("and from a distance"))
        self.title_edit = self._line(_("Title"), _("as customary"))
        self.note_edit = self._line(_("Note"))
        self.first_edit = self._line(_("First §"), _("given at approval"))
        self.first_taken = QLabel()
        set_role(self.first_taken, WidgetRole.SOON)
        self.first_taken.hide()
        self.first_span = self._span(self.first_edit, self.first_taken, between="")
        self.kind_box = ChoiceField(MEETING_KINDS)
        self.kind_box.setAccessibleName(_("Kind"))
        self.lock_line = LockLine()
        self.early_days = EarlyDays(self._context)
        self.rules = MeetingRules(self._context)
        self.adjournments = AdjournmentRows(self._context)
        self.attachments = MeetingAttachments(self._context)
        self.next_meetings = NextMeetingRows(self._context)
        self._place_fields()

    def _place_fields(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        grid.setHorizontalSpacing(2 * GRID)
        grid.setVerticalSpacing(GRID)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        left: tuple[tuple[str, QWidget], ...] = (
            (_("Day"), self.day_edit),
            (_("Planned"), self._span(self.planned_start, self.planned_end)),
            (_("Actual"), self._span(self.actual_start, self.actual_end)),
            (_("Place"), self.place_edit),
            ("", self.remote_box),
            (_("Adjournments"), self.adjournments),
        )
        right: tuple[tuple[str, QWidget], ...] = (
            (_("Kind"), self.kind_box),
            (_("Title"), self.title_edit),
            (_("First §"), self.first_span),
            (_("Note"), self.note_edit),
            (_("Summons"), self.early_days),
        )
        for column, fields in ((0, left), (2, right)):
            for row, (text, field) in enumerate(fields):
                self._place_field(grid, text, field, row + 1, column)
        below = max(len(left), len(right)) + 1
        self._place_field(grid, _("Attachments to the meeting"), self.attachments, below, 0, 3)
        self._place_field(grid, _("Coming meetings"), self.next_meetings, below + 1, 0, 3)
        grid.addWidget(self.rules, below + 2, 0, 1, 4)
        grid.addWidget(self.lock_line, 0, 0, 1, 4)

    def _place_field(
        self, grid: QGridLayout, text: str, field: QWidget, row: int, column: int, span: int = 1
    ) -> None:
        label = QLabel(text)
        set_role(label, WidgetRole.LABEL)
        label.setContentsMargins(0, GRID - 1, 0, 0)  # on the line of the field's text
        label.setBuddy(field)
        self._labels[field] = label
        grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(field, row, column + 1, 1, span, Qt.AlignmentFlag.AlignTop)

    def _line(self, name: str, placeholder: str = "") -> QLineEdit:
        line = TippedEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(placeholder)
        return line

    def _span(self, first: QWidget, second: QWidget, between: str = "–") -> QWidget:
        span = QWidget()
        layout = QHBoxLayout(span)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(first)
        if between:
            layout.addWidget(QLabel(between))
        layout.addWidget(second)
        layout.addStretch()
        span.setFocusProxy(first)
        return span

    def field(self, name: str) -> QWidget:
        """Return where a field of the meeting is edited; of those without one, the day."""
        fields: dict[str, QWidget] = {
            "start": self.planned_start,
            "place": self.place_edit,
            "remote": self.remote_box,
            "first_paragraph": self.first_edit,
            "announced_on": self.early_days.announced_edit,
            "summoned_on": self.early_days.summonses.day_edit,
            "numbering": self.rules.fold_button,
            "language": self.rules.fold_button,
        }
        return fields.get(name, self.day_edit)

    # ---- editing -------------------------------------------------------------------------

    def _connect(self) -> None:
        self.day_edit.edited.connect(partial(self._perform, edit_meeting.set_day))
        for edit in (self.planned_start, self.planned_end):
            edit.edited.connect(self._on_planned)
        for edit in (self.actual_start, self.actual_end):
            edit.edited.connect(self._on_actual)
        lines = (
            (self.place_edit, edit_meeting.set_place),
            (self.title_edit, edit_meeting.set_title),
            (self.note_edit, edit_meeting.set_note),
        )
        for line, verb in lines:
            line.editingFinished.connect(partial(self._on_line, line, verb))
        self.first_edit.editingFinished.connect(self._on_first)
        self.remote_box.clicked.connect(self._on_remote)
        self.kind_box.edited.connect(partial(self._perform, edit_meeting.set_kind))

    def _perform(self, verb: Verb, *values: object) -> None:
        bridge = self._context.bridge
        bridge.perform(verb(bridge.records, *values))

    def _on_planned(self) -> None:
        times = (self.planned_start.clock, self.planned_end.clock)
        self._perform(edit_meeting.set_planned_times, *times)

    def _on_actual(self) -> None:
        times = (self.actual_start.clock, self.actual_end.clock)
        self._perform(edit_meeting.set_actual_times, *times)

    def _on_line(self, line: QLineEdit, verb: Verb) -> None:
        self._perform(verb, line.text().strip())

    def _on_remote(self) -> None:
        self._perform(edit_meeting.set_remote, self.remote_box.isChecked())

    def _on_first(self) -> None:
        text = self.first_edit.text().strip().removeprefix("§").strip()
        number = int(text) if text.isdecimal() and 0 < int(text) < 100_000 else None
        if number is not None and (taken := self._taken(number)) is not None:
            self.first_taken.setText(_("taken at the meeting of {day}", day=taken))
        elif number is not None or not text:
            self.first_taken.clear()
            self._perform(edit_meeting.set_first_paragraph, number)
        self.first_taken.setVisible(bool(self.first_taken.text()))
        self.refresh()  # what is no number, or another meeting's, goes again

    def _taken(self, number: int) -> date | None:
        """Return the day of the meeting that has one of the §§ from a number on."""
        meeting = self._context.bridge.records.root(Meeting)
        if number == meeting.first_paragraph:
            return None
        return self._context.shelf.paragraphs.clash(meeting.id, number)

    # ---- showing -------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the meeting as it is now; a field somebody is writing in is left alone."""
        meeting = self._context.bridge.records.root(Meeting)
        if not self.day_edit.isAncestorOf(self.focusWidget() or self):
            self.day_edit.show_moment(meeting.day)
        clocks = (
            (self.planned_start, meeting.planned_start),
            (self.planned_end, meeting.planned_end),
            (self.actual_start, meeting.actual_start),
            (self.actual_end, meeting.actual_end),
        )
        for edit, clock in clocks:
            if edit.clock != clock:
                edit.show_clock(clock)
        lines = (
            (self.place_edit, meeting.place),
            (self.title_edit, meeting.title),
            (self.note_edit, meeting.note),
            (self.first_edit, str(meeting.first_paragraph or "")),
        )
        for line, text in lines:
            if line.text() != text:
                line.setText(text)
        self.remote_box.setChecked(meeting.remote)
        self.kind_box.show_value(meeting.kind)
        formal = profile(self._context.body, self._context.bridge.records).is_formal
        self.first_span.setVisible(formal)  # informal notes are never approved, nor numbered by §
        self._labels[self.first_span].setVisible(formal)
        self.rules.refresh()
        self.early_days.refresh()
        for rows in (self.adjournments, self.attachments, self.next_meetings):
            rows.refresh()
        approval = holder(self._context.bridge.records, meeting.id)
        locked = self.lock_line.show_lock(approval, read_only=self._context.read_only)
        set_read_only(self, locked=locked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold in with Escape; what was left is kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
