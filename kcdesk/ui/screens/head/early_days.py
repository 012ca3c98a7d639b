"""Before the meeting: when it must be announced and summoned to, why, and when it was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kcdesk.domain.early_schedule import early_schedule
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.profile import profile
from kcdesk.domain.regime import Regime
from kcdesk.domain.schedule import ScheduledDay
from kcdesk.i18n import _, current
from kcdesk.services.edit_meeting import set_announced
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.head.summons_rows import SummonsRows
from kcdesk.ui.widgets.exact_day_edit import ExactDayEdit
from kcdesk.ui.widgets.scheduled_day import day_label, explanation, happened_words


class EarlyDays(QWidget):
    """The days with their reasons, and (of fullmäktige) the day of the kungörelse."""

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.words = QLabel(wordWrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(self.words, WidgetRole.SOFT)
        self.announced_edit = ExactDayEdit(_("Day of the kungörelse"), context.clock.today)
        self._announced_label = QLabel(_("Announced"))
        set_role(self._announced_label, WidgetRole.SOFT)
        self.summonses = SummonsRows(context)
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addWidget(self._announced_label)
        line.addWidget(self.announced_edit)
        line.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, GRID - 1, 0, 0)  # on the line of its label
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.words)
        layout.addLayout(line)
        layout.addWidget(self.summonses)
        self.announced_edit.edited.connect(self._on_announced)

    def refresh(self) -> None:
        """Show the meeting as it is now."""
        records, today = self._context.bridge.records, self._context.clock.today()
        meeting, held = records.root(Meeting), profile(self._context.body, records)
        days = early_schedule(records, held, self._context.calendar)
        lines = [line for day in days for line in _lines(day, happened_words(day, today))]
        if not lines and held.regime is not Regime.COUNCIL:
            lines = [_("No rule: the body’s profile may say how many days before.")]
        self.words.setText("\n".join(lines))
        self.words.setVisible(bool(lines))
        announces = held.regime is Regime.COUNCIL or meeting.announced_on is not None
        for widget in (self._announced_label, self.announced_edit):
            widget.setVisible(announces)
        self.summonses.refresh()
        if self.announced_edit.day != meeting.announced_on:
            self.announced_edit.show_day(meeting.announced_on)

    def _on_announced(self) -> None:
        bridge = self._context.bridge
        bridge.perform(set_announced(bridge.records, self.announced_edit.day))


def _lines(day: ScheduledDay, happened: str) -> list[str]:
    head = f"{day_label(day)}: {current().weekday(day.day)}"
    return [f"{head} · {happened}" if happened else head, *explanation(day)]
