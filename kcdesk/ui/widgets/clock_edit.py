"""A field for a time of day as people write it: "8.30", "0830", "ca 16"."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kcdesk.domain.moment import ClockTime
from kcdesk.i18n import _, current
from kcdesk.services.read_clock import read_clock
from kcdesk.ui.qt.theme import WidgetRole, set_role


class ClockEdit(QLineEdit):
    """``edited`` carries a ``ClockTime``, or None for an empty field, when the field is left.

    What is no time stays as it was typed, is marked, and nothing is emitted.
    """

    edited = Signal(object)
    plain_role: WidgetRole | None = None

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ClockTime | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText("00.00")
        self.setMinimumWidth(56)
        self.setMaximumWidth(96)
        self.editingFinished.connect(self._on_finished)

    @property
    def clock(self) -> ClockTime | None:
        """The time last shown or read."""
        return self._shown

    def show_clock(self, clock: ClockTime | None) -> None:
        """Write a time into the field."""
        self._shown = clock
        self.setText(clock_text(clock))
        self._mark(wrong=False)

    def _on_finished(self) -> None:
        text = self.text().strip()
        if text == clock_text(self._shown):
            self._mark(wrong=False)
            return
        try:
            read = read_clock(text)
        except ValueError:
            self._mark(wrong=True)
            return
        self.show_clock(read)
        self.edited.emit(read)

    def _mark(self, *, wrong: bool) -> None:
        words = _("This is no time of day. Write 8.30 or about 16.") if wrong else ""
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        role = WidgetRole.LATE if wrong else self.plain_role
        if (self.property("role") or None) != role:
            set_role(self, role)


def clock_text(clock: ClockTime | None) -> str:
    """Return a time as a field shows it: "08.30", "ca 16.00"."""
    if clock is None:
        return ""
    written = current().clock(clock.time)
    return _("about {time}", time=written) if clock.approximate else written
