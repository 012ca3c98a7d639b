"""What goes to whom after the meeting, and what has been sent: when, how and by whom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.dispatch import Dispatch, DispatchMethod
from kcdesk.domain.numbering import numbers, top_item
from kcdesk.domain.profile import profile
from kcdesk.i18n import _, current
from kcdesk.services.dispatch import Consignment, consignments, forget_sent, note_sent
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.approval.noted_row import NotedRow, plain_field, show_day, show_text
from kcdesk.ui.widgets.exact_day_edit import ExactDayEdit
from kcdesk.ui.widgets.flow_layout import FlowLayout
from kcdesk.ui.widgets.row_column import RowColumn
from kcdesk.wording.dispatch import method_name
from kcdesk.wording.presence import Places

_DAY = 124  # pixels at most: how it was sent stands beside it in a panel of usual width


class DispatchRow(NotedRow):
    """One recipient: what she gets, the day, how, by whom, a note."""

    def __init__(self, context: MeetingContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(context, name, parent)
        self.label = PlainLabel()
        self.label.setWordWrap(True)
        self.sent_edit = ExactDayEdit(
            _("Sent to {name}", name=name), context.clock.today, context.held_on
        )
        self.method_box = QComboBox()
        self.method_box.setMinimumContentsLength(8)
        self.method_box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for method in DispatchMethod:
            self.method_box.addItem(method_name(current(), method), method.value)
        self.method_box.setAccessibleName(_("How it was sent to {name}", name=name))
        self.by_edit = plain_field(_("who sent it"), _("Who sent it to {name}", name=name))
        self.note_edit = plain_field(_("note"), _("Note on what was sent to {name}", name=name))
        self.name_removal(_("Take back what is noted of {name}", name=name))
        self._arrange()
        self.sent_edit.edited.connect(self._on_day)
        self.method_box.activated.connect(self._on_method)
        self.by_edit.editingFinished.connect(self._on_by)
        self.note_edit.editingFinished.connect(self._on_note)
        self.remove_button.clicked.connect(self._on_clear)

    def _arrange(self) -> None:
        grid = self.grid
        grid.setVerticalSpacing(GRID // 2)
        grid.addWidget(self.label, 0, 0, 1, 2)
        grid.addWidget(self.remove_button, 0, 2, Qt.AlignmentFlag.AlignTop)
        self.sent_edit.setMaximumWidth(_DAY)
        when = FlowLayout(gap=GRID)
        when.addWidget(self.sent_edit)
        when.addWidget(self.method_box)
        grid.addLayout(when, 1, 0, 1, 3)
        grid.addWidget(self.by_edit, 2, 0, 1, 3)
        grid.addWidget(self.note_edit, 3, 0, 1, 3)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in the order of the eye."""
        return [self.sent_edit, self.method_box, self.by_edit, self.note_edit, self.remove_button]

    def show_consignment(self, consignment: Consignment, where: str) -> None:
        """Show what is noted now."""
        words = f"{consignment.name}, {where}" if where else consignment.name
        if not consignment.is_sent:
            unsent = _("not sent")
            words = f"{words} · {unsent}"
        self.label.setText(words)
        noted = self._noted(consignment)
        shown = noted or Dispatch(id="")
        show_day(self.sent_edit, shown.sent_on)
        self.method_box.setCurrentIndex(self.method_box.findData(shown.method.value))
        show_text(self.by_edit, shown.sent_by)
        show_text(self.note_edit, shown.note)
        self.remove_button.setVisible(noted is not None)

    def _noted(self, consignment: Consignment) -> Dispatch | None:
        records = self.context.bridge.records
        for recipient in consignment.recipients:
            for row in records.children(recipient.id, Dispatch):
                return row
        return None

    def _note(self, **fields: object) -> None:
        bridge = self.context.bridge
        bridge.perform(note_sent(bridge.records, self.key, **fields))

    def _on_day(self) -> None:
        self._note(sent_on=self.sent_edit.day)

    def _on_method(self) -> None:
        self._note(method=DispatchMethod(self.method_box.currentData()))

    def _on_by(self) -> None:
        self._note_text("sent_by", self.by_edit.text().strip())

    def _on_note(self) -> None:
        self._note_text("note", self.note_edit.text().strip())

    def _note_text(self, field: str, text: str) -> None:
        """Keep a text; an empty field that is only passed through notes nothing."""
        found = next(
            (e for e in consignments(self.context.bridge.records) if e.name == self.key), None
        )
        if found is not None and (text or self._noted(found) is not None):
            self._note(**{field: text})

    def _on_clear(self) -> None:
        bridge = self.context.bridge
        bridge.perform(forget_sent(bridge.records, self.key))


class DispatchCard(QWidget):
    """All recipients of the meeting's decisions; hidden where none is named."""

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        set_role(self, WidgetRole.PAPER)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel(_("Dispatch"))
        set_role(title, WidgetRole.HEADING)
        self.summary = QLabel()
        set_role(self.summary, WidgetRole.SOFT)
        self.column = RowColumn(self._make)
        head = FlowLayout(gap=GRID)
        head.addWidget(title)
        head.addWidget(self.summary)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        layout.addWidget(self.column)
        self.hide()  # until it has a place: shown before, it would flash up as a window of its own

    def refresh(self) -> None:
        """Show the recipients as they are now."""
        records = self._context.bridge.records
        found = consignments(records)
        self.setVisible(bool(found))
        self.column.show_ids([each.name for each in found])
        numbering = profile(self._context.body, records).numbering
        places = Places(current(), numbers(records, numbering), numbering)
        for each in found:
            ids = tuple(dict.fromkeys(top_item(records, item).id for item in each.items))
            self.column.rows[each.name].show_consignment(each, places.items(ids))
        done = sum(each.is_sent for each in found)
        self.summary.setText(
            _("All is sent")
            if done == len(found)
            else _("{done} of {count} sent", done=done, count=len(found))
        )

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in the order of the eye."""
        return [stop for row in self.column.rows.values() for stop in row.stops()]

    def show_place(self, name: str, field: str) -> None:
        """Lead to what is noted of a recipient."""
        row = self.column.rows.get(name)
        if row is not None:
            (row.by_edit if field == "sent_by" else row.sent_edit).setFocus()

    def _make(self, name: str) -> DispatchRow:
        return DispatchRow(self._context, name)
