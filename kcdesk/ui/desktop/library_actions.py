"""What is done with whole libraries: new, open, import, settings, quit."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.i18n import _
from kcdesk.ui.desktop.documents_folder import documents_folder
from kcdesk.ui.qt.action import ActionSpec, MenuPlace
from kcdesk.ui.qt.as_written import plain_tip
from kcdesk.ui.widgets.error_box import show_error

if TYPE_CHECKING:
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.shell.menus import Menus


class LibraryActions(QObject):
    """The first part of the file menu."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__()
        self._desktop = desktop

    def specs(self) -> list[ActionSpec]:
        """Return the menu entries."""
        file = MenuPlace.FILE
        found = [
            ActionSpec("new_library", file, Message("New library…"), self.new_library, section=2),
            ActionSpec(
                "open_library",
                file,
                Message("Open library…"),
                self.open_library,
                "open",
                "Ctrl+O",
                section=2,
            ),
            ActionSpec("quit", file, Message("Quit"), self.quit, "", "Ctrl+Q", section=9),
        ]
        if self._desktop.ports.imports is not None:
            found.append(
                ActionSpec(
                    "import",
                    file,
                    Message("Import a meeting…"),
                    self.choose_import,
                    "import",
                    section=1,
                )
            )
        return found

    def new_library(self) -> None:
        """Ask where, make a library there and open it."""
        dialog = self._dialog(_("New library"), QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(_("Minutes") + ".kcdesk")
        dialog.fileSelected.connect(self._on_library_chosen)
        dialog.open()

    def open_library(self) -> None:
        """Ask which and open it."""
        dialog = self._dialog(_("Open library"), QFileDialog.AcceptMode.AcceptOpen)
        dialog.fileSelected.connect(self._on_library_chosen)
        dialog.open()

    def choose_import(self) -> None:
        """Ask which file and bring it in."""
        dialog = QFileDialog(self._desktop.window, _("Import a meeting"))
        dialog.setDirectory(documents_folder())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        imports = self._desktop.ports.imports
        suffixes = " ".join(f"*{suffix}" for suffix in imports.suffixes) if imports else "*"
        dialog.setNameFilter(_("Meetings ({suffixes})", suffixes=suffixes))
        dialog.fileSelected.connect(self._on_import_chosen)
        dialog.open()

    def open_sample(self) -> None:
        """Bring in the sample meeting and show it."""
        if self._desktop.ports.sample is not None:
            self.bring_in(self._desktop.ports.sample)

    def bring_in(self, path: Path) -> None:
        """Import a file and show its meeting."""
        imports, library, window = (
            self._desktop.ports.imports,
            self._desktop.library,
            self._desktop.window,
        )
        if imports is None or library is None or window is None:
            return
        try:
            meeting_id = imports.read(path, library)
        except UserFacingError as error:
            show_error(window, error)
            return
        window.context.people_bridge.reload()
        window.navigation.refresh()
        window.open_meeting(meeting_id)

    def add_recent(self, menus: Menus) -> None:
        """Offer the libraries opened before, other than the one that is open."""
        here = self._desktop.library.path if self._desktop.library is not None else None
        others = [each for each in self._desktop.preferences.recent_libraries if each != here]
        if not others:
            return
        menu = menus.add_submenu(MenuPlace.FILE, _("Recent libraries"), before="quit")
        for path in others:
            action = menu.addAction(path.stem)
            action.setToolTip(plain_tip(str(path)))
            action.triggered.connect(partial(self._open_recent, path))

    def choose_copy(self) -> None:
        """Ask where a copy goes that also holds what cannot be saved here."""
        dialog = self._dialog(_("Save a copy elsewhere"), QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(self._on_copy_chosen)
        dialog.open()

    def explain_failure(self) -> None:
        """Say why the text is not saved."""
        window = self._desktop.window
        if window is not None and window.status_line.error is not None:
            self._desktop.tell(window.status_line.error)

    def quit(self) -> None:
        """Close the window, which saves."""
        self._desktop.close_library()

    def _on_library_chosen(self, name: str) -> None:
        self._desktop.open(Path(name))

    def _open_recent(self, path: Path, _checked: bool = False) -> None:  # Qt's signal
        self._desktop.open(path)

    def _on_copy_chosen(self, name: str) -> None:
        library, window = self._desktop.library, self._desktop.window
        if library is None or window is None:
            return
        try:
            library.rescue_to(Path(name))
        except UserFacingError as error:
            show_error(window, error)
            return
        window.bar.announce(_("Everything is in {name} too.", name=Path(name).name))

    def _on_import_chosen(self, name: str) -> None:
        self.bring_in(Path(name))

    def _dialog(self, title: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        dialog = QFileDialog(self._desktop.window, title)
        dialog.setAcceptMode(mode)
        dialog.setDirectory(documents_folder())
        dialog.setNameFilter(_("Libraries ({suffixes})", suffixes="*.kcdesk"))
        dialog.setDefaultSuffix("kcdesk")
        saving = mode == QFileDialog.AcceptMode.AcceptSave
        dialog.setFileMode(
            QFileDialog.FileMode.AnyFile if saving else QFileDialog.FileMode.ExistingFile
        )
        return dialog
