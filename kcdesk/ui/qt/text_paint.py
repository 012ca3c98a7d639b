"""Text in delegates: broken over a few lines, the last one cut where it must be."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QTextLayout, QTextOption

_LETTERS = 3
"""How many letters of a parted word stand on the next line at least."""


def broken(text: str, font: QFont, width: int, limit: int, later: int = 0) -> list[str]:
    """Return text as at most ``limit`` lines of ``width`` pixels; what is left over is elided.

    ``later`` is the width of the lines after the first, where that is another one.
    """
    if not text:
        return [""]
    layout = QTextLayout(text, font)
    units = text.encode("utf-16-le", "surrogatepass")  # what Qt counts in, two bytes each
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        room = later if lines and later else width
        line.setLineWidth(max(room, 1))
        start = line.textStart()
        if len(lines) == limit - 1:
            rest = QFontMetrics(font).elidedText(
                _text(units[2 * start :]), Qt.TextElideMode.ElideRight, room
            )
            lines.append(rest)
            break
        end = start + line.textLength()
        if short := _torn(units, start, end):
            # A word wider than the line parts with a hyphen, and leaves some letters to the next.
            line.setLineWidth(max(room - QFontMetrics(font).horizontalAdvance("-"), 1))
            end = min(start + line.textLength(), short)
            line.setNumColumns(end - start)
            lines.append(f"{_text(units[2 * start : 2 * end])}-")
            continue
        lines.append(_text(units[2 * start : 2 * end]).rstrip())
    layout.endLayout()
    return lines


def _torn(units: bytes, start: int, end: int) -> int:
    """Return where a line ends at the latest that would part a word; 0 where it parts none."""
    before, after = (_text(units[2 * at : 2 * at + 2]) for at in (end - 1, end))
    if not (before.isalpha() and after.isalpha()):
        return 0
    rest = _text(units[2 * end :])
    left = next((at for at, each in enumerate(rest) if not each.isalpha()), len(rest))
    return max(end - max(_LETTERS - left, 0), start + 1)


def wrapped_height(text: str, font: QFont, width: int) -> int:
    """Return the height of a text broken over as many lines as it takes."""
    layout = wrapped(text, font, width)
    return round(layout.boundingRect().height())


def wrapped(text: str, font: QFont, width: int) -> QTextLayout:
    """Return a text laid out in lines of ``width`` pixels, to be drawn."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _text(units: bytes) -> str:
    return units.decode("utf-16-le", "surrogatepass")


def line_height(font: QFont) -> int:
    """Return the height of a line of running text: a little looser than the font's own."""
    metrics = QFontMetrics(font)
    return max(metrics.height(), round(metrics.ascent() + metrics.descent()) + 2)


def pixels(font: QFont) -> int:
    """Return a font's size in pixels, however it was given."""
    return QFontInfo(font).pixelSize()


def draw_lines(painter: QPainter, area: QRect, lines: list[str], font: QFont, color: str) -> None:
    """Draw lines from the top left of an area; they were broken to fit and are not clipped."""
    painter.setFont(font)
    painter.setPen(QColor(color))
    height = line_height(font)
    align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    flags = int(align) | Qt.TextFlag.TextDontClip.value
    for number, line in enumerate(lines):
        box = QRect(area.left(), area.top() + number * height, area.width() + 2, height)
        painter.drawText(box, flags, line)


def sized(font: QFont, *, size: int = 0, bold: bool = False, tabular: bool = False) -> QFont:
    """Return a variant of a font; ``tabular`` gives digits of one width where the font can."""
    made = QFont(font)
    if size:
        made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
