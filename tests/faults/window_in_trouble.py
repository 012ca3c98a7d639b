"""The real window, in which somebody types while the disk takes nothing, and afterwards.

    python -m tests.faults.window_in_trouble LIBRARY SETTINGS limit|ballast|lock SECONDS RESCUED

``limit``: the process may not write larger files; ``ballast``: the small disk is filled up;
``lock``: another connection keeps the library to itself. It types on for SECONDS while the window
says that nothing is saved, saves a copy to RESCUED unless another has the library, ends the
trouble, waits until all is saved, closes, and prints what was seen as JSON.
"""

from __future__ import annotations

import json
import sqlite3
import sys
import time
from pathlib import Path
from typing import Any

from kcdesk.ui.desktop.desktop import Desktop
from tests.faults.full_disk import fill, make_room
from tests.faults.window_typist import Typist, open_window, say, settle, written


def begin_trouble(path: Path, kind: str) -> sqlite3.Connection | None:
    """Let nothing be saved from now on."""
    if kind != "lock":
        fill(path, kind)
        return None
    other = sqlite3.connect(path, isolation_level=None, timeout=5)
    other.execute("BEGIN EXCLUSIVE")
    return other


def end_trouble(path: Path, kind: str, other: sqlite3.Connection | None) -> None:
    """Let it be saved again."""
    if other is None:
        make_room(path, kind)
    else:
        other.execute("ROLLBACK")
        other.close()


def wait(application: Any, met: Any, seconds: float = 60) -> None:
    """Let the window do what it has to do until something is so."""
    end = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < end, "it never came"
        settle(application, 0.01)


def look(desktop: Desktop) -> str:
    """What the status line says of saving."""
    assert desktop.window is not None
    return desktop.window.status_line._saved.text()


def main(library: str, settings: str, kind: str, seconds: str, rescued: str) -> None:
    path = Path(library)
    application, desktop = open_window(library, settings)
    typist = Typist(desktop, application, "1")
    assert desktop.window is not None
    assert desktop.library is not None
    line, bridge = desktop.window.status_line, desktop.window.meeting.bridge
    for _ in range(50):
        typist.type_one()
        settle(application, 0.001)
    wait(application, lambda: desktop.library.is_stored(bridge.session.stream_id))
    before = look(desktop)
    other = begin_trouble(path, kind)
    for _ in range(30_000):
        typist.type_one()
        settle(application, 0.002)
        if line.error is not None:
            break
    banner, at_banner = look(desktop), typist.typed
    end = time.monotonic() + float(seconds)
    while time.monotonic() < end:
        typist.type_one()
        settle(application, 0.02)
    if kind != "lock":
        desktop.libraries._on_copy_chosen(rescued)
    in_trouble = typist.typed
    end_trouble(path, kind, other)
    wait(application, lambda: line.error is None)
    wait(application, lambda: desktop.library.is_stored(bridge.session.stream_id))
    seen = {
        "before": before,
        "banner": banner,
        "after": look(desktop),
        "typed_in_trouble": in_trouble - at_banner,
        "text": written(bridge.records),
    }
    desktop.close_library()
    say(json.dumps(seen))


if __name__ == "__main__":
    main(*sys.argv[1:])
