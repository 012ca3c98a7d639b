"""The whole window on a library, with real storage and the real panels."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kcdesk import app
from kcdesk.services.preview import PreviewListener, PreviewRequest
from kcdesk.system.holidays import SwedishCalendar
from kcdesk.ui.desktop.desktop import Desktop
from kcdesk.ui.desktop.ports import CopyTo


class NoPreview:
    """Prints nothing, so that no process is started."""

    def print(self, request: PreviewRequest) -> None: ...

    def draw(self, revision: int, pages: tuple[int, ...], scale: float) -> None: ...

    def find(self, revision: int, text: str) -> None: ...

    def listen(self, listener: PreviewListener) -> Callable[[], None]:
        return int

    def close(self) -> None: ...


class WaitingDesktop(Desktop):
    """The window shows its content once it was painted; tests begin there."""

    def _show_window(self, library) -> None:
        super()._show_window(library)
        window = self.window
        self.wait(lambda: window._stack.count() > 0)


@pytest.fixture
def desktop(qapp, qtbot, tmp_path: Path, preferences, free_lock) -> Iterator[Desktop]:
    """The program, not started yet; starting, opening and rebuilding wait for the content."""
    ports = replace(
        app.desktop_ports(SwedishCalendar(), NoPreview),
        default_library=lambda: tmp_path / "First.kcdesk",
        open_library=_open,
        back_up=_no_backup,
    )
    made = WaitingDesktop(qapp, ports, preferences)
    made.wait = qtbot.waitUntil
    yield made
    if made.window is not None:
        window = made.window
        assert window.close()
    qapp.styleHints().colorSchemeChanged.disconnect(made.apply_looks)
    made.setParent(None)
    made.deleteLater()


def _open(path: Path):
    from kcdesk.storage.library_file import LibraryFile

    return LibraryFile.open(path)


def _no_backup(_path: Path, _copy_to: CopyTo) -> None:
    """Backups have tests of their own."""


@pytest.fixture
def window(desktop, sample_path, qtbot):
    """The window on the sample meeting, in front."""
    desktop.start(sample_path)
    shown = desktop.window
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown
