"""The composition root of the window: it knows every layer and plugs them together.

``kcdesk.command_line`` does the same for the command line.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kcdesk.backup_desk import back_up_before_migration, backups_of
from kcdesk.panels import panes
from kcdesk.paths import crash_folder, default_library, is_there, resource

if TYPE_CHECKING:
    from kcdesk.domain.deadline import HolidayCalendar
    from kcdesk.services.preview import Preview
    from kcdesk.services.spelling import Dictionary
    from kcdesk.services.watch.entry import WatchEntry
    from kcdesk.storage.library_file import LibraryFile
    from kcdesk.ui.desktop.ports import (
        CopyTo,
        DesktopPorts,
        GoodBackup,
    )
    from kcdesk.ui.qt.library_port import OpenLibrary


_STARTED = 2_000
"""Milliseconds until the meeting last in view is open, too."""


def run_window(path: Path | None) -> int:
    """Show the window on a library (None: the one last used); returns the exit code."""
    load_before_qt()
    from PySide6.QtCore import QSettings, QTimer
    from PySide6.QtWidgets import QApplication

    from kcdesk.document_desk import new_preview
    from kcdesk.system.holidays import SwedishCalendar
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.qt.crash import CrashReporter
    from kcdesk.ui.qt.preferences import Preferences

    # Asked for by argument, as ``setStyle`` would make PySide build all of ``QStyle``.
    application = QApplication.instance() or QApplication([*sys.argv[:1], "-style", "Fusion"])
    assert isinstance(application, QApplication)
    application.setApplicationName("kcdesk")
    application.setOrganizationName("kcdesk")
    crashes = CrashReporter(crash_folder, application)
    calendar = SwedishCalendar()
    helpers = ExitStack()  # processes of ours, to be ended with the window
    preview = cache(partial(new_preview, calendar, helpers))
    dictionary = cache(partial(_new_dictionary, helpers))
    preferences = Preferences(QSettings("kcdesk", "kcdesk"))
    desktop = Desktop(application, desktop_ports(calendar, preview, dictionary), preferences)
    crashes.trouble.connect(desktop.tell)
    try:
        if not desktop.start(path):
            return 0
        QTimer.singleShot(_STARTED, _collect_again)
        return application.exec()
    finally:
        helpers.close()
        crashes.release()


def load_before_qt() -> None:
    """Import what the first picture needs and is not Qt.

    What is made meanwhile stays, so nobody looks for garbage in it until ``_collect_again``.
    """
    gc.disable()
    import kcdesk.i18n
    import kcdesk.services.state_word
    import kcdesk.storage.library_file
    import kcdesk.system.lock  # noqa: F401


def _collect_again() -> None:
    """Look for garbage from now on, but no more in what the start has made."""
    gc.freeze()
    gc.enable()


def _new_dictionary(helpers: ExitStack, language: str) -> Dictionary:
    """Return a language's dictionary, to be ended with ``helpers``."""
    from kcdesk.system.dictionary import HunspellDictionary

    dictionary = HunspellDictionary(resource("dictionaries"), language)
    helpers.callback(dictionary.close)
    return dictionary


def desktop_ports(
    calendar: HolidayCalendar,
    preview: Callable[[], Preview],
    dictionary: Callable[[str], Dictionary] | None = None,
) -> DesktopPorts:
    """Return the outside of the window: storage, clock, calendar, panels, files out and in."""
    from kcdesk.document_desk import documents, exports, pdf_signer, prints_to_sign
    from kcdesk.storage.library_file import LibraryFile
    from kcdesk.system.clock import SystemClock
    from kcdesk.ui.desktop.ports import DesktopPorts, ImportSpec, Recovery

    return DesktopPorts(
        lock=_lock,
        back_up=_back_up,
        open_library=_open_library,
        open_for_reading=partial(LibraryFile.open, reading=True),
        new_library=LibraryFile.new,
        default_library=default_library,
        write_file=_write_file,
        clock=SystemClock(),
        calendar=calendar,
        panes=panes(preview),
        exports=exports(calendar),
        documents=documents(calendar),
        imports=ImportSpec((".json",), _import),
        sample=resource("sample", "meeting.json"),
        recovery=Recovery(_newest_backup, _restore),
        watch_calendar=_watch_calendar,
        prints_to_sign=partial(prints_to_sign, calendar),
        pdf_signer=pdf_signer,
        replace_backups=_replace_backups,
        other_copies=_other_copies,
        dictionary=dictionary,
    )


def _watch_calendar(entries: Sequence[WatchEntry]) -> bytes:
    from kcdesk.documents.watch_calendar import watch_calendar
    from kcdesk.i18n import current
    from kcdesk.system.clock import SystemClock

    return watch_calendar(entries, current(), SystemClock().now())


def _import(path: Path, library: OpenLibrary) -> str:
    from kcdesk.durable_file import read_file
    from kcdesk.exchange.reader import read_meeting
    from kcdesk.services.import_meeting import import_meeting

    return import_meeting(read_meeting(read_file(path)), library).meeting_id


def _write_file(path: Path, content: bytes) -> None:
    from kcdesk.durable_file import write_file

    write_file(path, content)


def _lock(library: Path, *, over: bool = False) -> AbstractContextManager[object]:
    """Lock a library that is going to be written to; one that may only be read needs no lock, and
    its folder may not take one.
    """
    from kcdesk.storage.connection import may_write
    from kcdesk.system.lock import LibraryLock

    if is_there(library) and not may_write(library):
        return nullcontext()
    return LibraryLock(library, over=over)


def _open_library(path: Path) -> LibraryFile:
    from kcdesk.storage.library_file import LibraryFile

    return LibraryFile.open(path, back_up=back_up_before_migration)


def _back_up(library: Path, copy_to: CopyTo) -> None:
    backups_of(library).make_if_due(copy_to)


def _replace_backups(library: Path, copy_to: CopyTo) -> None:
    backups_of(library).replace_all(copy_to)


def _other_copies(library: Path, stream_id: str) -> tuple[Path, ...]:
    from kcdesk.storage.other_copy import other_copies

    return other_copies(library, backups_of(library).folder, stream_id)


def _newest_backup(library: Path) -> GoodBackup | None:
    from datetime import UTC, datetime

    from kcdesk.storage.backup import taken_at
    from kcdesk.ui.desktop.ports import GoodBackup

    path = backups_of(library).newest_good()
    if path is None:
        return None
    changed = datetime.fromtimestamp(library.stat().st_mtime, UTC)
    return GoodBackup(path, taken_at(path), changed)


def _restore(library: Path, backup: Path) -> Path | None:
    from kcdesk.storage.backup import restore
    from kcdesk.system.clock import SystemClock
    from kcdesk.system.lock import LibraryLock

    with LibraryLock(library):
        return restore(backup, library, SystemClock().now())
