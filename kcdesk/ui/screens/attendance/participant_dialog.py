"""All that is known of a participant, to be set precisely. Every change is kept at once."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.participant import Attendance, Participant
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.edit_attendance import describe, set_attendance, set_remote
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.text_paint import pixels
from kcdesk.ui.qt.theme import GRID, NORMAL, WidgetRole, set_role
from kcdesk.ui.screens.attendance.participant_form import ParticipantForm
from kcdesk.ui.screens.attendance.participant_spans import all_verbs
from kcdesk.ui.screens.attendance.participant_words import shown_name
from kcdesk.ui.screens.attendance.span_row import Span
from kcdesk.ui.screens.attendance.span_section import SpanSection
from kcdesk.ui.widgets.screen_room import within_screen

_SIZE = (720, 680)
"""Width and height to begin with, at the normal text size."""


class ParticipantDialog(QDialog):
    """Opened with ``open``; Escape or Close ends it, Enter goes nowhere."""

    def __init__(self, context: MeetingContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._id = id
        self.heading = PlainLabel()
        self.form = ParticipantForm()
        self.trouble = PlainLabel(wraps=True)
        self.trouble.hide()
        self._verbs = all_verbs(context, id)
        self.sections = {
            name: SpanSection(verbs.title, verbs.nothing, verbs.row)
            for name, verbs in self._verbs.items()
        }
        self._build_ui()
        self._connect()
        self._show()
        self.form.texts["name"][0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter leaves a field; it does not close the dialog."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _build_ui(self) -> None:
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Participant"))
        set_role(self.heading, WidgetRole.TITLE)
        set_role(self.trouble, WidgetRole.LATE)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 2 * GRID)
        column.setSpacing(GRID)
        column.addWidget(self.heading)
        column.addWidget(self.form)
        for section in self.sections.values():
            column.addWidget(section)
        column.addStretch()
        area = QScrollArea(widgetResizable=True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(page.minimumSizeHint().width() + 2 * GRID)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._close = buttons.button(QDialogButtonBox.StandardButton.Close)
        self._close.setText(_("Close"))
        buttons.rejected.connect(self.reject)
        foot = QVBoxLayout()
        foot.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        foot.addWidget(self.trouble)
        foot.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area, 1)
        layout.addLayout(foot)
        scale = pixels(self.font()) / NORMAL
        self.resize(within_screen(self, QSize(round(_SIZE[0] * scale), _SIZE[1])))

    def _connect(self) -> None:
        self.form.edited.connect(self._on_form)
        for name, section in self.sections.items():
            section.added.connect(partial(self._on_added, name))
            section.edited.connect(partial(self._on_edited, name))
            section.removed.connect(partial(self._on_removed, name))
        self._context.bridge.facts_changed.connect(self._show)
        self._context.bridge.replaced.connect(self._show)

    @property
    def _records(self) -> Records:
        return self._context.bridge.records

    def _show(self) -> None:
        participant = self._records.find(Participant, self._id)
        if participant is None:  # taken off the list, as by undo
            self.reject()
            return
        self.heading.setText(shown_name(participant))
        self.form.show_participant(participant)
        for name, section in self.sections.items():
            section.show_spans(self._verbs[name].spans(self._records))
        stops = [stop for section in self.sections.values() for stop in section.stops()]
        for before, after in pairwise((*stops, self._close)):
            QWidget.setTabOrder(before, after)

    def _on_form(self, field: str, value: object) -> None:
        perform = self._context.bridge.perform
        if isinstance(value, Attendance):
            perform(set_attendance(self._records, self._id, value))
        elif field == "remote":
            perform(set_remote(self._records, self._id, bool(value)))
        elif field != "name" or value:
            perform(describe(self._records, self._id, **{field: value}))
        else:
            self._show()

    def _on_added(self, name: str) -> None:
        before = set(self.sections[name].rows)
        self._context.bridge.perform(self._verbs[name].add(self._records))
        for id in self.sections[name].rows.keys() - before:
            self.sections[name].rows[id].setFocus()

    def _on_edited(self, name: str, id: str, span: Span) -> None:
        try:
            group = self._verbs[name].change(self._records, id, span)
        except ValueError:
            self.trouble.setText(_("It cannot end before it begins. Nothing was changed."))
            self.trouble.show()
            self._show()
            return
        self.trouble.hide()
        self._context.bridge.perform(group)

    def _on_removed(self, name: str, id: str) -> None:
        self._context.bridge.perform(self._verbs[name].remove(self._records, id))
        self.sections[name].add_button.setFocus()
