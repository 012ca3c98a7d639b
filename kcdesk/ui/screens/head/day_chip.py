"""A chip with a date that comes next; pressed, it unfolds why it is that day."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QPushButton, QWidget

from kcdesk.domain.schedule import ScheduledDay
from kcdesk.i18n import _
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.theme import set_role
from kcdesk.ui.widgets.scheduled_day import Urgency, short_words

ICONS = {
    Urgency.CALM: ("calendar", "accent"),
    Urgency.SOON: ("clock", "amber"),
    Urgency.LATE: ("warning", "red"),
}


class DayChip(QPushButton):
    """Amber when near, red and with the word when late; never colour alone."""

    def __init__(
        self, day: ScheduledDay, how: Urgency, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.day = day
        words = short_words(day, how, today)
        self.setText(words)
        self.setIcon(icon(*ICONS[how]))
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setToolTip(_("Show why it is this day"))
        set_role(self, how.value)
