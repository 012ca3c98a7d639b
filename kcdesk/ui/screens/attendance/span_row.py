"""One row of the editor for a participant: what it is about, and the items it holds for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from kcdesk.domain.moment import ClockTime
from kcdesk.i18n import _
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.clock_edit import ClockEdit
from kcdesk.ui.widgets.field import TextField
from kcdesk.ui.widgets.tipped import TippedBox

Choices = Sequence[tuple[object, str]]


@dataclass(frozen=True, slots=True)
class Span:
    """What a row says: its subject (a role, a member, an item), the span, the ground of jäv."""

    subject: object = None
    from_item_id: str | None = None
    from_time: ClockTime | None = None
    until_item_id: str | None = None
    until_time: ClockTime | None = None
    ground: str = ""
    arrived_late: bool = False
    left_early: bool = False


class _Unknown(Enum):
    """Choices that stand for a point that nobody knows."""

    LATE = auto()
    EARLY = auto()


class Choice(TippedBox):
    """A list of values with their words; the wheel scrolls the page instead."""

    chosen = Signal()

    def __init__(self, name: str, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = [value for value, _text in choices]
        self.addItems([text for _value, text in choices])
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(9)
        self.activated.connect(self._on_activated)

    def value(self) -> object:
        """Return what is chosen."""
        return self._values[self.currentIndex()] if self._values else None

    def show_value(self, value: object) -> None:
        """Show a value; an unknown one shows as nothing chosen."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)
        self.fit_tip()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _on_activated(self) -> None:
        self.fit_tip()
        self.chosen.emit()


class SpanRow(QWidget):
    """``edited`` carries a ``Span`` after every choice; ``removed`` asks to take the row away."""

    edited = Signal(object)
    removed = Signal()

    def __init__(
        self,
        items: Choices,
        *,
        subject: tuple[str, Choices] | None = None,
        timed: bool = False,
        grounded: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.subject = Choice(*subject) if subject else None
        late = [(_Unknown.LATE, _("later, not known when"))] if timed else []
        early = [(_Unknown.EARLY, _("left earlier, not known when"))] if timed else []
        self.first = Choice(_("From item"), [(None, _("from the start")), *late, *items])
        self.last = Choice(_("Until item, included"), [(None, _("to the end")), *early, *items])
        self.arrival = ClockEdit(_("Time of arrival"))
        self.departure = ClockEdit(_("Time of departure"))
        self.ground = TextField(_("ground"))
        self.ground.setAccessibleName(_("Ground of the recusal"))
        self.remove_button = QToolButton()
        self.remove_button.setIcon(icon("close"))
        self.remove_button.setAccessibleName(_("Remove the row"))
        self.remove_button.setToolTip(_("Remove the row"))
        set_role(self.remove_button, WidgetRole.QUIET)
        self._lay_out(timed=timed, grounded=grounded)
        self._connect()
        self.setFocusProxy(self.subject or self.first)

    def stops(self) -> list[QWidget]:
        """What Tab goes to, in the order of the eye."""
        parts = (self.subject, self.first, self.arrival, self.last, self.departure, self.ground)
        return [*(each for each in parts if each is not None), self.remove_button]

    def span(self) -> Span:
        """Return what the row says."""
        first, last = self.first.value(), self.last.value()
        return Span(
            subject=self.subject.value() if self.subject else None,
            from_item_id=first if isinstance(first, str) else None,
            from_time=self.arrival.clock,
            until_item_id=last if isinstance(last, str) else None,
            until_time=self.departure.clock,
            ground=self.ground.text(),
            arrived_late=first is _Unknown.LATE,
            left_early=last is _Unknown.EARLY,
        )

    def show_span(self, span: Span) -> None:
        """Show another span."""
        if self.subject:
            self.subject.show_value(span.subject)
        late, early = span.arrived_late, span.left_early
        self.first.show_value(span.from_item_id or (_Unknown.LATE if late else None))
        self.last.show_value(span.until_item_id or (_Unknown.EARLY if early else None))
        self.arrival.show_clock(span.from_time)
        self.departure.show_clock(span.until_time)
        self.ground.show_text(span.ground)

    def _lay_out(self, *, timed: bool, grounded: bool) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        if self.subject:
            layout.addWidget(self.subject, 1)
        for part in (self.first, self.arrival, QLabel("–"), self.last, self.departure, self.ground):
            layout.addWidget(part, int(not isinstance(part, QLabel | ClockEdit)))
            is_time = isinstance(part, ClockEdit)
            part.setVisible(part is self.ground if grounded else part is not self.ground)
            if is_time and not timed:
                part.hide()
        layout.addWidget(self.remove_button)

    def _connect(self) -> None:
        for choice in filter(None, (self.subject, self.first, self.last)):
            choice.chosen.connect(self._on_edited)
        for field in (self.arrival, self.departure, self.ground):
            field.edited.connect(self._on_edited)
        self.remove_button.clicked.connect(self.removed)

    def _on_edited(self) -> None:
        self.edited.emit(self.span())
