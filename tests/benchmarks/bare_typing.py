"""From key press to paint in the real window, against a bare QTextEdit with the same text.

    python -m tests.benchmarks.bare_typing

The window has a 60-item meeting open; spelling, live checks, the preview beside the text, autosave,
commands at the start of a line and the follower of the chair's window run. Each round is a process
of its own; rounds take turns. "time" is what the clock says; "work" is the window's own thread
alone, which a busy machine does not change much.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.typing import KEYS, PACE, ROUNDS, TEXT, library_with_a_long_meeting, settle

CASES = ("bare QTextEdit", "the window", "in meeting mode, with the chair's window")
AIM = 2.0


def child(path: str, meeting_id: str, case: str) -> None:
    """Type; print the times as JSON."""
    from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv[:1])
    editor, held = _bare(path) if case == CASES[0] else _ours(application, path, meeting_id, case)
    times = _times(application, editor)
    sys.stdout.write(json.dumps(times))
    sys.stdout.flush()
    assert held is not None
    os._exit(0)


def _bare(path: str) -> tuple[Any, Any]:
    from PySide6.QtWidgets import QMainWindow, QTextEdit

    window = QMainWindow()
    editor = QTextEdit(window)
    editor.setPlainText(Path(path).with_suffix(".txt").read_text("utf-8"))
    editor.setStyleSheet("QTextEdit { font-size: 15px; }")
    window.setCentralWidget(editor)
    window.resize(1440, 900)
    window.show()
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    return editor, window


def _ours(application: Any, path: str, meeting_id: str, case: str) -> tuple[Any, Any]:
    from functools import partial

    from PySide6.QtCore import QSettings

    from kcdesk.app import desktop_ports
    from kcdesk.documents.preview import PreviewProcess
    from kcdesk.documents.preview_printer import print_request
    from kcdesk.domain.item import Item
    from kcdesk.paths import resource
    from kcdesk.system.dictionary import HunspellDictionary
    from kcdesk.system.holidays import SwedishCalendar
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.qt.preferences import Preferences
    from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit

    settings = QSettings(str(Path(path).with_suffix(".ini")), QSettings.Format.IniFormat)
    calendar = SwedishCalendar()
    preview = partial(PreviewProcess, partial(print_request, calendar))
    dictionary = partial(HunspellDictionary, resource("dictionaries"))
    ports = desktop_ports(calendar, preview, dictionary)
    desktop = Desktop(application, ports, Preferences(settings))
    desktop.start(Path(path))
    assert desktop.window is not None
    desktop.window.resize(1440, 900)
    settle(application, 0.3)
    desktop.window.open_meeting(meeting_id)
    settle(application, 0.5)
    context = desktop.window.meeting
    assert context is not None
    context.selection.select(context.bridge.records.children(meeting_id, Item)[30].id)
    desktop.window.menus.action("pane_preview").trigger()
    settle(application, 5.0)  # the dictionary is read and the first preview shown
    if case == CASES[2]:
        for key in ("meeting_mode", "table_window"):
            desktop.window.menus.action(key).trigger()
        settle(application, 0.5)
        desktop.window.activateWindow()  # whoever writes has the focus, not the chair's window
        settle(application, 0.3)
    editor = next(each for each in desktop.window.findChildren(RichTextEdit) if each.isVisible())
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    return editor, desktop


def _times(application: Any, editor: Any) -> list[tuple[float, float]]:
    """Return for each key the milliseconds on the clock, and of work."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    painted: list[tuple[float, float]] = []

    class Watched(type(editor)):  # type: ignore[misc]
        def paintEvent(self, event: Any) -> None:  # noqa: N802  # Qt's name
            super().paintEvent(event)
            painted.append((time.perf_counter(), time.thread_time()))

    editor.__class__ = Watched
    editor.setFocus()
    settle(application, 0.3)
    times = []
    for number in range(KEYS):
        letter = TEXT[number % len(TEXT)]
        painted.clear()
        begin, worked = time.perf_counter(), time.thread_time()
        QTest.sendKeyEvent(
            QTest.KeyAction.Click,
            editor,
            Qt.Key.Key_unknown,
            letter,
            Qt.KeyboardModifier.NoModifier,
        )
        while not painted:
            application.processEvents()
        times.append(((painted[0][0] - begin) * 1e3, (painted[0][1] - worked) * 1e3))
        settle(application, PACE)
    return times


def text_of_item(path: Path, meeting_id: str) -> str:
    """Return the notes that are typed into, for the bare editor."""
    from kcdesk.domain.block import Block
    from kcdesk.domain.item import Item
    from kcdesk.domain.richtext import text_of
    from kcdesk.domain.section import Section
    from kcdesk.storage.library_file import LibraryFile

    library = LibraryFile.open(path)
    records = library.load(meeting_id)
    library.close()
    item = records.children(meeting_id, Item)[30]
    section = records.children(item.id, Section)[0]
    return "\n".join(text_of(each.spans) for each in records.children(section.id, Block))


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        times: dict[str, list[tuple[float, float]]] = {case: [] for case in CASES}
        for number in range(ROUNDS):
            for index, case in enumerate(CASES):
                path = Path(name) / f"{number}-{index}.kcdesk"
                meeting_id = library_with_a_long_meeting(path)
                path.with_suffix(".txt").write_text(text_of_item(path, meeting_id), "utf-8")
                command = [sys.executable, "-m", "tests.benchmarks.bare_typing"]
                done = subprocess.run(
                    [*command, str(path), meeting_id, case],
                    env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": name},
                    check=True,
                    capture_output=True,
                    text=True,
                )
                times[case] += json.loads(done.stdout)
        for at, what in enumerate(("time", "work")):
            base = statistics.quantiles([each[at] for each in times[CASES[0]]], n=100)
            for case, measured in times.items():
                cuts = statistics.quantiles([each[at] for each in measured], n=100)
                ratio = f"p50 × {cuts[49] / base[49]:.2f}   p95 × {cuts[94] / base[94]:.2f}"
                line = f"{case:42} p50 {cuts[49]:6.2f} ms   p95 {cuts[94]:6.2f} ms   {ratio}"
                sys.stdout.write(f"{what} {line} (aim {AIM})\n")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        child(*sys.argv[1:])
    else:
        main()
