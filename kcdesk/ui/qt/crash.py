"""Bugs: kept on disk and shown with what is needed to report them. The library stays whole."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import kcdesk
from kcdesk.i18n import _
from kcdesk.ui.qt.theme import GRID, WidgetRole, set_role

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


class CrashReporter(QObject):
    """Takes the place of ``sys.excepthook`` and the one for threads; ``release`` puts them back."""

    _crashed = Signal(str, str)

    def __init__(self, folder: Callable[[], Path], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._before: Hook = sys.excepthook
        self._before_in_threads = threading.excepthook
        self._dialog: CrashDialog | None = None
        self._crashed.connect(self._on_crashed, Qt.ConnectionType.QueuedConnection)
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
        self._before(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            return
        text = report_text(kind, error, trace)
        self._crashed.emit(text, self._kept(text))

    def _report_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_type, args.exc_value, args.exc_traceback)

    def _kept(self, text: str) -> str:
        """Write the report; returns where, or empty when the disk refuses."""
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
        if self._dialog is not None:  # one bug often throws many times: the first says it
            return
        self._dialog = CrashDialog(text, path, QApplication.activeWindow())
        self._dialog.destroyed.connect(self._on_dialog_destroyed)
        self._dialog.open()

    def _on_dialog_destroyed(self) -> None:
        self._dialog = None


class CrashDialog(QDialog):
    """What happened, that the text is safe, and the report to copy."""

    def __init__(self, text: str, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = text
        said = QLabel(
            _(
                "The program made a mistake; you can go on. What the status line says is saved "
                "lies in the library. The report below helps to mend it. Look through it before "
                "you send it on: it may quote what was being worked on."
            ),
            wordWrap=True,
        )
        kept = QLabel(_("Kept in {path}", path=path) if path else "", wordWrap=True)
        set_role(kept, WidgetRole.SOFT)
        report = QPlainTextEdit(text, readOnly=True, tabChangesFocus=True)
        report.setAccessibleName(_("Report"))
        set_role(report, WidgetRole.MONO)
        copy, close = QPushButton(_("Copy the report")), QPushButton(_("Close"))
        copy.clicked.connect(self._on_copy)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(copy)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        layout.setSpacing(2 * GRID)
        for widget in (said, report, kept):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.resize(720, 480)
        close.setFocus()

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self._text)


def report_text(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> str:
    """Return versions and traceback."""
    import platform
    import traceback

    versions = (
        f"kcdesk {kcdesk.__version__}, Python {platform.python_version()}, "
        f"Qt {qVersion()}, PySide {PySide6.__version__}, {platform.platform()}"
    )
    return versions + "\n\n" + "".join(traceback.format_exception(kind, error, trace))
