"""What was deleted, last first, each with a button that brings it back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from kcdesk.domain.error import UserFacingError
from kcdesk.i18n import _, current
from kcdesk.services.ports import BinnedStream
from kcdesk.ui.qt.as_written import PlainLabel
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.page import LibraryContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.error_box import show_error
from kcdesk.ui.widgets.row_column import RowColumn


class BinPage(QWidget):
    """``restored`` carries the id of what came back."""

    restored = Signal(str)

    def __init__(self, context: LibraryContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._streams: dict[str, BinnedStream] = {}
        self.rows = RowColumn(self._made)
        self.empty = QLabel(_("The bin is empty. What is deleted waits here."))
        self._build_ui()
        self.refresh()

    def refresh(self) -> None:
        """Show what is in the bin."""
        self._streams = {each.id: each for each in self._context.shelf.binned()}
        self.rows.show_ids(tuple(self._streams))
        self.empty.setVisible(not self._streams)

    def _build_ui(self) -> None:
        title = QLabel(_("Bin"))
        set_role(title, WidgetRole.TITLE)
        set_role(self.empty, WidgetRole.SOFT)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        for widget in (title, self.empty, self.rows):
            column.addWidget(widget)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def _made(self, id: str) -> QWidget:
        stream = self._streams[id]
        name = _name(stream)
        row = QWidget()
        set_role(row, WidgetRole.PAPER)
        row.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        when = QLabel(_("deleted {day}", day=current().long_day(stream.at.astimezone().date())))
        set_role(when, WidgetRole.SOFT)
        back = QPushButton(icon("undo", "accent"), _("Restore"))
        back.setAccessibleName(_("Restore {name}", name=name))
        set_role(back, WidgetRole.QUIET)
        back.clicked.connect(partial(self._on_restore, id))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(2 * GRID, GRID, GRID, GRID)
        layout.setSpacing(2 * GRID)
        layout.addWidget(PlainLabel(name), 1)
        layout.addWidget(when)
        layout.addWidget(back)
        return row

    def _on_restore(self, id: str) -> None:
        try:
            self._context.shelf.restore(id)
        except UserFacingError as error:
            show_error(self, error)
            return
        self.refresh()
        self.restored.emit(id)


def _name(stream: BinnedStream) -> str:
    day = stream.day.text or (current().long_day(stream.day.day) if stream.day.day else "")
    kind = _("Meeting") if stream.kind == "meeting" else _("Body")
    return " · ".join(part for part in (kind, stream.name, day) if part)
