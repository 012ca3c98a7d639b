"""The way of the minutes after the meeting as a line with its days, and today marked on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QEvent, QSize, QSizeF
from PySide6.QtGui import QFont, QFontInfo, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcdesk.domain.approval import DateKey
from kcdesk.domain.deadline import EarlyKey
from kcdesk.domain.schedule import Schedule
from kcdesk.i18n import _, current
from kcdesk.ui.qt.style_sheet import NORMAL, SMALL
from kcdesk.ui.qt.theme import GRID, current_colors
from kcdesk.ui.widgets.scheduled_day import Urgency, urgency
from kcdesk.ui.widgets.timeline_picture import Stop, TimelinePicture


def stops_of(meeting: date | None, schedule: Schedule, today: date) -> tuple[Stop, ...]:
    """Return the days of an approval in their order: what happened, else what is computed."""
    if meeting is None or schedule.approve_by is None:
        return ()
    found = [Stop(_("Meeting"), meeting, meeting <= today, Urgency.CALM)]
    for day in schedule.days:
        when = day.happened or day.day
        # The time for appeals runs from the notice: while that is not up, no day of it has passed.
        over = not day.is_to_do and not day.is_presumed and when < today
        past = day.happened is not None or over
        found.append(Stop(_name(day.key), when, past, urgency(day, today)))
    return tuple(found)


def _name(key: DateKey | EarlyKey) -> str:
    match key:
        case DateKey.APPROVE_BY:
            return _("Approval")
        case DateKey.POST_BY:
            return _("Notice")
        case DateKey.LAST_APPEAL_DAY:
            return _("Last day")
        case DateKey.TAKE_DOWN:
            return _("Down")
        case DateKey.FINAL_FORCE:
            return _("Force")
        case EarlyKey.SUMMON_BY | EarlyKey.ANNOUNCE_BY:
            return _("Summons")


class Timeline(QWidget):
    """A ``TimelinePicture`` that says in words what it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stops: tuple[Stop, ...] = ()
        self._today = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stops(self, stops: tuple[Stop, ...], today: date) -> None:
        """Show the days, as seen from today."""
        self._stops, self._today = stops, today
        words = [f"{stop.name} {current().long_day(stop.day)}" for stop in stops]
        words.append(_("today {day}", day=today))
        self.setAccessibleName(_("Timeline"))
        self.setAccessibleDescription("; ".join(words))
        self.setToolTip("\n".join(words))
        self.setVisible(bool(stops))
        self.updateGeometry()
        self.update()

    def picture(self) -> TimelinePicture:
        """Return what it draws."""
        picture = TimelinePicture(self._stops, self._today, self._font(), current_colors())
        while self.width() and picture.is_tight(self.width()) and picture.font.pixelSize() > SMALL:
            smaller = QFont(picture.font)
            smaller.setPixelSize(picture.font.pixelSize() - 1)
            picture = replace(picture, font=smaller)
        return picture

    def sizeHint(self) -> QSize:
        """Room for names, line, days and the word for today."""
        return QSize(6 * 7 * GRID, round(self.picture().height()))

    def minimumSizeHint(self) -> QSize:
        """Narrower, with names and days above and below in turn."""
        return QSize(6 * 3 * GRID, round(self.picture().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew: names and days may find other places."""
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, its stops and today."""
        del event
        painter = QPainter(self)
        self.picture().paint(painter, QSizeF(self.size()))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when colours or text size change."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(QFontInfo(self.font()).pixelSize() * SMALL / NORMAL))
        return font
