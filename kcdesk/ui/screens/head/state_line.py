"""The states that the minutes pass, with the present one marked: drawn, and said in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcdesk.domain.meeting import MeetingState
from kcdesk.i18n import _, render
from kcdesk.services.state_word import STATE_WORD
from kcdesk.ui.qt.style_sheet import NORMAL, SMALL
from kcdesk.ui.qt.theme import GRID, current_colors

CHEVRON = "›"
HEIGHT = 28


class StateLine(QWidget):
    """Utkast › Granskning › Justering › Anslag › Klart. Where room is short, the present state."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: tuple[MeetingState, ...] = ()
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_state(self, states: Sequence[MeetingState], now: MeetingState) -> None:
        """Show the states there are and where the minutes stand."""
        self._states = tuple(states)
        self._now = self._states.index(now) if now in self._states else 0
        words = _(
            "State: {state}, step {step} of {count}",
            state=render(STATE_WORD[self._states[self._now]]),
            step=self._now + 1,
            count=len(self._states),
        )
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all states."""
        return QSize(sum(self._widths()) + self._gap() * max(len(self._states) - 1, 0), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Room for the present state."""
        return QSize(self._widths()[self._now] if self._states else 0, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the states: passed ones in the accent colour, the present one on its tint."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        widths = self._widths()
        whole = self.width() >= self.sizeHint().width()
        shown = range(len(self._states)) if whole else range(self._now, self._now + 1)
        x = 0
        for index in shown:
            self._paint_state(painter, index, QRect(x, 0, widths[index], self.height()))
            x += widths[index]
            if index != shown[-1]:
                painter.setPen(QColor(current_colors().soft))
                painter.setFont(self._font(bold=False))
                gap = QRect(x, 0, self._gap(), self.height())
                painter.drawText(gap, Qt.AlignmentFlag.AlignCenter, CHEVRON)
                x += self._gap()
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew when colours or text size change."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self.update()

    # ---- inside --------------------------------------------------------------------------

    def _paint_state(self, painter: QPainter, index: int, rect: QRect) -> None:
        colors = current_colors()
        now = index == self._now
        if now:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent_soft))
            pill = QRectF(rect).adjusted(0, 2, 0, -2)
            painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setFont(self._font(bold=now))
        painter.setPen(QColor(colors.accent if index <= self._now else colors.soft))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip
        painter.drawText(rect, flags, self._text(index))

    def _text(self, index: int) -> str:
        name = render(STATE_WORD[self._states[index]])
        return f"✓ {name}" if index < self._now else name

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(QFontInfo(self.font()).pixelSize() * SMALL / NORMAL))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def _widths(self) -> list[int]:
        return [
            QFontMetrics(self._font(bold=index == self._now)).horizontalAdvance(self._text(index))
            + (3 * GRID if index == self._now else 3 * GRID // 2)
            for index in range(len(self._states))
        ]

    def _gap(self) -> int:
        return 3 * GRID // 2
