"""Corrections of approved minutes: what of, when, by whom, and what was changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.body import RoleKind
from kcdesk.domain.correction import Correction
from kcdesk.domain.item import Item
from kcdesk.domain.lock import sent_approvals
from kcdesk.domain.numbering import numbers, ordered_items
from kcdesk.domain.profile import profile
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.services.edit_correction import (
    add_correction,
    change_correction,
    place_correction,
    remove_correction,
)
from kcdesk.ui.qt.icon import icon
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role
from kcdesk.ui.widgets.exact_day_edit import ExactDayEdit
from kcdesk.ui.widgets.row_column import RowColumn
from kcdesk.ui.widgets.tipped import TippedEdit


class CorrectionRow(QWidget):
    """One correction."""

    def __init__(self, context: MeetingContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._id = id
        self.owner_box = QComboBox()
        self.owner_box.setAccessibleName(_("What is corrected"))
        self.owner_box.setMinimumContentsLength(8)
        self.owner_box.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.day_edit = ExactDayEdit(
            _("Day of the correction"), context.clock.today, context.held_on
        )
        self.author_edit = TippedEdit()
        self.author_edit.setPlaceholderText(_("by whom"))
        self.author_edit.setAccessibleName(_("Who made the correction"))
        self.text_edit = TippedEdit()
        self.text_edit.setPlaceholderText(_("what was changed"))
        self.text_edit.setAccessibleName(_("What was changed"))
        self.remove_button = QToolButton()
        self.remove_button.setIcon(icon("remove", "soft"))
        self.remove_button.setAccessibleName(_("Remove the correction"))
        self.remove_button.setToolTip(_("Remove the correction"))
        set_role(self.remove_button, WidgetRole.QUIET)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, GRID)
        grid.setHorizontalSpacing(GRID)
        grid.setVerticalSpacing(GRID // 2)
        grid.addWidget(self.owner_box, 0, 0)
        grid.addWidget(self.day_edit, 0, 1)
        grid.addWidget(self.remove_button, 0, 2)
        grid.addWidget(self.text_edit, 1, 0, 1, 2)
        grid.addWidget(self.author_edit, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        self.owner_box.activated.connect(self._on_placed)
        self.day_edit.edited.connect(self._on_changed)
        self.author_edit.editingFinished.connect(self._on_changed)
        self.text_edit.editingFinished.connect(self._on_changed)
        self.remove_button.clicked.connect(self._on_removed)

    def refresh(self, records: Records, places: list[tuple[str, str]]) -> None:
        """Show the row as it is now; ``places`` are the owners there are, with their names."""
        row = records.get(Correction, self._id)
        now = [
            (self.owner_box.itemText(n), self.owner_box.itemData(n))
            for n in range(self.owner_box.count())
        ]
        if now != [(name, id) for id, name in places]:
            self.owner_box.clear()
            for id, name in places:
                self.owner_box.addItem(name, id)
        self.owner_box.setCurrentIndex(self.owner_box.findData(row.owner_id))
        if self.day_edit.day != row.made_on:
            self.day_edit.show_day(row.made_on)
        for edit, text in ((self.author_edit, row.author), (self.text_edit, row.text)):
            if edit.text() != text:
                edit.setText(text)

    def _on_placed(self, index: int) -> None:
        bridge = self._context.bridge
        owner_id = self.owner_box.itemData(index)
        bridge.perform(place_correction(bridge.records, self._id, owner_id))

    def _on_changed(self) -> None:
        bridge = self._context.bridge
        if self._id in bridge.records:
            group = change_correction(
                bridge.records,
                self._id,
                made_on=self.day_edit.day,
                author=self.author_edit.text().strip(),
                text=self.text_edit.text().strip(),
            )
            bridge.perform(group)

    def _on_removed(self) -> None:
        bridge = self._context.bridge
        bridge.perform(remove_correction(bridge.records, self._id))


class CorrectionCard(QWidget):
    """Shown once something has gone out for signature, or where there is a correction."""

    def __init__(self, context: MeetingContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        set_role(self, WidgetRole.PAPER)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        title = QLabel(_("Corrections"))
        set_role(title, WidgetRole.HEADING)
        words = QLabel(
            _(
                "What was approved stays as it was. A correction is printed after its paragraph"
                " and listed on the first page (JO 581-2013)."
            ),
            wordWrap=True,
        )
        set_role(words, WidgetRole.SOFT)
        self.column = RowColumn(self._make)
        self.add_button = QPushButton(icon("add", "accent"), _("Write a correction"))
        set_role(self.add_button, WidgetRole.QUIET)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(title)
        layout.addWidget(words)
        layout.addWidget(self.column)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.clicked.connect(self.add)

    def refresh(self) -> None:
        """Show the corrections as they are now."""
        records = self._context.bridge.records
        rows = records.all(Correction)
        sealed = any(each.sealed_on is not None for each in sent_approvals(records))
        self.setVisible(bool(rows) or sealed)
        self.column.show_ids([row.id for row in rows])
        places = self._places(records)
        for row in self.column.rows.values():
            row.refresh(records, places)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in the order of the eye."""
        found: list[QWidget] = []
        for row in self.column.rows.values():
            found += [row.owner_box, row.day_edit, row.text_edit, row.author_edit]
            found.append(row.remove_button)
        return [*found, self.add_button]

    def place_of(self, row_id: str, field: str) -> QWidget | None:
        """Return what a field of a correction is edited in; None: it is not here."""
        row = self.column.rows.get(row_id)
        if row is None:
            return None
        return {"made_on": row.day_edit, "author": row.author_edit}.get(field, row.text_edit)

    def add(self) -> None:
        """Begin a correction of the item in view, signed by the secretary."""
        bridge = self._context.bridge
        records = bridge.records
        chosen = self._context.selection.id
        owner_id = chosen if records.find(Item, chosen) is not None else records.root_id
        secretaries = AttendanceRegister(records).holders(RoleKind.SECRETARY)
        author = secretaries[0][0].name if secretaries else ""
        known = set(self.column.rows)
        today = self._context.clock.today()
        bridge.perform(add_correction(records, owner_id, today, author))
        for id in set(self.column.rows) - known:
            self.column.rows[id].text_edit.setFocus()

    def _make(self, id: str) -> CorrectionRow:
        return CorrectionRow(self._context, id)

    def _places(self, records: Records) -> list[tuple[str, str]]:
        number_of = numbers(records, profile(self._context.body, records).numbering)
        places = [(records.root_id, _("First page"))]
        for item in ordered_items(records):
            number = number_of.get(item.id, "")
            name = f"§ {number} {item.name}" if number else item.name
            places.append((item.id, name))
        return places
