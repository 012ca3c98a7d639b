"""One person in the presence strip: a circle with initials, words beside it, keys and a menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from kcdesk.i18n import _
from kcdesk.ui.qt.as_written import plain_tip
from kcdesk.ui.qt.text_paint import line_height, pixels, sized
from kcdesk.ui.qt.theme import GRID, NORMAL, SMALL, current_colors
from kcdesk.ui.screens.meeting_mode.person_state import Mark, PersonState

_CIRCLE = 32


class PersonChip(QAbstractButton):
    """``asked`` carries what is to be noted ("arrives", "leaves", "notice", "recused") and whom."""

    asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.person = PersonState("", "", "", Mark.THERE)
        self.bare = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.open_menu)

    def show_person(self, person: PersonState) -> None:
        """Show somebody, or the same one as she is now."""
        if person != self.person:
            self.person = person
            self.setAccessibleName(person.spoken)
            self.setToolTip(plain_tip(person.spoken))
            self.updateGeometry()
            self.update()

    def be_bare(self, *, bare: bool) -> None:
        """Show the circle alone, where the strip has no room for words."""
        if bare != self.bare:
            self.bare = bare
            self.updateGeometry()

    def open_menu(self) -> None:
        """Offer what can be noted; one letter chooses."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSection(self.person.name)
        for what, text in _acts().items():
            menu.addAction(text).triggered.connect(self._ask(what))
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A, L, N and J note what they do in the attendance panel; arrows go along the strip."""
        acts = dict(zip("ALNJ", _acts(), strict=True))
        if event.text().upper() in acts and not event.modifiers():
            self.asked.emit(acts[event.text().upper()], self.person.id)
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Room for the circle and the words."""
        words = max((self._width(text, small=small) for text, small in self._lines()), default=0)
        side, high = self._side(), sum(self._heights())
        return QSize(side + (words + GRID if words else 0) + 4, max(side, high) + 4)

    def minimumSizeHint(self) -> QSize:
        """The circle."""
        return QSize(self._side() + 4, max(self._side(), sum(self._heights())) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw circle, initials and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = current_colors()
        side = self._side()
        circle = QRect(2, (self.height() - side) // 2, side, side)
        ground, ink, edge = self._colours()
        painter.setBrush(QColor(ground))
        painter.setPen(edge)
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.ink), 2))
            painter.drawEllipse(circle)
        painter.setFont(sized(self.font(), size=self._small(), bold=True))
        painter.setPen(QColor(ink))
        painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), self.person.initials)
        lines = self._lines()
        heights = self._heights()
        top = (self.height() - sum(heights)) // 2
        for (text, small), height in zip(lines, heights, strict=True):
            painter.setFont(self._font(small=small))
            painter.setPen(QColor(colors.soft if small else colors.ink))
            area = QRect(circle.right() + GRID, top, self.width(), height)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), text)
            top += height
        painter.end()

    def _lines(self) -> list[tuple[str, bool]]:
        if self.bare:
            return []
        name = [(self.person.name, False)] if self.person.named else []
        return name + ([(self.person.words, True)] if self.person.words else [])

    def _colours(self) -> tuple[str, str, QPen]:
        colors = current_colors()
        none = QPen(Qt.PenStyle.NoPen)
        match self.person.mark:
            case Mark.LEADS:
                return colors.accent, colors.on_accent, none
            case Mark.THERE:
                return colors.accent_soft, colors.accent, none
            case Mark.RECUSED:
                return colors.amber_soft, colors.amber, QPen(QColor(colors.amber), 1.5)
            case Mark.EXPECTED:
                return colors.panel, colors.accent, QPen(QColor(colors.accent), 1.5)
        return colors.background, colors.soft, QPen(QColor(colors.soft), 1.5, Qt.PenStyle.DashLine)

    def _heights(self) -> list[int]:
        return [line_height(self._font(small=small)) for _text, small in self._lines()]

    def _side(self) -> int:
        """Return the circle's side at the scale of the text."""
        return round(pixels(self.font()) * _CIRCLE / NORMAL)

    def _small(self) -> int:
        return max(1, round(pixels(self.font()) * SMALL / NORMAL))

    def _font(self, *, small: bool) -> QFont:
        return sized(self.font(), size=self._small() if small else 0)

    def _width(self, text: str, *, small: bool) -> int:
        return QFontMetrics(self._font(small=small)).horizontalAdvance(text)

    def _ask(self, what: str) -> Callable[[], None]:
        return partial(self.asked.emit, what, self.person.id)


def _acts() -> dict[str, str]:
    return {
        "arrives": _("&Arrives now"),
        "leaves": _("&Leaves now"),
        "notice": _("Sent &notice of absence"),
        "recused": _("Recused here (&jäv)"),
    }
