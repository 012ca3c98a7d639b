"""The way of the minutes after the meeting as a line with its days, and today marked on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcdesk.domain.approval import DateKey
from kcdesk.domain.schedule import Schedule, ScheduledDay
from kcdesk.i18n import _, current
from kcdesk.ui.qt.style_sheet import NORMAL, SMALL
from kcdesk.ui.qt.theme import GRID, Colors, current_colors
from kcdesk.ui.widgets.scheduled_day import Urgency, urgency

RADIUS = 5


@dataclass(frozen=True, slots=True)
class Stop:
    """A day on the line: what it is, when, whether it is behind us, and how near."""

    name: str
    day: date
    is_past: bool
    how: Urgency


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
        found.append(Stop(_name(day), when, past, urgency(day, today)))
    return tuple(found)


def _name(day: ScheduledDay) -> str:
    match day.key:
        case DateKey.APPROVE_BY:
            return _("Approval")
        case DateKey.POST_BY:
            return _("Notice")
        case DateKey.LAST_APPEAL_DAY:
            return _("Last day")
        case DateKey.TAKE_DOWN:
            return _("Down")


class Timeline(QWidget):
    """Stops at even distances, so that near days do not run together; filled ones are behind us."""

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
        self.update()

    def today_at(self) -> float:
        """Return where today stands, in stops from the first (0.5: midway to the second)."""
        days = [stop.day for stop in self._stops]
        for index in range(len(days) - 1):
            if self._today < days[index + 1]:
                gone = max((self._today - days[index]).days, 0)
                whole = (days[index + 1] - days[index]).days
                return index + (gone / whole if whole > 0 else 0)
        return float(max(len(days) - 1, 0))

    def sizeHint(self) -> QSize:
        """Room for a name, the line and a day."""
        return QSize(5 * 7 * GRID, 8 * GRID)

    def minimumSizeHint(self) -> QSize:
        """Room for the days without their names."""
        return QSize(5 * 5 * GRID, 8 * GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, its stops and today."""
        del event
        if not self._stops:
            return
        colors = current_colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self.width() / len(self._stops)
        y = self.height() / 2
        first, last = step / 2, self.width() - step / 2
        here = first + self.today_at() * step
        painter.setPen(QPen(QColor(colors.line), 2))
        painter.drawLine(QPointF(first, y), QPointF(last, y))
        painter.setPen(QPen(QColor(colors.accent), 2))
        painter.drawLine(QPointF(first, y), QPointF(here, y))
        for index, stop in enumerate(self._stops):
            self._paint_stop(painter, stop, QRect(round(index * step), 0, round(step), 0), y)
        self._paint_today(painter, here, y)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when colours or text size change."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.update()

    # ---- inside --------------------------------------------------------------------------

    def _paint_stop(self, painter: QPainter, stop: Stop, column: QRect, y: float) -> None:
        colors = current_colors()
        color = QColor(_color(stop, colors))
        painter.setPen(QPen(color, 2))
        painter.setBrush(color if stop.is_past else QColor(colors.panel))
        painter.drawEllipse(QPointF(column.left() + column.width() / 2, y), RADIUS, RADIUS)
        font = self._font()
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(colors.soft))
        height = metrics.height()
        above = QRect(column.left(), round(y) - RADIUS - 6 - height, column.width(), height)
        name = metrics.elidedText(stop.name, Qt.TextElideMode.ElideRight, column.width())
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, name)
        below = QRect(column.left(), round(y) + RADIUS + 4, column.width(), height)
        painter.setPen(QColor(colors.ink if stop.how is Urgency.CALM else color))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, day_words(stop, self._today))

    def _paint_today(self, painter: QPainter, x: float, y: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(current_colors().ink))
        tip = QPointF(x, y - 1)
        painter.drawPolygon([tip, QPointF(x - 4, y - 7), QPointF(x + 4, y - 7)])

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(QFontInfo(self.font()).pixelSize() * SMALL / NORMAL))
        return font


def day_words(stop: Stop, today: date) -> str:
    """Return "17/11", with the year where it is not this one: "17/11 2020"."""
    mark = "! " if stop.how is Urgency.LATE else ""
    year = f" {stop.day.year}" if stop.day.year != today.year else ""
    return f"{mark}{stop.day.day}/{stop.day.month}{year}"


def _color(stop: Stop, colors: Colors) -> str:
    match stop.how:
        case Urgency.LATE:
            return colors.red
        case Urgency.SOON:
            return colors.amber
        case Urgency.CALM:
            return colors.accent if stop.is_past else colors.soft
