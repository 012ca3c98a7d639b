"""One computed date: what it is, which day, how it stands; unfolded, why, and another day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.approval import DateKey
from kcdesk.domain.error import UserFacingError
from kcdesk.domain.schedule import ScheduledDay
from kcdesk.i18n import _, current, render
from kcdesk.services.edit_approval import clear_override, override_date
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.exact_day_edit import ExactDayEdit
from kcdesk.ui.widgets.scheduled_day import (
    Urgency,
    day_label,
    explanation,
    happened_words,
    late_words,
    near_words,
    target_words,
    urgency,
)
from kcdesk.ui.widgets.tipped import TippedEdit


class DateRow(QWidget):
    """The row of one ``DateKey`` in an approval's card."""

    def __init__(
        self,
        context: MeetingContext,
        approval_id: str,
        key: DateKey,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._approval_id = approval_id
        self._key = key
        self._day: ScheduledDay | None = None
        self._build_ui()
        self.unfold.toggled.connect(self._on_unfolded)
        self.replace_button.clicked.connect(self._on_replaced)
        self.reason_edit.returnPressed.connect(self._on_replaced)
        self.back_button.clicked.connect(self._on_back)

    def _build_ui(self) -> None:
        self.name_label = QLabel()
        self.name_label.setWordWrap(True)
        self.day_label = QLabel()
        self.day_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.note_label = PlainLabel()
        self.replaced_label = QLabel()
        self.replaced_label.setWordWrap(True)
        self.replaced_label.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.replaced_label, WidgetRole.SOFT)
        self.unfold = QToolButton()
        self.unfold.setCheckable(True)
        self.unfold.setIcon(icon("chevron-down", "soft"))
        set_role(self.unfold, WidgetRole.QUIET)
        when = QHBoxLayout()
        when.setSpacing(GRID)
        when.addStretch()
        when.addWidget(self.day_label)
        when.addWidget(self.unfold)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(GRID)
        self._line.addWidget(self.name_label, 1)
        self._line.addLayout(when)
        self._below = self._build_below()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addLayout(self._line)
        layout.addWidget(self.note_label, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.replaced_label)
        layout.addWidget(self._below)

    def _build_below(self) -> QWidget:
        below = QWidget()
        self.why_label = QLabel()
        self.why_label.setWordWrap(True)
        self.why_label.setTextFormat(Qt.TextFormat.PlainText)
        self.why_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_role(self.why_label, WidgetRole.SOFT)
        self.other_edit = ExactDayEdit(
            _("Another day"), self._context.clock.today, self._context.held_on
        )
        self.reason_edit = TippedEdit()
        self.reason_edit.setPlaceholderText(_("reason (required)"))
        self.reason_edit.setAccessibleName(_("Reason for another day"))
        self.replace_button = QPushButton(_("Use this day"))
        self.back_button = QPushButton(icon("undo", "accent"), _("Back to the computed day"))
        set_role(self.back_button, WidgetRole.QUIET)
        self.trouble_label = PlainLabel()
        self.trouble_label.setWordWrap(True)
        set_role(self.trouble_label, WidgetRole.LATE)
        self.trouble_label.hide()
        fields = QHBoxLayout()
        fields.setSpacing(GRID)
        fields.addWidget(self.other_edit)
        fields.addWidget(self.reason_edit, 1)
        layout = QVBoxLayout(below)
        layout.setContentsMargins(2 * GRID, 0, 0, GRID)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.why_label)
        layout.addLayout(fields)
        layout.addWidget(self.trouble_label)
        layout.addWidget(self.replace_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        below.hide()
        return below

    # ---- room ----------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """The day with its button, however long the name: it stands above them then."""
        least = super().minimumSizeHint()
        widest = max(self._when_width(), self.note_label.minimumSizeHint().width())
        if not self._below.isHidden():
            widest = max(widest, self._below.minimumSizeHint().width())
        return QSize(min(least.width(), widest), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the day under its name where there is no room beside it."""
        super().resizeEvent(event)
        needed = self.name_label.minimumSizeHint().width() + GRID + self._when_width()
        beside = self.width() >= needed
        direction = QBoxLayout.Direction
        self._line.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def _when_width(self) -> int:
        return self.day_label.sizeHint().width() + GRID + self.unfold.sizeHint().width()

    # ---- showing -------------------------------------------------------------------------

    def show_day(self, day: ScheduledDay, today: date) -> None:
        """Show a date as it stands today."""
        self._day = day
        name = day_label(day)
        self.name_label.setText(name)
        self.day_label.setText(current().near_day(day.day, today))
        self.day_label.setToolTip(current().weekday(day.day))
        # Bold is what is certain; what is counted from a presumed day stands back.
        set_role(self.day_label, None if day.is_presumed else WidgetRole.HEADING)
        self.unfold.setAccessibleName(_("Why: {date}", date=name))
        self.unfold.setToolTip(_("Show why it is this day, or use another day"))
        self._show_note(day, urgency(day, today), today)
        self.why_label.setText("\n".join(explanation(day)))
        self.back_button.setVisible(day.is_overridden)

    def _show_note(self, day: ScheduledDay, how: Urgency, today: date) -> None:
        words = [happened_words(day, today)]
        if day.happened is None and how is Urgency.LATE:
            words.append(late_words(day, today))
        elif how is Urgency.SOON:
            words.append(near_words(day, today))
        words.append(target_words(day, today))
        replaced = day.override if day.is_overridden else None
        self.replaced_label.setVisible(replaced is not None)
        if replaced is not None:
            self.replaced_label.setText(_("Replaced: {reason}", reason=replaced.reason))
        text = " · ".join(word for word in words if word)
        sign = {Urgency.LATE: "⚠ ", Urgency.SOON: "◷ ", Urgency.CALM: ""}[how]
        self.note_label.setText(sign + text if text else "")
        self.note_label.setVisible(bool(text))
        role = WidgetRole.SOFT if how is Urgency.CALM else how.value
        set_role(self.note_label, role)

    # ---- slots ---------------------------------------------------------------------------

    def _on_unfolded(self, unfolded: bool) -> None:  # a signal's value
        self._below.setVisible(unfolded)
        self.trouble_label.hide()
        if unfolded and self._day is not None:
            override = self._day.override
            self.other_edit.show_day(override.day if override else None)
            self.reason_edit.setText(override.reason if override else "")

    def _on_replaced(self) -> None:
        day = self.other_edit.day
        if self._day is None:
            return
        if day is None:
            self._say(_("Write the day first."))
            self.other_edit.setFocus()
            return
        bridge, reason = self._context.bridge, self.reason_edit.text()
        try:
            group = override_date(bridge.records, self._approval_id, self._key, day, reason)
        except UserFacingError as error:
            self._say(" ".join(render(sentence) for sentence in error.sentences()))
            self.reason_edit.setFocus()
            return
        self.unfold.setChecked(False)
        bridge.perform(group)

    def _on_back(self) -> None:
        if self._day is not None:
            bridge = self._context.bridge
            group = clear_override(bridge.records, self._approval_id, self._key)
            self.unfold.setChecked(False)
            bridge.perform(group)

    def _say(self, words: str) -> None:
        self.trouble_label.setText(words)
        self.trouble_label.show()
