"""What a page gets (a register, a body, the start) and how it is plugged in.

A page fills the workspace where no meeting is open; compare ``kcdesk.ui.qt.pane``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from kcdesk.domain.deadline import HolidayCalendar
    from kcdesk.domain.message import Message
    from kcdesk.services.ports import Clock, Journal, Shelf
    from kcdesk.ui.qt.session_bridge import SessionBridge
    from kcdesk.ui.qt.session_pool import SessionPool
    from kcdesk.ui.qt.speller import Speller


@dataclass(eq=False, repr=False)
class LibraryContext:
    """All that a page may need; it lives as long as the library is open.

    ``spellers`` returns who knows a language; ``read_only``: every edit is refused.
    """

    journal: Journal
    shelf: Shelf
    sessions: SessionPool
    clock: Clock
    calendar: HolidayCalendar
    spellers: Callable[[str], Speller | None] | None = None
    read_only: bool = False

    @property
    def people_bridge(self) -> SessionBridge:
        """The library's own stream: its persons."""
        from kcdesk.domain.library import LIBRARY_ID

        return self.sessions.bridge(LIBRARY_ID)


@dataclass(frozen=True)
class PageBadge:
    """What stands beside a register's name in the navigation: a few letters ("3", "2 sena"), as
    they are said aloud, and whether something is late: then in red, and the text says so.
    ``short`` stands there instead where the name leaves no room.
    """

    text: str
    said: str
    late: bool = False
    short: str = ""


@dataclass(eq=False, repr=False)
class PageSpec:
    """A register in the navigation: its name in settings, title, icon, and how it is made.

    ``badge`` is asked now and then, off the GUI's thread: it may read ``shelf``, ``clock`` and
    ``calendar`` alone. None: nothing to say.
    """

    key: str
    title: Message
    icon: str
    factory: Callable[[LibraryContext], QWidget]
    shortcut: str = ""
    badge: Callable[[LibraryContext], PageBadge | None] | None = None
