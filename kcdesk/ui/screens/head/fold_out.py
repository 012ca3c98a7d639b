"""What unfolds under the head: why a date is what it is, or what a step is missing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kcdesk.domain.message import Message
from kcdesk.domain.schedule import ScheduledDay
from kcdesk.i18n import _, current, ngettext, render
from kcdesk.services.change_state import Need
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.scheduled_day import day_label, explanation

SHOWN = 8
"""Needs listed at once; of more it is said how many."""


class FoldOut(QWidget):
    """A heading, sentences, and buttons where there is something to answer."""

    confirmed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self, WidgetRole.PANEL)
        self.heading = QLabel()
        set_role(self.heading, WidgetRole.HEADING)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.go_on = QPushButton(_("Go on anyway"))
        self.close_button = QPushButton(_("Close"))
        set_role(self.close_button, WidgetRole.QUIET)
        self.go_on.clicked.connect(self.confirmed)
        self.close_button.clicked.connect(self.closed)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.close_button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.heading)
        layout.addWidget(self.words)
        layout.addLayout(buttons)
        self.hide()

    def show_day(self, day: ScheduledDay) -> None:
        """Unfold why a date is what it is."""
        label = day_label(day)
        self.heading.setText(f"{label}: {current().weekday(day.day)}")
        self._show("\n".join(explanation(day)), asks=False)

    def show_needs(
        self, step: str, needs: Sequence[Need], consequence: Message | None = None
    ) -> None:
        """Unfold what a step is missing and what it locks; it can be taken all the same unless
        something blocks.
        """
        blocked = any(need.blocking for need in needs)
        if blocked:
            self.heading.setText(_("{step} has to wait", step=step))
        elif needs:
            self.heading.setText(_("{step}: something is missing", step=step))
        else:
            self.heading.setText(step)
        lines = [f"{'⚠' if need.blocking else '•'} {render(need.text)}" for need in needs[:SHOWN]]
        if (rest := len(needs) - SHOWN) > 0:
            more = ngettext("and {count} more", "and {count} more", rest)
            lines.append(_("{more}: see the panel Check", more=more))
        if consequence is not None and not blocked:
            lines.append(render(consequence))
        self.go_on.setText(_("Go on anyway") if needs else _("Go on"))
        self._show("\n".join(lines), asks=not blocked)
        (self.close_button if blocked else self.go_on).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold in again with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, words: str, *, asks: bool) -> None:
        self.words.setText(words)
        self.go_on.setVisible(asks)
        self.show()
