"""What the window needs from the outside; the composition root fills it in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kcdesk.domain.deadline import HolidayCalendar
from kcdesk.domain.message import Message
from kcdesk.services.bundle import MeetingBundle
from kcdesk.services.ports import Clock
from kcdesk.ui.qt.library_port import OpenLibrary
from kcdesk.ui.qt.page import PageSpec
from kcdesk.ui.qt.pane import PaneSpec


@dataclass(frozen=True, slots=True)
class ExportSpec:
    """A kind of file that a meeting can be written to.

    ``write`` runs off the GUI's thread, on a snapshot. Raises ``UserFacingError``.
    """

    key: str
    title: Message
    suffix: str
    write: Callable[[MeetingBundle, Path], None]
    shortcut: str = ""


@dataclass(frozen=True, slots=True)
class ImportSpec:
    """How meetings come in from files. ``read`` returns the meeting's id and raises
    ``UserFacingError``; it runs on the GUI's thread, as it commits at once.
    """

    suffixes: tuple[str, ...]
    read: Callable[[Path, OpenLibrary], str]


@dataclass(frozen=True, slots=True)
class DesktopPorts:
    """The outside of the window. ``sample`` is the sample meeting's file, if it ships."""

    open_library: Callable[[Path], OpenLibrary]
    new_library: Callable[[Path], OpenLibrary]
    default_library: Callable[[], Path]
    clock: Clock
    calendar: HolidayCalendar
    panes: Sequence[PaneSpec]
    pages: Sequence[PageSpec] = ()
    exports: Sequence[ExportSpec] = ()
    imports: ImportSpec | None = None
    sample: Path | None = None
    save_copy: Callable[[OpenLibrary, Path], None] | None = None
