"""When an item was to begin and how long it was to take, and when it did begin and end."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QLabel, QWidget

from kcdesk.domain.item import Item
from kcdesk.i18n import _
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.screens.item.together import together
from kcdesk.ui.widgets.inline_clock import InlineClock
from kcdesk.ui.widgets.inline_field import InlineField


class ItemTimes(QObject):
    """Four fields, each folded until its time is known; ``open`` shows them all.

    ``edited`` carries the name of the item's field and its value.
    """

    edited = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._asked = False
        self.planned_start = InlineClock(_("Planned start"), parent)
        self.planned_minutes = InlineField(_("Planned minutes"), "00", parent)
        digits = QRegularExpressionValidator(QRegularExpression(r"\d{0,3}"), parent)
        self.planned_minutes.setValidator(digits)
        set_role(self.planned_minutes, WidgetRole.META)
        self._planned = soft(_("Planned"))  # where no start says so before it
        self.actual_start = InlineClock(_("Began at"), parent)
        self.actual_end = InlineClock(_("Ended at"), parent)
        self.holders = (
            together(parent, soft(_("Planned")), self.planned_start),
            together(parent, self._planned, self.planned_minutes, soft(_("minutes"))),
            together(parent, soft(_("Began")), self.actual_start),
            together(parent, soft(_("Ended")), self.actual_end),
        )
        self.planned_start.edited.connect(partial(self.edited.emit, "planned_start"))
        self.planned_minutes.edited.connect(self._on_minutes_edited)
        self.actual_start.edited.connect(partial(self.edited.emit, "actual_start"))
        self.actual_end.edited.connect(partial(self.edited.emit, "actual_end"))

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
        self._planned.setVisible(item.planned_start is None and not self._asked)
        known = (item.planned_start, minutes, item.actual_start, item.actual_end)
        for holder, value in zip(self.holders, known, strict=True):
            holder.setVisible(self._asked or value is not None)

    def open(self) -> None:
        """Show all fields and begin with the first."""
        self._asked = True
        self._planned.hide()
        for holder in self.holders:
            holder.show()
        self.planned_start.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def stops(self) -> list[QWidget]:
        """In the order of reading."""
        return [self.planned_start, self.planned_minutes, self.actual_start, self.actual_end]

    def _on_minutes_edited(self, text: str) -> None:
        self.edited.emit("planned_minutes", int(text) if text else None)


def soft(text: str, parent: QWidget | None = None) -> QLabel:
    """Return a small quiet word."""
    label = QLabel(text, parent)
    set_role(label, WidgetRole.SOFT)
    return label
