"""A page of one column of comfortable width, scrolled as a whole, in titled parts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role

_WIDTH = 1040


class ColumnPage(QScrollArea):
    """``add_part`` puts a widget on its own sheet under a heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        outer = QHBoxLayout(page)
        outer.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        self._column = QVBoxLayout(column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * GRID)
        self._column.addStretch()
        outer.addStretch(1)
        outer.addWidget(column, 100)
        outer.addStretch(1)
        self.setWidget(page)

    def add_head(self, title: str, detail: str, *buttons: QWidget) -> tuple[QLabel, QLabel]:
        """Put a title and a line under it, with buttons at the right; returns the labels."""
        head, said = PlainLabel(title, wraps=True), PlainLabel(detail, wraps=True)
        set_role(head, WidgetRole.TITLE)
        set_role(said, WidgetRole.SOFT)
        words = QVBoxLayout()
        words.setSpacing(GRID // 2)
        words.addWidget(head)
        words.addWidget(said)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.insertLayout(self._column.count() - 1, row)
        return head, said

    def add_part(self, title: str, content: QWidget) -> QWidget:
        """Put a widget on a sheet under a heading; returns the sheet."""
        sheet = QWidget()
        set_role(sheet, WidgetRole.PAPER)
        sheet.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        layout = QVBoxLayout(sheet)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 3 * GRID)
        layout.setSpacing(3 * GRID // 2)
        heading = QLabel(title)
        set_role(heading, WidgetRole.HEADING)
        layout.addWidget(heading)
        layout.addWidget(content)
        self._column.insertWidget(self._column.count() - 1, sheet)
        return sheet
