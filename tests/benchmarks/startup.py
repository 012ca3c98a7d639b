"""Start-up to first paint, and memory then, of the window against a bare QMainWindow.

Prints ratios of medians over several runs taken in turn; ``python -m tests.benchmarks.startup``.
Started by its own door, without arguments, the program opens the library last used, with the sample
meeting. It paints before it opens the meeting last in view, so the time until that meeting is shown
is printed as well. The same with 10,000 meetings of four bodies in the library.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = int(os.environ.get("STARTUP_RUNS", "7"))
BODIES, MEETINGS = 4, 10_000

COMMON = """
import sys, time
start = float(sys.argv[1])
def memory():
    for line in open("/proc/self/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
def now():
    return time.clock_gettime(time.CLOCK_MONOTONIC) - start
"""

BARE = (
    COMMON
    + """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(now(), memory(), now())
        QTimer.singleShot(0, self.close)
application = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
application.exec()
"""
)

OURS = (
    COMMON
    + """
from kcdesk import app
from kcdesk.__main__ import main
load = app.load_before_qt
def loaded():
    load()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    from kcdesk.ui.shell.main_window import MainWindow
    plain = MainWindow.paintEvent
    seen = []
    def painted(self, event):
        plain(self, event)
        if not seen:
            seen.append((now(), memory()))
            self.meeting_opened.connect(opened)
    def opened(meeting):
        QTimer.singleShot(0, done)
    def done():
        print(*seen[0], now())
        for window in QApplication.topLevelWidgets():
            window.close()
    MainWindow.paintEvent = painted
app.load_before_qt = loaded
if len(sys.argv) > 2:
    from pathlib import Path
    app.run_window(Path(sys.argv[2]))
else:
    main([])
"""
)


def library(folder: Path) -> Path:
    """Make the library with the sample meeting."""
    from kcdesk.exchange.reader import read_meeting
    from kcdesk.paths import resource
    from kcdesk.services.import_meeting import import_meeting
    from kcdesk.storage.library_file import LibraryFile

    opened = LibraryFile.new(folder / "sample.kcdesk")
    import_meeting(read_meeting(resource("sample", "meeting.json").read_bytes()), opened)
    opened.close()
    return folder / "sample.kcdesk"


def fill(path: Path) -> None:
    """Add 10,000 meetings of four bodies to a library."""
    from datetime import date, timedelta

    from kcdesk.domain.body import Body
    from kcdesk.domain.meeting import Meeting
    from kcdesk.domain.message import Message
    from kcdesk.domain.moment import Moment
    from kcdesk.domain.operation import Group, Insert
    from kcdesk.domain.row import Row, new_id
    from kcdesk.storage.library_file import LibraryFile

    roots: list[Row] = [Body(id=new_id(), name=f"Nämnd {number}") for number in range(BODIES)]
    for number in range(MEETINGS):
        day = Moment(date(1995, 1, 1) + timedelta(days=number))
        roots.append(Meeting(id=new_id(), body_id=roots[number % BODIES].id, day=day))
    opened = LibraryFile.open(path)
    opened.bring_in(
        Group(Message("New"), ()), [Group(Message("New"), (Insert(root),)) for root in roots]
    )
    opened.close()


def run(program: str, home: str, *arguments: str) -> tuple[float, float, float]:
    """Return seconds to first paint, megabytes then, and seconds to the content."""
    import time

    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled once, as when installed
    environment["XDG_DATA_HOME"] = environment["XDG_CONFIG_HOME"] = home
    start = str(time.clock_gettime(time.CLOCK_MONOTONIC))
    done = subprocess.run(
        [sys.executable, "-c", program, start, *arguments],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    seconds, megabytes, content = map(float, done.stdout.split()[:3])
    return seconds, megabytes, content


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        homes = [Path(name) / each for each in ("one", "many")]
        for home in homes:
            home.mkdir()
            path = library(home)
            if home is homes[1]:
                fill(path)
            run(OURS, str(home), str(path))
        run(BARE, name)
        bare, ours, many = [], [], []
        for _ in range(RUNS):
            bare.append(run(BARE, name))
            ours.append(run(OURS, str(homes[0])))
            many.append(run(OURS, str(homes[1])))
    base, with_us, with_many = (
        [statistics.median(column) for column in zip(*rows, strict=True)]
        for rows in (bare, ours, many)
    )
    lines = (
        f"bare QMainWindow: {base[0]:.3f} s, {base[1]:.1f} MB",
        f"kcdesk:           {with_us[0]:.3f} s, {with_us[1]:.1f} MB",
        f"first paint  {with_us[0] / base[0]:.2f} x (aim 1.6)",
        f"memory       {with_us[1] / base[1]:.2f} x (aim 1.6)",
        f"meeting seen {with_us[2] / base[0]:.2f} x",
        f"with {MEETINGS} meetings:",
        f"first paint  {with_many[0] / base[0]:.2f} x (aim 1.6)",
        f"memory       {with_many[1] / base[1]:.2f} x (aim 1.6)",
        f"meeting seen {with_many[2] / base[0]:.2f} x",
    )
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
