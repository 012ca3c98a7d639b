"""What the commands need from other layers; ``kcdesk.app`` puts it together.

Everything is called when a command needs it and not before, so that each command imports only
what it uses.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from kcdesk.domain.body import Layout
from kcdesk.domain.deadline import HolidayCalendar
from kcdesk.domain.message import Message
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.pdf_signature import PdfSigner
from kcdesk.services.ports import Finding, Importer, Journal, Shelf
from kcdesk.services.watch.entry import WatchEntry


class OpenLibrary(Journal, Shelf, Importer, Protocol):
    """A library file as the commands use it."""

    def verify(self) -> Sequence[Finding]:
        """Return what another tool has changed. Reads everything."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Other meetings of the body, for what is told over time; attached files by their SHA-256, and
    a line for each that is not at hand; the meetings' own files by their ids, for an archive.
    """

    further: tuple[MeetingBundle, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    missing: tuple[Message, ...] = ()
    data: Mapping[str, bytes] = field(default_factory=dict)


NOTHING = Beside()


@dataclass(frozen=True, slots=True)
class PrintOptions:
    """How a document is printed; None: as the body and the meeting say.

    ``document`` and ``order`` are named as on the command line, ``copy`` is "internal" or
    "public", ``ending`` says what kind of file. ``items`` are the ids of those of an extract,
    ``beside`` is what the document needs beside its meeting.
    """

    document: str | None = None
    language: str | None = None
    copy: str = "internal"
    layout: Layout | None = None
    signature_fields: bool = False
    items: tuple[str, ...] = ()
    order: str = "due"
    board: str = ""
    recipient: str = ""
    base: str | None = None
    embed: bool = False
    beside: Beside = NOTHING
    ending: str = ".pdf"


class Printer(Protocol):
    """Makes documents."""

    def __call__(self, bundle: MeetingBundle, options: PrintOptions) -> bytes:
        """Return a document of a meeting. Raises ``UserFacingError``."""


class LibraryOpener(Protocol):
    """Opens library files."""

    def __call__(self, path: Path, *, writing: bool) -> AbstractContextManager[OpenLibrary]:
        """Open a library while the ``with`` statement lasts.

        For ``writing`` it is made where there is none, and the library's lock is taken.
        Raises ``UserFacingError``, also where another program has the lock.
        """


@dataclass(frozen=True, slots=True)
class Toolbox:
    """The parts that commands are made of.

    ``unprintable`` says which characters a document will lack, a line for each place, and
    ``missing_glyphs`` those of one text, each once. ``today`` is where the user is. ``sample``
    returns a shipped sample meeting's file; ``watch_calendar`` makes a calendar file.
    """

    read_meeting: Callable[[bytes], MeetingBundle]
    write_meeting: Callable[[MeetingBundle], bytes]
    schema: Callable[[], dict[str, Any]]
    calendar: Callable[[], HolidayCalendar]
    print_meeting: Printer
    unprintable: Callable[[MeetingBundle], Sequence[Message]]
    missing_glyphs: Callable[[str], tuple[str, ...]]
    today: Callable[[], date]
    open_library: LibraryOpener
    sample: Callable[[str], bytes]
    default_library: Callable[[], Path]
    pdf_signer: Callable[[], PdfSigner]
    watch_calendar: Callable[[Sequence[WatchEntry]], bytes]
