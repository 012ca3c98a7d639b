"""The breaks of a meeting: from when, until when, at which item."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.meeting import Adjournment
from kcdesk.domain.numbering import outline
from kcdesk.domain.profile import profile
from kcdesk.i18n import _
from kcdesk.services.edit_meeting import add_adjournment, remove_adjournment, set_adjournment
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.clock_edit import ClockEdit


class AdjournmentRow(QWidget):
    """One break."""

    def __init__(self, context: MeetingContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._id = id
        self.from_edit = ClockEdit(_("Adjourned from"))
        self.until_edit = ClockEdit(_("Adjourned until"))
        self.item_box = QComboBox()
        self.item_box.setAccessibleName(_("Adjourned at item"))
        self.item_box.setMinimumContentsLength(12)
        self.remove_button = remove = QToolButton()
        remove.setIcon(icon("remove", "soft"))
        remove.setToolTip(_("Remove the adjournment"))
        remove.setAccessibleName(_("Remove the adjournment"))
        set_role(remove, WidgetRole.QUIET)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for widget in (self.from_edit, QLabel("–"), self.until_edit, self.item_box, remove):
            layout.addWidget(widget)
        layout.addStretch()
        self.from_edit.edited.connect(self._on_edited)
        self.until_edit.edited.connect(self._on_edited)
        self.item_box.activated.connect(self._on_edited)
        remove.clicked.connect(self._on_removed)

    def refresh(self) -> None:
        """Show the row as it is now."""
        records = self._context.bridge.records
        row = records.get(Adjournment, self._id)
        self.from_edit.show_clock(row.from_time)
        self.until_edit.show_clock(row.until_time)
        self.item_box.clear()
        self.item_box.addItem(_("at no item in particular"), None)
        numbering = profile(self._context.body, records).numbering
        for each in outline(records, numbering):
            self.item_box.addItem(f"{each.number}  {each.item.name}".strip(), each.item.id)
        self.item_box.setCurrentIndex(max(self.item_box.findData(row.item_id), 0))

    def _on_edited(self) -> None:
        bridge = self._context.bridge
        times = (self.from_edit.clock, self.until_edit.clock)
        item_id = self.item_box.currentData()
        bridge.perform(set_adjournment(bridge.records, self._id, *times, item_id))

    def _on_removed(self) -> None:
        bridge = self._context.bridge
        bridge.perform(remove_adjournment(bridge.records, self._id))


class AdjournmentRows(QWidget):
    """All breaks, and the way to add one."""

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.rows: dict[str, AdjournmentRow] = {}
        self.add_button = QPushButton(icon("add", "accent"), _("Add an adjournment"))
        set_role(self.add_button, WidgetRole.QUIET)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID // 2)
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch()
        self._layout.addLayout(line)
        self.add_button.clicked.connect(self._on_add)

    def refresh(self) -> None:
        """Show the rows as they are now."""
        records = self._context.bridge.records
        ids = [each.id for each in records.children(records.root_id, Adjournment)]
        for id in [each for each in self.rows if each not in ids]:
            gone = self.rows.pop(id)
            gone.hide()
            gone.deleteLater()
        for place, id in enumerate(ids):
            if id not in self.rows:
                self.rows[id] = AdjournmentRow(self._context, id)
                self._layout.insertWidget(place, self.rows[id])
            self.rows[id].refresh()

    def _on_add(self) -> None:
        bridge = self._context.bridge
        known = set(self.rows)
        bridge.perform(add_adjournment(bridge.records))
        self.refresh()
        for id in set(self.rows) - known:
            self.rows[id].from_edit.setFocus()
