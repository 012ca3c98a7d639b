"""The program on an empty library, its clock set, its preview silent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kcdesk import app
from kcdesk.services.preview import PreviewListener, PreviewRequest
from kcdesk.storage.library_file import LibraryFile
from kcdesk.system.holidays import SwedishCalendar
from kcdesk.ui.desktop.desktop import Desktop
from tests.e2e.clock import SetClock
from tests.e2e.hands import Hands
from tests.ui.conftest import free_lock, nothing_left, preferences, swedish  # noqa: F401  # fixtures


class NoPreview:
    """Prints nothing, so that no process is started."""

    def print(self, request: PreviewRequest) -> None: ...

    def draw(self, revision: int, pages: tuple[int, ...], scale: float) -> None: ...

    def find(self, revision: int, text: str) -> None: ...

    def listen(self, listener: PreviewListener) -> Callable[[], None]:
        return int

    def close(self) -> None: ...


@pytest.fixture
def clock() -> SetClock:
    """The morning when the agenda is written."""
    return SetClock("2026-11-12 08:00")


@pytest.fixture
def desktop(qapp: QApplication, tmp_path: Path, clock, preferences, free_lock) -> Iterator[Desktop]:  # noqa: F811  # fixtures
    """The program, not started yet."""
    QApplication.setAttribute(app_attribute())
    ports = replace(
        app.desktop_ports(SwedishCalendar(), NoPreview),
        default_library=lambda: tmp_path / "Protokoll.kcdesk",
        open_library=LibraryFile.open,
        lock=free_lock,
        clock=clock,
    )
    made = Desktop(qapp, ports, preferences)
    yield made
    if made.window is not None:
        assert made.window.close()
    qapp.styleHints().colorSchemeChanged.disconnect(made.apply_looks)
    made.setParent(None)
    made.deleteLater()


@pytest.fixture
def hands(qtbot) -> Hands:
    """Somebody before the screen."""
    return Hands(qtbot.waitUntil)


def app_attribute():
    """File dialogs of Qt's own, so that they can be typed in."""
    from PySide6.QtCore import Qt

    return Qt.ApplicationAttribute.AA_DontUseNativeDialogs
