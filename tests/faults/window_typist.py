"""The real window, in which somebody types by keys until the process is killed.

    python -m tests.faults.window_typist LIBRARY SETTINGS SEED

Prints ``ready``, then ``typed N TIME`` for each key, and ``kept N`` where the window has learnt
that all N characters so far are on disk, as its status line says then ("Sparat"). What it
types is known beforehand: ``text_until``; Enter stands for a line break.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kcdesk.app import desktop_ports
from kcdesk.domain.block import Block
from kcdesk.domain.records import Records
from kcdesk.domain.richtext import text_of
from kcdesk.system.holidays import SwedishCalendar
from kcdesk.ui.desktop.desktop import Desktop
from kcdesk.ui.qt.preferences import Preferences
from kcdesk.ui.widgets.rich_text.rich_text_edit import RichTextEdit

WORDS_A_PARAGRAPH = 12


def text_until(size: int) -> str:
    """The first characters of what every typist types."""
    words, total, number = [], 0, 0
    while total < size:
        number += 1
        words.append(f"ärende{number}" + ("\n" if number % WORDS_A_PARAGRAPH == 0 else " "))
        total += len(words[-1])
    return "".join(words)[:size]


def written(records: Records) -> str:
    """What stands in the meeting's texts, a line for each paragraph."""
    return "\n".join(text_of(block.spans) for block in records.all(Block))


class Typist:
    """Presses keys in a window and says what it learns of them."""

    def __init__(self, desktop: Desktop, application: QApplication, seed: str) -> None:
        self._dice = random.Random(seed)
        self._text = ""
        self._application = application
        assert desktop.window is not None
        assert desktop.window.meeting is not None
        assert desktop.library is not None
        self._window, self._library = desktop.window, desktop.library
        self._bridge = desktop.window.meeting.bridge
        self._typed = len(written(self._bridge.records))
        self._window.writer.committed.connect(self._on_committed)
        self._edit = next(
            each for each in self._window.findChildren(RichTextEdit) if each.isVisible()
        )
        self._edit.setFocus()
        self._press(Qt.Key.Key_End, "", Qt.KeyboardModifier.ControlModifier)

    @property
    def typed(self) -> int:
        """How many characters stand there."""
        return self._typed

    def type_on(self) -> None:
        """Type until killed, now fast, now slowly, now and then with a rest."""
        while True:
            self.type_one()
            say(f"typed {self._typed} {time.monotonic()}")
            rest = 0.6 if self._dice.random() < 0.01 else self._dice.choice((0, 0, 0.002, 0.02))
            settle(self._application, rest)

    def type_one(self) -> None:
        """Press the next key."""
        if self._typed >= len(self._text):
            self._text = text_until(self._typed + 10_000)
        letter = self._text[self._typed]
        self._press(Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown, letter)
        self._typed += 1

    def _press(
        self,
        key: Qt.Key,
        letter: str,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        shown = "\r" if letter == "\n" else letter
        QTest.sendKeyEvent(QTest.KeyAction.Click, self._edit, key, shown, modifier)

    def _on_committed(self, *_what: Any) -> None:
        if self._library.is_stored(self._bridge.session.stream_id):
            say(f"kept {self._typed}")


def settle(application: QApplication, seconds: float) -> None:
    """Let the window do what it has to do."""
    end = time.monotonic() + seconds
    application.processEvents()
    while time.monotonic() < end:
        application.processEvents()


def say(line: str) -> None:
    """Tell the test, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def no_preview() -> Any:
    """Nobody looks at pages."""
    raise RuntimeError("the preview's tab is not in front")


def open_window(path: str, settings: str) -> tuple[QApplication, Desktop]:
    """Start the program on a library, until its meeting is shown."""
    application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    preferences = Preferences(QSettings(settings, QSettings.Format.IniFormat))
    desktop = Desktop(application, desktop_ports(SwedishCalendar(), no_preview), preferences)
    desktop.start(Path(path))
    while desktop.window is None or desktop.window.workspace is None:
        application.processEvents()
    settle(application, 0.1)
    return application, desktop


def main(path: str, settings: str, seed: str) -> None:
    application, desktop = open_window(path, settings)
    typist = Typist(desktop, application, seed)
    say("ready")
    typist.type_on()


if __name__ == "__main__":
    main(*sys.argv[1:])
