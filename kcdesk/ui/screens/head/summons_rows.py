"""The kallelser that were sent, and noting that one was."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.item import Item, ItemKind
from kcdesk.domain.records import Records
from kcdesk.domain.summons import Summons, SummonsKind
from kcdesk.i18n import _, current, ngettext
from kcdesk.services.send_summons import remove_summons, sent_summons, summons_text
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.error_box import show_error
from kcdesk.ui.widgets.exact_day_edit import ExactDayEdit
from kcdesk.ui.widgets.row_column import RowColumn


class SummonsRow(QWidget):
    """One kallelse: which, when it was sent, how many items it named."""

    def __init__(self, context: MeetingContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._id = id
        self.words = QLabel(wordWrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.remove_button = QToolButton()
        self.remove_button.setIcon(icon("remove", "soft"))
        self.remove_button.setAccessibleName(_("The summons was not sent"))
        self.remove_button.setToolTip(_("The summons was not sent"))
        set_role(self.remove_button, WidgetRole.QUIET)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GRID)
        line.addWidget(self.words, 1)
        line.addWidget(self.remove_button)
        self.remove_button.clicked.connect(self._on_removed)

    def refresh(self, records: Records) -> None:
        """Show the row as it is now."""
        row = records.get(Summons, self._id)
        day = current().day(row.sent_on) if row.sent_on else ""
        kind = (
            _("Summons sent {day}", day=day)
            if row.kind is SummonsKind.ORDINARY
            else _("Supplementary summons sent {day}", day=day)
        )
        count = len(row.items)
        named = ngettext("{count} item", "{count} items", count)
        self.words.setText(f"{kind} · {named}")

    def _on_removed(self) -> None:
        bridge = self._context.bridge
        bridge.perform(remove_summons(bridge.records, self._id))


class SummonsRows(QWidget):
    """What was sent, what has come to the agenda since, and a day to note one more."""

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.column = RowColumn(self._make)
        self.since_label = QLabel(wordWrap=True)
        self.since_label.setTextFormat(Qt.TextFormat.PlainText)
        set_role(self.since_label, WidgetRole.SOON)
        self.day_edit = ExactDayEdit(_("Day on which the summons was sent"), context.clock.today)
        self.send_button = QPushButton(icon("calendar", "accent"), "")
        set_role(self.send_button, WidgetRole.QUIET)
        line = QHBoxLayout()
        line.setSpacing(GRID)
        line.addWidget(self.day_edit)
        line.addWidget(self.send_button)
        line.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(self.column)
        layout.addWidget(self.since_label)
        layout.addLayout(line)
        self.send_button.clicked.connect(self._on_sent)

    def refresh(self) -> None:
        """Show the meeting as it is now."""
        records = self._context.bridge.records
        rows = records.children(records.root_id, Summons)
        self.column.show_ids([row.id for row in rows])
        for row in self.column.rows.values():
            row.refresh(records)
        items = records.children(records.root_id, Item)
        outside = sum(not i.announced and i.kind is not ItemKind.FORMALITY for i in items)
        self.since_label.setVisible(bool(rows) and outside > 0)
        self.since_label.setText(
            ngettext(
                "{count} item is not in the summons.",
                "{count} items are not in the summons.",
                outside,
            )
        )
        self.send_button.setText(
            _("A supplementary one was sent") if rows else _("The summons was sent")
        )
        if self.day_edit.day is None:
            self.day_edit.show_day(self._context.clock.today())

    def _make(self, id: str) -> SummonsRow:
        return SummonsRow(self._context, id)

    def _on_sent(self) -> None:
        context, bridge = self._context, self._context.bridge
        day = self.day_edit.day or context.clock.today()
        bridge.close_typing()
        try:
            text = summons_text(bridge.records, context.body)
            snapshot = context.shelf.keep_text(text)
        except UserFacingError as error:
            show_error(self, error)
            return
        bridge.perform(sent_summons(bridge.records, snapshot, day))
