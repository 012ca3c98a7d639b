"""The drawing of a line of days: on screen, and the same in the help."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from kcdesk.i18n import _
from kcdesk.ui.qt.theme import GRID, Colors
from kcdesk.ui.widgets.scheduled_day import Urgency

RADIUS = 5
_GAP = 5
_DIAMOND = 5
_OUTSIDE = 0.35  # of a step: how far today stands before the first stop, or after the last


@dataclass(frozen=True, slots=True)
class Stop:
    """A day on the line: what it is, when, whether it is behind us, and how near."""

    name: str
    day: date
    is_past: bool
    how: Urgency


@dataclass(frozen=True, slots=True)
class TimelinePicture:
    """Stops at even distances, so that near days do not run together; filled ones are behind us.

    Names stand above the line and days below it; where that is too narrow, both stand together,
    above the line and below it in turn. A diamond on the line, with its word below, is today.
    """

    stops: tuple[Stop, ...]
    today: date
    font: QFont
    colors: Colors

    def height(self, width: float = 0) -> float:
        """Return how high it is: at a width, or (0) at any."""
        line = self._metrics().height()
        lines = 3 if width and self.is_wide(width) else 5
        return lines * line + 2 * (RADIUS + _GAP) + GRID

    def is_wide(self, width: float) -> bool:
        """Whether each name and day has room over or under its own stop."""
        metrics, step = self._metrics(), width / max(len(self.stops), 1)
        texts = [text for stop in self.stops for text in (stop.name, day_words(stop, self.today))]
        return all(metrics.horizontalAdvance(text) + GRID / 2 <= step for text in texts)

    def is_tight(self, width: float) -> bool:
        """Whether names would touch one another even above and below in turn."""
        metrics, step = self._metrics(), width / max(len(self.stops), 1)
        longest = max((metrics.horizontalAdvance(stop.name) for stop in self.stops), default=0)
        return longest > 1.6 * step

    def today_at(self) -> float:
        """Return where today stands, in stops from the first (0.5: midway to the second); a little
        outside before the first day and after the last.
        """
        days = [stop.day for stop in self.stops]
        if days and self.today < days[0]:
            return -_OUTSIDE
        if days and self.today > days[-1]:
            return len(days) - 1 + _OUTSIDE
        for index in range(len(days) - 1):
            if self.today < days[index + 1]:
                gone = max((self.today - days[index]).days, 0)
                whole = (days[index + 1] - days[index]).days
                return index + (gone / whole if whole > 0 else 0)
        return float(max(len(days) - 1, 0))

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        """Draw it from the upper left corner."""
        if not self.stops:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font)
        step = size.width() / len(self.stops)
        line = self._metrics().height()
        wide = self.is_wide(size.width())
        y = (1 if wide and size.height() < self.height() else 2) * line + RADIUS + _GAP
        here = step / 2 + self.today_at() * step
        last = size.width() - step / 2
        self._line(painter, min(step / 2, here), max(last, here), self.colors.line, y)
        if here > step / 2:
            self._line(painter, step / 2, min(here, last), self.colors.accent, y)
        for index, stop in enumerate(self.stops):
            x = step / 2 + index * step
            self._dot(painter, stop, QPointF(x, y))
            if wide:
                self._text(painter, stop.name, x, y - RADIUS - _GAP - line, step, self.colors.soft)
                self._day(painter, stop, x, y + RADIUS + _GAP, step)
            else:
                top = y - RADIUS - _GAP - 2 * line if index % 2 else y + RADIUS + _GAP
                middle = min(max(x, step), size.width() - step)  # the outer ones move inwards
                if self._fits(stop, 2 * x) and self._fits(stop, 2 * (size.width() - x)):
                    middle = x
                self._text(painter, stop.name, middle, top, 2 * step, self.colors.soft)
                self._day(painter, stop, middle, top + line, 2 * step)
        self._today(painter, here, y, 2 * y + GRID / 2, size.width())

    # ---- inside --------------------------------------------------------------------------

    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self.font)

    def _fits(self, stop: Stop, room: float) -> bool:
        advance = self._metrics().horizontalAdvance
        return max(advance(stop.name), advance(day_words(stop, self.today))) <= room

    def _line(self, painter: QPainter, left: float, right: float, color: str, y: float) -> None:
        painter.setPen(QPen(QColor(color), 2))
        painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _dot(self, painter: QPainter, stop: Stop, at: QPointF) -> None:
        color = QColor(_color(stop, self.colors))
        painter.setPen(QPen(color, 2))
        painter.setBrush(color if stop.is_past else QColor(self.colors.paper))
        painter.drawEllipse(at, RADIUS, RADIUS)

    def _day(self, painter: QPainter, stop: Stop, x: float, top: float, room: float) -> None:
        calm = stop.how is Urgency.CALM
        color = self.colors.ink if calm else _color(stop, self.colors)
        self._text(painter, day_words(stop, self.today), x, top, room, color)

    def _text(
        self, painter: QPainter, text: str, x: float, top: float, room: float, color: str
    ) -> None:
        metrics = self._metrics()
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setPen(QColor(color))
        area = QRectF(x - room / 2, top, room, metrics.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), elided)

    def _today(self, painter: QPainter, x: float, y: float, top: float, width: float) -> None:
        ink = QColor(self.colors.ink)
        painter.setPen(QPen(QColor(self.colors.paper), 1.5))
        painter.setBrush(ink)
        painter.drawPolygon(_diamond(x, y))
        text = _("today")
        metrics = self._metrics()
        wide = 3 * _DIAMOND + metrics.horizontalAdvance(text)
        left = min(max(x - _DIAMOND, 0), width - wide)
        painter.drawPolygon(_diamond(left + _DIAMOND, top + metrics.height() / 2))
        painter.setPen(ink)
        area = QRectF(left + 3 * _DIAMOND, top, wide, metrics.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip), text)


def day_words(stop: Stop, today: date) -> str:
    """Return "17/11", with the year where it is not this one: "17/11 2020"."""
    mark = "! " if stop.how is Urgency.LATE else ""
    year = f" {stop.day.year}" if stop.day.year != today.year else ""
    return f"{mark}{stop.day.day}/{stop.day.month}{year}"


def _diamond(x: float, y: float) -> QPolygonF:
    d = _DIAMOND
    return QPolygonF([QPointF(x, y - d), QPointF(x + d, y), QPointF(x, y + d), QPointF(x - d, y)])


def _color(stop: Stop, colors: Colors) -> str:
    match stop.how:
        case Urgency.LATE:
            return colors.red
        case Urgency.SOON:
            return colors.amber
        case Urgency.CALM:
            return colors.accent if stop.is_past else colors.soft
