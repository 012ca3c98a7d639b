"""The running program: which library is open, its window, its language and looks."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcdesk.domain.error import UserFacingError
from kcdesk.i18n import _, catalogue, current, render, use
from kcdesk.paths import is_there
from kcdesk.ui.desktop.window_builder import build_window
from kcdesk.ui.qt.theme import apply_theme, system_mode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QWidget

    from kcdesk.services.library_in_use import LibraryInUse
    from kcdesk.ui.desktop.hourly_backup import HourlyBackup
    from kcdesk.ui.desktop.library_actions import LibraryActions
    from kcdesk.ui.desktop.meeting_actions import MeetingActions
    from kcdesk.ui.desktop.ports import DesktopPorts
    from kcdesk.ui.desktop.second_starts import SecondStarts
    from kcdesk.ui.desktop.spellers import Spellers
    from kcdesk.ui.qt.library_port import OpenLibrary
    from kcdesk.ui.qt.preferences import Preferences
    from kcdesk.ui.shell.main_window import MainWindow


_SAID = "what_happened"


class Desktop(QObject):
    """Opens one library at a time in one window."""

    def __init__(
        self, application: QApplication, ports: DesktopPorts, preferences: Preferences
    ) -> None:
        super().__init__(application)
        self.application = application
        self.ports = ports
        self.preferences = preferences
        self.library: OpenLibrary | None = None
        self.window: MainWindow | None = None
        self._lock = ExitStack()
        self._told: list[QMessageBox] = []  # without a window they live while they are held
        # The writer and the worker threads give way to a key press within half a millisecond;
        # by default Python lets them go on for five.
        sys.setswitchinterval(0.0005)
        use(preferences.spoken_language)
        self._speaks = ""  # Qt has no words of its own in the first picture
        self.apply_looks()
        application.styleHints().colorSchemeChanged.connect(self.apply_looks)

    @cached_property
    def backup(self) -> HourlyBackup:
        """Keeps a recent copy of the library that is open."""
        from kcdesk.ui.desktop.hourly_backup import HourlyBackup

        backup = HourlyBackup(self.ports.back_up, self)
        backup.failed.connect(self._on_backup_failed)
        return backup

    @cached_property
    def spellers(self) -> Spellers:
        """Who knows the words of each language."""
        from kcdesk.ui.desktop.spellers import Spellers

        return Spellers(self.ports.dictionary, self.preferences, self)

    @cached_property
    def libraries(self) -> LibraryActions:
        """What is done with whole libraries."""
        from kcdesk.ui.desktop.library_actions import LibraryActions

        return LibraryActions(self)

    @cached_property
    def meetings(self) -> MeetingActions:
        """What is done with bodies and meetings."""
        from kcdesk.ui.desktop.meeting_actions import MeetingActions

        return MeetingActions(self)

    def settle(self, library: OpenLibrary) -> None:
        """Do what can wait until the window of a library is seen."""
        from kcdesk.ui.desktop.qt_words import speak_qt

        self.backup.begin(library)
        if self._speaks != current().language:
            self._speaks = current().language
            speak_qt(self.application, self._speaks)

    @cached_property
    def second_starts(self) -> SecondStarts:
        """What becomes of it when the program is started twice."""
        from kcdesk.ui.desktop.second_starts import SecondStarts

        return SecondStarts(self)

    def apply_looks(self) -> None:
        """Wear the chosen mode and text size."""
        mode = self.preferences.color_mode or system_mode(self.application)
        apply_theme(self.application, mode, self.preferences.text_scale)

    def apply_language(self) -> None:
        """Speak the chosen language; the window is made anew where that is another one."""
        chosen = catalogue(self.preferences.spoken_language)
        if chosen is not current():
            use(chosen.language)
            self._rebuild()

    def start(self, path: Path | None) -> bool:
        """Open a library: the given one, the one last used, or a first one of the user's own.

        Returns False where another start of the program had it open and came to the front instead.
        """
        recent = self.preferences.recent_libraries
        wanted = path or (recent[0] if recent else self.ports.default_library())
        error = self._open(wanted)
        if error is None:
            return True
        if self.second_starts.call_first(wanted, error):
            return False
        instead = self.ports.default_library()
        if instead != wanted:  # begin beside it rather than not at all, and say why
            trouble = self._open(instead)
            if trouble is not None:
                self._tell(instead, trouble)
        self._tell(wanted, error)
        return True

    def open(self, path: Path) -> bool:
        """Open (or make) a library in place of the one that is open; returns whether it did."""
        error = self._open(path)
        if error is not None:
            self._tell(path, error)
        return self.library is not None and self.library.path == path

    def _open(
        self, path: Path, *, over: bool = False, reading: bool = False
    ) -> UserFacingError | None:
        if self.library is not None and self.library.path == path:
            return None
        with ExitStack() as stack:
            try:
                if not reading:
                    stack.enter_context(self.ports.lock(path, over=over))
                opened = self._way_in(path, reading=reading)(path)
            except UserFacingError as error:
                return error
            if not self.close_library():  # it said itself why it stays open
                opened.close()
                return None
            self._lock = stack.pop_all()
        self.library = opened
        self.preferences.remember_library(path)
        self._show_window(opened)
        return None

    def _way_in(self, path: Path, *, reading: bool) -> Callable[[Path], OpenLibrary]:
        if reading:
            return self.ports.open_for_reading
        return self.ports.open_library if is_there(path) else self.ports.new_library

    def close_library(self) -> bool:
        """Save and close what is open; returns whether it could be."""
        return self.window is None or self.window.close()

    def save_and_close(self) -> bool:
        """Asked by the window before it goes: save everything, or stay open and say why."""
        if self.library is None or self.window is None:
            return True
        _end_editing(self.window)
        self.window.context.sessions.close_typing()
        try:
            self.library.drain()
            self.window.hide()  # nobody need watch while the last backup is made
            self.window.tasks.finish()  # it may write to the library, as the PDFs to sign do
            self.backup.end()
            self.library.close()
        except UserFacingError as error:
            from kcdesk.ui.widgets.error_box import show_error

            self.window.show()
            self.backup.begin(self.library)
            show_error(self.window, error)
            return False
        self.second_starts.stop()
        self._lock.close()
        self.library = None
        self.window.deleteLater()
        self.window = None
        return True

    def remember_meeting(self, meeting_id: str) -> None:
        """Keep which meeting is in view, for the next start."""
        if self.library is not None and meeting_id:
            self.preferences.remember_meeting(self.library.path, meeting_id)

    def tell(self, error: UserFacingError) -> None:
        """Say what is wrong with the open library, whoever met it; once while it is being read."""
        from shiboken6 import isValid

        shown = [each for each in self._told if isValid(each) and each.isVisible()]
        if self.library is not None and all(each.property(_SAID) != str(error) for each in shown):
            self._tell(self.library.path, error)

    def _tell(self, path: Path, error: UserFacingError) -> None:
        """Say why a library is not open. What another program has can be read meanwhile; what
        another machine seems to have can be taken. A damaged one has backups.
        """
        from shiboken6 import isValid

        from kcdesk.services.damaged_library import DamagedLibrary
        from kcdesk.services.library_in_use import LibraryInUse
        from kcdesk.ui.widgets.error_box import show_error

        box = show_error(self.window, error)
        box.setProperty(_SAID, str(error))
        self._told = [each for each in self._told if isValid(each)] + [box]
        ways: dict[QAbstractButton, Callable[[Path], UserFacingError | None]] = {}
        if isinstance(error, LibraryInUse):
            ways = self._ways_into(box, error)
        elif isinstance(error, DamagedLibrary):
            from kcdesk.ui.desktop.restoring import offer

            ways = offer(self, path, box)
        if ways:
            box.buttonClicked.connect(partial(self._on_answered, path, ways))

    def _ways_into(
        self, box: QMessageBox, error: LibraryInUse
    ) -> dict[QAbstractButton, Callable[[Path], UserFacingError | None]]:
        from PySide6.QtWidgets import QMessageBox

        ways: dict[QAbstractButton, Callable[[Path], UserFacingError | None]] = {}
        read = box.addButton(_("Open for reading"), QMessageBox.ButtonRole.ActionRole)
        ways[read] = partial(self._open, reading=True)
        if error.elsewhere:
            over = box.addButton(_("Open it all the same"), QMessageBox.ButtonRole.ActionRole)
            ways[over] = partial(self._open, over=True)
        return ways

    def _on_answered(
        self,
        path: Path,
        ways: Mapping[QAbstractButton, Callable[[Path], UserFacingError | None]],
        clicked: QAbstractButton,
    ) -> None:
        """Open once the box has gone, perhaps with the window that it stood in; meanwhile there may
        be no window at all, which must not end the program.
        """
        from PySide6.QtCore import QTimer

        if clicked in ways:
            self.application.setQuitOnLastWindowClosed(False)
            QTimer.singleShot(0, partial(self._open_by, ways[clicked], path))

    def _open_by(self, way: Callable[[Path], UserFacingError | None], path: Path) -> None:
        error = way(path)
        if error is not None:
            self._tell(path, error)
        self.application.setQuitOnLastWindowClosed(True)

    def _on_backup_failed(self, error: UserFacingError) -> None:
        if self.window is not None:
            why = partial(self.tell, error)
            self.window.bar.announce(render(error.happened), _("Why?"), why)

    def _show_window(self, library: OpenLibrary) -> None:
        self.window = build_window(self, library)
        self.window.show()

    def _rebuild(self) -> None:
        """Make the window anew; the library stays open."""
        before, library = self.window, self.library
        if before is None or library is None:
            return
        _end_editing(before)
        before.context.sessions.close_typing()
        before.leave()
        self._show_window(library)
        before.hide()
        before.deleteLater()


def _end_editing(window: QWidget) -> None:
    """Let the field with the caret keep what was typed into it: fields do when they are left."""
    focused = window.focusWidget()
    if focused is not None:
        focused.clearFocus()
