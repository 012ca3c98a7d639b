"""A field for a day that must be one certain day, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from kcdesk.domain.moment import Moment
from kcdesk.i18n import _, current
from kcdesk.services.read_moment import read_moment
from kcdesk.ui.qt.theme import WidgetRole, set_role


class ExactDayEdit(QLineEdit):
    """``edited`` carries a ``date``, or None for an empty field, when the field is left.

    Understands days as people write them, seen from ``today``; ``since`` is asked for the day that
    all such days come after (a meeting's), which says the year of one without. What is no day
    stays as it was typed, is marked, and nothing is emitted.
    """

    edited = Signal(object)

    def __init__(
        self,
        name: str,
        today: Callable[[], date],
        since: Callable[[], date | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._since = since
        self._shown: date | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(_("day"))
        self.setMinimumWidth(92)
        self.setMaximumWidth(140)
        self.editingFinished.connect(self._on_finished)

    @property
    def day(self) -> date | None:
        """The day last shown or read."""
        return self._shown

    def show_day(self, day: date | None) -> None:
        """Write a day into the field."""
        self._shown = day
        self.setText(_text(day))
        self._mark(wrong=False)

    def _on_finished(self) -> None:
        text = self.text().strip()
        if text == _text(self._shown):
            self._mark(wrong=False)
            return
        read = self._read(text) if text else None
        if read is not None and not read.is_exact:
            self._mark(wrong=True)
            return
        self.show_day(read.day if read else None)
        self.edited.emit(self._shown)

    def _read(self, text: str) -> Moment:
        return read_moment(text, self._today(), since=self._since() if self._since else None)

    def _mark(self, *, wrong: bool) -> None:
        words = current().weekday(self._shown) if self._shown else ""
        if wrong:
            words = _("This is no certain day. Write 12 Nov, Friday or 2026-11-12.")
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        if bool(self.property("role")) != wrong:
            set_role(self, WidgetRole.LATE if wrong else None)


def _text(day: date | None) -> str:
    return current().day(day) if day else ""
