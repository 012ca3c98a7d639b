"""A part of the editor for a participant: a heading, rows, and the way to add one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kcdesk.i18n import _
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.attendance.span_row import Span, SpanRow


class SpanSection(QWidget):
    """``edited`` and ``removed`` carry the id of the row; ``added`` asks for another one."""

    added = Signal()
    edited = Signal(str, object)
    removed = Signal(str)

    def __init__(
        self,
        title: str,
        nothing: str,
        make: Callable[[], SpanRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._make = make
        self.rows: dict[str, SpanRow] = {}
        heading = QLabel(title)
        set_role(heading, WidgetRole.HEADING)
        self.add_button = QPushButton(icon("add", "accent"), _("Add"))
        self.add_button.setAccessibleName(_("Add: {what}", what=title))
        self.add_button.setAutoDefault(False)
        set_role(self.add_button, WidgetRole.QUIET)
        self.add_button.clicked.connect(self.added)
        self._nothing = QLabel(nothing)
        set_role(self._nothing, WidgetRole.SOFT)
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(self.add_button)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, GRID, 0, 0)
        self._layout.setSpacing(GRID // 2)
        self._layout.addLayout(top)
        self._layout.addWidget(self._nothing)

    def stops(self) -> list[QWidget]:
        """What Tab goes to, in the order of the eye."""
        return [self.add_button, *(stop for row in self.rows.values() for stop in row.stops())]

    def show_spans(self, spans: dict[str, Span]) -> None:
        """Show these spans by the ids of their rows; editors of rows that remain stay."""
        for id in self.rows.keys() - spans.keys():
            gone = self.rows.pop(id)
            self._layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for id, span in spans.items():
            if id not in self.rows:
                row = self.rows[id] = self._make()
                row.edited.connect(partial(self.edited.emit, id))
                row.removed.connect(partial(self.removed.emit, id))
                self._layout.addWidget(row)
            self.rows[id].show_span(span)
        self._nothing.setVisible(not spans)
