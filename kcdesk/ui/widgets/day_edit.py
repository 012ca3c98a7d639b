"""A field for a day as people write it; beside it stands how it was read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kcdesk.domain.moment import Moment, Tie
from kcdesk.i18n import _, current
from kcdesk.services.read_moment import read_moment
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role


class DayEdit(QWidget):
    """``edited`` carries the ``Moment`` when the field is left or Enter is pressed.

    ``today`` is asked for the day that "fredag" is seen from, ``after`` for the meeting's day, if
    what is written lies after a meeting ("i februari" is the next one then).
    """

    edited = Signal(object)

    def __init__(
        self,
        today: Callable[[], date],
        after: Callable[[], date | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self._after = after
        self._shown = Moment()
        self._line = QLineEdit(placeholderText=_("e.g. 2 March, Friday, 2026-03-02"))
        self._reading = PlainLabel()
        set_role(self._reading, WidgetRole.SOFT)
        self.setFocusProxy(self._line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 4)
        layout.addWidget(self._line)
        layout.addWidget(self._reading)
        self._line.textEdited.connect(self._on_text_edited)
        self._line.editingFinished.connect(self._on_finished)

    def moment(self) -> Moment:
        """Return the day as it is written now."""
        text = self._line.text().strip()
        unchanged = text == written(self._shown)
        if unchanged:
            return self._shown
        return read_moment(text, self._today(), self._after() if self._after else None)

    def show_moment(self, moment: Moment) -> None:
        """Write a day into the field."""
        self._shown = moment
        self._line.setText(written(moment))
        self._explain(moment)

    def select_all(self) -> None:
        """Let what is typed next replace the day."""
        self._line.selectAll()

    def setAccessibleName(self, name: str) -> None:
        """Name the field itself, which has the focus."""
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def _on_text_edited(self, _text: str) -> None:
        self._explain(self.moment())

    def _on_finished(self) -> None:
        moment = self.moment()
        changed = moment != self._shown
        self.show_moment(moment)
        if changed:
            self.edited.emit(moment)

    def _explain(self, moment: Moment) -> None:
        self._reading.setText(said_of(moment))


def written(moment: Moment) -> str:
    """Return a day as a field shows it."""
    match moment.tie:
        case Tie.NEXT_MEETING:
            return _("next meeting")
        case Tie.BEFORE_NEXT_MEETING:
            return _("before next meeting")
    if moment.text or moment.day is None:
        return moment.text
    return current().day(moment.day)


def said_of(moment: Moment) -> str:
    """Return how a day is understood, to be shown beside the words that are being written."""
    if moment.day is None:
        return _("Kept as these words; no day is known.") if moment.text else ""
    return current().weekday(moment.day)
