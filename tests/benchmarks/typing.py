"""From key press to paint in the real window, with autosave and without, on a fast and a slow disk.

    python -m tests.benchmarks.typing

Each round starts the window on a 60-item meeting in a process of its own, types at a steady pace
into one item and waits for each key to be painted. "without" puts a journal that keeps nothing in
the library's place. Rounds take turns, so that all see the same machine. Times in milliseconds.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

ROUNDS, KEYS, PACE = 5, 240, 0.01
TEXT = "Ordföranden hälsade alla välkomna och förklarade mötet öppnat. "
CASES = ("without autosave", "with autosave", "with autosave, 15 ms a sync")


def library_with_a_long_meeting(path: Path) -> str:
    """Make a library with a 60-item meeting; returns the meeting's id."""
    from dataclasses import replace

    from kcdesk.domain.body import Regime
    from kcdesk.domain.meeting import Meeting
    from kcdesk.domain.message import Message
    from kcdesk.services.create_body import create_body
    from kcdesk.services.new_stream import NewStream
    from kcdesk.storage.library_file import LibraryFile
    from tests.benchmarks.storage import rows_of_a_long_meeting

    library = LibraryFile.new(path)
    body_id = create_body("Styrelsen", Regime.BOARD, organisation="Kommunen").begin(library)
    root, *rows = rows_of_a_long_meeting()
    assert isinstance(root, Meeting)
    meeting = NewStream(Message("New"), replace(root, body_id=body_id), tuple(rows))
    meeting_id = meeting.begin(library)
    library.close()
    return meeting_id


class NoAutosave:
    """What stands in for the journal's three ways to keep something."""

    @staticmethod
    def install() -> None:
        from kcdesk.storage.library_file import LibraryFile

        def nothing(*_arguments: Any) -> None: ...

        for name in ("append", "amend", "close_last"):
            setattr(LibraryFile, name, nothing)


def child(path: str, meeting_id: str, case: str) -> None:
    """Type in the window; print the times as JSON."""
    from functools import partial

    from PySide6.QtCore import QSettings, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from kcdesk.app import desktop_ports
    from kcdesk.documents.preview import PreviewProcess
    from kcdesk.documents.preview_printer import print_request
    from kcdesk.domain.item import Item
    from kcdesk.system.holidays import SwedishCalendar
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.qt.preferences import Preferences
    from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit

    if case == CASES[0]:
        NoAutosave.install()

    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    settings = QSettings(str(Path(path).with_suffix(".ini")), QSettings.Format.IniFormat)
    calendar = SwedishCalendar()
    ports = desktop_ports(calendar, partial(PreviewProcess, partial(print_request, calendar)))
    desktop = Desktop(application, ports, Preferences(settings))
    desktop.start(Path(path))
    assert desktop.window is not None
    desktop.window.resize(1440, 900)
    desktop.window.open_meeting(meeting_id)
    settle(application, 0.5)
    context = desktop.window.meeting
    assert context is not None
    context.selection.select(context.bridge.records.children(meeting_id, Item)[30].id)
    settle(application, 1.0)
    editor = next(each for each in desktop.window.findChildren(RichTextEdit) if each.isVisible())
    painted: list[float] = []

    class Watched(type(editor)):  # type: ignore[misc]
        def paintEvent(self, event: Any) -> None:  # noqa: N802  # Qt's name
            super().paintEvent(event)
            painted.append(time.perf_counter())

    editor.__class__ = Watched
    editor.setFocus()
    times = []
    for number in range(KEYS):
        letter = TEXT[number % len(TEXT)]
        painted.clear()
        begin = time.perf_counter()
        QTest.sendKeyEvent(
            QTest.KeyAction.Click,
            editor,
            Qt.Key.Key_unknown,
            letter,
            Qt.KeyboardModifier.NoModifier,
        )
        while not painted:
            application.processEvents()
        times.append((painted[0] - begin) * 1e3)
        settle(application, PACE)
    sys.stdout.write(json.dumps(times))
    sys.stdout.flush()
    os._exit(0)  # the library without autosave could not be closed in good order


def settle(application: Any, seconds: float) -> None:
    """Let the window do what it has to do."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        application.processEvents()


def slow_disk(folder: Path) -> str:
    """Build what slows every sync down; empty where there is no compiler."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return ""
    built = folder / "slow_sync.so"
    source = Path(__file__).with_name("slow_sync.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-o", built, source, "-ldl"], check=True)
    return str(built)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        slow = slow_disk(folder)
        times: dict[str, list[float]] = {case: [] for case in CASES if slow or case != CASES[2]}
        for number in range(ROUNDS):
            for index, case in enumerate(times):
                path = folder / f"{number}-{index}.kcdesk"
                meeting_id = library_with_a_long_meeting(path)
                environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
                if case == CASES[2]:
                    environment["LD_PRELOAD"] = slow
                command = [
                    sys.executable,
                    "-m",
                    "tests.benchmarks.typing",
                    str(path),
                    meeting_id,
                    case,
                ]
                done = subprocess.run(
                    command, env=environment, check=True, capture_output=True, text=True
                )
                times[case] += json.loads(done.stdout)
        base = statistics.quantiles(times[CASES[0]], n=100)
        for case, measured in times.items():
            cuts = statistics.quantiles(measured, n=100)
            ratio = f"p50 × {cuts[49] / base[49]:.2f}   p99 × {cuts[98] / base[98]:.2f}"
            sys.stdout.write(
                f"{case:30} p50 {cuts[49]:6.2f} ms   p99 {cuts[98]:6.2f} ms   {ratio}\n"
            )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        child(*sys.argv[1:])
    else:
        main()
