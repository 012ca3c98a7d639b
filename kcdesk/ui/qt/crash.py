"""Bugs: kept on disk and shown with what is needed to report them. The library stays whole."""

from __future__ import annotations

import sys
import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kcdesk.domain.error import UserFacingError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from kcdesk.ui.qt.crash_dialog import CrashDialog

    Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


class CrashReporter(QObject):
    """Takes the place of ``sys.excepthook`` and the one for threads; ``release`` puts them back.

    ``trouble`` carries a ``UserFacingError`` that nobody caught: no bug, but a disk or file that
    failed in the midst of things.
    """

    trouble = Signal(object)
    _crashed = Signal(str, str)

    def __init__(self, folder: Callable[[], Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._before: Hook = sys.excepthook
        self._before_in_threads = threading.excepthook
        self._dialog: CrashDialog | None = None
        self._crashed.connect(self._on_crashed)
        sys.excepthook = self.report
        threading.excepthook = self._report_thread

    def release(self) -> None:
        """Put the hooks before back."""
        sys.excepthook = self._before
        threading.excepthook = self._before_in_threads

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Keep and show a bug. May be called on any thread."""
        if isinstance(error, UserFacingError):
            self.trouble.emit(error)
            return
        self._before(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            return
        from kcdesk.ui.qt.crash_report import report_text

        text = report_text(kind, error, trace)
        self._crashed.emit(text, self._kept(text))

    def _report_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_type, args.exc_value, args.exc_traceback)

    def _kept(self, text: str) -> str:
        """Write the report; returns where, or empty when the disk refuses."""
        from datetime import UTC, datetime

        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        try:
            folder = self._folder()
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / f"{stamp}.txt"
            path.write_text(text, "utf-8")
        except OSError:  # the report is still shown, to be copied
            return ""
        return str(path)

    def _on_crashed(self, text: str, path: str) -> None:
        """On the GUI's thread: show it once what went wrong there has been left."""
        QTimer.singleShot(0, partial(self._show, text, path))

    def _show(self, text: str, path: str) -> None:
        if self._dialog is not None:  # one bug often throws many times: the first says it
            return
        from PySide6.QtWidgets import QApplication

        from kcdesk.ui.qt.crash_dialog import CrashDialog

        self._dialog = CrashDialog(text, path, QApplication.activeWindow())
        self._dialog.destroyed.connect(self._on_dialog_destroyed)
        self._dialog.open()

    def _on_dialog_destroyed(self) -> None:
        self._dialog = None
