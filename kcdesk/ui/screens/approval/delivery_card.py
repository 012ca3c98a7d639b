"""The decisions under förvaltningsbesvär, each with its parties: they count from their own day."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kcdesk.domain.approved import paragraphs
from kcdesk.domain.decision import Decision
from kcdesk.domain.party_appeal import administrative_decisions, deliveries, item_of
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.edit_delivery import add_delivery
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.screens.approval.delivery_row import DeliveryRow
from kcdesk.ui.widgets.row_column import RowColumn


class DecisionParties(QWidget):
    """One decision: what it is, its parties, and the way to one more."""

    def __init__(self, context: MeetingContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._id = id
        self.title_label = QLabel(wordWrap=True)
        self.title_label.setTextFormat(Qt.TextFormat.PlainText)
        self.column = RowColumn(partial(DeliveryRow, context))
        self.add_button = QPushButton(icon("add", "accent"), _("Add a party to the case"))
        set_role(self.add_button, WidgetRole.QUIET)
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, GRID)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.title_label)
        layout.addWidget(self.column)
        layout.addLayout(line)
        self.add_button.clicked.connect(self._on_add)

    def refresh(self, records: Records) -> None:
        """Show the decision and its parties as they are now."""
        item = item_of(records, records.get(Decision, self._id))
        numbering = profile(self._context.body, records).numbering
        number = paragraphs(records, (item.id,), numbering) if item is not None else ""
        name = item.name if item is not None else ""
        self.title_label.setText("  ".join(part for part in (number, name) if part))
        self.add_button.setAccessibleName(
            _("Add a party to {what}", what=number or name or _("the decision"))
        )
        self.column.show_ids([each.id for each in deliveries(records, self._id)])
        for row in self.column.rows.values():
            row.refresh(records)

    def _on_add(self) -> None:
        bridge = self._context.bridge
        known = set(self.column.rows)
        bridge.perform(add_delivery(bridge.records, self._id))
        for id in set(self.column.rows) - known:
            self.column.rows[id].party_edit.setFocus()


class DeliveryCard(QWidget):
    """Stays away where no decision is appealed in this way."""

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, WidgetRole.PAPER)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel(_("Delivery to the parties"), wordWrap=True)
        set_role(title, WidgetRole.HEADING)
        words = QLabel(
            _(
                "These decisions are appealed by their parties (förvaltningsbesvär). Each party "
                "has three weeks from the day on which she got the decision (FL 44); the notice "
                "on the board says nothing about it."
            ),
            wordWrap=True,
        )
        set_role(words, WidgetRole.SOFT)
        self.decisions = RowColumn(partial(DecisionParties, context))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.setSpacing(GRID)
        layout.addWidget(title)
        layout.addWidget(words)
        layout.addWidget(self.decisions)

    def row(self, id: str) -> QWidget | None:
        """Return the row of a party, if it is here."""
        for part in self.decisions.rows.values():
            if id in part.column.rows:
                return part.column.rows[id].party_edit
        return None

    def refresh(self, records: Records) -> None:
        """Show the decisions as they are now."""
        decisions = administrative_decisions(records)
        self.decisions.show_ids([each.id for each in decisions])
        for part in self.decisions.rows.values():
            part.refresh(records)
        self.setVisible(bool(decisions))
