"""When an item was to begin and how long it was to take, and when it did begin and end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLabel, QWidget

from kcdesk.domain.item import Item
from kcdesk.i18n import _
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.screens.item.together import together
from kcdesk.ui.widgets.clock_edit import ClockEdit
from kcdesk.ui.widgets.flow_layout import FlowLayout
from kcdesk.ui.widgets.inline_field import InlineField


class TimesLine(QWidget):
    """Folded until a time is known or ``open`` asks for one.

    ``edited`` carries the name of the item's field and its value.
    """

    edited = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = False
        self.planned_start = ClockEdit(_("Planned start"), self)
        self.planned_minutes = InlineField(_("Planned minutes"), "00", self)
        digits = QRegularExpressionValidator(QRegularExpression(r"\d{0,3}"), self)
        self.planned_minutes.setValidator(digits)
        self.actual_start = ClockEdit(_("Began at"), self)
        self.actual_end = ClockEdit(_("Ended at"), self)
        flow = FlowLayout(self, gap=6)
        flow.addWidget(together(self, _soft(_("Planned")), self.planned_start))
        flow.addWidget(together(self, self.planned_minutes, _soft(_("minutes"))))
        flow.addWidget(together(self, _soft(_("Began")), self.actual_start))
        flow.addWidget(together(self, _soft(_("Ended")), self.actual_end))
        self.planned_start.edited.connect(partial(self.edited.emit, "planned_start"))
        self.planned_minutes.edited.connect(self._on_minutes_edited)
        self.actual_start.edited.connect(partial(self.edited.emit, "actual_start"))
        self.actual_end.edited.connect(partial(self.edited.emit, "actual_end"))
        self.hide()

    def show_times(self, item: Item) -> None:
        """Show the times of an item."""
        for field, clock in (
            (self.planned_start, item.planned_start),
            (self.actual_start, item.actual_start),
            (self.actual_end, item.actual_end),
        ):
            if field.clock != clock:
                field.show_clock(clock)
        minutes = item.planned_minutes
        self.planned_minutes.show_text("" if minutes is None else str(minutes))
        known = (item.planned_start, minutes, item.actual_start, item.actual_end)
        self.setVisible(self._asked or any(each is not None for each in known))

    def open(self) -> None:
        """Show the line and begin with its first field."""
        self._asked = True
        self.show()
        self.planned_start.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stops(self) -> list[QWidget]:
        """In the order of reading."""
        return [self.planned_start, self.planned_minutes, self.actual_start, self.actual_end]

    def _on_minutes_edited(self, text: str) -> None:
        self.edited.emit("planned_minutes", int(text) if text else None)


def _soft(text: str) -> QLabel:
    label = QLabel(text)
    set_role(label, WidgetRole.SOFT)
    return label
