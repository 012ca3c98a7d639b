"""Settings, the list of keys, and what this program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

import kcdesk
from kcdesk.domain.message import Message
from kcdesk.i18n import _, current
from kcdesk.ui.qt.action import ActionSpec, MenuPlace

if TYPE_CHECKING:
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.shell.main_window import MainWindow


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
            ActionSpec("help", MenuPlace.HELP, Message("Help"), self.show_help, "help", "F1"),
            ActionSpec("keys", MenuPlace.HELP, Message("Keyboard shortcuts"), self.show_keys),
            ActionSpec(
                "about", MenuPlace.HELP, Message("About kcdesk"), self.show_about, section=1
            ),
        ]

    def show_settings(self) -> None:
        """Open the settings; each choice takes effect at once."""
        from kcdesk.ui.screens.settings.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._desktop.preferences, self._desktop.window)
        dialog.looks_changed.connect(self._desktop.apply_looks)
        dialog.spelling_changed.connect(self._desktop.spellers.apply)
        dialog.finished.connect(self._on_settings_closed)
        dialog.open()

    def show_welcome(self) -> None:
        """Show again how to begin."""
        if self._desktop.window is not None:
            self._desktop.window.open_start()

    def show_help(self) -> None:
        """Open the help at the page about what has the focus, else at its first."""
        window = self._desktop.window
        if window is not None:
            self._open_help(where_in(window))

    def show_keys(self) -> None:
        """List every action that has a key."""
        self._open_help("keys")

    def _open_help(self, where: str) -> None:
        """Open the help; ``where`` is a page’s key, or what one is about."""
        window = self._desktop.window
        if window is None:
            return
        from kcdesk.ui.desktop.key_table import key_table
        from kcdesk.ui.screens.help.help_page import key_page, shipped_pages
        from kcdesk.ui.screens.help.help_window import HelpWindow

        words = _(
            "What the keyboard does where you are now. Menus and buttons name their keys too."
        )
        keys = key_page(_("Keyboard shortcuts"), words, key_table(window))
        pages = (*shipped_pages(current().language), keys)
        for before in window.findChildren(HelpWindow):
            before.close()  # it knows the keys of another place
        shown = HelpWindow(pages, self._desktop.ports.calendar, window)
        about = (page.key for page in pages if where in page.about or where == page.key)
        shown.show_page(next(about, pages[0].key))
        shown.show()
        shown.activateWindow()
        shown.browser.setFocus()

    def show_about(self) -> None:
        """Say what this is."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._desktop.window)
        box.setWindowTitle(_("About kcdesk"))
        box.setIcon(QMessageBox.Icon.Information)
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


def where_in(window: MainWindow) -> str:
    """Return the pane with the focus, or the register in view as ``page:key``; else nothing."""
    focused = window.focusWidget()
    if window.workspace is not None and focused is not None:
        for key, pane in window.workspace.panes.items():
            if pane.isAncestorOf(focused):
                return key
    page = window.navigation.page
    return f"page:{page}" if page else ""
