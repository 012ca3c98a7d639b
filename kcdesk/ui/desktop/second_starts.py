"""A second start on the library that is open brings the first one's window to the front."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kcdesk.services.library_in_use import LibraryInUse

if TYPE_CHECKING:
    from kcdesk.domain.error import UserFacingError
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.qt.doorbell import Doorbell
    from kcdesk.ui.qt.library_port import OpenLibrary


class SecondStarts(QObject):
    """Calls the first start, or is the first and is called."""

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop)
        self._desktop = desktop
        self._doorbell: Doorbell | None = None

    def call_first(self, library: Path, error: UserFacingError) -> bool:
        """Let the program that has the library open come to the front; returns whether it did."""
        if not isinstance(error, LibraryInUse) or error.elsewhere:
            return False
        from kcdesk.ui.qt.doorbell import ring

        return ring(library, error.pid)

    def listen(self, library: OpenLibrary) -> None:
        """Be called from now on. A library that is only read may be open twice."""
        if library.read_only or self._doorbell is not None:
            return
        from kcdesk.ui.qt.doorbell import Doorbell

        self._doorbell = Doorbell(library.path, self)
        self._doorbell.rung.connect(self._come_to_front)

    def stop(self) -> None:
        """Be called no more: the library closes."""
        if self._doorbell is not None:
            self._doorbell.stop()
            self._doorbell.deleteLater()
            self._doorbell = None

    def _come_to_front(self) -> None:
        window = self._desktop.window
        if window is None:
            return
        from PySide6.QtCore import Qt

        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
