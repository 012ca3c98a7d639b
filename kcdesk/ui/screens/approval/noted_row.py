"""What the rows of the approval have in common: plain fields, days under their names, a way out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Concatenate, ParamSpec

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.ui.qt.as_written import plain_tip
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.exact_day_edit import ExactDayEdit
from kcdesk.ui.widgets.flow_layout import FlowLayout
from kcdesk.ui.widgets.tipped import TippedEdit

Facts = ParamSpec("Facts")
_DAY = 124  # pixels at most: two stand side by side in a panel of usual width


class NotedRow(QWidget):
    """Something that is noted of an approval; ``key`` says of which row, or of whom."""

    def __init__(self, context: MeetingContext, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.key = key
        self.remove_button = QToolButton()
        self.remove_button.setIcon(icon("remove", "soft"))
        set_role(self.remove_button, WidgetRole.QUIET)
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, GRID)
        self.grid.setHorizontalSpacing(GRID)
        self.grid.setVerticalSpacing(GRID // 4)
        self.grid.setColumnStretch(0, 1)

    def perform(
        self,
        verb: Callable[Concatenate[Records, str, Facts], Group],
        *args: Facts.args,
        **facts: Facts.kwargs,
    ) -> None:
        """Note something of the row, unless it is gone: a field that goes loses the focus first."""
        bridge = self.context.bridge
        if self.key in bridge.records:
            bridge.perform(verb(bridge.records, self.key, *args, **facts))

    def name_removal(self, words: str) -> None:
        """Say what the button at the row's end takes away."""
        self.remove_button.setToolTip(plain_tip(words))
        self.remove_button.setAccessibleName(words)


def plain_field(placeholder: str, name: str = "") -> QLineEdit:
    """Return a field that looks like text until it has the focus."""
    edit = TippedEdit()
    edit.setPlaceholderText(placeholder)
    edit.setAccessibleName(name)
    set_role(edit, WidgetRole.FIELD)
    return edit


def labelled(text: str, edit: ExactDayEdit) -> QWidget:
    """Return a day with its name above it."""
    label = QLabel(text)
    set_role(label, WidgetRole.SOFT)
    edit.setMaximumWidth(_DAY)
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID // 4)
    column.addWidget(label)
    column.addWidget(edit)
    return both


def day_line(*days: tuple[str, ExactDayEdit]) -> FlowLayout:
    """Return days that stand side by side where there is room, else below one another."""
    flow = FlowLayout(gap=GRID)
    for text, edit in days:
        flow.addWidget(labelled(text, edit))
    return flow


def show_text(edit: QLineEdit, text: str) -> None:
    """Show a text from its beginning; the caret stays where nothing has changed."""
    if edit.text() != text:
        edit.setText(text)
        edit.setCursorPosition(0)


def show_day(edit: ExactDayEdit, day: date | None) -> None:
    """Show a day; what is being written stays where nothing has changed."""
    if edit.day != day:
        edit.show_day(day)
