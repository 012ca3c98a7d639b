"""The sub-items, as ways to them: each is written on a sheet of its own."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from kcdesk.domain.item import Item
from kcdesk.domain.records import Records
from kcdesk.i18n import _
from kcdesk.ui.qt.theme import WidgetRole, set_role
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.part import Part
from kcdesk.ui.widgets.flow_layout import FlowLayout


class SubItemPart(Part):
    """A button for each sub-item."""

    def __init__(self, editing: ItemEditing) -> None:
        super().__init__(editing, "", _("Sub-items"))
        self._line = QWidget(self)
        self._flow = FlowLayout(self._line)
        self.buttons: dict[str, QPushButton] = {}
        self.body.addWidget(self._line)

    def refresh(self, records: Records) -> None:
        """Show the sub-items in their order."""
        items = records.children(self.editing.item_id, Item)
        if [item.id for item in items] != list(self.buttons):
            for old in self.buttons.values():
                self._flow.removeWidget(old)
                old.hide()
                old.deleteLater()
            self.buttons = {item.id: self._button(item.id) for item in items}
        for item in items:
            self.buttons[item.id].setText(item.name or _("Without a heading"))

    def stops(self) -> list[QWidget]:
        """The buttons."""
        return list(self.buttons.values())

    def row_in_focus(self) -> str:
        """Sub-items go in the agenda."""
        return ""

    def _button(self, item_id: str) -> QPushButton:
        button = QPushButton(self._line)
        set_role(button, WidgetRole.QUIET)
        button.clicked.connect(partial(self.editing.context.selection.select, item_id))
        self._flow.addWidget(button)
        return button
