"""Settings, the list of keys, and what this program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

import kcdesk
from kcdesk.domain.message import Message
from kcdesk.i18n import _
from kcdesk.ui.qt.action import ActionSpec, MenuPlace

if TYPE_CHECKING:
    from kcdesk.ui.desktop.desktop import Desktop


class HelpActions(QObject):
    """Entries of the edit and help menus."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop

    def specs(self) -> list[ActionSpec]:
        """Return the menu entries."""
        return [
            ActionSpec(
                "settings",
                MenuPlace.EDIT,
                Message("Settings…"),
                self.show_settings,
                "settings",
                "Ctrl+,",
                section=9,
            ),
            ActionSpec("welcome", MenuPlace.HELP, Message("Welcome"), self.show_welcome),
            ActionSpec(
                "keys",
                MenuPlace.HELP,
                Message("Keyboard shortcuts"),
                self.show_keys,
                "help",
                "F1",
            ),
            ActionSpec(
                "about", MenuPlace.HELP, Message("About kcdesk"), self.show_about, section=1
            ),
        ]

    def show_settings(self) -> None:
        """Open the settings; each choice takes effect at once."""
        from kcdesk.ui.screens.settings.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._desktop.preferences, self._desktop.window)
        dialog.looks_changed.connect(self._desktop.apply_looks)
        dialog.finished.connect(self._on_settings_closed)
        dialog.open()

    def show_welcome(self) -> None:
        """Show again how to begin."""
        if self._desktop.window is not None:
            self._desktop.window.open_start()

    def show_keys(self) -> None:
        """List every action that has a key."""
        window = self._desktop.window
        if window is None:
            return
        from kcdesk.ui.desktop.key_table import key_table
        from kcdesk.ui.widgets.key_list import KeyList

        KeyList(key_table(window), window).open()

    def show_about(self) -> None:
        """Say what this is."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._desktop.window)
        box.setWindowTitle(_("About kcdesk"))
        box.setText(f"kcdesk {kcdesk.__version__}")
        box.setInformativeText(
            _(
                "Minutes for Swedish municipal bodies. Free software under the GNU GPL 3. "
                "The window is drawn by Qt (LGPL 3)."
            )
        )
        box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    def _on_settings_closed(self) -> None:
        self._desktop.apply_language()
