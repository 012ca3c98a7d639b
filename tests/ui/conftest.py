"""What tests of the window share: Swedish, the theme, a library with the sample, nothing left."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

import kcdesk.domain.catalogue  # noqa: F401  # registers the rows
from kcdesk.exchange.reader import read_meeting
from kcdesk.i18n import use
from kcdesk.paths import resource
from kcdesk.services.import_meeting import import_meeting
from kcdesk.storage.library_file import LibraryFile
from kcdesk.ui.qt.color import ColorMode
from kcdesk.ui.qt.preferences import Preferences
from kcdesk.ui.qt.theme import apply_theme


@pytest.fixture(autouse=True)
def swedish() -> Iterator[None]:
    """Speak Swedish, whatever a test before chose."""
    use("sv")
    yield
    use("sv")


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a window on the screen or a thread running."""
    before = set(threading.enumerate())
    yield
    left = [
        thread
        for thread in set(threading.enumerate()) - before
        if not thread.daemon
        and thread.is_alive()
        and not isinstance(thread, threading._DummyThread)
    ]
    assert not left, f"threads left running: {left}"
    application = QApplication.instance()
    if isinstance(application, QApplication):
        shown = [widget for widget in application.topLevelWidgets() if widget.isVisible()]
        for widget in shown:
            widget.close()
        assert not shown, f"windows left on the screen: {shown}"


@pytest.fixture
def theme(qapp: QApplication) -> Callable[[ColorMode], None]:
    """Wear the light theme; call it to wear the dark one."""

    def wear(mode: ColorMode) -> None:
        apply_theme(qapp, mode)

    qapp.setStyle("Fusion")
    wear(ColorMode.LIGHT)
    return wear


@pytest.fixture
def sample_path(tmp_path: Path) -> Path:
    """A library file with the sample meeting, closed."""
    path = tmp_path / "Protokoll.kcdesk"
    library = LibraryFile.new(path)
    try:
        import_meeting(read_meeting(resource("sample", "meeting.json").read_bytes()), library)
    finally:
        library.close()
    return path


@pytest.fixture
def library(sample_path: Path) -> Iterator[LibraryFile]:
    """The library with the sample meeting, open."""
    opened = LibraryFile.open(sample_path)
    yield opened
    opened.close()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Settings of one's own: Swedish, light."""
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = Preferences(settings)
    made.language = "sv"
    made.color_mode = ColorMode.LIGHT
    return made


@pytest.fixture
def free_lock() -> Callable[[Path], nullcontext[None]]:
    """A lock that is always free."""

    def lock(_path: Path, *, over: bool = False) -> nullcontext[None]:
        return nullcontext()

    return lock
