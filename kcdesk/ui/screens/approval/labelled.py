"""A day under its name: two stand side by side in a panel of usual width."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.exact_day_edit import ExactDayEdit

_DAY = 124  # pixels at most


def labelled(text: str, edit: ExactDayEdit) -> QWidget:
    """Return a field with its name above it."""
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
