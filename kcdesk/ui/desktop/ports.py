"""What the window needs from the outside; the composition root fills it in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import datetime

    from kcdesk.domain.deadline import HolidayCalendar
    from kcdesk.domain.message import Message
    from kcdesk.services.bundle import MeetingBundle
    from kcdesk.services.document_choice import DocumentChoice
    from kcdesk.services.pdf_signature import PdfSigner
    from kcdesk.services.ports import Clock
    from kcdesk.services.preview import Preview
    from kcdesk.services.spelling import Dictionary
    from kcdesk.services.watch.entry import WatchEntry
    from kcdesk.ui.qt.library_port import OpenLibrary
    from kcdesk.ui.qt.page import PageSpec
    from kcdesk.ui.qt.pane import PaneSpec

CopyTo = Callable[[Path], None]
"""Writes a whole library to another file."""


class Lock(Protocol):
    """Takes a library's lock, held until the context ends."""

    def __call__(self, library: Path, *, over: bool = False) -> AbstractContextManager[object]:
        """Take it. Raises ``LibraryInUse``; ``over`` takes one that another machine left."""
        ...


@dataclass(eq=False, repr=False)
class ExportSpec:
    """A kind of file that a meeting can be written as.

    ``make`` runs off the GUI's thread, on a snapshot. Raises ``UserFacingError``. ``lacks`` runs
    before it and says what the file would lack, a line for each place.
    """

    key: str
    title: Message
    suffix: str
    make: Callable[[MeetingBundle], bytes]
    shortcut: str = ""
    lacks: Callable[[MeetingBundle], Sequence[Message]] | None = None


@dataclass(eq=False, repr=False)
class Beside:
    """What a document needs beside its meeting: others of the body, files by their SHA-256, and
    the meetings' own files by their ids, for an archive.
    """

    further: Sequence[MeetingBundle] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    data: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(eq=False, repr=False)
class DocumentPorts:
    """How documents are made. All but ``preview`` runs off the GUI's thread.

    ``write`` returns a file by its ending; ``lacks`` says what it would lack, a line for each
    place; ``own_file`` returns a meeting as a file of its own; ``draft`` an e-mail with files
    attached, from its subject, text and files. ``preview`` begins a preview of its own, to be
    closed by whoever asked.
    """

    write: Callable[[MeetingBundle, DocumentChoice, str, Beside], bytes]
    lacks: Callable[[MeetingBundle], Sequence[Message]]
    own_file: Callable[[MeetingBundle], bytes]
    draft: Callable[[str, str, Mapping[str, bytes]], bytes]
    preview: Callable[[], Preview]


@dataclass(eq=False, repr=False)
class ImportSpec:
    """How meetings come in from files.

    ``read`` returns the meeting's id and raises ``UserFacingError``.
    """

    suffixes: tuple[str, ...]
    read: Callable[[Path, OpenLibrary], str]


@dataclass(eq=False, repr=False)
class GoodBackup:
    """A whole backup: where it lies, when it was taken, and when its library was last changed."""

    path: Path
    taken: datetime
    changed: datetime


@dataclass(eq=False, repr=False)
class Recovery:
    """How a damaged library comes back.

    ``newest`` returns the newest whole backup of a library, None without any. ``restore`` puts a
    backup in the place of a closed library and returns where the original is kept aside; raises
    ``UserFacingError``.
    """

    newest: Callable[[Path], GoodBackup | None]
    restore: Callable[[Path, Path], Path | None]


@dataclass(eq=False, repr=False)
class DesktopPorts:
    """The outside of the window.

    ``lock`` keeps other programs from a library while it is open; ``open_for_reading`` leaves the
    file as it is, so that another program may have it open; ``back_up`` makes a copy of the
    library at a path elsewhere if one is due, which takes as long as the library is large;
    ``write_file`` writes whole files or none; ``prints_to_sign`` makes the internal and the public
    PDF of what goes out for signature; ``replace_backups`` makes a backup
    and destroys the others; ``other_copies`` are those that the program has put aside otherwise
    and that hold a meeting; ``sample`` is the sample meeting's file, if it ships.
    """

    lock: Lock
    back_up: Callable[[Path, CopyTo], object]
    open_library: Callable[[Path], OpenLibrary]
    open_for_reading: Callable[[Path], OpenLibrary]
    new_library: Callable[[Path], OpenLibrary]
    default_library: Callable[[], Path]
    write_file: Callable[[Path, bytes], None]
    clock: Clock
    calendar: HolidayCalendar
    panes: Sequence[PaneSpec]
    exports: Sequence[ExportSpec] = ()
    documents: DocumentPorts | None = None
    imports: ImportSpec | None = None
    sample: Path | None = None
    pages: Sequence[PageSpec] = ()
    recovery: Recovery | None = None
    watch_calendar: Callable[[Sequence[WatchEntry]], bytes] | None = None
    replace_backups: Callable[[Path, CopyTo], object] | None = None
    other_copies: Callable[[Path, str], Sequence[Path]] | None = None
    prints_to_sign: Callable[[MeetingBundle], tuple[bytes, bytes]] | None = None
    pdf_signer: Callable[[], PdfSigner] | None = None
    dictionary: Callable[[str], Dictionary] | None = None
