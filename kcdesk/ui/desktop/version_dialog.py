"""Asks for the name of a version."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from kcdesk.i18n import _
from kcdesk.ui.widgets.form_dialog import FormDialog


class VersionDialog(FormDialog):
    """Opens at once; ``named`` is called with the name that was entered."""

    def __init__(self, proposed: str, named: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(_("Name a version"), _("Keep the version"), parent)
        self._named = named
        self.name = QLineEdit(proposed)
        self.add_row(_("Name"), self.name)
        self.add_note(
            QLabel(
                _("Everything is saved already. A version is a place in the history to return to."),
                wordWrap=True,
            )
        )
        self.name.selectAll()
        self.name.setFocus()
        self.accepted.connect(self._on_accepted)
        self.open()

    def _on_accepted(self) -> None:
        self._named(self.name.text())
