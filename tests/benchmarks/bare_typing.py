"""From key press to paint in the real window, against a bare QTextEdit with the same text.

    python -m tests.benchmarks.bare_typing

The window has a 60-item meeting open; spelling, live checks, the preview beside the text, autosave,
commands at the start of a line and the follower of the chair's window run. The bare editor stands
alone in a window, has the same font and size and as much of the text in view: once with the text
of the item that is typed into, which is judged, as it is the quicker; once with that of the whole
meeting. Each round is a process of its own; rounds take turns. "time" is what the clock says;
"work" is the window's own thread alone, which a busy machine does not change much; "until told"
adds what waits until the letter is seen: the operation, the queue to the disk, all who follow.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.benchmarks.storage import ITEMS
from tests.benchmarks.typing import KEYS, PACE, ROUNDS, TEXT, library_with_a_long_meeting, settle

CASES = (
    "bare QTextEdit",
    "bare, with the whole meeting's text",
    "the window",
    "in meeting mode, with the chair's window",
)
BARE, WHOLE, MODE = CASES[0], CASES[1], CASES[3]
AIM = 2.0
SIZE = 380, 750
"""Of the bare window: as wide as the text beside the preview, as high as what is seen of it."""

TYPED = 30
"""The number of the item that is typed into."""


def child(path: str, meeting_id: str, case: str) -> None:
    """Type; print the times as JSON."""
    from PySide6.QtWidgets import QApplication

    application = QApplication(sys.argv[:1])
    make = _bare if case in (BARE, WHOLE) else _ours
    editor, held = make(application, path, meeting_id, case)
    times = _times(application, editor)
    sys.stdout.write(json.dumps(times))
    sys.stdout.flush()
    assert held is not None
    os._exit(0)


def _bare(application: Any, path: str, meeting_id: str, case: str) -> tuple[Any, Any]:
    from PySide6.QtWidgets import QMainWindow, QTextEdit

    window = QMainWindow()
    editor = QTextEdit(window)
    items = range(ITEMS) if case == WHOLE else (TYPED,)
    editor.setPlainText(text_of_items(Path(path), meeting_id, items))
    editor.setStyleSheet("QTextEdit { font-size: 15px; }")
    window.setCentralWidget(editor)
    window.resize(*SIZE)
    window.show()
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    settle(application, 5.0 if case == WHOLE else 0.3)  # all is laid out
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
    context.selection.select(context.bridge.records.children(meeting_id, Item)[TYPED].id)
    desktop.window.menus.action("pane_preview").trigger()
    settle(application, 5.0)  # the dictionary is read and the first preview shown
    if case == MODE:
        for key in ("meeting_mode", "table_window"):
            desktop.window.menus.action(key).trigger()
        settle(application, 0.5)
        desktop.window.activateWindow()  # whoever writes has the focus, not the chair's window
        settle(application, 0.3)
    editor = next(each for each in desktop.window.findChildren(RichTextEdit) if each.isVisible())
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    return editor, desktop


def _times(application: Any, editor: Any) -> list[tuple[float, float, float]]:
    """Return for each key the milliseconds on the clock, of work, and of work until all is told."""
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
        key, none = Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.NoModifier
        painted.clear()
        begin, worked = time.perf_counter(), time.thread_time()
        QTest.sendKeyEvent(QTest.KeyAction.Press, editor, key, letter, none)
        while not painted:
            application.processEvents()
        seen = painted[0]
        application.processEvents()
        told = time.thread_time()
        times.append(((seen[0] - begin) * 1e3, (seen[1] - worked) * 1e3, (told - worked) * 1e3))
        QTest.sendKeyEvent(QTest.KeyAction.Release, editor, key, letter, none)
        rest(PACE)
    return times


def rest(seconds: float) -> None:
    """Sleep until the next key, as a window does: one that turns all the time wears out its share
    of the processor, and has to wait when the key comes.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1e3), loop.quit)
    loop.exec()


def text_of_items(path: Path, meeting_id: str, numbers: Iterable[int]) -> str:
    """Return the notes of items, for the bare editor; the last is the one that is typed into."""
    from kcdesk.domain.block import Block
    from kcdesk.domain.item import Item
    from kcdesk.domain.richtext import text_of
    from kcdesk.domain.section import Section
    from kcdesk.storage.library_file import LibraryFile

    library = LibraryFile.open(path)
    records = library.load(meeting_id)
    library.close()
    items = [records.children(meeting_id, Item)[number] for number in numbers]
    sections = [each for item in items for each in records.children(item.id, Section)]
    written = sections if len(items) > 1 else sections[:1]
    blocks = [each for section in written for each in records.children(section.id, Block)]
    return "\n".join(text_of(each.spans) for each in blocks)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        times: dict[str, list[tuple[float, float, float]]] = {case: [] for case in CASES}
        for number in range(ROUNDS):
            for index, case in enumerate(CASES):
                path = Path(name) / f"{number}-{index}.kcdesk"
                meeting_id = library_with_a_long_meeting(path)
                command = [sys.executable, "-m", "tests.benchmarks.bare_typing"]
                done = subprocess.run(
                    [*command, str(path), meeting_id, case],
                    env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": name},
                    check=True,
                    capture_output=True,
                    text=True,
                )
                times[case] += json.loads(done.stdout)
        for at, what in enumerate(("time", "work", "until told")):
            base = statistics.quantiles([each[at] for each in times[BARE]], n=100)
            for case, measured in times.items():
                cuts = statistics.quantiles([each[at] for each in measured], n=100)
                ratio = f"p50 × {cuts[49] / base[49]:.2f}   p95 × {cuts[94] / base[94]:.2f}"
                line = f"{case:42} p50 {cuts[49]:6.2f} ms   p95 {cuts[94]:6.2f} ms   {ratio}"
                sys.stdout.write(f"{what:10} {line} (aim {AIM})\n")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        child(*sys.argv[1:])
    else:
        main()
