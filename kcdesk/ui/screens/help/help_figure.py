"""The figures of the help, drawn by the same code as on screen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, QSizeF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from kcdesk.domain.approval import Approval, Notice
from kcdesk.domain.body import TakeDown
from kcdesk.domain.deadline import HolidayCalendar
from kcdesk.domain.meeting import Meeting
from kcdesk.domain.moment import Moment
from kcdesk.domain.records import Records
from kcdesk.domain.schedule import schedule
from kcdesk.ui.qt.theme import GRID, Colors
from kcdesk.ui.widgets.timeline import stops_of
from kcdesk.ui.widgets.timeline_picture import TimelinePicture

MET, APPROVED, POSTED = date(2026, 11, 12), date(2026, 11, 26), date(2026, 11, 27)
TODAY = date(2026, 12, 4)
"""The days that the text beside the figure tells of."""


def timeline_figure(
    calendar: HolidayCalendar, font: QFont, colors: Colors, width: int, ratio: float
) -> QImage:
    """Return the line of days of an example, for a page of that width in pixels of the page."""
    rows = (
        Meeting(id="m", day=Moment(MET)),
        Approval(id="a", owner_id="m", approved_on=APPROVED),
        Notice(id="n", owner_id="a", posted_on=POSTED),
    )
    records = Records("m", rows)
    days = schedule(records, records.get(Approval, "a"), TakeDown.DAY_AFTER, calendar)
    picture = TimelinePicture(stops_of(MET, days, TODAY), TODAY, font, colors)
    height = picture.height(width)
    size = QSize(width, round(height) + 2 * GRID)
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    painter.translate(0, GRID)
    picture.paint(painter, QSizeF(width, height))
    painter.end()
    return image
