"""The steps of the minutes as buttons and as entries of the menu: on to the next state, or back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QPushButton, QWidget
from shiboken6 import isValid

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.meeting import MeetingState
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
)
from kcdesk.services.check.finding import Finding
from kcdesk.ui.qt.checking import check_context, read_around
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.screens.head.fold_out import FoldOut
from kcdesk.ui.screens.head.state_step import back_words, sends_out, take_step, take_step_back
from kcdesk.ui.widgets.error_box import show_error
from kcdesk.ui.widgets.going_out import when_looked_at


class StateSteps(QObject):
    """``unfolding`` tells that the fold-out is wanted for what a step is missing.

    After a step the keyboard is where it was before the head was entered: a second Enter must not
    take the step after, whose button stands in the same place.
    """

    unfolding = Signal()

    def __init__(
        self,
        context: MeetingContext,
        fold_out: FoldOut,
        missing_glyphs: Callable[[str], tuple[str, ...]],
        head: QWidget,
    ) -> None:
        super().__init__(head)
        self._context = context
        self._missing_glyphs = missing_glyphs
        self._head = head
        self._left: QWidget | None = None  # where the keyboard was before it came to the head
        self._fold_out = fold_out
        self._confirmed: Callable[[], None] = self._go_on  # what the fold-out asks about
        self.back_button = QPushButton(icon("left", "soft"), "")
        set_role(self.back_button, WidgetRole.QUIET)
        self.step_button = QPushButton()
        set_role(self.step_button, WidgetRole.PRIMARY)
        self.step_action, self.back_action = QAction(head), QAction(head)
        head.addActions([self.step_action, self.back_action])
        self._connect()

    def _connect(self) -> None:
        for each in (self.step_button.clicked, self.step_action.triggered):
            each.connect(self._on_step)
        for each in (self.back_button.clicked, self.back_action.triggered):
            each.connect(self._on_back)
        self._fold_out.confirmed.connect(self._on_confirmed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def _formal(self) -> bool:
        return profile(self._context.body, self._context.bridge.records).is_formal

    def refresh(self, *, shown: bool) -> None:
        """Name the steps there are now; the menu offers them while the head is ``shown``, as what
        a step is missing unfolds there.
        """
        records, formal = self._context.bridge.records, self._formal
        coming, past = following(records, formal=formal), preceding(records, formal=formal)
        on = render(STEPS[coming or MeetingState.DONE])
        back = render(BACK_STEPS[past or MeetingState.DRAFT])
        self.step_button.setText(on)
        self.step_button.setVisible(coming is not None)
        self.back_button.setVisible(past is not None)
        self.back_button.setToolTip(back)
        self.back_button.setAccessibleName(back)
        self.step_action.setText(on)
        self.step_action.setEnabled(shown and coming is not None)
        self.back_action.setText(back)
        self.back_action.setEnabled(shown and past is not None)

    # ---- on ------------------------------------------------------------------------------

    def _on_step(self) -> None:
        records, formal = self._context.bridge.records, self._formal
        held = profile(self._context.body, records)
        missing = needs(
            records,
            formal=formal,
            found=self._found(formal=formal),
            only_prepares=held.only_prepares,
        )
        locks = consequence(records, formal=formal)
        self._confirmed = self._go_on
        if missing or locks is not None:
            self.unfolding.emit()
            self._fold_out.show_needs(self.step_button.text(), missing, locks)
        else:
            self._go_on()

    def _found(self, *, formal: bool) -> tuple[Finding, ...]:
        """Return what the checks have against the minutes at this step."""
        from kcdesk.services.check.step import before_step

        context = self._context
        made = check_context(context, self._missing_glyphs, read_around(context))
        return before_step(made, following(context.bridge.records, formal=formal))

    def _on_confirmed(self) -> None:
        self.step_button.setFocus()  # hidden with the keyboard in it, the fold-out would pass it on
        self._fold_out.hide()
        self._confirmed()

    def _go_on(self) -> None:
        if sends_out(self._context.bridge.records, formal=self._formal):
            when_looked_at(self._context, self._head, self._take_step)
        else:
            self._take_step()

    def _take_step(self) -> None:
        self._take(take_step)

    # ---- back ----------------------------------------------------------------------------

    def _on_back(self) -> None:
        records = self._context.bridge.records
        formal = self._formal
        self._confirmed = self._go_back
        if formal and is_out(records) and preceding(records, formal=True) is MeetingState.REVIEW:
            self.unfolding.emit()
            self._fold_out.show_needs(_("Take back from signature"), (), back_words(records))
        else:
            self._go_back()

    def _go_back(self) -> None:
        self._take(take_step_back)

    # ---- either --------------------------------------------------------------------------

    def _take(self, step: Callable[..., None]) -> None:
        was_here = self._has_keyboard()
        try:
            step(self._context, formal=self._formal)
        except UserFacingError as error:
            show_error(self._head, error)
            return
        if was_here:
            self._give_keyboard_back()

    def _has_keyboard(self) -> bool:
        """Whether the head has the keyboard, or a dialog of it that is about to go."""
        focus = QApplication.focusWidget()
        if focus is None or focus.window() is not self._head.window():
            return True
        return self._head.isAncestorOf(focus)

    def _give_keyboard_back(self) -> None:
        left = self._left
        if left is not None and isValid(left) and left.isVisible():
            left.setFocus()
            return
        # A text that was read again has gone: the one that stands there now takes its place.
        self._head.setFocus()
        if self._context.selection.id:
            self._context.selection.write()

    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is None or now is None or not isValid(before):
            return
        passing = isinstance(before, QMenu | QMenuBar) or self._head.isAncestorOf(before)
        if not passing and self._head.isAncestorOf(now) and before.window() is now.window():
            self._left = before
