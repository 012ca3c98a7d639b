"""Plugs pages, panes and actions into a window for the library that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kcdesk.domain.attendance import AttendanceRegister
from kcdesk.domain.participant import Standing
from kcdesk.i18n import _, ngettext
from kcdesk.ui.desktop.library_actions import LibraryActions
from kcdesk.ui.desktop.meeting_actions import MeetingActions
from kcdesk.ui.qt.page import LibraryContext
from kcdesk.ui.qt.pane import MeetingContext
from kcdesk.ui.qt.session_pool import SessionPool
from kcdesk.ui.screens.start.start_page import StartPage
from kcdesk.ui.shell.main_window import MainWindow, WindowContent

if TYPE_CHECKING:
    from kcdesk.ui.desktop.desktop import Desktop
    from kcdesk.ui.qt.library_port import OpenLibrary


def build_window(desktop: Desktop, library: OpenLibrary) -> MainWindow:
    """Return the window of a library, not yet shown, on the meeting last open in it."""
    ports = desktop.ports
    sessions = SessionPool(library, desktop)
    context = LibraryContext(library, library, sessions, ports.clock, ports.calendar)
    meetings = MeetingActions(desktop)
    libraries = LibraryActions(desktop)

    def start_page(_context: LibraryContext) -> QWidget:
        page = StartPage(has_sample=ports.sample is not None, has_import=ports.imports is not None)
        page.sample_wanted.connect(libraries.open_sample)
        page.import_wanted.connect(libraries.choose_import)
        page.body_wanted.connect(meetings.new_body)
        return page

    content = WindowContent(
        panes=ports.panes,
        pages=ports.pages,
        body_page=meetings.body_page,
        start_page=start_page,
        present_text=present_text,
    )
    title = _("{library} – kcdesk", library=library.path.stem)
    window = MainWindow(
        title, context, content, desktop.preferences.settings, desktop.save_and_close
    )
    for actions in (libraries, meetings):
        actions.setParent(window)
        window.menus.add(actions.specs())
    _open_last(desktop, library, window)
    return window


def present_text(meeting: MeetingContext) -> str:
    """Return how many of those listed to decide are present."""
    register = AttendanceRegister(meeting.bridge.records)
    listed = [each for each in register.participants if each.standing is Standing.DECISION_MAKER]
    there = sum(register.was_there(each) for each in listed)
    if not listed:
        return ""
    return ngettext(
        "{count} of {listed} present", "{count} of {listed} present", there, listed=len(listed)
    )


def _open_last(desktop: Desktop, library: OpenLibrary, window: MainWindow) -> None:
    """Show the meeting last open, else the newest, else a body, else how to begin."""
    meetings = [each.id for each in library.meetings()]
    last = desktop.preferences.last_meeting(library.path)
    bodies = library.bodies()
    if last in meetings:
        window.open_meeting(last)
    elif meetings:
        window.open_meeting(meetings[0])
    elif bodies:
        window.open_body(bodies[0].id)
    else:
        window.open_start()
