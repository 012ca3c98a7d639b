"""Fields below one another, each with its small label on the line of what is written in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLayout, QWidget

from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role

_LOWER = 2
"""Pixels that bring a small label down to the line of the larger text beside it."""


class LabelledForm(QFormLayout):
    """Fields are added in the order of the eye, which is the order of Tab."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(3 * GRID)
        self.setVerticalSpacing(GRID)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def add_field(
        self, words: str, field: QWidget | QLayout, *, for_: QWidget | None = None
    ) -> QLabel:
        """Add a field, or several beside each other of which ``for_`` is the first."""
        label = QLabel(words)
        set_role(label, WidgetRole.SOFT)
        label.setContentsMargins(0, _LOWER, 0, 0)
        asked = for_ if for_ is not None else field
        if words and isinstance(asked, QWidget):
            label.setBuddy(asked)
        self.addRow(label, field)
        return label
