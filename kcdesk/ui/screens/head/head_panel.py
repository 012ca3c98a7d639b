"""The head: which meeting, when and where, its state, the next step and the next dates."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.meeting import Meeting, MeetingState
from kcdesk.domain.profile import profile
from kcdesk.i18n import _, render
from kcdesk.services.change_state import (
    BACK_STEPS,
    STEPS,
    consequence,
    following,
    is_out,
    needs,
    preceding,
    states,
)
from kcdesk.services.check.finding import Finding
from kcdesk.ui.qt.checking import check_context, no_glyphs_asked, read_around
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.head.day_chip import DayChip
from kcdesk.ui.screens.head.fold_out import FoldOut
from kcdesk.ui.screens.head.head_form import HeadForm
from kcdesk.ui.screens.head.head_words import name_words, when_words
from kcdesk.ui.screens.head.next_day import next_days
from kcdesk.ui.screens.head.state_line import StateLine
from kcdesk.ui.screens.head.state_step import back_words, sends_out, take_step, take_step_back
from kcdesk.ui.widgets.elided import ElidedButton, ElidedLabel
from kcdesk.ui.widgets.error_box import show_error
from kcdesk.ui.widgets.going_out import when_looked_at
from kcdesk.ui.widgets.scheduled_day import urgency

WIDE = 1000
"""Pixels from which there is room for more than one date."""


class HeadPanel(QWidget):
    """One line of head; the form, a date's explanation or a step's needs unfold under it."""

    def __init__(
        self,
        context: MeetingContext,
        parent: QWidget | None = None,
        *,
        missing_glyphs: Callable[[str], tuple[str, ...]] = no_glyphs_asked,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._missing_glyphs = missing_glyphs
        self.chips: list[DayChip] = []
        self._confirmed: Callable[[], None] = self._go_on  # what the fold-out asks about
        self._build_ui()
        self._connect()
        self.refresh()

    def _build_ui(self) -> None:
        set_role(self, WidgetRole.PANEL)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name_label = ElidedLabel()
        set_role(self.name_label, WidgetRole.TITLE)
        self.when_button = ElidedButton()
        self.when_button.setCheckable(True)
        self.when_button.setIcon(icon("edit", "soft"))
        set_role(self.when_button, WidgetRole.SOFT)
        self.state_line = StateLine()
        self.back_button = QPushButton(icon("left", "soft"), "")
        set_role(self.back_button, WidgetRole.QUIET)
        self.step_button = QPushButton()
        set_role(self.step_button, WidgetRole.PRIMARY)
        self.form: HeadForm | None = None
        self.fold_out = FoldOut()
        self._arrange()
        self.setFocusProxy(self.when_button)

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name_label)
        words.addWidget(self.when_button)
        line = QHBoxLayout()
        line.setContentsMargins(3 * GRID, GRID, 2 * GRID, GRID)
        line.setSpacing(GRID)
        line.addLayout(words, 1)
        line.addLayout(self._where())
        line.addWidget(self.step_button)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addLayout(line)
        self._layout.addWidget(self.fold_out)

    def _where(self) -> QVBoxLayout:
        """Return the state line with the way back before it, and the dates to come below."""
        steps = QHBoxLayout()
        steps.setSpacing(GRID // 2)
        steps.addStretch()
        steps.addWidget(self.back_button)
        steps.addWidget(self.state_line)
        self._chip_line = QHBoxLayout()
        self._chip_line.setSpacing(GRID // 2)
        self._chip_line.addStretch()
        where = QVBoxLayout()
        where.setSpacing(GRID // 2)
        where.addLayout(steps)
        where.addLayout(self._chip_line)
        return where

    def _connect(self) -> None:
        self.when_button.toggled.connect(self._on_form_wanted)
        self.step_button.clicked.connect(self._on_step)
        self.back_button.clicked.connect(self._on_back)
        self.fold_out.confirmed.connect(self._on_confirmed)
        self.fold_out.closed.connect(self.fold_in)
        for bridge in (self._context.bridge, self._context.body_bridge):
            bridge.facts_changed.connect(self.refresh)
            bridge.replaced.connect(self.refresh)

    # ---- showing -------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the meeting as it is now."""
        records, body = self._context.bridge.records, self._context.body
        formal = profile(body, records).is_formal
        state = records.root(Meeting).state
        self.name_label.say(name_words(records, body))
        self.when_button.say(when_words(records.root(Meeting)))
        self.state_line.show_state(states(formal=formal), state)
        self._show_steps(formal=formal)
        self._show_chips(formal=formal)
        if self.form is not None:
            self.form.refresh()

    def _show_steps(self, *, formal: bool) -> None:
        records = self._context.bridge.records
        coming, past = following(records, formal=formal), preceding(records, formal=formal)
        self.step_button.setVisible(coming is not None)
        if coming is not None:
            self.step_button.setText(render(STEPS[coming]))
        self.back_button.setVisible(past is not None)
        if past is not None:
            words = render(BACK_STEPS[past])
            self.back_button.setToolTip(words)
            self.back_button.setAccessibleName(words)

    def _show_chips(self, *, formal: bool) -> None:
        context, records = self._context, self._context.bridge.records
        today = context.clock.today()
        held = profile(context.body, records)
        days = next_days(records, held, context.calendar, today) if formal else ()
        if days == tuple(chip.day for chip in self.chips):
            return
        for chip in self.chips:
            self._chip_line.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        if any(chip.isChecked() for chip in self.chips):
            self.fold_out.hide()
        self.chips = [DayChip(day, urgency(day, today), today) for day in days]
        for chip in self.chips:
            self._chip_line.addWidget(chip)
            chip.toggled.connect(partial(self._on_chip, chip))
        self._fit_chips()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the nearest date alone where room is short."""
        super().resizeEvent(event)
        self._fit_chips()

    def _fit_chips(self) -> None:
        for chip in self.chips[1:]:
            chip.setVisible(self.width() >= WIDE)

    # ---- unfolding -----------------------------------------------------------------------

    def fold_in(self) -> None:
        """Show the one line alone, with the focus where it was."""
        unfolded = [button for button in (self.when_button, *self.chips) if button.isChecked()]
        for button in unfolded:
            button.setChecked(False)
        self.fold_out.hide()
        (unfolded[0] if unfolded else self.step_button).setFocus()

    def show_place(self, _row_id: str, field: str) -> None:
        """Unfold the form and lead to a field of it."""
        self.when_button.setChecked(True)
        if self.form is not None:
            self.form.field(field).setFocus()

    def _uncheck_others(self, kept: QPushButton) -> None:
        for button in (self.when_button, *self.chips):
            if button is not kept and button.isChecked():
                button.setChecked(False)

    def _on_form_wanted(self, wanted: bool) -> None:  # a signal's value
        if wanted:
            self._uncheck_others(self.when_button)
            self.fold_out.hide()
            if self.form is None:
                self.form = HeadForm(self._context)
                self.form.closed.connect(self.fold_in)
                self._layout.addWidget(self.form)
            self.form.refresh()
            self.form.show()
            self.form.day_edit.setFocus()
        elif self.form is not None:
            self.form.hide()

    def _on_chip(self, chip: DayChip, unfolded: bool) -> None:  # a signal's value
        if unfolded:
            self._uncheck_others(chip)
            self.fold_out.show_day(chip.day)
        else:
            self.fold_out.hide()

    # ---- steps ---------------------------------------------------------------------------

    def _on_step(self) -> None:
        records = self._context.bridge.records
        formal = profile(self._context.body, records).is_formal
        missing = needs(records, formal=formal, found=self._found(formal=formal))
        locks = consequence(records, formal=formal)
        self._confirmed = self._go_on
        if missing or locks is not None:
            self._uncheck_others(self.step_button)
            self.fold_out.show_needs(self.step_button.text(), missing, locks)
        else:
            self._go_on()

    def _found(self, *, formal: bool) -> tuple[Finding, ...]:
        """Return what the checks have against the minutes at this step."""
        from kcdesk.services.check.step import before_step

        context = self._context
        made = check_context(context, self._missing_glyphs, read_around(context))
        return before_step(made, following(context.bridge.records, formal=formal))

    def _on_confirmed(self) -> None:
        self.fold_out.hide()
        self._confirmed()
        self.step_button.setFocus()

    def _go_on(self) -> None:
        records = self._context.bridge.records
        if sends_out(records, formal=profile(self._context.body, records).is_formal):
            when_looked_at(self._context, self, self._take_step)
        else:
            self._take_step()

    def _take_step(self) -> None:
        formal = profile(self._context.body, self._context.bridge.records).is_formal
        try:
            take_step(self._context, formal=formal)
        except UserFacingError as error:
            show_error(self, error)

    def _on_back(self) -> None:
        records = self._context.bridge.records
        formal = profile(self._context.body, records).is_formal
        self._confirmed = self._go_back
        if formal and is_out(records) and preceding(records, formal=True) is MeetingState.REVIEW:
            self._uncheck_others(self.step_button)
            self.fold_out.show_needs(_("Take back from signature"), (), back_words(records))
        else:
            self._go_back()

    def _go_back(self) -> None:
        formal = profile(self._context.body, self._context.bridge.records).is_formal
        try:
            take_step_back(self._context, formal=formal)
        except UserFacingError as error:
            show_error(self, error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold in with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.fold_in()
        else:
            super().keyPressEvent(event)
