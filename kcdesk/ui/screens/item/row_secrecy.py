"""The secrecy of one row of the item: kept by itself, whatever part the row is shown in."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from kcdesk.domain.action import Action
from kcdesk.domain.decision import Motion, Reservation, Vote
from kcdesk.domain.followed_action import FollowedAction
from kcdesk.domain.records import Records
from kcdesk.domain.section import Contribution
from kcdesk.i18n import _
from kcdesk.services.edit_part import change_secrecy
from kcdesk.ui.screens.item.editing import ItemEditing
from kcdesk.ui.screens.item.secrecy_line import SecrecyLine, marked_secret

SecretRow = Motion | Vote | Reservation | Action | FollowedAction | Contribution


class RowSecrecy(SecrecyLine):
    """The line, and the menu entry that shows and hides it."""

    def __init__(self, editing: ItemEditing, row_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._editing = editing
        self._row_id = row_id
        self.grounded.connect(self._on_grounded)

    def refresh(self, row: SecretRow) -> None:
        """Show the row's secrecy."""
        marked = marked_secret(self._editing.records, self._row_id)
        self.show_secrecy(row.secret, row.secrecy_ground, marked=marked)

    def fill_menu(self, menu: QMenu) -> None:
        """Offer to make the row secret, or public again."""
        action = QAction(_("Secret"), menu)
        action.setCheckable(True)
        action.setChecked(self._is_secret(self._editing.records))
        action.triggered.connect(self._on_secret)
        menu.addAction(action)

    def _is_secret(self, records: Records) -> bool:
        row = records.row(self._row_id)
        assert isinstance(row, SecretRow)
        return row.secret

    def _on_secret(self, secret: bool) -> None:  # Qt's signal
        records = self._editing.records
        self._editing.perform(change_secrecy(records, self._row_id, secret=secret))
        if secret:
            self.ask_ground()

    def _on_grounded(self, ground: str) -> None:
        records = self._editing.records
        self._editing.perform(change_secrecy(records, self._row_id, secrecy_ground=ground))
