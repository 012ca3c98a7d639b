"""One approval with all that belongs to it: its days, approvers, place and boards."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.approval import Approval, DateKey
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.profile import profile
from kcdesk.domain.schedule import schedule
from kcdesk.i18n import _
from kcdesk.services import edit_approval
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.approval.approval_words import approval_title
from kcdesk.ui.screens.approval.approver_rows import ApproverRows
from kcdesk.ui.screens.approval.board_rows import BoardRows
from kcdesk.ui.screens.approval.date_row import DateRow
from kcdesk.ui.screens.approval.force_part import ForcePart
from kcdesk.ui.screens.approval.signing_part import SigningPart
from kcdesk.ui.widgets.clock_edit import ClockEdit
from kcdesk.ui.widgets.exact_day_edit import ExactDayEdit
from kcdesk.ui.widgets.flow_layout import FlowLayout
from kcdesk.ui.widgets.timeline import Timeline, stops_of
from kcdesk.ui.widgets.tipped import TippedEdit


class ApprovalCard(QWidget):
    """The approval of the rest, or of items approved at once."""

    items_wanted = Signal(str)  # the approval whose items are to be picked anew

    def __init__(self, context: MeetingContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.id = id
        self._build_ui()
        self._connect()
        self.refresh()

    # ---- building ------------------------------------------------------------------------

    def _build_ui(self) -> None:
        set_role(self, WidgetRole.PAPER)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        today, held_on = self._context.clock.today, self._context.held_on
        self.title_label = PlainLabel()
        self.title_label.setWordWrap(True)
        set_role(self.title_label, WidgetRole.HEADING)
        self.items_button = self._tool("edit", _("Choose other items"))
        self.remove_button = self._tool("delete", _("Remove this approval"))
        self.timeline = Timeline()
        self.no_day_label = QLabel()
        self.no_day_label.setWordWrap(True)
        set_role(self.no_day_label, WidgetRole.SOFT)
        self.date_rows = {key: DateRow(self._context, self.id, key) for key in DateKey}
        self.approvers = ApproverRows(self._context, self.id)
        self.place_edit = TippedEdit()
        self.place_edit.setAccessibleName(_("Place of approval"))
        self.planned_day = ExactDayEdit(_("Agreed day"), today, held_on)
        self.planned_time = ClockEdit(_("Agreed time"))
        self.approved_edit = ExactDayEdit(_("Approved on"), today, held_on)
        self.storage_edit = TippedEdit()
        self.storage_edit.setAccessibleName(_("Where the minutes are kept"))
        self.boards = BoardRows(self._context, self.id)
        self.force = ForcePart(self._context, self.id)
        self.signing = SigningPart(self._context, self.id)
        self._arrange()

    def _tool(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(name, "soft"))
        button.setToolTip(words)
        button.setAccessibleName(words)
        set_role(button, WidgetRole.QUIET)
        return button

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, 2 * GRID)
        layout.setSpacing(GRID)
        head = QHBoxLayout()
        head.addWidget(self.title_label, 1)
        head.addWidget(self.items_button)
        head.addWidget(self.remove_button)
        layout.addLayout(head)
        layout.addWidget(self.timeline)
        layout.addWidget(self.no_day_label)
        for row in self.date_rows.values():
            layout.addWidget(row)
        self._add_group(layout, _("Signatures"), self.signing)
        layout.addWidget(self.approvers)
        layout.addLayout(self._fields())
        self._add_group(layout, _("Notice boards"), self.boards)
        layout.addWidget(self.force)

    def _add_group(self, layout: QVBoxLayout, text: str, widget: QWidget) -> None:
        label = QLabel(text)
        set_role(label, WidgetRole.LABEL)
        layout.addSpacing(GRID // 2)
        layout.addWidget(label)
        layout.addWidget(widget)

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID)
        when = FlowLayout(gap=GRID)
        when.addWidget(self.planned_day)
        when.addWidget(self.planned_time)
        approved = QHBoxLayout()
        approved.addWidget(self.approved_edit)
        approved.addStretch()
        fields: tuple[tuple[str, QWidget | QLayout], ...] = (
            (_("Place"), self.place_edit),
            (_("Agreed"), when),
            (_("Approved"), approved),
            (_("Kept at"), self.storage_edit),
        )
        for row, (text, field) in enumerate(fields):
            label = QLabel(text)
            set_role(label, WidgetRole.SOFT)
            grid.addWidget(label, row, 0)
            if isinstance(field, QWidget):
                grid.addWidget(field, row, 1)
            else:
                grid.addLayout(field, row, 1)
        grid.setColumnStretch(1, 1)
        return grid

    # ---- showing -------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the approval as it is now."""
        records, body = self._context.bridge.records, self._context.body
        approval = records.get(Approval, self.id)
        held = profile(body, records)
        self.title_label.setText(approval_title(records, approval, held.numbering))
        out, sealed = approval.sent_on is not None, approval.sealed_on is not None
        self.items_button.setVisible(bool(approval.items) and not out)
        self.remove_button.setVisible(not out)
        for edit in (self.place_edit, self.planned_day, self.planned_time, self.approved_edit):
            edit.setReadOnly(sealed)
        lines = ((self.place_edit, approval.place), (self.storage_edit, approval.storage_location))
        for line, text in lines:
            if line.text() != text:
                line.setText(text)
                line.setCursorPosition(0)
        days = (
            (self.planned_day, approval.planned_on),
            (self.approved_edit, approval.approved_on),
        )
        for edit, day in days:
            if edit.day != day:
                edit.show_day(day)
        if self.planned_time.clock != approval.planned_time:
            self.planned_time.show_clock(approval.planned_time)
        self.signing.refresh()
        self.approvers.refresh(records)
        self.boards.refresh(records)
        self._show_days(approval)

    def focus_target(self) -> QWidget:
        """Return where the hand goes next: who signs, then the boards, then laga kraft."""
        approval = self._context.bridge.records.get(Approval, self.id)
        if approval.approved_on is None:
            return self.approved_edit
        for row in self.boards.column.rows.values():
            if row.posted_edit.day is None:
                return row.posted_edit
        for row in self.boards.column.rows.values():
            if row.removed_edit.day is None:
                return row.removed_edit
        confirms = self.force.name_edit.isVisibleTo(self)
        return self.force.name_edit if confirms else self.force.appeal_button

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in the order of the eye; what removes comes after its fields,
        and rows stand where they are seen, whenever they were added.
        """
        parts: tuple[QWidget, ...] = (
            self.items_button,
            *self.date_rows.values(),
            *self.signing.stops(),
            *self.approvers.column.rows.values(),
            self.approvers.add_box,
            self.place_edit,
            self.planned_day,
            self.planned_time,
            self.approved_edit,
            self.storage_edit,
            *self.boards.column.rows.values(),
            self.boards.add_button,
            *self.force.stops(),
            self.remove_button,
        )
        return [each for part in parts for each in _takers(part)]

    def place_of(self, row_id: str, field: str) -> QWidget | None:
        """Return the widget of a row of this approval, or of a field of it; None: not here."""
        if row_id in self.boards.column.rows:
            board = self.boards.column.rows[row_id]
            return board.removed_edit if field == "removed_on" else board.posted_edit
        if row_id in self.approvers.column.rows:
            return self.approvers.column.rows[row_id].signed_edit
        records = self._context.bridge.records
        known = row_id == self.id or (row_id in records and records.row(row_id).owner_id == self.id)
        dates = {key.value: row.unfold for key, row in self.date_rows.items()}
        fields: dict[str, QWidget] = {
            **dates,
            "place": self.place_edit,
            "planned_on": self.planned_day,
            "approved_on": self.approved_edit,
            "storage_location": self.storage_edit,
            "board": self.boards.add_button,
        }
        return fields.get(field, self.approvers.add_box) if known else None

    def _show_days(self, approval: Approval) -> None:
        records, body = self._context.bridge.records, self._context.body
        held = profile(body, records)
        calendar = self._context.calendar
        rules = (held.take_down, calendar, held.regime)
        days = schedule(records, approval, *rules, only_prepares=held.only_prepares)
        today = self._context.clock.today()
        known = {day.key: day for day in days.days}
        for key, row in self.date_rows.items():
            row.setVisible(key in known)
            if key in known:
                row.show_day(known[key], today)
        self.no_day_label.setVisible(not known)
        words = _("The dates follow when the meeting has a day.")
        if records.root(Meeting).day.day is not None:
            words = _("The public holidays of that year are not known: no dates.")
        self.no_day_label.setText(words)
        self.force.refresh(records, days.final_force)
        self.timeline.show_stops(stops_of(records.root(Meeting).day.day, days, today), today)

    # ---- editing -------------------------------------------------------------------------

    def _connect(self) -> None:
        self.place_edit.editingFinished.connect(self._on_place)
        self.storage_edit.editingFinished.connect(self._on_storage)
        self.planned_day.edited.connect(self._on_planned)
        self.planned_time.edited.connect(self._on_planned)
        self.approved_edit.edited.connect(self._on_approved)
        self.remove_button.clicked.connect(self._on_removed)
        self.items_button.clicked.connect(self._on_items)

    def _on_place(self) -> None:
        bridge = self._context.bridge
        if self.id in bridge.records:  # a field that goes loses the focus first
            place = self.place_edit.text().strip()
            bridge.perform(edit_approval.set_place(bridge.records, self.id, place))

    def _on_storage(self) -> None:
        bridge = self._context.bridge
        if self.id in bridge.records:
            place = self.storage_edit.text().strip()
            bridge.perform(edit_approval.set_storage_location(bridge.records, self.id, place))

    def _on_planned(self) -> None:
        bridge = self._context.bridge
        day, time = self.planned_day.day, self.planned_time.clock
        bridge.perform(edit_approval.set_planned(bridge.records, self.id, day, time))

    def _on_approved(self) -> None:
        bridge = self._context.bridge
        day = self.approved_edit.day
        bridge.perform(edit_approval.set_approved(bridge.records, self.id, day))

    def _on_removed(self) -> None:
        bridge = self._context.bridge
        bridge.perform(edit_approval.remove_approval(bridge.records, self.id))

    def _on_items(self) -> None:
        self.items_wanted.emit(self.id)


def _takers(part: QWidget) -> list[QWidget]:
    """Return a widget that takes the focus itself, else those in it that do, as they were made."""
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return [part]
    return [
        each for each in part.findChildren(QWidget) if each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
