"""Puts the command line together, as ``kcdesk.app`` does the window.

Everything is imported when it is used, so that each command loads only its own parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kcdesk.domain.error import UserFacingError
from kcdesk.domain.message import Message
from kcdesk.paths import is_folder, is_there

if TYPE_CHECKING:
    from datetime import date

    from kcdesk.cli.toolbox import OpenLibrary, PrintOptions, Toolbox
    from kcdesk.domain.deadline import HolidayCalendar
    from kcdesk.services.bundle import MeetingBundle
    from kcdesk.services.pdf_signature import PdfSigner
    from kcdesk.services.watch.entry import WatchEntry


def run_command_line(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; without arguments the window opens."""
    from kcdesk.cli.run import run

    return run(arguments, toolbox, _run_window)


def toolbox() -> Toolbox:
    """Return what the commands are made of."""
    from kcdesk.cli.toolbox import Toolbox

    return Toolbox(
        read_meeting=_read_meeting,
        write_meeting=_write_meeting,
        schema=_schema,
        calendar=_calendar,
        print_meeting=_print_meeting,
        unprintable=_unprintable,
        missing_glyphs=_missing_glyphs,
        today=_today,
        open_library=open_library,
        sample=_sample,
        default_library=_default_library,
        pdf_signer=_pdf_signer,
        watch_calendar=_watch_calendar,
    )


@contextmanager
def open_library(path: Path, *, writing: bool) -> Iterator[OpenLibrary]:
    """Open a library; for writing it is made where there is none, and locked meanwhile; one of an
    older form is kept as a backup before it gets the newest.

    Raises ``UserFacingError``.
    """
    from kcdesk.storage.library_file import LibraryFile

    if not writing:
        library = LibraryFile.open(path, reading=True)
        try:
            yield library
        finally:
            library.close()
        return

    from kcdesk.backup_desk import back_up_before_migration
    from kcdesk.system.lock import LibraryLock

    if not is_folder(path.parent):
        raise UserFacingError(Message("There is no folder {name}.", {"name": str(path.parent)}))
    with LibraryLock(path):
        if is_there(path):
            library = LibraryFile.open(path, back_up=back_up_before_migration)
        else:
            library = LibraryFile.new(path)
        try:
            yield library
        finally:
            library.close()


def _calendar() -> HolidayCalendar:
    from kcdesk.system.holidays import SwedishCalendar

    return SwedishCalendar()


def _read_meeting(content: bytes) -> MeetingBundle:
    from kcdesk.exchange.reader import read_meeting

    return read_meeting(content)


def _write_meeting(bundle: MeetingBundle) -> bytes:
    from kcdesk.exchange.writer import write_meeting

    return write_meeting(bundle)


def _schema() -> dict[str, object]:
    from kcdesk.exchange.schema import schema

    return schema()


def _sample(name: str) -> bytes:
    from kcdesk.paths import resource

    return resource("sample", f"{name}.json").read_bytes()


def _print_meeting(bundle: MeetingBundle, options: PrintOptions) -> bytes:
    from kcdesk.documents.output import write
    from kcdesk.documents.usual_job import usual_job

    job = usual_job(
        bundle,
        _calendar(),
        document=options.document,
        language=options.language,
        copy=options.copy,
        layout=options.layout,
        signature_fields=options.signature_fields,
        items=options.items,
        order=options.order,
        board=options.board,
        recipient=options.recipient,
        base=options.base,
        embed=options.embed,
        further=options.beside.further,
        files=options.beside.files,
    )
    return write(job, options.ending, options.beside.data)


def _unprintable(bundle: MeetingBundle) -> tuple[Message, ...]:
    from kcdesk.documents.text import missing_glyphs
    from kcdesk.services.unprintable import unprintable

    return unprintable(bundle, missing_glyphs)


def _pdf_signer() -> PdfSigner:
    from kcdesk.documents import signing

    return signing


def _missing_glyphs(text: str) -> tuple[str, ...]:
    from kcdesk.documents.glyph import missing_glyphs

    return missing_glyphs(text)


def _today() -> date:
    from kcdesk.system.clock import SystemClock

    return SystemClock().today()


def _default_library() -> Path:
    from kcdesk.paths import default_library

    return default_library()


def _watch_calendar(entries: Sequence[WatchEntry]) -> bytes:
    from kcdesk.documents.watch_calendar import watch_calendar
    from kcdesk.i18n import current
    from kcdesk.system.clock import SystemClock

    return watch_calendar(entries, current(), SystemClock().now())


def _run_window() -> int:
    from kcdesk.app import run_window

    return run_window(None)
