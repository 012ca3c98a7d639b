"""The head: which meeting, when and where, its state, the next step and the next dates."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kcdesk.domain.meeting import Meeting
from kcdesk.domain.profile import profile
from kcdesk.services.change_state import (
    states,
)
from kcdesk.ui.qt.checking import no_glyphs_asked
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.head.day_chip import DayChip
from kcdesk.ui.screens.head.fold_out import FoldOut
from kcdesk.ui.screens.head.head_form import HeadForm
from kcdesk.ui.screens.head.head_words import name_words, when_words
from kcdesk.ui.screens.head.next_day import next_days
from kcdesk.ui.screens.head.state_line import StateLine
from kcdesk.ui.screens.head.state_steps import StateSteps
from kcdesk.ui.widgets.elided import ElidedButton, ElidedLabel
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
        self.chips: list[DayChip] = []
        self._build_ui(missing_glyphs)
        self._connect()
        self.refresh()

    def _build_ui(self, missing_glyphs: Callable[[str], tuple[str, ...]]) -> None:
        set_role(self, WidgetRole.PANEL)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.name_label = ElidedLabel()
        set_role(self.name_label, WidgetRole.TITLE)
        self.when_button = ElidedButton()
        self.when_button.setCheckable(True)
        self.when_button.setIcon(icon("edit", "soft"))
        set_role(self.when_button, WidgetRole.SOFT)
        self.state_line = StateLine()
        self.form: HeadForm | None = None
        self.fold_out = FoldOut()
        self.steps = StateSteps(self._context, self.fold_out, missing_glyphs, self)
        self.step_button, self.back_button = self.steps.step_button, self.steps.back_button
        self._arrange()
        self.setFocusProxy(self.when_button)
        # The way on comes before the way back, which nobody wants to take by mistake.
        QWidget.setTabOrder(self.when_button, self.step_button)
        QWidget.setTabOrder(self.step_button, self.back_button)

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
        self.steps.unfolding.connect(self._on_step_unfolding)
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
        self.steps.refresh(shown=self.isVisible())
        self._show_chips(formal=formal)
        if self.form is not None:
            self.form.refresh()

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

    def showEvent(self, event: QShowEvent) -> None:
        """Offer the steps in the menu."""
        super().showEvent(event)
        self.steps.refresh(shown=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Offer no step whose questions nobody would see."""
        super().hideEvent(event)
        self.steps.refresh(shown=False)

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

    def _on_step_unfolding(self) -> None:
        self._uncheck_others(self.step_button)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold in with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.fold_in()
        else:
            super().keyPressEvent(event)
