"""What approvers and boards have in common: rows of an approval, each with a way to remove it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from kcdesk.domain.operation import Group
from kcdesk.domain.records import Records
from kcdesk.domain.row import Row
from kcdesk.i18n import _
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.row_column import RowColumn

Removal = Callable[[Records, str], Group]


class OwnedRow(QWidget):
    """One row; ``removal`` is the verb behind its button."""

    def __init__(
        self, context: MeetingContext, id: str, removal: Removal, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.id = id
        self._removal = removal
        self.remove_button = QToolButton()
        self.remove_button.setIcon(icon("remove", "soft"))
        set_role(self.remove_button, WidgetRole.QUIET)
        self.remove_button.clicked.connect(self._on_removed)

    def refresh(self, records: Records) -> None:
        """Show the row as it is now."""
        raise NotImplementedError

    def perform(self, group: Group) -> None:
        """Make a change."""
        self.context.bridge.perform(group)

    @property
    def records(self) -> Records:
        """The newest rows."""
        return self.context.bridge.records

    def call(self, name: str) -> None:
        """Say what the button removes."""
        self.remove_button.setAccessibleName(_("Remove {name}", name=name))
        self.remove_button.setToolTip(_("Remove {name}", name=name))

    def _on_removed(self) -> None:
        self.perform(self._removal(self.records, self.id))


R = TypeVar("R", bound=OwnedRow)


class OwnedRows(QWidget, Generic[R]):
    """All rows of one class that an approval owns; what adds another one stands below them."""

    row_class: type[Row]

    def __init__(
        self, context: MeetingContext, approval_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.approval_id = approval_id
        self.column = RowColumn(self.make)
        self.below = QVBoxLayout(self)
        self.below.setContentsMargins(0, 0, 0, 0)
        self.below.setSpacing(GRID // 2)
        self.below.addWidget(self.column)

    @abstractmethod
    def make(self, id: str) -> R:
        """Return the widget of a row."""

    def refresh(self, records: Records) -> None:
        """Show the rows as they are now."""
        rows = records.children(self.approval_id, self.row_class)
        self.column.show_ids([row.id for row in rows])
        for row in self.column.rows.values():
            row.refresh(records)
